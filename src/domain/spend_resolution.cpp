// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/spend_resolution.h"

#include "base/decimal.h"
#include "domain/spend_evidence.h"
#include "domain/zone_days.h"

#include <algorithm>
#include <map>
#include <optional>
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

void addSharesOf(QList<SpendShare> &shares, const Slice &row)
{
    for (const auto dimension : {Dimension::Key, Dimension::Model, Dimension::Provider}) {
        if (refOf(row, dimension) != 0)
            shares.append(shareOf(row, dimension));
    }
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

//! A piece of one key with the rows it was told by; none where only a part of them is left.
struct KeyPiece {
    SpendPiece piece;
    QList<Slice> rows;
};

//! Best source per key, for every stretch of time that complete rows leave free. Losers go to `evidence`.
QList<KeyPiece> resolveKeyLanes(
    const QList<SliceSet> &sets, const QList<SpendPiece> &complete, QList<Slice> &evidence)
{
    std::map<qint64, QList<SpendPiece>> lanes;
    QList<KeyPiece> pieces;
    for (const auto &set : sets) {
        if (set.key == 0)
            continue;
        auto &lane = lanes[set.key];
        const auto known = lane.size();
        const auto better = lane + complete;
        const bool isWhole = place(pieceOf(set), lane, better);
        if (!isWhole)
            evidence.append(set.rows);
        for (const auto &piece : lane.mid(known))
            pieces.append({piece, isWhole ? set.rows : QList<Slice>()});
    }
    return pieces;
}

//! As evidence for what a better source says: shape and split, no money of its own.
void keepAsEvidence(const KeyPiece &lost, QList<Slice> &evidence)
{
    if (!lost.rows.isEmpty()) {
        evidence.append(lost.rows);
        return;
    }
    for (const auto &share : lost.piece.shares) {
        if (share.dimension != Dimension::Key)
            continue;
        Slice row;
        row.start = lost.piece.start;
        row.end = lost.piece.end;
        row.key = share.ref;
        row.amount = share.amount;
        row.rank = lost.piece.rank;
        row.endpoint = lost.piece.endpoint;
        evidence.append(row);
    }
}

//! What an account's own day says beyond the keys that cover all of its time: keys that are not listed any
//! more. Nobody can tell whose it was, so it is not itemised.
std::optional<SpendPiece> beyondTheKeys(
    const SliceSet &set, const QList<SpendPiece> &counted, const QList<SpendPiece> &ofAccount)
{
    const auto isWithin
        = [&set](const SpendPiece &piece) { return piece.start >= set.start && piece.end <= set.end; };
    const auto touches
        = [&set](const SpendPiece &piece) { return piece.start < set.end && piece.end > set.start; };
    if (std::any_of(ofAccount.cbegin(), ofAccount.cend(), touches))
        return std::nullopt; // another source speaks for the whole account
    auto rest = pieceOf(set);
    rest.shares.clear();
    rest.requests = rest.inputTokens = rest.outputTokens = std::nullopt;
    for (const auto &piece : counted) {
        if (!touches(piece))
            continue;
        if (!isWithin(piece))
            return std::nullopt; // how much of it lies inside would be a guess
        rest.amount.billed -= piece.amount.billed;
        rest.amount.byok -= piece.amount.byok;
    }
    const auto nothing = rest.amount.billed - rest.amount.billed;
    rest.amount = {std::max(rest.amount.billed, nothing), std::max(rest.amount.byok, nothing)};
    return rest.amount == Amounts{nothing, nothing} ? std::nullopt : std::optional(rest);
}

void placeOfAccount(const SliceSet &set, QList<SpendPiece> &counted, const QList<SpendPiece> &ofAccount,
    QList<Slice> &evidence)
{
    const auto better = counted;
    if (!place(pieceOf(set), counted, better))
        evidence.append(set.rows);
    if (set.rank != Rank::AccountBucket || !uncovered(set.start, set.end, better).isEmpty())
        return;
    if (const auto rest = beyondTheKeys(set, better, ofAccount))
        counted.append(*rest);
}

//! Rank by rank: keys beside each other first, then what the account as a whole says beyond them. What the
//! account says covers every key, so that keys of worse ranks only keep what they say beyond it.
QList<SpendPiece> resolveAccount(const QList<SliceSet> &sets, const QList<SpendPiece> &complete,
    const QList<KeyPiece> &byKey, QList<Slice> &evidence)
{
    auto counted = complete;
    auto ofAccount = complete;
    for (const auto rank : {Rank::KeyBucket, Rank::AccountBucket, Rank::Counter, Rank::IncompleteRows}) {
        // Rows of a file may name a key otherwise than the gateway does: they never stand beside its figures.
        const auto better = rank == Rank::IncompleteRows ? counted : ofAccount;
        for (const auto &key : byKey) {
            if (key.piece.rank == rank && !place(key.piece, counted, better))
                keepAsEvidence(key, evidence);
        }
        for (const auto &set : sets) {
            if (set.key != 0 || set.rank != rank)
                continue;
            const auto known = counted.size();
            placeOfAccount(set, counted, ofAccount, evidence);
            ofAccount.append(counted.mid(known));
        }
    }
    return counted;
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
    QList<SpendPiece> complete;
    for (const auto &set : sets) {
        if (set.rank == Rank::CompleteRows)
            place(pieceOf(set), complete, QList<SpendPiece>(complete));
    }
    const auto byKey = resolveKeyLanes(sets, complete, evidence);
    auto counted = resolveAccount(sets, complete, byKey, evidence);
    evidence = spreadOver(counted, evidence);

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
