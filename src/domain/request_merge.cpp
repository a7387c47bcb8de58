// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/request_merge.h"

#include <utility>

namespace tollkeeper {
namespace {

void fill(QString &told, const QString &other)
{
    if (told.isEmpty())
        told = other;
}

template<typename T>
void fill(std::optional<T> &told, const std::optional<T> &other)
{
    if (!told)
        told = other;
}

void fill(CostParts &told, const CostParts &other)
{
    fill(told.input, other.input);
    fill(told.output, other.output);
    fill(told.cache, other.cache);
    fill(told.tools, other.tools);
    fill(told.upstream, other.upstream);
}

void fill(RequestDetail &told, const RequestDetail &other)
{
    fill(told.gatewayRequestId, other.gatewayRequestId);
    fill(told.upstreamId, other.upstreamId);
    fill(told.finishReason, other.finishReason);
    fill(told.isStreamed, other.isStreamed);
    fill(told.cachedTokens, other.cachedTokens);
    fill(told.reasoningTokens, other.reasoningTokens);
    fill(told.parts, other.parts);
    fill(told.errorMessage, other.errorMessage);
    fill(told.category, other.category);
    if (told.attempts.isEmpty())
        told.attempts = other.attempts;
}

} // namespace

RequestFacts mergedRequest(RequestFacts preferred, const RequestFacts &other)
{
    Q_ASSERT(preferred.requestId == other.requestId);
    fill(preferred.remoteKeyId, other.remoteKeyId);
    fill(preferred.requestedModel, other.requestedModel);
    fill(preferred.servedModel, other.servedModel);
    fill(preferred.provider, other.provider);
    if (preferred.fellBack == FellBack::No)
        preferred.fellBack = other.fellBack; // "No" is also what a source says that cannot know
    fill(preferred.httpStatus, other.httpStatus);
    fill(preferred.errorCode, other.errorCode);
    fill(preferred.inputTokens, other.inputTokens);
    fill(preferred.outputTokens, other.outputTokens);
    fill(preferred.cost, other.cost);
    fill(preferred.firstByteMs, other.firstByteMs);
    fill(preferred.totalMs, other.totalMs);
    fill(preferred.detail, other.detail);
    return preferred;
}

RequestFacts billedRequest(RequestFacts bill, const RequestFacts &sent)
{
    auto row = mergedRequest(std::move(bill), sent);
    if (!sent.requestedModel.isEmpty())
        row.requestedModel = sent.requestedModel;
    if (sent.outcome == RequestOutcome::Complete)
        return row;
    row.outcome = sent.outcome;
    row.errorCode = sent.errorCode;
    row.detail.category = sent.detail.category;
    row.detail.errorMessage = sent.detail.errorMessage;
    if (sent.httpStatus)
        row.httpStatus = sent.httpStatus;
    return row;
}

} // namespace tollkeeper
