// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/usage_query.h"

#include "storage/request_id.h"
#include "storage/request_rollup.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', u"''"_s).remove(QChar(0)) + u'\'';
}

QString quotedList(const QStringList &texts)
{
    QStringList all;
    for (const auto &text : texts)
        all.append(quoted(text));
    return all.join(u',');
}

template<typename T>
QString numberList(const QList<T> &values)
{
    QStringList all;
    for (const auto &value : values) {
        if constexpr (requires { value.value(); })
            all.append(QString::number(value.value()));
        else
            all.append(QString::number(static_cast<qint64>(value)));
    }
    return all.join(u',');
}

QString named(const QString &column, const QString &table, const QStringList &names)
{
    return u" AND %1 IN (SELECT id FROM %2 WHERE name IN (%3))"_s.arg(column, table, quotedList(names));
}

//! What a filter asks of a series. Values are numbers of ours or quoted text.
QString seriesWhere(const UsageFilter &filter)
{
    QString where = u"1"_s;
    if (!filter.accounts.isEmpty())
        where += u" AND account_id IN (%1)"_s.arg(numberList(filter.accounts));
    if (!filter.keys.isEmpty())
        where += u" AND key_id IN (%1)"_s.arg(numberList(filter.keys));
    if (!filter.requestedModels.isEmpty())
        where += named(u"requested_id"_s, u"model"_s, filter.requestedModels);
    if (!filter.servedModels.isEmpty())
        where += named(u"served_id"_s, u"model"_s, filter.servedModels);
    if (!filter.providers.isEmpty())
        where += named(u"provider_id"_s, u"provider"_s, filter.providers);
    if (!filter.outcomes.isEmpty())
        where += u" AND outcome IN (%1)"_s.arg(numberList(filter.outcomes));
    if (!filter.httpStatuses.isEmpty())
        where += u" AND http_status IN (%1)"_s.arg(numberList(filter.httpStatuses));
    if (filter.fellBackOnly)
        where += u" AND fell_back <> 0"_s;
    if (filter.costFrom)
        where += u" AND currency = %1"_s.arg(quoted(filter.costFrom->currency().code()));
    return where;
}

} // namespace

Result<UsageQuery> UsageQuery::prepare(Database &database, const UsageFilter &filter, const QTimeZone &zone)
{
    const TimeSegment window{startOfDay(filter.days.first, zone).toMSecsSinceEpoch(),
        startOfDay(filter.days.last.addDays(1), zone).toMSecsSinceEpoch()};
    UsageQuery query(filter, window);
    if (auto matched = query.matchSeries(database); !matched)
        return fail(matched.error());
    return query;
}

Outcome UsageQuery::matchSeries(Database &database)
{
    const auto where = seriesWhere(m_filter);
    if (where != u"1") {
        auto rows = database.run(u"SELECT id FROM series WHERE %1"_s.arg(where));
        if (!rows)
            return fail(rows.error());
        QList<qint64> ids;
        while (rows->next())
            ids.append(rows->value(0).toLongLong());
        m_matchesNothing = ids.isEmpty();
        m_seriesCondition = u" AND r.series_id IN (%1)"_s.arg(numberList(ids));
    }
    m_rowCondition = m_seriesCondition;
    if (m_filter.costFrom) {
        m_rowCondition
            += u" AND r.billed_nanos + COALESCE(r.byok_nanos, 0) >= %1"_s.arg(m_filter.costFrom->nanos());
    }
    if (!m_filter.requestId.isEmpty())
        m_rowCondition += u" AND r.request_id = %1"_s.arg(quoted(m_filter.requestId));
    return Done{};
}

Result<QList<MatchedStretch>> UsageQuery::stretches(Database &database) const
{
    QList<MatchedStretch> found;
    if (m_matchesNothing)
        return found;
    const auto highest
        = m_filter.costFrom ? u" AND r.highest_nanos >= %1"_s.arg(m_filter.costFrom->nanos()) : QString();
    // SQLite has no aggregate for OR: series of one stretch are joined here.
    auto rows = database.run(uR"(SELECT r.start_at, r.end_at, r.requests, r.slots FROM request_rollup r
            WHERE r.start_at >= :start AND r.start_at < :end%1%2 ORDER BY r.start_at DESC)"_s.arg(
                                 m_seriesCondition, highest),
        {{":start", m_window.start}, {":end", m_window.end}});
    if (!rows)
        return fail(rows.error());
    while (rows->next()) {
        const TimeSegment segment{rows->value(0).toLongLong(), rows->value(1).toLongLong()};
        if (found.isEmpty() || found.constLast().segment != segment)
            found.append({segment, 0, 0});
        found.last().rows += rows->value(2).toLongLong();
        found.last().slotBits |= rows->value(3).toLongLong();
    }
    if (!needsRows() && m_filter.requestId.isEmpty())
        return found;
    for (auto &stretch : found) {
        const auto count = countRows(database, stretch);
        if (!count)
            return fail(count.error());
        stretch.rows = *count;
    }
    found.removeIf([](const MatchedStretch &stretch) { return stretch.rows == 0; });
    return found;
}

Result<qint64> UsageQuery::countRows(Database &database, const MatchedStretch &stretch) const
{
    qint64 sum = 0;
    for (const auto &[first, end] : idRanges(stretch.segment, stretch.slotBits)) {
        const auto count = database.value(
            u"SELECT COUNT(*) FROM request r WHERE r.id >= :first AND r.id < :end"_s + m_rowCondition,
            {{":first", first}, {":end", end}});
        if (!count)
            return fail(count.error());
        sum += count->toLongLong();
    }
    return sum;
}

QList<std::pair<qint64, qint64>> idRanges(const TimeSegment &segment, qint64 slotBits)
{
    QList<std::pair<qint64, qint64>> ranges;
    const auto slotCount
        = static_cast<int>((segment.end - segment.start + RequestRollup::SlotMs - 1) / RequestRollup::SlotMs);
    for (int slot = slotCount - 1; slot >= 0; --slot) {
        if ((slotBits >> slot & 1) == 0)
            continue;
        const auto start = segment.start + slot * RequestRollup::SlotMs;
        const auto end = std::min(start + RequestRollup::SlotMs, segment.end);
        if (!ranges.isEmpty() && ranges.constLast().first == requestid::lowest(end))
            ranges.last().first = requestid::lowest(start);
        else
            ranges.append({requestid::lowest(start), requestid::lowest(end)});
    }
    return ranges;
}

} // namespace tollkeeper
