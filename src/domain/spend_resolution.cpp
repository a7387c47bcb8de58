// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/spend_resolution.h"

#include "base/decimal.h"
#include "domain/slice_set.h"
#include "domain/spend_evidence.h"
#include "domain/spend_placement.h"
#include "domain/zone_days.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

namespace tollkeeper {
namespace {

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
