// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/catalogue.h"
#include "simulator/json_row.h"
#include "simulator/panel_envelope.h"
#include "simulator/panel_parts.h"
#include "simulator/panel_selection.h"

#include <algorithm>
#include <tuple>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::panel {
namespace {

constexpr qint64 MostRowsPerSlot = 1000;

struct PanelRow {
    const Key *key = nullptr;
    qint64 number = 0; //!< whatever was selected
    RequestRow request = {};
};

//! The billed requests of one slot, of all the user's keys: a row's number must not depend on the question.
std::vector<PanelRow> rowsIn(const World &world, Slot slot)
{
    std::vector<PanelRow> rows;
    for (const auto *key : ownKeys(world)) {
        for (auto &request : requestsIn(*key, slot)) {
            if (request.outcome != RequestOutcome::Failed)
                rows.push_back({.key = key, .request = std::move(request)});
        }
    }
    std::ranges::sort(
        rows, {}, [](const PanelRow &row) { return std::tie(row.request.momentMs, row.request.id); });
    auto number = slot * MostRowsPerSlot;
    for (auto &row : rows)
        row.number = ++number;
    return rows;
}

void addCounts(JsonRow &json, const Figures &figures)
{
    json.count("input_tokens", freshTokens(figures)).count("output_tokens", figures.completionTokens);
    json.count("cache_creation_tokens", figures.cacheWriteTokens);
    json.count("cache_read_tokens", figures.cacheReadTokens);
    json.count("cache_creation_5m_tokens", figures.cacheWriteTokens).count("cache_creation_1h_tokens", 0);
}

void addCosts(JsonRow &json, const RequestRow &request)
{
    json.amount("input_cost", request.parts.input + request.parts.search);
    json.amount("output_cost", request.parts.output);
    json.amount("cache_creation_cost", request.parts.cacheWrite);
    json.amount("cache_read_cost", request.parts.cacheRead);
    json.amount("total_cost", request.figures.listMicros).amount("actual_cost", request.figures.micros);
    json.json("rate_multiplier", "0.8");
}

QString shownModel(const RequestRow &request)
{
    return request.askedAs.isEmpty() ? models()[request.requestedModel].name : request.askedAs;
}

QByteArray endpointOf(const RequestRow &request)
{
    if (!request.endpoint.isEmpty())
        return request.endpoint;
    const bool isAnthropic = models()[request.servedModel].vendor == u"anthropic"_s;
    return isAnthropic ? "/v1/messages" : "/v1/chat/completions";
}

void addManner(JsonRow &json, const RequestRow &request)
{
    json.text("inbound_endpoint", endpointOf(request));
    json.text("request_type", request.stream ? "stream" : "sync");
    json.json("stream", request.stream ? "true" : "false").count("duration_ms", request.totalMs);
    if (request.firstTokenMs)
        json.count("first_token_ms", *request.firstTokenMs);
    else
        json.json("first_token_ms", "null");
    json.text("user_agent", "halden-client/3.2");
}

QByteArray rowText(const World &world, const PanelRow &row)
{
    const bool bySubscription = row.key->plan.billing == Billing::Subscription;
    const auto keyNumber = numberOf(world, *row.key);
    const auto moment = QDateTime::fromMSecsSinceEpoch(row.request.momentMs, Qt::UTC);
    JsonRow key;
    key.count("id", keyNumber).text("name", row.key->plan.name.toLatin1());
    JsonRow json;
    json.count("id", row.number).count("user_id", 1).count("api_key_id", keyNumber);
    json.count("account_id", 40 + static_cast<qint64>(row.request.servedModel));
    json.text("request_id", row.request.id);
    json.text("model", shownModel(row.request).toLatin1());
    json.count("group_id", bySubscription ? 2 : 1);
    json.json("subscription_id", bySubscription ? "5" : "null").count("billing_type", bySubscription ? 1 : 0);
    addCounts(json, row.request.figures);
    addCosts(json, row.request);
    addManner(json, row.request);
    json.text("created_at", moment.toString(Qt::ISODateWithMs).toLatin1());
    json.json("api_key", '{' + key.members() + '}');
    return '{' + json.members() + '}';
}

//! The rows of these ranks, oldest first.
std::vector<PanelRow> rowsOfRanks(const World &world, const Selection &selection, qint64 from, qint64 to)
{
    const RequestRanks ranks(selection.series);
    std::vector<PanelRow> rows;
    auto slot = from < to ? ranks.slotOf(from) : 0;
    for (auto rank = from < to ? ranks.before(slot) : to; rank < to; ++slot) {
        for (auto &row : rowsIn(world, slot)) {
            if (!selection.has(*row.key, row.request.servedModel))
                continue;
            if (rank >= from && rank < to)
                rows.push_back(std::move(row));
            ++rank;
        }
    }
    return rows;
}

bool isNewestFirst(const Asked &asked)
{
    return asked.parameter(u"sort_order"_s).value_or(QString()).toLower() != u"asc"_s;
}

} // namespace

Answer usageRows(const Visit &visit)
{
    const auto selection = selectionAsked(visit);
    if (!selection)
        return selection.error();
    const RequestRanks ranks(selection->series);
    const auto first = ranks.before(selection->stretch.from);
    const auto end = ranks.before(selection->stretch.to);
    const auto page = pageAsked(visit.asked);
    const auto skipped = qMin(page.first(), end - first);
    const auto shown = qMin(page.size, end - first - skipped);
    const bool newestFirst = isNewestFirst(visit.asked);
    const auto from = newestFirst ? end - skipped - shown : first + skipped;

    auto rows = rowsOfRanks(visit.world, *selection, from, from + shown);
    if (newestFirst)
        std::ranges::reverse(rows);
    QByteArray items;
    for (const auto &row : rows)
        items += (items.isEmpty() ? "" : ",") + rowText(visit.world, row);
    return paged(items, end - first, page);
}

} // namespace tollkeeper::simulator::panel
