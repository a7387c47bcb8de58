// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/usage_details.h"

#include "base/translation_contexts.h"
#include "decoder/request_category.h"
#include "words/figures.h"
#include "words/request_words.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString markOf(std::optional<int> status, Category category)
{
    if (!status)
        return u"off"_s;
    if (*status < 400)
        return u"ok"_s;
    return category == Category::RateLimit || category == Category::Timeout ? u"warn"_s : u"failed"_s;
}

AttemptLine lineOf(const AttemptFacts &attempt, const QString &gateway)
{
    const auto category = attempt.httpStatus && *attempt.httpStatus >= 400
        ? categoryOfRequest(gateway, attempt.httpStatus, {})
        : Category::None;
    AttemptLine line;
    line.mark = markOf(attempt.httpStatus, category);
    line.model = attempt.model.isEmpty() ? texts::Usage::tr("model not told") : attempt.model;
    line.provider = attempt.provider.isEmpty() ? texts::Usage::tr("provider not told") : attempt.provider;
    if (attempt.milliseconds)
        line.time = durationText(*attempt.milliseconds);
    if (attempt.httpStatus) {
        auto words = category == Category::None ? texts::Usage::tr("answered") : reasonWords(category);
        words[0] = words.at(0).toUpper();
        //: %1 is an HTTP status, %2 what it means here
        line.text = texts::Usage::tr("%1 %2").arg(*attempt.httpStatus).arg(words);
    } else {
        line.text = texts::Usage::tr("How it ended is not told");
    }
    return line;
}

//! The request itself as its only try, where the gateway does not tell the tries.
AttemptLine onlyLine(const UsageRow &row)
{
    const auto &facts = row.facts;
    AttemptLine line;
    line.model = facts.servedModel.isEmpty() ? facts.requestedModel : facts.servedModel;
    line.provider = facts.provider;
    if (facts.totalMs)
        line.time = durationText(*facts.totalMs);
    const auto code = facts.httpStatus ? QString::number(*facts.httpStatus) + u' ' : QString();
    if (facts.outcome == RequestOutcome::Complete) {
        line.mark = u"ok"_s;
        line.text = code + texts::Usage::tr("Completed");
    } else if (facts.outcome == RequestOutcome::Incomplete) {
        line.mark = u"failed"_s;
        line.text = code + texts::Usage::tr("Incomplete: the answer has no end");
    } else {
        const auto category = categoryOfRequest(row.gatewayName, facts);
        line.mark = category == Category::RateLimit ? u"warn"_s : u"failed"_s;
        line.text = code + reasonSentence(category);
    }
    return line;
}

QString finishText(const RequestFacts &facts)
{
    QStringList parts;
    if (!facts.detail.finishReason.isEmpty())
        parts.append(facts.detail.finishReason);
    if (facts.detail.isStreamed)
        parts.append(
            *facts.detail.isStreamed ? texts::Usage::tr("streamed") : texts::Usage::tr("not streamed"));
    if (facts.firstByteMs)
        //: %1 is a duration
        parts.append(texts::Usage::tr("first byte in %1").arg(durationText(*facts.firstByteMs)));
    return parts.isEmpty() ? texts::Usage::tr("not reported") : parts.join(u", "_s);
}

} // namespace

QString routeTitle(const UsageRow &row)
{
    const auto count = static_cast<int>(row.facts.detail.attempts.size());
    if (count == 0)
        return texts::Usage::tr("Route, attempts not reported");
    //: %n is how many attempts there were
    const auto title = count == 1
        ? texts::Usage::tr("Route, 1 attempt")
        : QCoreApplication::translate("Usage", "Route, %n attempts", nullptr, count);
    //: %1 is "Route, 3 attempts", %2 a duration
    return row.facts.totalMs ? texts::Usage::tr("%1 in %2").arg(title, durationText(*row.facts.totalMs))
                             : title;
}

QList<AttemptLine> attemptLines(const UsageRow &row)
{
    QList<AttemptLine> lines;
    for (const auto &attempt : row.facts.detail.attempts)
        lines.append(lineOf(attempt, row.gatewayName));
    if (lines.isEmpty())
        lines.append(onlyLine(row));
    return lines;
}

QList<IdLine> idLines(const UsageRow &row, const QTimeZone &zone)
{
    const auto &facts = row.facts;
    const auto &detail = facts.detail;
    QList<IdLine> lines;
    lines.append({texts::Usage::tr("Account"), row.accountName, false, row.gatewayName});
    lines.append({texts::Usage::tr("Generation"), facts.requestId, true, {}});
    const auto id = [&lines](const QString &name, const QString &value) {
        lines.append(
            {name, value.isEmpty() ? texts::Usage::tr("not reported") : value, !value.isEmpty(), {}});
    };
    id(texts::Usage::tr("Request"), detail.gatewayRequestId);
    id(texts::Usage::tr("Upstream"), detail.upstreamId);
    lines.append({texts::Usage::tr("Finish"), finishText(facts), false, {}});
    const auto fetched = row.fetchedAt.addMSecs(-row.fetchedAt.time().msec()); // seconds are enough here
    const TimeStyle style{zone, row.fetchedAt.date() != facts.startedAt.date()};
    //: %1 is where the row comes from, %2 a time
    const auto source = texts::Usage::tr("%1, %2").arg(sourceWords(row.source), timeCell(fetched, style));
    lines.append({texts::Usage::tr("Row source"), source, false, row.origin});
    return lines;
}

} // namespace tollkeeper
