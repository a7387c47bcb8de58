// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/spend_piece.h"

#include "base/decimal.h"
#include "domain/apportion.h"

#include <array>
#include <map>
#include <numeric>

namespace tollkeeper {
namespace {

constexpr std::array Dimensions{Dimension::Key, Dimension::Model, Dimension::Provider};

void addCount(std::optional<qint64> &sum, const std::optional<qint64> &more)
{
    if (more)
        sum = sum.value_or(0) + *more;
}

using AmountField = Money Amounts::*;

QList<qint64> nanosOf(const QList<SpendShare *> &shares, AmountField field)
{
    QList<qint64> nanos;
    for (const auto *share : shares)
        nanos.append((share->amount.*field).nanos());
    return nanos;
}

void setNanos(const QList<SpendShare *> &shares, AmountField field, const QList<qint64> &nanos)
{
    for (qsizetype i = 0; i < shares.size(); ++i)
        shares.at(i)->amount.*field = Money::fromNanos(nanos.at(i), (shares.at(i)->amount.*field).currency());
}

//! Shares that tell more than the piece are scaled down together.
void trimTo(Money limit, const QList<SpendShare *> &shares, AmountField field)
{
    const auto nanos = nanosOf(shares, field);
    const auto sum = std::accumulate(nanos.begin(), nanos.end(), qint64(0));
    if (sum > limit.nanos() && limit.nanos() >= 0)
        setNanos(shares, field, apportion(nanos, limit.nanos()));
}

QList<SpendShare *> sharesOf(SpendPiece &piece, Dimension dimension)
{
    QList<SpendShare *> shares;
    for (auto &share : piece.shares) {
        if (share.dimension == dimension)
            shares.append(&share);
    }
    return shares;
}

//! Moves from `rest` to `part` what belongs to the part's amount, in one dimension and field: rows and
//! columns of the split both add up. What is not itemised is one more holding.
void moveShares(SpendPiece &rest, SpendPiece &part, Dimension dimension, AmountField field)
{
    const auto from = sharesOf(rest, dimension);
    auto holdings = nanosOf(from, field);
    const auto itemised = std::accumulate(holdings.begin(), holdings.end(), qint64(0));
    holdings.append((rest.amount.*field).nanos() - itemised);
    const auto taken = apportion(holdings, (part.amount.*field).nanos());
    setNanos(sharesOf(part, dimension), field, taken.first(from.size()));
    for (qsizetype i = 0; i < from.size(); ++i)
        from.at(i)->amount.*field -= Money::fromNanos(taken.at(i), (from.at(i)->amount.*field).currency());
}

//! The part of `whole` between two running sums of weights; parts add up exactly.
qint64 between(qint64 whole, qint64 from, qint64 to, qint64 total)
{
    return scaledHalfEven(whole, to, total) - scaledHalfEven(whole, from, total);
}

void scale(Amounts &amount, qint64 from, qint64 to, qint64 total)
{
    amount.billed
        = Money::fromNanos(between(amount.billed.nanos(), from, to, total), amount.billed.currency());
    amount.byok = Money::fromNanos(between(amount.byok.nanos(), from, to, total), amount.byok.currency());
}

template<typename T>
void scaleCounts(T &row, qint64 from, qint64 to, qint64 total)
{
    for (auto *count : {&row.requests, &row.inputTokens, &row.outputTokens}) {
        if (*count)
            *count = between(**count, from, to, total);
    }
}

} // namespace

qint64 refOf(const Slice &slice, Dimension dimension)
{
    switch (dimension) {
    case Dimension::Key:
        return slice.key;
    case Dimension::Model:
        return slice.model;
    case Dimension::Provider:
        break;
    }
    return slice.provider;
}

SpendShare shareOf(const Slice &slice, Dimension dimension)
{
    return {dimension, refOf(slice, dimension), slice.amount, slice.requests, slice.inputTokens,
        slice.outputTokens};
}

void normaliseShares(SpendPiece &piece)
{
    std::map<std::pair<Dimension, qint64>, SpendShare> joined;
    for (const auto &share : std::as_const(piece.shares)) {
        const auto [found, isNew] = joined.try_emplace({share.dimension, share.ref}, share);
        if (isNew)
            continue;
        found->second.amount.billed += share.amount.billed;
        found->second.amount.byok += share.amount.byok;
        addCount(found->second.requests, share.requests);
        addCount(found->second.inputTokens, share.inputTokens);
        addCount(found->second.outputTokens, share.outputTokens);
    }
    piece.shares.clear();
    for (const auto &[name, share] : joined)
        piece.shares.append(share);

    for (const auto dimension : Dimensions) {
        const auto shares = sharesOf(piece, dimension);
        trimTo(piece.amount.billed, shares, &Amounts::billed);
        trimTo(piece.amount.byok, shares, &Amounts::byok);
    }
}

QList<SpendPiece> splitByWeights(const SpendPiece &piece, const QList<qint64> &weights)
{
    const auto total = std::accumulate(weights.begin(), weights.end(), qint64(0));
    Q_ASSERT(total > 0);
    QList<SpendPiece> parts;
    auto rest = piece;
    qint64 from = 0;
    for (const auto weight : weights) {
        const auto to = from + weight;
        auto part = piece;
        scale(part.amount, from, to, total);
        scaleCounts(part, from, to, total);
        for (auto &share : part.shares)
            scaleCounts(share, from, to, total);
        for (const auto dimension : Dimensions) {
            moveShares(rest, part, dimension, &Amounts::billed);
            moveShares(rest, part, dimension, &Amounts::byok);
        }
        rest.amount.billed -= part.amount.billed;
        rest.amount.byok -= part.amount.byok;
        parts.append(std::move(part));
        from = to;
    }
    return parts;
}

} // namespace tollkeeper
