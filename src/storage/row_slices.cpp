// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/row_slices.h"

#include "storage/request_id.h"

#include <algorithm>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

bool covers(const TimeSegment &outer, const TimeSegment &inner)
{
    return outer.start <= inner.start && inner.end <= outer.end;
}

//! Moments inside a segment at which other evidence, or completeness, begins or ends.
QList<qint64> edgesInside(
    const TimeSegment &segment, const QList<TimeSegment> &whole, const QList<Slice> &others)
{
    QList<qint64> edges;
    const auto add = [&](qint64 edge) {
        if (edge > segment.start && edge < segment.end)
            edges.append(edge);
    };
    for (const auto &interval : whole) {
        add(interval.start);
        add(interval.end);
    }
    const bool isWhole = std::any_of(
        whole.cbegin(), whole.cend(), [&](const TimeSegment &interval) { return covers(interval, segment); });
    for (const auto &slice : isWhole ? QList<Slice>() : others) {
        if (slice.splitsOnly)
            continue;
        add(slice.start.toMSecsSinceEpoch());
        add(slice.end.toMSecsSinceEpoch());
    }
    std::sort(edges.begin(), edges.end());
    edges.erase(std::unique(edges.begin(), edges.end()), edges.end());
    return edges;
}

//! Columns: key, model, provider, billed, byok, requests, input, output.
Slice sliceFrom(const QSqlQuery &row, int first, Currency currency)
{
    Slice slice;
    slice.key = row.value(first).toLongLong();
    slice.model = row.value(first + 1).toLongLong();
    slice.provider = row.value(first + 2).toLongLong();
    slice.amount = {Money::fromNanos(row.value(first + 3).toLongLong(), currency),
        Money::fromNanos(row.value(first + 4).toLongLong(), currency)};
    slice.requests = row.value(first + 5).toLongLong();
    slice.inputTokens = row.value(first + 6).toLongLong();
    slice.outputTokens = row.value(first + 7).toLongLong();
    slice.endpoint = RowsEndpoint;
    return slice;
}

QDateTime momentOf(qint64 milliseconds)
{
    return QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC);
}

void add(Slice &sum, const Slice &more)
{
    sum.amount.billed += more.amount.billed;
    sum.amount.byok += more.amount.byok;
    *sum.requests += *more.requests;
    *sum.inputTokens += *more.inputTokens;
    *sum.outputTokens += *more.outputTokens;
}

} // namespace

Result<QStringList> RowSlices::currencies()
{
    auto rows = m_database.run(
        u"SELECT DISTINCT currency FROM series WHERE account_id = :account AND currency <> 'XXX'"_s,
        {{":account", m_account.value()}});
    if (!rows)
        return fail(rows.error());
    QStringList codes;
    while (rows->next())
        codes.append(rows->value(0).toString());
    return codes;
}

Result<QList<TimeSegment>> RowSlices::wholeIntervals(const TimeSegment &stretch)
{
    auto rows = m_database.run(uR"(SELECT start_at, end_at FROM whole_interval
            WHERE account_id = :account AND start_at < :end AND end_at > :start ORDER BY start_at)"_s,
        {{":account", m_account.value()}, {":start", stretch.start}, {":end", stretch.end}});
    if (!rows)
        return fail(rows.error());
    QList<TimeSegment> whole;
    while (rows->next())
        whole.append({rows->value(0).toLongLong(), rows->value(1).toLongLong()});
    return whole;
}

Result<TimeSegment> RowSlices::widened(const TimeSegment &stretch, TimeSegments &segments)
{
    const TimeSegment wide{segments.at(stretch.start).start, segments.at(stretch.end - 1).end};
    const auto known = hasRows(wide);
    if (!known)
        return fail(known.error());
    return *known ? wide : stretch;
}

Result<bool> RowSlices::hasRows(const TimeSegment &stretch)
{
    // A stored segment starts at most a day before what lies in it.
    constexpr qint64 DayMs = 86'400'000;
    const auto known = m_database.value(
        uR"(SELECT EXISTS (SELECT 1 FROM whole_interval WHERE account_id = :account AND start_at < :end AND end_at > :start)
            OR (EXISTS (SELECT 1 FROM series WHERE account_id = :account)
                AND EXISTS (SELECT 1 FROM request_rollup r CROSS JOIN series s ON s.id = r.series_id
                    WHERE r.start_at >= :start - :day AND r.start_at < :end AND r.end_at > :start
                        AND s.account_id = :account)))"_s,
        {{":account", m_account.value()}, {":start", stretch.start}, {":end", stretch.end}, {":day", DayMs}});
    if (!known)
        return fail(known.error());
    return known->toBool();
}

Result<QDateTime> RowSlices::lastFetch()
{
    const auto at
        = m_database.value(u"SELECT MAX(fetched_at) FROM request_batch WHERE account_id = :account"_s,
            {{":account", m_account.value()}});
    if (!at)
        return fail(at.error());
    return momentFrom(*at);
}

