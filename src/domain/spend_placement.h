// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/spend_piece.h"

namespace tollkeeper {

// Inside of spend_resolution: how a piece finds its place on the time line among better ones.

//! A stretch of the time line, in UTC, end exclusive.
struct Interval {
    QDateTime start;
    QDateTime end;
};

//! The parts of [start, end) that none of `taken` covers.
[[nodiscard]] QList<Interval> uncovered(
    const QDateTime &start, const QDateTime &end, const QList<SpendPiece> &taken);

//! Adds a piece to those that count, as far as none of the better ones covers it: whole, or what it says
//! beyond them, estimated. Returns whether all of it counted.
bool place(const SpendPiece &piece, QList<SpendPiece> &counted, const QList<SpendPiece> &better);

} // namespace tollkeeper
