// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/spend_piece.h"

namespace tollkeeper {

// Inside of spend_resolution: what it sorts by authority.

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

//! All slices as sets, by rank, then by time: better sources come first.
[[nodiscard]] QList<SliceSet> groupIntoSets(const QList<Slice> &slices);

//! A set as a piece that would count whole.
[[nodiscard]] SpendPiece pieceOf(const SliceSet &set);

} // namespace tollkeeper
