// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/analytics_rows.h"

#include <algorithm>
#include <map>

namespace tollkeeper::simulator::analytics {
namespace {

//! Less, equal or greater than 0 as `a` stands before, beside or after `b` in ascending order.
qint64 compared(const Order &order, const Row &a, const Row &b)
{
    switch (order.by) {
    case Order::By::Date:
        return b.time.secsTo(a.time);
    case Order::By::Dimension: {
        const auto place = static_cast<qsizetype>(order.dimension);
        return a.labels[place].compare(b.labels[place]);
    }
    case Order::By::Metric:
        return order.metric->value(a.cell) - order.metric->value(b.cell);
    }
    Q_UNREACHABLE();
}

void sortRows(const Query &query, std::vector<Row> &rows)
{
    // As documented: the latest first where there is a time; the largest first is a guess.
    const auto usual = query.granularity ? Order{} : Order{Order::By::Metric, query.metrics.front()};
    const auto order = query.order.value_or(usual);
    std::ranges::stable_sort(rows, [&order](const Row &a, const Row &b) {
        const auto difference = compared(order, a, b);
        return order.ascending ? difference < 0 : difference > 0;
    });
}

void keepPerGroup(std::vector<Row> &rows, int most)
{
    std::map<QStringList, int> seen;
    std::erase_if(rows, [&](const Row &row) { return ++seen[row.ids] > most; });
}

} // namespace

Table tableFor(const Query &query, const std::vector<const Key *> &keys, const QDateTime &now)
{
    const auto stretch = query.stretch(now);
    auto rows = query.byGeneration ? requestRows(query, keys, stretch)
                                   : std::optional(summedRows(query, keys, stretch));
    if (!rows)
        return {.timedOut = true};
    Table table{std::move(*rows)};
    sortRows(query, table.rows);
    if (query.groupLimit && !query.dimensions.empty())
        keepPerGroup(table.rows, *query.groupLimit);
    const auto limit = static_cast<std::size_t>(query.limit);
    table.truncated = table.rows.size() > limit;
    if (table.truncated)
        table.rows.resize(limit);
    return table;
}

} // namespace tollkeeper::simulator::analytics
