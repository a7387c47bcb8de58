// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/hour_use_repository.h"

#include "domain/spend_piece.h"
#include "storage/request_id.h"
#include "storage/request_rollup.h"
#include "storage/row_slices.h"

#include <algorithm>
#include <bit>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr auto KeyDimension = static_cast<int>(Dimension::Key);
constexpr auto HourMs = HourUseRepository::HourMs;
using Hours = std::map<std::tuple<qint64, QString, qint64>, qint64>; //!< nanos by key, currency and hour

//! Columns: key, currency, hour, nanos. Where two sources tell of one hour, the higher counts: a poorer one
//! only ever misses some.
void add(QSqlQuery &rows, Hours &hours)
{
    while (rows.next()) {
        auto &nanos
            = hours[{rows.value(0).toLongLong(), rows.value(1).toString(), rows.value(2).toLongLong()}];
        nanos = std::max(nanos, rows.value(3).toLongLong());
    }
}

QList<HourSpend> inMainCurrency(const Hours &hours)
{
    std::map<qint64, std::pair<qint64, QString>> greatest; // of a key: nanos and currency
    for (const auto &[of, nanos] : hours) {
        const auto &[key, currency, hour] = of;
        auto &known = greatest[key];
        known = std::max(known, {nanos, currency});
    }
    QList<HourSpend> spent;
    for (const auto &[of, nanos] : hours) {
        const auto &[key, currency, hour] = of;
        if (greatest[key].second == currency)
            spent.append({KeyId(key), hour,
                Money::fromNanos(nanos, Currency::fromCode(currency).value_or(Currency()))});
    }
    return spent;
}

} // namespace

Result<QList<HourSpend>> HourUseRepository::spent(
    const QDateTime &from, const QDateTime &until, std::optional<KeyId> key)
{
    const auto only = key.value_or(KeyId()).value();
    Hours hours;
    auto pieces
        = m_database.run(uR"(SELECT s.ref, p.currency, p.start_at / :hour, SUM(s.billed_nanos + s.byok_nanos)
            FROM piece p JOIN share s ON s.piece_id = p.id AND s.dimension = :dimension
            WHERE p.start_at >= :from AND p.start_at < :until AND p.end_at - p.start_at <= :hour
                AND p.endpoint <> :rows AND (:key = 0 OR s.ref = :key)
            GROUP BY s.ref, p.currency, p.start_at / :hour)"_s,
            {{":hour", HourMs}, {":dimension", KeyDimension}, {":from", toColumn(from)},
                {":until", toColumn(until)}, {":rows", RowsEndpoint}, {":key", only}});
    if (!pieces)
        return fail(pieces.error());
    add(*pieces, hours);
    auto rows = m_database.run(
        uR"(SELECT s.key_id, s.currency, (r.id >> :bits) / :hour, SUM(COALESCE(r.billed_nanos, 0) + COALESCE(r.byok_nanos, 0))
            FROM request r JOIN series s ON s.id = r.series_id
            WHERE r.id >= :from AND r.id < :until AND s.key_id > 0 AND s.currency <> 'XXX'
                AND (:key = 0 OR s.key_id = :key)
            GROUP BY s.key_id, s.currency, (r.id >> :bits) / :hour)"_s,
        {{":bits", requestid::SlotBits}, {":hour", HourMs},
            {":from", requestid::lowest(from.toMSecsSinceEpoch())},
            {":until", requestid::lowest(until.toMSecsSinceEpoch())}, {":key", only}});
    if (!rows)
        return fail(rows.error());
    add(*rows, hours);
    return inMainCurrency(hours);
}

Result<QSet<qint64>> HourUseRepository::maybeUsed(KeyId key, const QDateTime &from, const QDateTime &until)
{
    QSet<qint64> used;
    auto pieces = m_database.run(uR"(SELECT DISTINCT p.start_at / :hour, (p.end_at - 1) / :hour
            FROM piece p JOIN share s ON s.piece_id = p.id AND s.dimension = :dimension AND s.ref = :key
            WHERE p.end_at > :from AND p.start_at < :until AND p.endpoint <> :rows
                AND (s.billed_nanos > 0 OR s.byok_nanos > 0))"_s,
        {{":hour", HourMs}, {":dimension", KeyDimension}, {":key", key.value()}, {":from", toColumn(from)},
            {":until", toColumn(until)}, {":rows", RowsEndpoint}});
    if (!pieces)
        return fail(pieces.error());
    while (pieces->next()) {
        for (auto hour = pieces->value(0).toLongLong(); hour <= pieces->value(1).toLongLong(); ++hour)
            used.insert(hour);
    }
    auto rollup = m_database.run(
        uR"(SELECT r.start_at, r.slots FROM request_rollup r JOIN series s ON s.id = r.series_id
            WHERE s.key_id = :key AND r.end_at > :from AND r.start_at < :until
                AND r.billed_nanos + r.byok_nanos > 0)"_s,
        {{":key", key.value()}, {":from", toColumn(from)}, {":until", toColumn(until)}});
    if (!rollup)
        return fail(rollup.error());
    while (rollup->next()) {
        const auto start = rollup->value(0).toLongLong();
        for (auto bits = static_cast<quint64>(rollup->value(1).toLongLong()); bits != 0; bits &= bits - 1)
            used.insert((start + std::countr_zero(bits) * RequestRollup::SlotMs) / HourMs);
    }
    const auto first = from.toMSecsSinceEpoch() / HourMs;
    const auto end = (until.toMSecsSinceEpoch() + HourMs - 1) / HourMs;
    used.removeIf([=](qint64 hour) { return hour < first || hour >= end; });
    return used;
}

} // namespace tollkeeper
