// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/analytics_table.h"

#include <algorithm>
#include <map>

namespace tollkeeper::simulator::analytics {
namespace {

constexpr Slot SlotsPerHour = 12;

bool admitted(const Query &query, const Key &key, const SeriesSpec &series)
{
    return std::ranges::all_of(query.filters,
        [&](const Filter &filter) { return filter.admits(idOf(filter.dimension, key, series)); });
}

std::vector<Group> groupsOf(const Query &query, const std::vector<const Key *> &keys)
{
    std::map<QStringList, Group> groups;
    for (const auto *key : keys) {
        for (const auto &series : key->series) {
            if (!admitted(query, *key, series.spec()))
                continue;
            QStringList ids;
            QStringList labels;
            for (const auto *term : query.dimensions) {
                ids.append(idOf(term->dimension, *key, series.spec()));
                labels.append(labelOf(term->dimension, *key, series.spec()));
            }
            auto &group = groups[ids];
            group.labels = labels;
            group.series.push_back(&series);
        }
    }
    std::vector<Group> all;
    for (auto &[ids, group] : groups)
        all.push_back(std::move(group));
    return all;
}

QDate firstOf(Granularity granularity, const QDate &day)
{
    if (granularity == Granularity::Week)
        return day.addDays(1 - day.dayOfWeek());
    return granularity == Granularity::Month ? QDate(day.year(), day.month(), 1) : day;
}

QDate nextAfter(Granularity granularity, const QDate &first)
{
    if (granularity == Granularity::Month)
        return first.addMonths(1);
    return first.addDays(granularity == Granularity::Week ? 7 : 1);
}

struct Bucket {
    QDateTime start;
    Slot end = 0;
};

//! The bucket a slot lies in. Slots are the finest there is: a minute holds a whole one or nothing.
Bucket bucketOf(Granularity granularity, Slot slot)
{
    if (granularity == Granularity::Minute)
        return {startOf(slot), slot + 1};
    if (granularity == Granularity::Hour) {
        const auto hour = slot / SlotsPerHour;
        return {startOf(hour * SlotsPerHour), (hour + 1) * SlotsPerHour};
    }
    const auto first = firstOf(granularity, dayOf(slot));
    return {first.startOfDay(Qt::UTC), slotOf(nextAfter(granularity, first))};
}

Cell cellOf(const Group &group, Stretch stretch)
{
    Cell cell;
    for (const auto *series : group.series)
        cell.add(series->spec(), series->spent(stretch));
    return cell;
}

std::vector<Row> rowsOf(const Query &query, const std::vector<Group> &groups, Stretch stretch)
{
    std::vector<Row> rows;
    for (auto from = stretch.from; from < stretch.to;) {
        const auto bucket
            = query.granularity ? bucketOf(query.granularity->granularity, from) : Bucket{{}, stretch.to};
        const auto to = qMin(bucket.end, stretch.to);
        for (const auto &group : groups) {
            if (const auto cell = cellOf(group, {from, to}); !cell.isEmpty())
                rows.push_back({bucket.start, &group, cell});
        }
        from = to;
    }
    return rows;
}

//! Less, equal or greater than 0 as `a` stands before, beside or after `b` in ascending order.
qint64 compared(const Order &order, const Row &a, const Row &b)
{
    switch (order.by) {
    case Order::By::Date:
        return b.time.secsTo(a.time);
    case Order::By::Dimension: {
        const auto place = static_cast<qsizetype>(order.dimension);
        return a.group->labels[place].compare(b.group->labels[place]);
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
    std::map<const Group *, int> seen;
    std::erase_if(rows, [&](const Row &row) { return ++seen[row.group] > most; });
}

} // namespace

Table tableFor(const Query &query, const std::vector<const Key *> &keys, const QDateTime &now)
{
    Table table{groupsOf(query, keys)};
    table.rows = rowsOf(query, table.groups, query.stretch(now));
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
