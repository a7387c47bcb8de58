// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/spend_evidence.h"

#include "base/decimal.h"
#include "domain/zone_days.h"

#include <algorithm>
#include <map>

namespace tollkeeper {
namespace {

bool has(const SpendPiece &piece, Dimension dimension)
{
    return std::any_of(piece.shares.cbegin(), piece.shares.cend(),
        [dimension](const SpendShare &share) { return share.dimension == dimension; });
}

//! The one key a piece is of; 0 where it is of several or of none.
qint64 onlyKeyOf(const SpendPiece &piece)
{
    qint64 only = 0;
    for (const auto &share : piece.shares) {
        if (share.dimension != Dimension::Key)
            continue;
        if (only != 0 && only != share.ref)
            return 0;
        only = share.ref;
    }
    return only;
}

using SourceId = std::pair<Rank, QString>;

//! Of several sources that know more, the one that tells most of the amount: two of them together would say
//! the same money twice.
template<typename Told>
std::optional<SourceId> bestSource(const std::map<SourceId, Told> &told, qint64 most)
{
    std::optional<SourceId> best;
    qint64 bestAmount = -1;
    for (const auto &[source, amount] : told) {
        const auto usable = std::min(static_cast<qint64>(amount), most);
        if (usable > bestAmount) {
            best = source;
            bestAmount = usable;
        }
    }
    return best;
}

bool isInside(const Slice &row, const SpendPiece &piece, qint64 ownKey)
{
    return row.start >= piece.start && row.end <= piece.end && (ownKey == 0 || row.key == ownKey);
}

qint64 magnitude(const Amounts &amount)
{
    return amount.billed.nanos() + amount.byok.nanos();
}

void itemiseBy(Dimension dimension, SpendPiece &piece, const QList<const Slice *> &inside)
{
    std::map<SourceId, qint64> told;
    for (const auto *row : inside) {
        if (refOf(*row, dimension) != 0)
            told[{row->rank, row->endpoint}] += magnitude(row->amount);
    }
    const auto source = bestSource(told, magnitude(piece.amount));
    if (!source)
        return;
    for (const auto *row : inside) {
        if (refOf(*row, dimension) != 0 && SourceId{row->rank, row->endpoint} == *source)
            piece.shares.append(shareOf(*row, dimension));
    }
}

//! Positions of the pieces that lie in a row's stretch and are of its key; empty where one piece holds it
//! all.
QList<qsizetype> piecesOf(const Slice &row, const QList<SpendPiece> &pieces, const QList<qint64> &keys)
{
    QList<qsizetype> inside;
    for (qsizetype i = 0; i < pieces.size(); ++i) {
        const auto &piece = pieces[i];
        if (keys[i] != 0 && keys[i] != row.key)
            continue;
        if (piece.start <= row.start && piece.end >= row.end)
            return {};
        if (piece.start >= row.start && piece.end <= row.end)
            inside.append(i);
    }
    return inside;
}

//! A count of a row that was spread: told where it was told.
std::optional<qint64> part(const std::optional<qint64> &count, qint64 weight, qint64 sum)
{
    return count ? std::optional(scaledHalfEven(*count, weight, sum)) : std::nullopt;
}

Slice partOf(const Slice &row, const SpendPiece &piece, qint64 weight, qint64 sum)
{
    auto one = row;
    one.start = piece.start;
    one.end = piece.end;
    const auto scaled = [&](Money money) {
        return Money::fromNanos(scaledHalfEven(money.nanos(), weight, sum), money.currency());
    };
    one.amount = {scaled(row.amount.billed), scaled(row.amount.byok)};
    one.requests = part(row.requests, weight, sum);
    one.inputTokens = part(row.inputTokens, weight, sum);
    one.outputTokens = part(row.outputTokens, weight, sum);
    return one;
}

} // namespace

QList<Slice> spreadOver(const QList<SpendPiece> &pieces, const QList<Slice> &evidence)
{
    QList<qint64> keys;
    for (const auto &piece : pieces)
        keys.append(onlyKeyOf(piece));
    QList<Slice> spread;
    for (const auto &row : evidence) {
        const auto inside = row.splitsOnly ? piecesOf(row, pieces, keys) : QList<qsizetype>();
        qint64 sum = 0;
        for (const auto i : inside)
            sum += magnitude(pieces[i].amount);
        if (sum <= 0) {
            spread.append(row);
            continue;
        }
        for (const auto i : inside)
            spread.append(partOf(row, pieces[i], magnitude(pieces[i].amount), sum));
    }
    return spread;
}

void itemise(SpendPiece &piece, const QList<Slice> &evidence)
{
    const auto ownKey = onlyKeyOf(piece);
    QList<const Slice *> inside;
    for (const auto &row : evidence) {
        if (isInside(row, piece, ownKey))
            inside.append(&row);
    }
    QList<Dimension> untold;
    for (const auto dimension : {Dimension::Key, Dimension::Model, Dimension::Provider}) {
        if (!has(piece, dimension))
            untold.append(dimension);
    }
    for (const auto dimension : std::as_const(untold))
        itemiseBy(dimension, piece, inside);
    normaliseShares(piece);
}

QList<qint64> shapeByDay(
    const SpendPiece &piece, const QList<Slice> &evidence, QDate first, QDate last, const QTimeZone &zone)
{
    const auto ownKey = onlyKeyOf(piece);
    std::map<SourceId, QList<qint64>> shapes;
    std::map<SourceId, qint64> told;
    for (const auto &row : evidence) {
        if (!isInside(row, piece, ownKey))
            continue;
        const auto day = localDay(row.start, zone);
        if (localDay(row.end.addMSecs(-1), zone) != day)
            continue;
        const SourceId source{row.rank, row.endpoint};
        auto &shape = shapes[source];
        shape.resize(first.daysTo(last) + 1);
        shape[first.daysTo(day)] += row.amount.billed.nanos();
        told[source] += row.amount.billed.nanos();
    }
    const auto source = bestSource(told, piece.amount.billed.nanos());
    return source ? shapes[*source] : QList<qint64>(first.daysTo(last) + 1, 0);
}

} // namespace tollkeeper
