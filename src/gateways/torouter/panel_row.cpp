// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "base/decimal.h"
#include "domain/request_bounds.h"
#include "gateways/amounts.h"
#include "gateways/torouter/panel_answers.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::torouter {
namespace {

//! The parts are list prices; what was charged is the list total times a rate of the login. Each part is
//! brought to what was charged in the same proportion, so that it compares with the cost.
Result<std::optional<Money>> chargedPart(
    const QJsonObject &item, std::initializer_list<QStringView> fields, Money charged, Money list)
{
    std::optional<Money> part;
    for (const auto field : fields) {
        const auto told = optionalSpend(item, field);
        if (!told)
            return fail(told.error());
        if (!*told)
            continue;
        const auto more = sum(part.value_or(Money()), **told, field);
        if (!more)
            return fail(more.error());
        part = *more;
    }
    const bool isShare = part && list.nanos() > 0;
    const auto nanos
        = isShare ? scaledIfItFits(part->nanos(), charged.nanos(), list.nanos()) : std::optional<qint64>();
    return nanos ? std::optional(Money::fromNanos(*nanos)) : std::nullopt;
}

Outcome readCosts(const QJsonObject &item, RequestFacts &facts)
{
    const auto charged = requiredSpend(item, u"actual_cost");
    const auto list = optionalSpend(item, u"total_cost");
    if (!charged || !list)
        return fail(charged ? list.error() : charged.error());
    if (!canBeCostOfOneRequest(*charged))
        return Done{}; // as good as not told
    facts.cost = Amounts{*charged, Money()};
    const auto total = list->value_or(Money());
    const auto input = chargedPart(item, {u"input_cost"}, *charged, total);
    const auto output = chargedPart(item, {u"output_cost"}, *charged, total);
    const auto cache = chargedPart(item, {u"cache_creation_cost", u"cache_read_cost"}, *charged, total);
    for (const auto *problem : {input ? nullptr : &input.error(), output ? nullptr : &output.error(),
             cache ? nullptr : &cache.error()}) {
        if (problem)
            return fail(*problem);
    }
    facts.detail.parts.input = *input;
    facts.detail.parts.output = *output;
    facts.detail.parts.cache = *cache;
    return Done{};
}

//! Tokens read from or written to a cache are told apart and belong to the input.
Outcome readTokens(const QJsonObject &item, RequestFacts &facts)
{
    const auto input = optionalTally(item, u"input_tokens");
    const auto output = optionalTally(item, u"output_tokens");
    const auto read = optionalTally(item, u"cache_read_tokens");
    const auto written = optionalTally(item, u"cache_creation_tokens");
    for (const auto *count : {&input, &output, &read, &written}) {
        if (!*count)
            return fail(count->error());
    }
    if (*input)
        facts.inputTokens = **input + read->value_or(0) + written->value_or(0);
    facts.outputTokens = *output;
    facts.detail.cachedTokens = *read;
    return Done{};
}

Outcome readTimes(const QJsonObject &item, RequestFacts &facts)
{
    const auto startedAt = parseUtc(item.value("created_at"_L1).toString());
    const auto firstByte = optionalMilliseconds(item, u"first_token_ms");
    const auto total = optionalMilliseconds(item, u"duration_ms");
    if (!startedAt)
        return fail(Error::Kind::Protocol, u"\"created_at\" is not a time"_s);
    if (!firstByte || !total)
        return fail(firstByte ? total.error() : firstByte.error());
    facts.startedAt = *startedAt;
    facts.firstByteMs = *firstByte;
    facts.totalMs = *total;
    return Done{};
}

QString textOf(const QJsonValue &value)
{
    return value.isDouble() ? QString::number(value.toInteger()) : value.toString();
}

} // namespace

Result<PanelRow> parseRow(const QJsonObject &item)
{
    PanelRow row;
    row.id = textOf(item.value("id"_L1));
    auto &facts = row.facts;
    facts.requestId = item.value("request_id"_L1).toString();
    if (facts.requestId.isEmpty() && !row.id.isEmpty())
        facts.requestId = u"usage:"_s + row.id;
    if (facts.requestId.isEmpty())
        return fail(Error::Kind::Protocol, u"a row without \"request_id\""_s);
    if (row.id.isEmpty())
        row.id = facts.requestId;
    for (const auto read : {readTimes, readCosts, readTokens}) {
        if (const auto done = read(item, facts); !done)
            return fail(done.error());
    }
    facts.remoteKeyId = textOf(item.value("api_key_id"_L1));
    facts.requestedModel = item.value("model"_L1).toString(); // what served is not told
    if (const auto stream = item.value("stream"_L1); stream.isBool())
        facts.detail.isStreamed = stream.toBool();
    return row;
}

} // namespace tollkeeper::torouter
