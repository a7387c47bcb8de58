// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/key_use_repository.h"

#include "domain/spend_piece.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr auto KeyDimension = static_cast<int>(Dimension::Key);

} // namespace

Result<QHash<KeyId, QDateTime>> KeyUseRepository::lastUsed(const QDateTime &from, const QDateTime &now)
{
    auto rows = m_database.run(
        uR"(SELECT s.ref, MAX(p.end_at) FROM piece p JOIN share s ON s.piece_id = p.id AND s.dimension = :key
            WHERE p.end_at > :from AND (s.billed_nanos > 0 OR s.byok_nanos > 0) GROUP BY s.ref)"_s,
        {{":key", KeyDimension}, {":from", toColumn(from)}});
    if (!rows)
        return fail(rows.error());
    QHash<KeyId, QDateTime> last;
    while (rows->next())
        last.insert(KeyId(rows->value(0).toLongLong()), std::min(momentFrom(rows->value(1)), now));
    return last;
}

Result<QHash<KeyId, QStringList>> KeyUseRepository::requestedModels(const QDateTime &from)
{
    auto rows = m_database.run(
        uR"(SELECT DISTINCT s.key_id, m.name FROM request_rollup r JOIN series s ON s.id = r.series_id
            JOIN model m ON m.id = s.requested_id WHERE r.start_at >= :from AND s.key_id > 0 ORDER BY m.name)"_s,
        {{":from", toColumn(from)}});
    if (!rows)
        return fail(rows.error());
    QHash<KeyId, QStringList> models;
    while (rows->next())
        models[KeyId(rows->value(0).toLongLong())].append(rows->value(1).toString());
    return models;
}

Result<QList<KeyUse>> KeyUseRepository::uses(const QList<KeyId> &keys, const QDateTime &from)
{
    QStringList ids;
    for (const auto key : keys)
        ids.append(QString::number(key.value()));
    auto rows
        = m_database.run(uR"(SELECT s.ref, p.start_at, p.end_at, p.currency, s.billed_nanos, s.byok_nanos
            FROM piece p JOIN share s ON s.piece_id = p.id AND s.dimension = :key
            WHERE p.end_at > :from AND (s.billed_nanos > 0 OR s.byok_nanos > 0) AND s.ref IN ()"_s
                + ids.join(u',') + u") ORDER BY p.start_at, s.ref"_s,
            {{":key", KeyDimension}, {":from", toColumn(from)}});
    if (!rows)
        return fail(rows.error());
    QList<KeyUse> uses;
    while (rows->next()) {
        const auto currency = Currency::fromCode(rows->value(3).toString()).value_or(Currency());
        uses.append({KeyId(rows->value(0).toLongLong()), momentFrom(rows->value(1)),
            momentFrom(rows->value(2)), Money::fromNanos(rows->value(4).toLongLong(), currency),
            Money::fromNanos(rows->value(5).toLongLong(), currency)});
    }
    return uses;
}

} // namespace tollkeeper
