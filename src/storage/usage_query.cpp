// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/usage_query.h"

#include "storage/bulk_statement.h"
#include "storage/request_id.h"
#include "storage/request_rollup.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString quotedList(const QStringList &texts)
{
    QStringList all;
    for (const auto &text : texts)
        all.append(quotedText(text));
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
        where += u" AND currency = %1"_s.arg(quotedText(filter.costFrom->currency().code()));
    return where;
}

//! Six figures in a row, as both the roll-up and the rows give them.
void add(MatchedSeries &sum, const BulkStatement &row, int first)
{
    sum.requests += row.number(first);
    sum.unpriced += row.number(first + 1);
    sum.billedNanos += row.number(first + 2);
    sum.byokNanos += row.number(first + 3);
    sum.inputTokens += row.number(first + 4);
    sum.outputTokens += row.number(first + 5);
}

} // namespace

QString quotedText(QString text)
{
    return u'\'' + text.replace(u'\'', u"''"_s).remove(QChar(0)) + u'\'';
}

Result<UsageQuery> UsageQuery::prepare(Database &database, const UsageFilter &filter, const QTimeZone &zone)
{
    const TimeSegment window{startOfDay(filter.days.first, zone).toMSecsSinceEpoch(),
        startOfDay(filter.days.last.addDays(1), zone).toMSecsSinceEpoch()};
    UsageQuery query(filter, window);
    if (auto matched = query.matchSeries(database); !matched)
        return fail(matched.error());
    if (auto matched = query.matchPlayground(database); !matched)
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
        m_rowCondition += u" AND r.request_id = %1"_s.arg(quotedText(m_filter.requestId));
    m_needsRows = m_filter.costFrom || !m_filter.requestId.isEmpty();
    return Done{};
}

Outcome UsageQuery::matchPlayground(Database &database)
{
    if (m_filter.playground == PlaygroundRows::Counted || m_matchesNothing)
        return Done{};
    const auto rows = PlaygroundMarkRepository(database).in(m_window, m_seriesCondition);
    if (!rows)
        return fail(rows.error());
    m_playground = *rows;
    QList<qint64> ids;
    for (const auto &row : std::as_const(m_playground))
        ids.append(row.id);
    const bool isOnly = m_filter.playground == PlaygroundRows::Only;
    m_matchesNothing = isOnly && ids.isEmpty();
    m_needsRows = m_needsRows || isOnly;
    if (!ids.isEmpty())
        m_rowCondition += u" AND r.id %1 (%2)"_s.arg(isOnly ? u"IN"_s : u"NOT IN"_s, numberList(ids));
    return Done{};
}

//! One pass over the roll-up: by time and by series at once.
Result<UsageMatches> UsageQuery::rolledUp(Database &database) const
{
    const auto sql
        = u"SELECT r.start_at, r.end_at, r.series_id, r.requests, r.unpriced, r.billed_nanos, r.byok_nanos, "
          "r.input_tokens, r.output_tokens, r.slots FROM request_rollup r "
          "WHERE r.start_at >= ? AND r.start_at < ? AND r.highest_nanos >= ?%1 ORDER BY r.start_at DESC"_s
              .arg(m_seriesCondition)
              .toUtf8();
    auto read = BulkStatement::prepare(database, sql.constData());
    if (!read)
        return fail(read.error());
    read->bind(1, m_window.start);
    read->bind(2, m_window.end);
    read->bind(3, m_filter.costFrom ? m_filter.costFrom->nanos() : 0);
    UsageMatches matches;
    auto step = read->step();
    for (; step && *step == BulkStatement::Step::Row; step = read->step()) {
        const auto start = read->number(0);
        if (matches.stretches.isEmpty() || matches.stretches.constLast().segment.start != start)
            matches.stretches.append({{start, read->number(1)}, 0, 0});
        auto &stretch = matches.stretches.last();
        stretch.rows += read->number(3);
        stretch.slotBits |= read->number(9);
        add(matches.series[read->number(2)], *read, 3);
    }
    if (!step)
        return fail(step.error());
    return matches;
}

Result<UsageMatches> UsageQuery::matches(Database &database) const
{
    if (m_matchesNothing)
        return UsageMatches{};
    auto matches = rolledUp(database);
    if (!matches)
        return matches;
    if (!m_needsRows) {
        leaveOutPlayground(*matches);
        return matches;
    }
    if (auto counted = countRows(database, *matches); !counted)
        return fail(counted.error());
    return matches;
}

//! Replaces what the roll-up says by what the rows say that meet the whole condition.
Outcome UsageQuery::countRows(Database &database, UsageMatches &matches) const
{
    matches.series.clear();
    const auto sql
        = u"SELECT r.series_id, COUNT(*), COUNT(*) - COUNT(r.billed_nanos), TOTAL(r.billed_nanos), "
          "TOTAL(r.byok_nanos), TOTAL(r.input_tokens), TOTAL(r.output_tokens) FROM request r "
          "WHERE r.id >= ? AND r.id < ?%1 GROUP BY r.series_id"_s.arg(m_rowCondition)
              .toUtf8();
    auto read = BulkStatement::prepare(database, sql.constData());
    if (!read)
        return fail(read.error());
    for (auto &stretch : matches.stretches) {
        stretch.rows = 0;
        for (const auto &[first, end] : idRanges(stretch.segment, stretch.slotBits)) {
            read->bind(1, first);
            read->bind(2, end);
            auto step = read->step();
            for (; step && *step == BulkStatement::Step::Row; step = read->step()) {
                stretch.rows += read->number(1);
                add(matches.series[read->number(0)], *read, 1);
            }
            read->reset();
            if (!step)
                return fail(step.error());
        }
    }
    matches.stretches.removeIf([](const MatchedStretch &stretch) { return stretch.rows == 0; });
    return Done{};
}

void UsageQuery::leaveOutPlayground(UsageMatches &matches) const
{
    for (const auto &[id, row] : m_playground) {
        const auto stretch = std::ranges::find_if(matches.stretches, [at = row.startedAt](const auto &one) {
            return at >= one.segment.start && at < one.segment.end;
        });
        if (stretch == matches.stretches.end())
            continue;
        --stretch->rows;
        auto &series = matches.series[row.series];
        --series.requests;
        series.unpriced -= row.billedNanos ? 0 : 1;
        series.billedNanos -= row.billedNanos.value_or(0);
        series.byokNanos -= row.byokNanos.value_or(0);
        series.inputTokens -= row.inputTokens.value_or(0);
        series.outputTokens -= row.outputTokens.value_or(0);
    }
    matches.stretches.removeIf([](const MatchedStretch &stretch) { return stretch.rows == 0; });
    matches.series.removeIf(
        [](std::pair<const qint64 &, MatchedSeries &> one) { return one.second.requests == 0; });
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
