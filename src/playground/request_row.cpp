// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/request_row.h"

#include "decoder/redaction.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString rowIdOf(const SentRequest &sent, const SendPlaces &places)
{
    const auto &ids = sent.answer.ids;
    if (!ids.generation.isEmpty())
        return ids.generation;
    if (!places.rowIdHeader)
        return ids.request.value(0);
    const auto name = sent.headers.value(places.rowIdHeader).trimmed();
    return name.isEmpty() ? QString()
                          : QString::fromLatin1(places.rowIdPrefix) + plainId(QString::fromLatin1(name));
}

RequestOutcome outcomeOf(const Answer &answer)
{
    if (!answer.isError)
        return RequestOutcome::Complete;
    const bool saidSomething = !answer.text.isEmpty() || !answer.toolCalls.isEmpty();
    const bool brokeOff = answer.httpStatus < 400 && !answer.stream.isComplete;
    return brokeOff && saidSomething ? RequestOutcome::Incomplete : RequestOutcome::Failed;
}

std::optional<Amounts> amountsOf(const AnswerCost &cost)
{
    if (!cost.amount)
        return std::nullopt;
    const auto none = Money::fromNanos(0, cost.amount->currency());
    const bool paysProvider = cost.isByok.value_or(false) && cost.upstreamAmount
        && cost.upstreamAmount->currency() == cost.amount->currency();
    return Amounts{*cost.amount, paysProvider ? *cost.upstreamAmount : none};
}

RequestDetail detailOf(const Answer &answer)
{
    RequestDetail detail;
    detail.gatewayRequestId = answer.ids.request.value(0);
    detail.upstreamId = answer.ids.upstream;
    detail.finishReason = answer.finishReason;
    detail.isStreamed = answer.stream.isStream;
    detail.cachedTokens = answer.usage.cachedTokens;
    detail.reasoningTokens = answer.usage.reasoningTokens;
    detail.errorMessage = answer.message;
    for (const auto &attempt : answer.attempts) {
        if (attempt.origin == AttemptOrigin::Gateway)
            detail.attempts.append({attempt.provider, attempt.model, attempt.status, attempt.latencyMs});
    }
    return detail;
}

} // namespace

std::optional<RequestFacts> requestRow(
    const SentRequest &sent, const SendPlaces &places, const QString &remoteKeyId)
{
    const auto &answer = sent.answer;
    RequestFacts row;
    row.requestId = rowIdOf(sent, places);
    if (row.requestId.isEmpty())
        return std::nullopt;
    row.startedAt = sent.startedAt;
    row.remoteKeyId = remoteKeyId;
    row.requestedModel = sent.model;
    row.servedModel = answer.isServedModelCertain ? answer.servedModel : QString();
    row.provider = answer.servedProvider;
    row.outcome = outcomeOf(answer);
    if (answer.httpStatus > 0)
        row.httpStatus = answer.httpStatus;
    row.errorCode = answer.code;
    row.inputTokens = answer.usage.inputTokens;
    row.outputTokens = answer.usage.outputTokens;
    row.cost = amountsOf(answer.cost);
    if (sent.timings.firstByte)
        row.firstByteMs = sent.timings.firstByte->count();
    row.totalMs = sent.timings.total.count();
    row.detail = detailOf(answer);
    return row;
}

} // namespace tollkeeper
