// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/spend_piece.h"

#include "base/decimal.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace tollkeeper {
namespace {

void addCount(std::optional<qint64> &sum, const std::optional<qint64> &more)
{
    if (more)
        sum = sum.value_or(0) + *more;
}

Money trimmed(Money part, Money limit, qint64 sum)
{
    return Money::fromNanos(scaledHalfEven(part.nanos(), limit.nanos(), sum), part.currency());
}

using AmountField = Money Amounts::*;

//! Shares that tell more than the piece are scaled down together; rounding goes to the largest share.
void trimTo(Money limit, QList<SpendShare *> shares, AmountField field)
{
    qint64 sum = 0;
    for (const auto *share : shares)
        sum += (share->amount.*field).nanos();
    if (sum <= limit.nanos() || sum <= 0)
        return;
    qint64 left = limit.nanos();
    for (auto *share : shares) {
        share->amount.*field = trimmed(share->amount.*field, limit, sum);
        left -= (share->amount.*field).nanos();
    }
    auto *largest = *std::max_element(shares.begin(), shares.end(), [field](const auto *a, const auto *b) {
        return (a->amount.*field).nanos() < (b->amount.*field).nanos();
    });
    largest->amount.*field += Money::fromNanos(left, limit.currency());
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
    for (auto *count : { &row.requests, &row.inputTokens, &row.outputTokens }) {
        if (*count)
            *count = between(**count, from, to, total);
    }
}

} // namespace

void normaliseShares(SpendPiece &piece)
{
    std::map<std::pair<Dimension, qint64>, SpendShare> joined;
    for (const auto &share : std::as_const(piece.shares)) {
        const auto [found, isNew] = joined.try_emplace({ share.dimension, share.ref }, share);
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

    for (const auto dimension : { Dimension::Key, Dimension::Model, Dimension::Provider }) {
        QList<SpendShare *> shares;
        for (auto &share : piece.shares) {
            if (share.dimension == dimension)
                shares.append(&share);
        }
        if (shares.isEmpty())
            continue;
        trimTo(piece.amount.billed, shares, &Amounts::billed);
        trimTo(piece.amount.byok, shares, &Amounts::byok);
    }
}

QList<SpendPiece> splitByWeights(const SpendPiece &piece, const QList<qint64> &weights)
{
    const auto total = std::accumulate(weights.begin(), weights.end(), qint64(0));
    Q_ASSERT(total > 0);
    QList<SpendPiece> parts;
    qint64 from = 0;
    for (const auto weight : weights) {
        const auto to = from + weight;
        auto part = piece;
        scale(part.amount, from, to, total);
        scaleCounts(part, from, to, total);
        for (auto &share : part.shares) {
            scale(share.amount, from, to, total);
            scaleCounts(share, from, to, total);
        }
        parts.append(std::move(part));
        from = to;
    }
    return parts;
}

} // namespace tollkeeper
