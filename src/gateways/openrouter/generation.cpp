// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "gateways/amounts.h"
#include "gateways/json_body.h"
#include "gateways/openrouter/endpoints.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::openrouter {
namespace {

//! `provider_responses`, in the order of the tries; null where there was nothing to tell.
Result<QList<AttemptFacts>> attemptsOf(const QJsonObject &generation)
{
    QList<AttemptFacts> attempts;
    for (const auto &value : generation["provider_responses"_L1].toArray()) {
        const auto response = value.toObject();
        const auto status = optionalTally(response, u"status");
        const auto latency = optionalMilliseconds(response, u"latency");
        if (!status || !latency)
            return fail(status ? latency.error() : status.error());
        AttemptFacts attempt;
        attempt.provider = response["provider_name"_L1].toString();
        attempt.model = response["model_permaslug"_L1].toString();
        if (*status)
            attempt.httpStatus = static_cast<int>(**status);
        attempt.milliseconds = *latency;
        attempts.append(attempt);
    }
    return attempts;
}

//! Who answered is the last try. A model another than the first one tried outweighs another provider.
FellBack fallbackIn(const QList<AttemptFacts> &attempts)
{
    if (attempts.size() < 2)
        return FellBack::No;
    const auto &first = attempts.constFirst();
    const auto &last = attempts.constLast();
    if (!first.model.isEmpty() && !last.model.isEmpty() && first.model != last.model)
        return FellBack::Model;
    const bool tellProviders = !first.provider.isEmpty() && !last.provider.isEmpty();
    return tellProviders && first.provider != last.provider ? FellBack::Provider : FellBack::No;
}

RequestOutcome outcomeOf(const QJsonObject &generation)
{
    if (generation["cancelled"_L1].toBool())
        return RequestOutcome::Incomplete;
    const auto reason = generation["finish_reason"_L1].toString();
    if (reason == "error"_L1)
        return RequestOutcome::Failed;
    // Embeddings and the like have no finish reason; a completion without one was cut off.
    const auto api = generation["api_type"_L1].toString();
    const bool isCompletion = api.isEmpty() || api == "completions"_L1;
    const bool hasEnd = !reason.isEmpty() || !generation["native_finish_reason"_L1].toString().isEmpty();
    return isCompletion && !hasEnd ? RequestOutcome::Incomplete : RequestOutcome::Complete;
}

//! The provider's own count is what is billed; the normalised one stands in where it is missing.
Result<std::optional<qint64>> tokens(const QJsonObject &generation, QStringView own, QStringView normalised)
{
    const auto counted = optionalTally(generation, own);
    if (!counted || *counted)
        return counted;
    return optionalTally(generation, normalised);
}

Outcome addTokens(RequestFacts &facts, const QJsonObject &generation)
{
    const auto input = tokens(generation, u"native_tokens_prompt", u"tokens_prompt");
    const auto output = tokens(generation, u"native_tokens_completion", u"tokens_completion");
    const auto cached = optionalTally(generation, u"native_tokens_cached");
    const auto reasoning = optionalTally(generation, u"native_tokens_reasoning");
    for (const auto *problem : {input ? nullptr : &input.error(), output ? nullptr : &output.error(),
             cached ? nullptr : &cached.error(), reasoning ? nullptr : &reasoning.error()}) {
        if (problem)
            return fail(*problem);
    }
    facts.inputTokens = *input;
    facts.outputTokens = *output;
    facts.detail.cachedTokens = *cached;
    facts.detail.reasoningTokens = *reasoning;
    return Done{};
}

bool usedTools(const QJsonObject &generation)
{
    return generation["num_search_results"_L1].toInt() > 0 || generation["num_fetches"_L1].toInt() > 0;
}

//! `usage` is what was taken from the credits. With the person's own provider key (BYOK) the provider bills
//! `upstream_inference_cost` apart; otherwise, where that is told at all, it is the part of the cost that
//! went to the model, and what a request with searches cost beyond it went to them.
Outcome addCost(RequestFacts &facts, const QJsonObject &generation)
{
    auto usage = optionalCost(generation, u"usage");
    if (usage && !*usage)
        usage = optionalCost(generation, u"total_cost");
    const auto upstream = optionalCost(generation, u"upstream_inference_cost");
    if (!usage || !upstream)
        return fail(usage ? upstream.error() : usage.error());
    if (!*usage)
        return Done{};
    const bool isByok = generation["is_byok"_L1].toBool();
    facts.cost = Amounts{**usage, isByok ? upstream->value_or(Money()) : Money()};
    const bool tellsModelPart = !isByok && *upstream && !(*upstream)->isZero() && **upstream <= **usage;
    if (tellsModelPart && usedTools(generation))
        facts.detail.parts.tools = **usage - **upstream;
    return Done{};
}

//! Whether `latency` is the whole time or that until the first token is not documented, and samples disagree:
//! the larger of it and `generation_time` is the whole, a smaller latency the time until the first token.
Outcome addTimes(RequestFacts &facts, const QJsonObject &generation)
{
    const auto latency = optionalMilliseconds(generation, u"latency");
    const auto generating = optionalMilliseconds(generation, u"generation_time");
    if (!latency || !generating)
        return fail(latency ? generating.error() : latency.error());
    facts.totalMs = std::max(*latency, *generating); // nothing is less than any number
    if (*latency && *generating && **latency < **generating)
        facts.firstByteMs = *latency;
    return Done{};
}

Outcome addAttempts(RequestFacts &facts, const QJsonObject &generation)
{
    const auto attempts = attemptsOf(generation);
    if (!attempts)
        return fail(attempts.error());
    facts.detail.attempts = *attempts;
    facts.fellBack = fallbackIn(*attempts);
    facts.requestedModel = generation["router"_L1].toString(); // of a model asked for it tells nothing
    if (attempts->isEmpty())
        return Done{};
    facts.httpStatus = attempts->constLast().httpStatus;
    const bool wasRefused = facts.httpStatus.value_or(0) >= 400 && facts.detail.finishReason.isEmpty();
    if (wasRefused && !generation["cancelled"_L1].toBool())
        facts.outcome = RequestOutcome::Failed;
    return Done{};
}

} // namespace

Result<RequestFacts> parseGeneration(const QJsonObject &body)
{
    const auto generation = requiredObject(body, u"data");
    if (!generation)
        return fail(generation.error());
    const auto startedAt = parseUtc(generation->value("created_at"_L1).toString());
    RequestFacts facts;
    facts.requestId = generation->value("id"_L1).toString();
    if (facts.requestId.isEmpty() || !startedAt)
        return fail(
            Error::Kind::Protocol, startedAt ? u"\"id\" is missing"_s : u"\"created_at\" is no time"_s);
    facts.startedAt = *startedAt;
    facts.servedModel = generation->value("model"_L1).toString();
    facts.provider = generation->value("provider_name"_L1).toString();
    facts.outcome = outcomeOf(*generation);
    facts.detail.gatewayRequestId = generation->value("request_id"_L1).toString();
    facts.detail.upstreamId = generation->value("upstream_id"_L1).toString();
    facts.detail.finishReason = generation->value("finish_reason"_L1).toString();
    if (const auto streamed = generation->value("streamed"_L1); streamed.isBool())
        facts.detail.isStreamed = streamed.toBool();
    for (const auto add : {addTokens, addCost, addTimes, addAttempts}) {
        if (auto added = add(facts, *generation); !added)
            return fail(added.error());
    }
    return facts;
}

} // namespace tollkeeper::openrouter
