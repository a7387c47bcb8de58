// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/spend_resolution.h"

#include "base/decimal.h"
#include "domain/zone_days.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace tollkeeper {
namespace {

//! The rows of one answer about one scope and interval: they count together or not at all.
struct SliceSet {
    QDateTime start;
    QDateTime end;
    qint64 key = 0;
    Rank rank = Rank::Counter;
    QString endpoint;
    QDateTime fetchedAt;
    Amounts amount;
    QList<Slice> rows;
};

struct Interval {
    QDateTime start;
    QDateTime end;
};

qint64 overlapMs(const QDateTime &start, const QDateTime &end, const Interval &with)
{
    return std::max<qint64>(0, std::max(start, with.start).msecsTo(std::min(end, with.end)));
}

QList<SliceSet> groupIntoSets(const QList<Slice> &slices)
{
    std::map<std::tuple<Rank, QDateTime, QDateTime, qint64, QString>, SliceSet> sets;
    for (const auto &slice : slices) {
        auto [found, isNew]
            = sets.try_emplace({slice.rank, slice.start, slice.end, slice.key, slice.endpoint});
        auto &set = found->second;
        if (isNew) {
            set = {slice.start, slice.end, slice.key, slice.rank, slice.endpoint, slice.fetchedAt, {}, {}};
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

//! The parts of [start, end) that none of `taken` covers.
QList<Interval> uncovered(const QDateTime &start, const QDateTime &end, const QList<SpendPiece> &taken)
{
    QList<Interval> free{{start, end}};
    for (const auto &piece : taken) {
        QList<Interval> rest;
        for (const auto &part : std::as_const(free)) {
            if (piece.end <= part.start || piece.start >= part.end) {
                rest.append(part);
                continue;
            }
            if (part.start < piece.start)
                rest.append({part.start, piece.start});
            if (piece.end < part.end)
                rest.append({piece.end, part.end});
        }
        free = std::move(rest);
    }
    return free;
}

void addCount(std::optional<qint64> &sum, const std::optional<qint64> &more)
{
    if (more)
        sum = sum.value_or(0) + *more;
}

SpendShare shareOf(const Slice &row, Dimension dimension, qint64 ref)
{
    return {dimension, ref, row.amount, row.requests, row.inputTokens, row.outputTokens};
}

void addSharesOf(QList<SpendShare> &shares, const Slice &row)
{
    if (row.key != 0)
        shares.append(shareOf(row, Dimension::Key, row.key));
    if (row.model != 0)
        shares.append(shareOf(row, Dimension::Model, row.model));
    if (row.provider != 0)
        shares.append(shareOf(row, Dimension::Provider, row.provider));
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

//! What a piece says beyond the better ones that overlap it: its amount less theirs (by time where they only
//! touch), spread over the uncovered parts by time.
QList<SpendPiece> remainders(
    const SpendPiece &piece, const QList<Interval> &free, const QList<SpendPiece> &better)
{
    qint64 taken = 0;
    for (const auto &other : better) {
        const auto shared = overlapMs(other.start, other.end, {piece.start, piece.end});
        if (shared > 0)
            taken += scaledHalfEven(other.amount.billed.nanos(), shared, other.start.msecsTo(other.end));
    }
    const auto whole = piece.amount.billed.nanos();
    const auto left = std::max<qint64>(0, whole - taken);
    QList<qint64> weights;
    qint64 freeMs = 0;
    for (const auto &part : free)
        freeMs += part.start.msecsTo(part.end);
    for (const auto &part : free)
        weights.append(whole > 0 ? scaledHalfEven(left, part.start.msecsTo(part.end), freeMs)
                                 : part.start.msecsTo(part.end));
    weights.append(whole > 0 ? std::max<qint64>(0, whole - left) : piece.start.msecsTo(piece.end) - freeMs);
    if (std::all_of(weights.cbegin(), weights.cend(), [](qint64 weight) { return weight == 0; }))
        return {};
    auto parts = splitByWeights(piece, weights);
    parts.removeLast(); // what the better sources already tell
    for (qsizetype i = 0; i < parts.size(); ++i) {
        parts[i].start = free.at(i).start;
        parts[i].end = free.at(i).end;
        parts[i].isEstimated = true;
    }
    parts.removeIf([](const SpendPiece &part) {
        return part.amount
            == Amounts{part.amount.billed - part.amount.billed, part.amount.byok - part.amount.byok};
    });
    return parts;
}

//! Adds a piece to those that count, as far as none of them covers it. Returns whether all of it counted.
bool place(const SpendPiece &piece, QList<SpendPiece> &counted, const QList<SpendPiece> &better)
{
    const auto free = uncovered(piece.start, piece.end, better);
    const bool whole = free.size() == 1 && free.first().start == piece.start && free.first().end == piece.end;
    if (whole)
        counted.append(piece);
    else if (!free.isEmpty())
        counted.append(remainders(piece, free, better));
    return whole;
}

//! Best source per key, for every stretch of time. Losers go to `evidence`.
QList<SpendPiece> resolveKeyLanes(const QList<SliceSet> &sets, QList<Slice> &evidence)
{
    std::map<qint64, QList<SpendPiece>> lanes;
    for (const auto &set : sets) {
        if (set.key == 0)
            continue;
        auto &lane = lanes[set.key];
        const auto better = lane;
        if (!place(pieceOf(set), lane, better))
            evidence.append(set.rows);
    }
    QList<SpendPiece> pieces;
    for (const auto &[key, lane] : lanes)
        pieces.append(lane);
    return pieces;
}

//! The piece as evidence for what a better source says: shape and split, no money of its own.
void keepAsEvidence(const SpendPiece &piece, QList<Slice> &evidence)
{
    for (const auto &share : piece.shares) {
        if (share.dimension != Dimension::Key)
            continue;
        Slice row;
        row.start = piece.start;
        row.end = piece.end;
        row.key = share.ref;
        row.amount = share.amount;
        evidence.append(row);
    }
}

//! Account-wide buckets beat counters and yield to buckets by key.
QList<SpendPiece> resolveAccount(const QList<SliceSet> &sets, QList<SpendPiece> byKey, QList<Slice> &evidence)
{
    QList<SpendPiece> counted, counters;
    for (auto &piece : byKey)
        (piece.rank < Rank::AccountBucket ? counted : counters).append(std::move(piece));
    QList<SpendPiece> placed;
    for (const auto &set : sets) {
        if (set.key != 0)
            continue;
        const auto better = counted + placed;
        place(pieceOf(set), placed, better);
    }
    counted += placed;
    for (const auto &piece : std::as_const(counters)) {
        if (!place(piece, counted, placed))
            keepAsEvidence(piece, evidence);
    }
    return counted;
}

bool has(const SpendPiece &piece, Dimension dimension)
{
    return std::any_of(piece.shares.cbegin(), piece.shares.cend(),
        [dimension](const SpendShare &share) { return share.dimension == dimension; });
}

//! Evidence inside a piece splits the dimensions that the piece itself does not tell.
void itemise(SpendPiece &piece, const QList<Slice> &evidence)
{
    const bool tellsKey = has(piece, Dimension::Key);
    const bool tellsModel = has(piece, Dimension::Model);
    const bool tellsProvider = has(piece, Dimension::Provider);
    const auto ownKey = tellsKey ? piece.shares.constFirst().ref : 0;
    for (const auto &row : evidence) {
        if (row.start < piece.start || row.end > piece.end || (ownKey != 0 && row.key != ownKey))
            continue;
        if (!tellsKey && row.key != 0)
            piece.shares.append(shareOf(row, Dimension::Key, row.key));
        if (!tellsModel && row.model != 0)
            piece.shares.append(shareOf(row, Dimension::Model, row.model));
        if (!tellsProvider && row.provider != 0)
            piece.shares.append(shareOf(row, Dimension::Provider, row.provider));
    }
    normaliseShares(piece);
}

//! What evidence inside the piece says for each local day from `first` to `last`.
QList<qint64> shapeByDay(
    const SpendPiece &piece, const QList<Slice> &evidence, QDate first, QDate last, const QTimeZone &zone)
{
    QList<qint64> shape(first.daysTo(last) + 1, 0);
    for (const auto &row : evidence) {
        if (row.start < piece.start || row.end > piece.end)
            continue;
        const auto day = localDay(row.start, zone);
        if (localDay(row.end.addMSecs(-1), zone) == day)
            shape[first.daysTo(day)] += row.amount.billed.nanos();
    }
    return shape;
}

QList<SpendPiece> putOnDays(const SpendPiece &piece, const QList<Slice> &evidence, const QTimeZone &zone)
{
    const auto first = localDay(piece.start, zone);
    const auto last = localDay(piece.end.addMSecs(-1), zone);
    auto whole = piece;
    whole.localDay = first;
    if (first == last)
        return {whole};

    const auto shape = shapeByDay(piece, evidence, first, last, zone);
    qint64 known = 0;
    for (const auto amount : shape)
        known += amount;
    if (known <= 0 || known < scaledHalfEven(piece.amount.billed.nanos(), 90, 100)) {
        whole.localDay = localDay(piece.start.addMSecs(piece.start.msecsTo(piece.end) / 2), zone);
        whole.spansDays = true;
        return {whole};
    }
    auto parts = splitByWeights(piece, shape);
    for (qsizetype i = 0; i < parts.size(); ++i) {
        auto &part = parts[i];
        part.localDay = first.addDays(i);
        part.start = std::max(piece.start, startOfDay(part.localDay, zone));
        part.end = std::min(piece.end, startOfDay(part.localDay.addDays(1), zone));
        part.isEstimated = true;
    }
    return parts;
}

} // namespace

QList<SpendPiece> resolveSpend(QList<Slice> slices, const QTimeZone &zone)
{
    QList<Slice> evidence;
    const auto onlySplits = std::stable_partition(
        slices.begin(), slices.end(), [](const Slice &slice) { return !slice.splitsOnly; });
    std::copy(onlySplits, slices.end(), std::back_inserter(evidence));
    slices.erase(onlySplits, slices.end());

    const auto sets = groupIntoSets(slices);
    auto counted = resolveAccount(sets, resolveKeyLanes(sets, evidence), evidence);

    QList<SpendPiece> pieces;
    for (auto &piece : counted) {
        itemise(piece, evidence);
        pieces.append(putOnDays(piece, evidence, zone));
    }
    std::sort(pieces.begin(), pieces.end(), [](const SpendPiece &a, const SpendPiece &b) {
        return std::tie(a.start, a.end, a.endpoint) < std::tie(b.start, b.end, b.endpoint);
    });
    return pieces;
}

} // namespace tollkeeper
