// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/answer_outcome.h"

#include "decoder/answer_attempts.h"
#include "decoder/answer_ids.h"
#include "decoder/answer_reason.h"
#include "decoder/category_defaults.h"
#include "decoder/innermost_message.h"
#include "decoder/redaction.h"
#include "decoder/retry_delay.h"
#include "domain/request_bounds.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qsizetype LongestMessage = 1000;

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

//! Whether the model did anything, be it shown or not.
bool hasWorked(const ReceivedAnswer &received)
{
    const auto &usage = received.draft.usage;
    const bool hasTokens = usage.outputTokens.value_or(0) > 0 || usage.reasoningTokens.value_or(0) > 0;
    return received.draft.hasOutput() || (received.status < 400 && hasTokens);
}

Charged chargedOf(const Answer &answer, const Verdict &verdict, const AnswerPlaces &places, bool didWork)
{
    if (const auto sum = paid(answer.cost))
        return sum->isZero() ? Charged::No : Charged::Yes;
    if (answer.cost.amount && !answer.cost.amount->isZero())
        return Charged::Yes; // and the provider's part, which nobody told
    if (verdict.line && verdict.line->charged)
        return *verdict.line->charged;
    if (places.failuresAreFree && answer.isError && answer.httpStatus >= 400 && !didWork)
        return Charged::No;
    const auto usual = defaultsOf(answer.category).charged;
    // Whatever went wrong afterwards: what was done may have its price.
    return usual == Charged::No && didWork ? Charged::Unknown : usual;
}

//! The gateway's own advice in one line (openrouter.md 6.1: to be shown with the message).
QString adviceIn(const QJsonObject &failure)
{
    const auto metadata = failure["error"_L1].toObject().value("metadata"_L1).toObject();
    return metadata["remedy_hint"_L1].toString().trimmed();
}

//! The innermost message; of an answer without any, its beginning.
QString messageOf(const ReceivedAnswer &received)
{
    using Body = ReceivedAnswer::Body;
    const auto &failure = received.draft.failure;
    auto said = innermostMessage(failure.isEmpty() ? received.other : failure);
    if (const auto hint = adviceIn(failure); !said.isEmpty() && !hint.isEmpty())
        said += (said.back().isPunct() ? u" "_s : u". "_s) + hint;
    if (!said.isEmpty())
        return redacted(withoutIds(said, received.userIds), LongestMessage);
    const bool saysSomething = received.draft.hasFailed() || received.body == Body::Text
        || received.body == Body::Page || received.status >= 400;
    return saysSomething
        ? redacted(withoutIds(QString::fromUtf8(received.head), received.userIds), LongestMessage)
        : QString();
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
    answer.resetsAt
        = toldReset(received.headers, received.draft.failure, answer.category == Category::RateLimit);
    answer.message = messageOf(received);
}

void addAdvice(Answer &answer, const Verdict &verdict, const AnswerPlaces &places, bool didWork)
{
    answer.retry = retryOf(answer, verdict);
    const auto usual = defaultsOf(answer.category).actor;
    answer.actor = verdict.line ? verdict.line->actor.value_or(usual) : usual;
    answer.charged = chargedOf(answer, verdict, places, didWork);
}

void addCost(Answer &answer, const ReceivedAnswer &received, const AnswerPlaces &places)
{
    answer.usage = received.draft.usage;
    answer.cost = received.draft.cost;
    for (const auto *name : places.costHeaders) {
        const auto told = Money::fromText(QString::fromLatin1(received.headers.value(name).trimmed()));
        if (told && canBeCostOfOneRequest(*told) && !answer.cost.amount)
            answer.cost.amount = *told;
    }
}

//! Without a copy: a text may have millions.
qint64 charactersIn(QStringView text)
{
    qint64 count = 0;
    for (qsizetype at = 0; at < text.size(); ++at, ++count) {
        const bool isPair
            = text.at(at).isHighSurrogate() && at + 1 < text.size() && text.at(at + 1).isLowSurrogate();
        at += isPair ? 1 : 0;
    }
    return count;
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
    stream.textCharacters = charactersIn(answer.text);
    const bool hasNoEnd = received.isStream && draft.terminator.isEmpty();
    const bool brokeOff = answer.isError && received.status < 400 && (received.isStream || draft.hasOutput());
    stream.isComplete = !hasNoEnd && !brokeOff && received.body != ReceivedAnswer::Body::CutJson;
}

void addRoute(Answer &answer, const ReceivedAnswer &received, const AnswerPlaces &places, const Asked &asked)
{
    const auto &draft = received.draft;
    const auto own = gatewayAttempts(received, places, asked.configuration, answer.isError);
    const bool saysHowMany = draft.route["attempt"_L1].toInt(-1) >= 0; // 0: it asked no provider
    answer.isTracePublished = !own.isEmpty() || saysHowMany;
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

void addRemarks(
    Answer &answer, const ReceivedAnswer &received, const AnswerPlaces &places, const Asked &asked)
{
    using Kind = Evidence::Kind;
    const auto target = laterTarget(received, places);
    if (!target.path.isEmpty() && asked.configuration.isEmpty())
        answer.evidence.append({Kind::LaterTarget, target.path, target.header});
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
    addAdvice(answer, verdict, dialect.places, hasWorked(received));
    addContent(answer, received);
    answer.ids = idsOf(received, dialect.places, asked.sentRequestId);
    addRoute(answer, received, dialect.places, asked);
    addRemarks(answer, received, dialect.places, asked);
    return answer;
}

} // namespace tollkeeper
