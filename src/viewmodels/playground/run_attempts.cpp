// SPDX-License-Identifier: GPL-3.0-or-later
// The route of a run: who was asked, one after the other.
#include "base/translation_contexts.h"
#include "viewmodels/playground/run_rows.h"
#include "viewmodels/playground/run_words.h"
#include "viewmodels/variants.h"
#include "words/answer_words.h"
#include "words/explain.h"
#include "words/figures.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString attemptTone(const Attempt &attempt)
{
    switch (attempt.outcome) {
    case AttemptOutcome::Served:
        return u"ok"_s;
    case AttemptOutcome::Skipped:
        return u"off"_s;
    case AttemptOutcome::Failed:
        break;
    }
    const auto status = attempt.status.value_or(0);
    return status == 429 || status == 408 ? u"warn"_s : u"danger"_s;
}

QString attemptReason(const Attempt &attempt)
{
    if (!attempt.reason.isEmpty())
        return attempt.reason;
    switch (attempt.outcome) {
    case AttemptOutcome::Served:
        return texts::Playground::tr("Answered.");
    case AttemptOutcome::Skipped:
        return texts::Playground::tr("Left out.");
    case AttemptOutcome::Failed:
        break;
    }
    return texts::Playground::tr("Failed; why is not told.");
}

QString ownTone(const SentRequest &sent)
{
    const auto &answer = sent.answer;
    if (isCancelled(sent))
        return u"off"_s; // by the person: nobody failed
    if (brokeOff(answer))
        return u"danger"_s;
    if (!answer.isError)
        return u"ok"_s;
    const bool passes = answer.category == Category::RateLimit || answer.category == Category::Timeout;
    return passes && answer.retry != Retry::Never ? u"warn"_s : u"danger"_s;
}

QString ownReason(const SentRequest &sent)
{
    if (isCancelled(sent))
        return texts::Playground::tr("Cancelled.");
    if (brokeOff(sent.answer))
        return texts::Playground::tr("Began to answer, then broke off.");
    const bool isUnanswered = sent.answer.httpStatus == 0 && sent.problem;
    return fullSentence(isUnanswered ? explain(*sent.problem).title : explain(sent.answer).title);
}

QString gatewayOf(const RunPlace &place)
{
    //: %1 is the name of a gateway
    return place.gatewayName.isEmpty() ? QString()
                                       : texts::Playground::tr("%1 gateway").arg(place.gatewayName);
}

//! One POST of ours. What a failed one was answered stands in no other place once the next one has gone out.
AttemptRow ownRow(const SentRequest &sent, const RunPlace &place)
{
    const auto &answer = sent.answer;
    AttemptRow row;
    row.tone = ownTone(sent);
    row.model = sent.model;
    row.code = answer.httpStatus > 0 ? QString::number(answer.httpStatus) : QString();
    row.time = isTimed(sent) ? durationText(sent.timings.total.count()) : QString();
    row.origin = texts::Playground::tr("Tollkeeper");
    row.isServed = !answer.isError && !brokeOff(answer) && !isCancelled(sent);
    const auto provider = row.isServed ? answer.servedProvider : answer.provider;
    row.provider = provider.isEmpty() ? gatewayOf(place) : provider;
    row.reason = row.isServed ? texts::Playground::tr("Answered.") : ownReason(sent);
    if (!row.isServed) {
        row.errorCode = answer.code;
        row.message = answer.message;
        row.requestId = quotedId(answer.ids);
    }
    return row;
}

//! The gateway's own attempts behind a POST. The last one of an answer without an end has not served.
QList<AttemptRow> toldRows(const SentRequest &sent, const QString &gateway)
{
    QList<AttemptRow> rows;
    const auto &told = sent.answer.attempts;
    const bool isStopped = isCancelled(sent);
    for (qsizetype at = 0; at < told.size(); ++at) {
        const auto &attempt = told.at(at);
        const bool hasNoEnd = at + 1 == told.size() && attempt.status.value_or(0) < 400
            && (isStopped || brokeOff(sent.answer));
        rows.append(hasNoEnd ? endlessRow(attempt, gateway, isStopped) : attemptRow(attempt, gateway));
    }
    return rows;
}

} // namespace

QString fullSentence(const QString &words)
{
    //: %1 is a sentence without its full stop
    return texts::Playground::tr("%1.").arg(words);
}

AttemptRow runningRow(const QString &model, const RunPlace &place)
{
    AttemptRow row;
    row.model = model;
    row.provider = gatewayOf(place);
    row.reason = texts::Playground::tr("Under way.");
    row.origin = texts::Playground::tr("Tollkeeper");
    row.isRunning = true;
    return row;
}

AttemptRow attemptRow(const Attempt &attempt, const QString &origin)
{
    AttemptRow row;
    row.tone = attemptTone(attempt);
    row.model = attempt.model.isEmpty() ? texts::Playground::tr("model not told") : attempt.model;
    row.code = attempt.status ? QString::number(*attempt.status) : QString();
    row.time = attempt.latencyMs ? durationText(*attempt.latencyMs) : QString();
    row.provider = attempt.provider;
    row.reason = attemptReason(attempt);
    row.origin = origin;
    row.isServed = attempt.outcome == AttemptOutcome::Served;
    return row;
}

AttemptRow endlessRow(Attempt attempt, const QString &origin, bool isStopped)
{
    attempt.outcome = AttemptOutcome::Failed;
    if (isStopped)
        attempt.reason = texts::Playground::tr("Cancelled.");
    else if (attempt.reason.isEmpty())
        attempt.reason = texts::Playground::tr("Began to answer, then broke off.");
    auto row = attemptRow(attempt, origin);
    row.tone = isStopped ? u"off"_s : u"danger"_s;
    return row;
}

QVariantList attemptRows(const QList<SentRequest> &sent, const RunPlace &place)
{
    QList<AttemptRow> rows;
    for (const auto &post : sent) {
        const auto &told = post.answer.attempts;
        if (told.isEmpty() || sent.size() > 1)
            rows.append(ownRow(post, place));
        rows += toldRows(post, place.gatewayName);
    }
    return variants(rows);
}

} // namespace tollkeeper
