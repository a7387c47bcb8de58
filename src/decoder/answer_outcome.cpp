// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/answer_outcome.h"

#include "decoder/answer_attempts.h"
#include "decoder/answer_ids.h"
#include "decoder/answer_reason.h"
#include "decoder/category_defaults.h"
#include "decoder/innermost_message.h"
#include "decoder/redaction.h"
#include "decoder/retry_delay.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qsizetype LongestMessage = 1000;
constexpr qsizetype LongestExcerpt = 2000;

Retry retryOf(const Answer &answer, const Verdict &verdict)
{
    if (verdict.line && verdict.line->retry) {
        const bool hasNoDelay = *verdict.line->retry == Retry::AfterDelay && !answer.retryAfter;
        return hasNoDelay ? Retry::Backoff : *verdict.line->retry;
    }
    const bool isCap = answer.category == Category::KeyBudget || answer.category == Category::PlanWindow;
    if (isCap && (answer.resetsAt || verdict.isWithoutDelay))
        return Retry::AfterReset;
    const auto usual = defaultsOf(answer.category).retry;
    return usual == Retry::Backoff && answer.retryAfter ? Retry::AfterDelay : usual;
}

Charged chargedOf(const Answer &answer, const Verdict &verdict, bool hasOutput)
{
    const bool isFree = answer.cost.amount && answer.cost.amount->isZero();
    const bool isUpstreamFree = !answer.cost.upstreamAmount || answer.cost.upstreamAmount->isZero();
    if (answer.cost.amount && !(isFree && isUpstreamFree))
        return Charged::Yes;
    if (isFree)
        return Charged::No;
    if (verdict.line && verdict.line->charged)
        return *verdict.line->charged;
    const auto usual = defaultsOf(answer.category).charged;
    // Whatever went wrong afterwards: what had come may have its price.
    return usual == Charged::No && hasOutput ? Charged::Unknown : usual;
}

QString excerptOf(const ReceivedAnswer &received)
{
    return redacted(withoutIds(QString::fromUtf8(received.head), received.draft.failure), LongestExcerpt);
}

QString messageOf(const ReceivedAnswer &received, const QString &excerpt)
{
    using Body = ReceivedAnswer::Body;
    const auto &failure = received.draft.failure;
    const auto said = innermostMessage(failure);
    if (!said.isEmpty())
        return redacted(withoutIds(said, failure), LongestMessage);
    const bool saysSomething = received.draft.hasFailed() || received.body == Body::Text
        || received.body == Body::Page || received.status >= 400;
    return saysSomething ? excerpt.left(LongestMessage) : QString();
}

void addReason(Answer &answer, const ReceivedAnswer &received, const Verdict &verdict, const QDateTime &now)
{
    answer.category = verdict.category;
    answer.isError = verdict.category != Category::None;
    answer.evidence = verdict.evidence;
    answer.code = verdict.code;
    if (verdict.line)
        answer.texts = {verdict.line->title, verdict.line->explanation, verdict.line->nextSteps};
    if (verdict.isWithoutDelay)
        answer.texts = {};
    if (!answer.isError)
        return;
    answer.retryAfter = toldDelay(received.headers, received.draft.failure, now);
    answer.resetsAt = toldReset(received.headers, received.draft.failure);
    answer.excerpt = excerptOf(received);
    answer.message = messageOf(received, answer.excerpt);
}

void addAdvice(Answer &answer, const Verdict &verdict, bool hasOutput)
{
    answer.retry = retryOf(answer, verdict);
    const auto usual = defaultsOf(answer.category).actor;
    answer.actor = verdict.line ? verdict.line->actor.value_or(usual) : usual;
    answer.charged = chargedOf(answer, verdict, hasOutput);
}

void addCost(Answer &answer, const ReceivedAnswer &received, const AnswerPlaces &places)
{
    answer.usage = received.draft.usage;
    answer.cost = received.draft.cost;
    for (const auto *name : places.costHeaders) {
        const auto told = Money::fromText(QString::fromLatin1(received.headers.value(name).trimmed()));
        if (told && !told->isNegative() && !answer.cost.amount)
            answer.cost.amount = *told;
    }
}

void addContent(Answer &answer, const ReceivedAnswer &received)
{
    const auto &draft = received.draft;
    answer.finishReason = plainId(draft.finishReason);
    answer.text = draft.text.isEmpty() ? draft.refusal : draft.text;
    answer.reasoning = draft.reasoning;
    answer.toolCalls = draft.toolCalls;
    auto &stream = answer.stream;
    stream.isStream = received.isStream;
    stream.terminator = draft.terminator;
    stream.events = received.events;
    stream.textCharacters = answer.text.toUcs4().size();
    const bool hasNoEnd = received.isStream && draft.terminator.isEmpty();
    const bool brokeOff = answer.isError && received.status < 400 && (received.isStream || draft.hasOutput());
    stream.isComplete = !hasNoEnd && !brokeOff && received.body != ReceivedAnswer::Body::CutJson;
}

void addRoute(Answer &answer, const ReceivedAnswer &received, const AnswerPlaces &places, const Asked &asked)
{
    const auto &draft = received.draft;
    const auto own = gatewayAttempts(received, places, answer.isError);
    answer.isTracePublished = !own.isEmpty();
    answer.attempts = asked.earlier + own;
    answer.requestedModel = asked.requestedModel;
    const bool hasAnswer = received.status < 400 && draft.sawAnswer;
    if (hasAnswer) {
        answer.servedModel = plainId(draft.model);
        answer.servedProvider = plainId(draft.provider);
    }
    answer.isServedModelCertain = answer.servedModel.isEmpty() || !places.rewritesModel;
    const auto last = own.isEmpty() ? QString() : own.constLast().provider;
    if (hasAnswer && answer.servedProvider.isEmpty())
        answer.servedProvider = last;
    if (!answer.isError)
        return;
    answer.provider = providerInError(draft.failure);
    if (answer.provider.isEmpty())
        answer.provider = hasAnswer ? answer.servedProvider : last;
}

void addRemarks(Answer &answer, const ReceivedAnswer &received, const Asked &asked)
{
    using Kind = Evidence::Kind;
    if (received.protocol != asked.protocol)
        answer.evidence.append({Kind::OtherProtocol, QString(toText(received.protocol)), {}});
    if (received.isTooLarge)
        answer.evidence.append({Kind::TooLarge, {}, {}});
}

} // namespace

Answer concluded(
    const ReceivedAnswer &received, const Dialect &dialect, const Asked &asked, const QDateTime &now)
{
    const auto verdict = reasonOf(received, dialect.codes);
    Answer answer;
    answer.httpStatus = received.status;
    addReason(answer, received, verdict, now);
    addCost(answer, received, dialect.places);
    addAdvice(answer, verdict, received.draft.hasOutput());
    addContent(answer, received);
    answer.ids = idsOf(received, dialect.places, asked.sentRequestId);
    addRoute(answer, received, dialect.places, asked);
    addRemarks(answer, received, asked);
    return answer;
}

} // namespace tollkeeper
