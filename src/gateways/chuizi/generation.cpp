// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "gateways/amounts.h"
#include "gateways/chuizi/endpoints.h"
#include "gateways/json_body.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::chuizi {
namespace {

//! "auto/fast", and the older "auto", "smart", "claude-auto": names of a choice, not of a model.
bool isAutomatic(const QString &model)
{
    return model.startsWith("auto/"_L1) || model == "auto"_L1 || model == "smart"_L1
        || model == "claude-auto"_L1;
}

Outcome readCosts(const QJsonObject &data, RequestFacts &facts)
{
    const auto currency = currencyOf(data);
    if (!currency)
        return fail(currency.error());
    const auto cost = optionalCost(data, u"cost", *currency);
    const auto upstream = optionalCost(data, u"upstream_cost", *currency);
    if (!cost || !upstream)
        return fail(cost ? upstream.error() : cost.error());
    if (*cost) // null until it is settled
        facts.cost = Amounts{**cost, Money::fromNanos(0, *currency)};
    facts.detail.parts.upstream = *upstream; // a part of the cost, never added to it (ledger rule 6)
    return Done{};
}

Outcome readCounts(const QJsonObject &data, RequestFacts &facts)
{
    const std::pair<QStringView, std::optional<qint64> *> fields[]{{u"input_tokens", &facts.inputTokens},
        {u"output_tokens", &facts.outputTokens}, {u"cached_tokens", &facts.detail.cachedTokens},
        {u"reasoning_tokens", &facts.detail.reasoningTokens}, {u"latency_ms", &facts.totalMs}};
    for (const auto &[field, place] : fields) {
        const auto count = optionalTally(data, field);
        if (!count)
            return fail(count.error());
        *place = *count;
    }
    const auto generating = optionalTally(data, u"generation_time_ms");
    const auto status = optionalTally(data, u"status_code"); // named once, not in the newer shape
    if (!generating || !status)
        return fail(generating ? status.error() : generating.error());
    if (*generating)
        facts.totalMs = std::max(facts.totalMs.value_or(0), **generating);
    if (*status)
        facts.httpStatus = static_cast<int>(**status);
    return Done{};
}

} // namespace

Result<RequestFacts> parseGeneration(const QJsonObject &body)
{
    const auto data = requiredObject(body, u"data");
    if (!data)
        return fail(data.error());
    RequestFacts facts;
    facts.requestId = data->value("id"_L1).toString();
    const auto startedAt = parseUtc(data->value("created_at"_L1).toString());
    if (facts.requestId.isEmpty())
        return fail(Error::Kind::Protocol, u"\"id\" is missing"_s);
    if (!startedAt)
        return fail(Error::Kind::Protocol, u"\"created_at\" is not a time"_s);
    facts.startedAt = *startedAt;
    // A fixed name is never swapped for another model, so it is both.
    facts.requestedModel = data->value("model"_L1).toString();
    if (!isAutomatic(facts.requestedModel))
        facts.servedModel = facts.requestedModel;
    facts.provider = data->value("provider"_L1).toString();
    facts.detail.finishReason = data->value("finish_reason"_L1).toString();
    if (const auto streamed = data->value("streamed"_L1); streamed.isBool())
        facts.detail.isStreamed = streamed.toBool();
    if (const auto read = readCosts(*data, facts); !read)
        return fail(read.error());
    if (const auto read = readCounts(*data, facts); !read)
        return fail(read.error());
    if (facts.httpStatus.value_or(200) >= 400)
        facts.outcome = RequestOutcome::Failed;
    return facts;
}

} // namespace tollkeeper::chuizi
