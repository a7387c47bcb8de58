// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/slice_set.h"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace tollkeeper {
namespace {

void addCount(std::optional<qint64> &sum, const std::optional<qint64> &more)
{
    if (more)
        sum = sum.value_or(0) + *more;
}

void addSharesOf(QList<SpendShare> &shares, const Slice &row)
{
    for (const auto dimension : {Dimension::Key, Dimension::Model, Dimension::Provider}) {
        if (refOf(row, dimension) != 0)
            shares.append(shareOf(row, dimension));
    }
}

} // namespace

QList<SliceSet> groupIntoSets(const QList<Slice> &slices)
{
    std::map<std::tuple<Rank, QDateTime, QDateTime, qint64, QString>, SliceSet> sets;
    for (const auto &slice : slices) {
        // Complete rows are all there are: of every key at once.
        const auto key = slice.rank == Rank::CompleteRows ? 0 : slice.key;
        auto [found, isNew] = sets.try_emplace({slice.rank, slice.start, slice.end, key, slice.endpoint});
        auto &set = found->second;
        if (isNew) {
            set = {slice.start, slice.end, key, slice.rank, slice.endpoint, slice.fetchedAt, {}, {}};
            set.amount = {Money::fromNanos(0, slice.amount.billed.currency()),
                Money::fromNanos(0, slice.amount.byok.currency())};
        }
        set.amount.billed += slice.amount.billed;
        set.amount.byok += slice.amount.byok;
        set.fetchedAt = std::max(set.fetchedAt, slice.fetchedAt);
        set.rows.append(slice);
    }
    QList<SliceSet> sorted;
    for (auto &[identity, set] : sets)
        sorted.append(std::move(set));
    return sorted; // by rank, then by time: better sources come first
}

SpendPiece pieceOf(const SliceSet &set)
{
    SpendPiece piece;
    piece.start = set.start;
    piece.end = set.end;
    piece.amount = set.amount;
    piece.rank = set.rank;
    piece.endpoint = set.endpoint;
    piece.fetchedAt = set.fetchedAt;
    for (const auto &row : set.rows) {
        addCount(piece.requests, row.requests);
        addCount(piece.inputTokens, row.inputTokens);
        addCount(piece.outputTokens, row.outputTokens);
        addSharesOf(piece.shares, row);
    }
    return piece;
}

} // namespace tollkeeper
