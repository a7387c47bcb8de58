// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/playground/run_rows.h"

#include "base/translation_contexts.h"
#include "decoder/redaction.h"
#include "viewmodels/playground/playground_lines.h"
#include "viewmodels/playground/run_words.h"
#include "viewmodels/usage_details.h"
#include "viewmodels/variants.h"
#include "words/figures.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

using std::chrono::milliseconds;

constexpr qsizetype MostIndented = qsizetype(64) * 1024;
constexpr qsizetype MostExcerpt = qsizetype(8) * 1024;

struct Bars {
    double total = 1;
    double at = 0;

    TimingRow bar(const QString &name, const std::optional<milliseconds> &took, const QString &otherwise,
        const QString &tone)
    {
        if (!took)
            return {name, otherwise, 0, 0, tone};
        const auto length = double(took->count());
        const auto start = std::exchange(at, at + length);
        return {name, durationText(took->count()), std::min(1.0, start / total),
            std::min(1.0, length / total), tone};
    }
};

HeaderRow heading(const QString &text)
{
    return {text, {}, true};
}

QList<HeaderRow> requestHeader(const SentRequest &sent)
{
    QList<HeaderRow> rows;
    const auto &request = sent.request;
    rows.append({u"POST"_s, request.url.toString(), false});
    if (const auto field = fieldOf(request.credentialHeader); field.name)
        rows.append(
            {QString::fromLatin1(field.name), QString::fromLatin1(field.before) + u"••••••••"_s, false});
    if (!request.body.isEmpty()
        && request.headers.value("Content-Type").isEmpty()) // see net/wire_request.cpp
        rows.append({u"Content-Type"_s, u"application/json"_s, false});
    for (const auto &[name, value] : request.headers.fields())
        rows.append({QString::fromLatin1(name), redacted(QString::fromLatin1(value), 2000), false});
    return rows;
}

} // namespace

QVariantList timingRows(const SentRequest &sent)
{
    const auto &timings = sent.timings;
    const auto unknown
        = timings.isReused ? texts::Playground::tr("reused") : texts::Playground::tr("not told");
    Bars bars{std::max(1.0, double(timings.total.count()))};
    QList<TimingRow> rows;
    rows.append(bars.bar(texts::Playground::tr("DNS"), timings.dns,
        timings.isReused ? texts::Playground::tr("reused") : texts::Playground::tr("none"), u"connect"_s));
    // Qt tells no moment between TCP and TLS: where there is TLS, its time has both.
    if (timings.tls) {
        rows.append(
            {texts::Playground::tr("Connect"), texts::Playground::tr("with TLS"), 0, 0, u"connect"_s});
        rows.append(bars.bar(texts::Playground::tr("TLS"), timings.tls, unknown, u"connect"_s));
    } else {
        rows.append(bars.bar(texts::Playground::tr("Connect"), timings.connect, unknown, u"connect"_s));
        rows.append({texts::Playground::tr("TLS"),
            timings.isReused ? texts::Playground::tr("reused") : texts::Playground::tr("none"), 0, 0,
            u"connect"_s});
    }
    if (!timings.firstByte)
        return variants(rows);
    const auto waited = std::max(milliseconds(0), *timings.firstByte - milliseconds(qint64(bars.at)));
    rows.append(bars.bar(texts::Playground::tr("First byte"), waited, unknown, u"wait"_s));
    if (sent.firstToken && *sent.firstToken > *timings.firstByte)
        rows.append(bars.bar(
            texts::Playground::tr("First token"), *sent.firstToken - *timings.firstByte, unknown, u"wait"_s));
    const auto left = std::max(milliseconds(0), timings.total - milliseconds(qint64(bars.at)));
    rows.append(bars.bar(
        sent.answer.stream.isStream ? texts::Playground::tr("Stream") : texts::Playground::tr("Body"), left,
        unknown, u"stream"_s));
    return variants(rows);
}

QString quotedId(const AnswerIds &ids)
{
    return !ids.request.isEmpty()  ? ids.request.constFirst()
        : ids.generation.isEmpty() ? ids.sentRequest
                                   : ids.generation;
}

QVariantList idRows(const AnswerIds &ids, bool isError)
{
    QList<IdLine> lines;
    const auto add = [&lines](const QString &name, const QString &value, const QString &otherwise) {
        lines.append({name, value.isEmpty() ? otherwise : value, !value.isEmpty(), {}});
    };
    add(texts::Playground::tr("Request"), ids.request.value(0), texts::Playground::tr("not reported"));
    for (qsizetype more = 1; more < ids.request.size(); ++more)
        add(texts::Playground::tr("Also"), ids.request.at(more), {});
    if (!ids.sentRequest.isEmpty())
        add(texts::Playground::tr("Sent"), ids.sentRequest, {});
    add(texts::Playground::tr("Generation"), ids.generation, texts::Playground::tr("none"));
    if (!isError || !ids.upstream.isEmpty())
        add(texts::Playground::tr("Upstream"), ids.upstream, texts::Playground::tr("not reported"));
    return variants(lines);
}

QVariantList headerRows(const QList<SentRequest> &sent)
{
    QList<HeaderRow> rows;
    for (qsizetype number = 0; number < sent.size(); ++number) {
        const auto &post = sent.at(number);
        const bool isOnly = sent.size() == 1;
        if (!post.request.url.isEmpty()) {
            //: %1 is the number of an attempt
            rows.append(heading(isOnly ? texts::Playground::tr("Request")
                                       : texts::Playground::tr("Request, attempt %1").arg(number + 1)));
            rows += requestHeader(post);
        }
        //: %1 is the number of an attempt
        rows.append(heading(isOnly ? texts::Playground::tr("Answer")
                                   : texts::Playground::tr("Answer, attempt %1").arg(number + 1)));
        for (const auto &[name, value] : post.headers.fields())
            rows.append({QString::fromLatin1(name), redacted(QString::fromLatin1(value), 2000), false});
    }
    return variants(rows);
}

QString rawText(const SentRequest &sent)
{
    const auto body = QJsonDocument::fromJson(sent.body).object();
    auto text = withoutIds(withoutSecrets(QString::fromUtf8(sent.body)), userIdsIn(body));
    if (sent.body.size() >= SentRequest::MostKeptBytes)
        text += u'\n' + texts::Playground::tr("… the rest was not kept");
    return text;
}

QString bodyText(const SentRequest &sent)
{
    auto shown = sent;
    const auto document
        = sent.body.size() > MostIndented ? QJsonDocument() : QJsonDocument::fromJson(sent.body);
    if (!document.isNull())
        shown.body = document.toJson(QJsonDocument::Indented).trimmed();
    if (shown.body.size() <= MostExcerpt)
        return rawText(shown);
    shown.body.truncate(MostExcerpt);
    return rawText(shown) + u'\n' + texts::Playground::tr("… the rest is in the Raw tab");
}

} // namespace tollkeeper
