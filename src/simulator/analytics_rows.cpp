// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/analytics_rows.h"

#include "simulator/request_ids.h"
#include "simulator/request_rows.h"

#include <map>

namespace tollkeeper::simulator::analytics {
namespace {

constexpr Slot SlotsPerHour = 12;
//! Under half a day of the whole company: beyond, the real thing may time out too.
constexpr qint64 MostRequests = 60'000;

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

Row rowOf(const Query &query, const Origin &origin)
{
    Row row;
    for (const auto *term : query.dimensions) {
        row.ids.append(idOf(term->dimension, origin));
        row.labels.append(labelOf(term->dimension, origin));
    }
    return row;
}

struct Group {
    Row row;
    std::vector<const SpendSeries *> series;
};

std::map<QStringList, Group> groupsOf(const Query &query, const std::vector<const Key *> &keys)
{
    std::map<QStringList, Group> groups;
    for (const auto *key : keys) {
        for (const auto &series : key->series) {
            const Origin origin{*key, series};
            if (!query.admits(origin))
                continue;
            auto row = rowOf(query, origin);
            auto &group = groups[row.ids];
            group.row = std::move(row);
            group.series.push_back(&series);
        }
    }
    return groups;
}

Cell cellOf(const Group &group, Stretch stretch)
{
    Cell cell;
    for (const auto *series : group.series)
        cell.add(series->spec(), series->spent(stretch));
    return cell;
}

//! A look-up by id need not look at more than the id's own slot.
Stretch narrowed(const Query &query, Stretch stretch)
{
    for (const auto &filter : query.filters) {
        if (filter.dimension != Dimension::Generation || filter.operation != Operator::Equal)
            continue;
        const auto slot = slotOfRequest(Place::OpenRouter, filter.values.first().toLatin1());
        const bool inside = slot && *slot >= stretch.from && *slot < stretch.to;
        return inside ? Stretch{*slot, *slot + 1} : Stretch{stretch.from, stretch.from};
    }
    return stretch;
}

void addRequests(std::vector<Row> &rows, const Query &query, const Origin &from, Slot slot)
{
    const auto time = query.granularity ? bucketOf(query.granularity->granularity, slot).start : QDateTime();
    for (const auto &request : requestsIn(from.key, from.series, slot)) {
        const Origin origin{from.key, from.series, request.id};
        if (request.outcome == RequestOutcome::Failed || !query.admits(origin))
            continue;
        auto row = rowOf(query, origin);
        row.time = time;
        row.cell.add(from.series.spec(), request.figures);
        rows.push_back(std::move(row));
    }
}

} // namespace

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

std::vector<Row> summedRows(const Query &query, const std::vector<const Key *> &keys, Stretch stretch)
{
    const auto groups = groupsOf(query, keys);
    std::vector<Row> rows;
    for (auto from = stretch.from; from < stretch.to;) {
        const auto bucket
            = query.granularity ? bucketOf(query.granularity->granularity, from) : Bucket{{}, stretch.to};
        const auto to = qMin(bucket.end, stretch.to);
        for (const auto &[ids, group] : groups) {
            const auto cell = cellOf(group, {from, to});
            if (cell.isEmpty())
                continue;
            auto &row = rows.emplace_back(group.row);
            row.time = bucket.start;
            row.cell = cell;
        }
        from = to;
    }
    return rows;
}

std::optional<std::vector<Row>> requestRows(
    const Query &query, const std::vector<const Key *> &keys, Stretch stretch)
{
    const auto narrow = narrowed(query, stretch);
    std::vector<Origin> origins;
    qint64 expected = 0;
    for (const auto *key : keys) {
        for (const auto &series : key->series) {
            if (!query.admits({*key, series}))
                continue;
            origins.push_back({*key, series});
            expected += series.spent(narrow).requests;
        }
    }
    if (expected > MostRequests)
        return std::nullopt;
    std::vector<Row> rows;
    for (const auto &origin : origins) {
        for (auto slot = narrow.from; slot < narrow.to; ++slot)
            addRequests(rows, query, origin, slot);
    }
    return rows;
}

} // namespace tollkeeper::simulator::analytics
