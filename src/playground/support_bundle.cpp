// SPDX-License-Identifier: GPL-3.0-or-later
// In plain English, whatever the language of the program: support reads it.
#include "playground/support_bundle.h"

#include "base/clock.h"
#include "base/json_tree.h"
#include "decoder/redaction.h"
#include "decoder/refusal.h"
#include "playground/bundle_text.h"
#include "playground/hidden_secret_readings.h"
#include "playground/run_texts.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

using std::chrono::milliseconds;

QString millisecondsText(milliseconds time)
{
    return u"%1 ms"_s.arg(time.count());
}

//! The gateway's clock against ours, from the Date of its answer, which has whole seconds.
QString clockText(const SentRequest &sent)
{
    const auto date = httpDate(sent.headers.value("date"_ba).trimmed());
    if (!date)
        return {};
    const auto answered
        = sent.startedAt.addMSecs(sent.timings.firstByte.value_or(sent.timings.total).count());
    constexpr qint64 Half = 500; // what the Date has left out, on average
    const auto ahead = qRound64(double(answered.msecsTo(*date) + Half) / 1000);
    if (ahead == 0)
        return utcText(*date) + u" (as ours)"_s;
    const auto side = ahead > 0 ? u"ahead of"_s : u"behind"_s;
    return utcText(*date) + u" (%1 s %2 ours)"_s.arg(std::abs(ahead)).arg(side);
}

QString timesText(const SentRequest &sent)
{
    QStringList parts;
    const auto add = [&parts](const QString &name, const ExchangeTimings::Milliseconds &time) {
        if (time)
            parts.append(name + u' ' + millisecondsText(*time));
    };
    const auto &times = sent.timings;
    if (times.isReused)
        parts.append(u"connection reused"_s);
    add(u"DNS"_s, times.dns);
    add(u"connect"_s, times.connect);
    add(u"TLS"_s, times.tls);
    add(u"request sent"_s, times.requestSent);
    add(u"first byte"_s, times.firstByte);
    add(u"first token"_s, sent.firstToken);
    add(u"total"_s, times.total);
    return parts.join(u", "_s);
}

bool saidSomething(const Answer &answer)
{
    return !answer.text.isEmpty() || !answer.reasoning.isEmpty() || !answer.toolCalls.isEmpty();
}

//! The part of a JSON text that says what failed; empty: none does.
QString failureIn(const QString &json, const QString &event)
{
    const auto tree = JsonTree::parsed(json.toUtf8());
    if (!tree)
        return {};
    const auto *inner = tree->member(u"response");
    for (const auto *holder : {&*tree, inner}) {
        const auto *error = holder ? holder->member(u"error") : nullptr;
        if (error && !error->isNull())
            return QString::fromUtf8(JsonTree::object().set(u"error"_s, *error).compact());
    }
    const auto *type = tree->member(u"type");
    const bool isError = event == u"error" || (type && type->toText() == u"error");
    return isError ? json : QString();
}

void addIds(BundleText &bundle, const AnswerIds &ids)
{
    for (const auto &id : ids.request)
        bundle.toldId(u"Request id"_s, id);
    bundle.own(u"Request id sent by us"_s, ids.sentRequest);
    bundle.toldId(u"Generation id"_s, ids.generation);
    bundle.toldId(u"Upstream id"_s, ids.upstream);
}

void addCause(BundleText &bundle, const SentRequest &sent)
{
    const auto &answer = sent.answer;
    bundle.own(u"HTTP status"_s, answer.httpStatus > 0 ? QString::number(answer.httpStatus) : u"none"_s);
    bundle.own(u"Category"_s, toText(answer.category));
    if (answer.isError)
        bundle.own(u"Retry, actor, charged"_s,
            u"%1, %2, %3"_s.arg(toText(answer.retry), toText(answer.actor), toText(answer.charged)));
    bundle.told(u"Code"_s, answer.code);
    bundle.told(u"Message"_s, answer.message);
    bundle.told(u"Provider at fault"_s, answer.provider);
    for (const auto &evidence : answer.evidence)
        bundle.told(u"Evidence"_s,
            evidence.where.isEmpty() ? evidence.what : evidence.what + u" in "_s + evidence.where);
    if (sent.problem) {
        bundle.own(u"Connection"_s, toText(sent.problem->kind));
        bundle.told(u"Connection says"_s, sent.problem->detail);
    }
    if (answer.stream.isStream)
        bundle.own(u"Stream"_s,
            u"%1, %2 events"_s.arg(answer.stream.isComplete ? u"complete"_s : u"broke off"_s)
                .arg(answer.stream.events));
    bundle.told(u"Served model"_s, answer.servedModel);
    bundle.told(u"Served by"_s, answer.servedProvider);
    bundle.told(u"Finish reason"_s, answer.finishReason);
}

void addTimes(BundleText &bundle, const SentRequest &sent)
{
    bundle.own(u"Started"_s, utcText(sent.startedAt));
    bundle.own(u"Ended"_s, utcText(sent.startedAt.addMSecs(sent.timings.total.count())));
    bundle.own(u"Gateway's clock"_s, clockText(sent));
    if (sent.waited.count() > 0)
        bundle.own(u"Waited before"_s, millisecondsText(sent.waited));
    bundle.own(u"Times"_s, timesText(sent));
}

void addHeaders(BundleText &bundle, const QString &label, const HttpHeaders &headers)
{
    if (!headers.fields().isEmpty())
        bundle.own(label + u':');
    for (const auto &[name, value] : headers.fields())
        bundle.header(QString::fromLatin1(name), QString::fromUtf8(value));
}