Result<QList<Slice>> RowSlices::slices(
    const TimeSegment &stretch, TimeSegments &segments, const QString &currency, const QList<Slice> &others)
{
    QList<Slice> slices;
    const auto hasAny = hasRows(stretch);
    if (!hasAny)
        return fail(hasAny.error());
    if (!*hasAny)
        return slices;
    const auto whole = wholeIntervals(stretch);
    const auto fetchedAt = lastFetch();
    if (!whole || !fetchedAt)
        return fail(!whole ? whole.error() : fetchedAt.error());
    m_fetchedAt = *fetchedAt;
    for (const auto &segment : segments.between(stretch.start, stretch.end)) {
        QList<Cut> cuts;
        auto from = segment.start;
        for (const auto edge : edgesInside(segment, *whole, others) + QList<qint64>{segment.end}) {
            const TimeSegment interval{from, edge};
            const bool isWhole = std::any_of(whole->cbegin(), whole->cend(),
                [&](const TimeSegment &one) { return covers(one, interval); });
            cuts.append({interval, isWhole ? Rank::CompleteRows : Rank::IncompleteRows});
            from = edge;
        }
        const bool isStored = cuts.size() == 1 && m_sums == RowSums::Stored;
        const auto added = isStored ? addFromRollup(cuts.constFirst(), currency, slices)
                                    : addFromRows(cuts, currency, slices);
        if (!added)
            return fail(added.error());
    }
    return slices;
}

//! A whole interval claims its time even where it has no rows: nothing was spent then.
Outcome RowSlices::addFromRollup(const Cut &cut, const QString &currency, QList<Slice> &slices)
{
    const auto money = Currency::fromCode(currency).value_or(Currency());
    auto rows = m_database.run(
        uR"(SELECT s.key_id, CASE WHEN s.served_id <> 0 THEN s.served_id ELSE s.requested_id END AS model, s.provider_id,
                SUM(r.billed_nanos), SUM(r.byok_nanos), SUM(r.requests), SUM(r.input_tokens), SUM(r.output_tokens)
            FROM request_rollup r CROSS JOIN series s ON s.id = r.series_id
            WHERE r.start_at = :start AND s.account_id = :account AND s.currency = :currency
            GROUP BY s.key_id, model, s.provider_id)"_s,
        {{":start", cut.interval.start}, {":account", m_account.value()}, {":currency", currency}});
    if (!rows)
        return fail(rows.error());
    bool isEmpty = true;
    while (rows->next()) {
        auto slice = sliceFrom(*rows, 0, money);
        slice.start = momentOf(cut.interval.start);
        slice.end = momentOf(cut.interval.end);
        slice.rank = cut.rank;
        slice.fetchedAt = m_fetchedAt;
        slices.append(slice);
        isEmpty = false;
    }
    if (isEmpty && cut.rank == Rank::CompleteRows) {
        Slice nothing;
        nothing.start = momentOf(cut.interval.start);
        nothing.end = momentOf(cut.interval.end);
        nothing.amount = {Money::fromNanos(0, money), Money::fromNanos(0, money)};
        nothing.rank = cut.rank;
        nothing.endpoint = RowsEndpoint;
        nothing.fetchedAt = m_fetchedAt;
        slices.append(nothing);
    }
    return Done{};
}

Outcome RowSlices::addFromRows(const QList<Cut> &cuts, const QString &currency, QList<Slice> &slices)
{
    const auto money = Currency::fromCode(currency).value_or(Currency());
    auto rows = m_database.run(
        uR"(SELECT r.id, s.key_id, CASE WHEN s.served_id <> 0 THEN s.served_id ELSE s.requested_id END, s.provider_id,
                COALESCE(r.billed_nanos, 0), COALESCE(r.byok_nanos, 0), 1, COALESCE(r.input_tokens, 0),
                COALESCE(r.output_tokens, 0)
            FROM request r JOIN series s ON s.id = r.series_id
            WHERE r.id >= :first AND r.id < :end AND r.account_id = :account AND s.currency = :currency)"_s,
        {{":first", requestid::lowest(cuts.constFirst().interval.start)},
            {":end", requestid::lowest(cuts.constLast().interval.end)}, {":account", m_account.value()},
            {":currency", currency}});
    if (!rows)
        return fail(rows.error());
    std::map<std::tuple<qsizetype, qint64, qint64, qint64>, Slice> sums;
    for (qsizetype i = 0; i < cuts.size(); ++i) {
        if (cuts[i].rank != Rank::CompleteRows)
            continue;
        auto &claim = sums[{i, 0, 0, 0}];
        claim.amount = {Money::fromNanos(0, money), Money::fromNanos(0, money)};
        claim.requests = claim.inputTokens = claim.outputTokens = 0;
        claim.endpoint = RowsEndpoint;
    }
    while (rows->next()) {
        const auto moment = rows->value(0).toLongLong() >> requestid::SlotBits;
        const auto after = std::upper_bound(cuts.cbegin(), cuts.cend(), moment,
            [](qint64 at, const Cut &cut) { return at < cut.interval.start; });
        const auto row = sliceFrom(*rows, 1, money);
        const auto [sum, isNew]
            = sums.try_emplace({std::prev(after) - cuts.cbegin(), row.key, row.model, row.provider}, row);
        if (!isNew)
            add(sum->second, row);
    }
    for (auto &[place, slice] : sums) {
        const auto &cut = cuts[std::get<0>(place)];
        slice.start = momentOf(cut.interval.start);
        slice.end = momentOf(cut.interval.end);
        slice.rank = cut.rank;
        slice.fetchedAt = m_fetchedAt;
        slices.append(slice);
    }
    return Done{};
}

} // namespace tollkeeper
