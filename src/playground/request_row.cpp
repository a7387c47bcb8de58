// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/request_row.h"

#include "decoder/redaction.h"
#include "playground/cut_answer.h"
#include "playground/run_texts.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString rowIdOf(const SentRequest &sent, const SendPlaces &places)
{
    // Its log has a name of its own for the row: under any other the request would be there twice.
    if (places.rowIdHeader) {
        const auto name = plainId(QString::fromLatin1(sent.headers.value(places.rowIdHeader).trimmed()));
        return name.isEmpty() ? QString() : QString::fromLatin1(places.rowIdPrefix) + name;
    }
    const auto &ids = sent.answer.ids;
    return ids.generation.isEmpty() ? ids.request.value(0) : ids.generation;
}

RequestOutcome outcomeOf(const Answer &answer)
{
    if (!answer.isError)
        return RequestOutcome::Complete;
    if (wasStopped(answer))
        return RequestOutcome::Incomplete;
    const bool saidSomething = !answer.text.isEmpty() || !answer.toolCalls.isEmpty();
    const bool brokeOff = answer.httpStatus < 400 && !answer.stream.isComplete;
    return brokeOff && saidSomething ? RequestOutcome::Incomplete : RequestOutcome::Failed;
}

std::optional<Amounts> amountsOf(const Answer &answer, std::optional<Currency> freeIn)
{
    const auto &cost = answer.cost;
    if (freeIn && hasFailedUnbilled(answer))
        return Amounts{Money::fromNanos(0, *freeIn), Money::fromNanos(0, *freeIn)};
    if (!cost.amount)
        return std::nullopt;
    const auto none = Money::fromNanos(0, cost.amount->currency());
    const bool paysProvider = cost.isByok.value_or(false) && cost.upstreamAmount
        && cost.upstreamAmount->currency() == cost.amount->currency();
    return Amounts{*cost.amount, paysProvider ? *cost.upstreamAmount : none};
}

//! Gateways quote what was asked; the ledger keeps none of it, whatever the history does.
QString messageOf(const SentRequest &sent)
{
    if (sent.answer.message.isEmpty())
        return {};
    PlaygroundRun run;
    run.sent = {sent};
    return answeredTexts(run).masked(askedTexts(run).masked(sent.answer.message));
}

RequestDetail detailOf(const SentRequest &sent)
{
    const auto &answer = sent.answer;
    RequestDetail detail;
    detail.gatewayRequestId = answer.ids.request.value(0);
    detail.upstreamId = answer.ids.upstream;
    detail.finishReason = answer.finishReason;
    detail.isStreamed = answer.stream.isStream;
    detail.cachedTokens = answer.usage.cachedTokens;
    detail.reasoningTokens = answer.usage.reasoningTokens;
    detail.errorMessage = messageOf(sent);
    if (answer.isError && !wasStopped(answer))
        detail.category = answer.category;
    for (const auto &attempt : answer.attempts) {
        if (attempt.origin == AttemptOrigin::Gateway)
            detail.attempts.append({attempt.provider, attempt.model, attempt.status, attempt.latencyMs});
    }
    return detail;
}

} // namespace

std::optional<RequestFacts> requestRow(
    const SentRequest &sent, const SendPlaces &places, const RowPlace &place)
{
    const auto &answer = sent.answer;
    RequestFacts row;
    row.requestId = rowIdOf(sent, places);
    if (row.requestId.isEmpty())
        return std::nullopt;
    row.startedAt = sent.startedAt;
    row.remoteKeyId = place.remoteKeyId;
    row.requestedModel = sent.model;
    row.servedModel = answer.isServedModelCertain ? answer.servedModel : QString();
    row.provider = answer.servedProvider;
    row.outcome = outcomeOf(answer);
    if (answer.httpStatus > 0)
        row.httpStatus = answer.httpStatus;
    row.errorCode = answer.code;
    row.inputTokens = answer.usage.inputTokens;
    row.outputTokens = answer.usage.outputTokens;
    row.cost = amountsOf(answer, place.freeIn);
    if (sent.timings.firstByte)
        row.firstByteMs = sent.timings.firstByte->count();
    row.totalMs = sent.timings.total.count();
    row.detail = detailOf(sent);
    return row;
}

bool hasFailedUnbilled(const Answer &answer)
{
    return answer.isError && answer.charged == Charged::No && !answer.cost.amount;
}

} // namespace tollkeeper