QString eventsText(const ReceivedEvents &events)
{
    QStringList lines;
    for (const auto &list : {events.first, events.last}) {
        for (const auto &event : list)
            lines.append(u"%1 %2 %3"_s.arg(millisecondsText(event.at), event.name, event.data));
    }
    const auto left = events.total - lines.size();
    if (left > 0)
        lines.insert(events.first.size(), u"… %1 events left out"_s.arg(left));
    return lines.join(u'\n');
}

//! Without what was answered: only what failed, and only where that can be told from it.
void addFailureAlone(BundleText &bundle, const SentRequest &sent)
{
    const auto body = QString::fromUtf8(sent.body);
    const bool isRefusal = sent.answer.httpStatus >= 400 || !failureIn(body, {}).isEmpty();
    if (sent.answer.isError && isRefusal && !saidSomething(sent.answer)) {
        bundle.block(u"Body of the answer"_s, body);
        return;
    }
    if (!body.isEmpty())
        bundle.own(u"Body of the answer"_s, u"left out, it is not free of what was answered"_s);
    for (const auto &list : {sent.events.first, sent.events.last}) {
        for (const auto &event : list) {
            if (const auto failure = failureIn(event.data, event.name); !failure.isEmpty())
                bundle.block(u"Event at %1"_s.arg(millisecondsText(event.at)), failure);
        }
    }
}

void addPost(BundleText &bundle, const SentRequest &sent, const BundleFacts &facts)
{
    bundle.own(u"Model asked"_s, sent.model);
    bundle.own(u"Address"_s,
        QString::fromLatin1(sent.request.method) + u' ' + sent.request.url.toString(QUrl::FullyEncoded));
    addTimes(bundle, sent);
    addCause(bundle, sent);
    addIds(bundle, sent.answer.ids);
    addHeaders(bundle, u"Header fields sent, the key left out"_s, sent.request.headers);
    addHeaders(bundle, u"Header fields of the answer"_s, sent.headers);
    if (!facts.hasPrompt) {
        addFailureAlone(bundle, sent);
        return;
    }
    bundle.block(u"Body sent"_s, QString::fromUtf8(sent.request.body));
    bundle.block(u"Body of the answer"_s, QString::fromUtf8(sent.body));
    bundle.block(u"Events"_s, eventsText(sent.events));
}

void addTrace(BundleText &bundle, const Answer &answer)
{
    bundle.own({});
    bundle.own(answer.isTracePublished ? u"Trace, with the gateway's own attempts:"_s
                                       : u"Trace of our own attempts; the gateway tells none:"_s);
    int number = 0;
    for (const auto &attempt : answer.attempts) {
        QStringList parts{toText(attempt.origin), toText(attempt.outcome)};
        if (attempt.status)
            parts.append(QString::number(*attempt.status));
        if (attempt.latencyMs)
            parts.append(millisecondsText(milliseconds(*attempt.latencyMs)));
        for (const auto &word : {attempt.provider, attempt.model, attempt.reason}) {
            if (!word.isEmpty())
                parts.append(word);
        }
        bundle.told(u"Attempt %1"_s.arg(++number), parts.join(u", "_s));
    }
}

//! Line by line: a label and the line below it are no key and its value.
bool hasKeyForm(const QString &text)
{
    const auto lines = text.split(u'\n');
    return std::any_of(
        lines.cbegin(), lines.cend(), [](const QString &line) { return withoutSecrets(line) != line; });
}

//! What goes into no bundle of this run, and the bundle.
class Written {
public:
    Written(const PlaygroundRun &run, const BundleFacts &facts)
        : asked(facts.hasPrompt ? UntoldTexts() : askedTexts(run))
        , answered(facts.hasPrompt ? UntoldTexts() : answeredTexts(run))
    {
        write(run, facts);
    }
    Q_DISABLE_COPY_MOVE(Written)

    const UntoldTexts asked;
    const UntoldTexts answered;
    BundleText bundle{{&asked, &answered}};

private:
    void write(const PlaygroundRun &run, const BundleFacts &facts);
};

void Written::write(const PlaygroundRun &run, const BundleFacts &facts)
{
    bundle.own(u"Support bundle"_s);
    bundle.own(u"Made by"_s, facts.program);
    bundle.own(u"Gateway"_s, facts.gatewayName);
    bundle.own(u"Account"_s, facts.accountName);
    bundle.own(u"Key ends in"_s, facts.keyEnding);
    bundle.own(facts.hasPrompt ? u"With what was asked and answered."_s
                               : u"Without what was asked and answered; a bar stands where it was."_s);
    const auto count = run.sent.size();
    for (qsizetype i = 0; i < count; ++i) {
        bundle.own({});
        bundle.own(u"Request %1 of %2"_s.arg(i + 1).arg(count));
        addPost(bundle, run.sent.at(i), facts);
    }
    addTrace(bundle, run.answer);
}

} // namespace

QString supportBundle(const PlaygroundRun &run, const BundleFacts &facts)
{
    return Written(run, facts).bundle.text();
}

QStringList leaksIn(const QString &bundle, const PlaygroundRun &run, const BundleFacts &facts,
    const std::vector<std::shared_ptr<const Secret>> &secrets)
{
    const Written known(run, facts);
    QStringList found;
    const auto readings = readingsOf(bundle.toUtf8()); // gateways escape what they give back
    if (std::any_of(secrets.cbegin(), secrets.cend(),
            [&readings](const auto &secret) { return secret && isInAny(readings, *secret); }))
        found.append(u"secret"_s);
    if (hasKeyForm(known.bundle.withoutGivenIds(bundle)))
        found.append(u"key"_s);
    if (facts.hasPrompt)
        return found;
    const auto told = known.bundle.toldIn(bundle);
    if (known.asked.isIn(told))
        found.append(u"prompt"_s);
    if (known.answered.isIn(told))
        found.append(u"answer"_s);
    return found;
}

} // namespace tollkeeper
