// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/spend_placement.h"

#include "base/decimal.h"

#include <algorithm>
#include <utility>

namespace tollkeeper {
namespace {

qint64 overlapMs(const QDateTime &start, const QDateTime &end, const Interval &with)
{
    return std::max<qint64>(0, std::max(start, with.start).msecsTo(std::min(end, with.end)));
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

} // namespace

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

} // namespace tollkeeper
