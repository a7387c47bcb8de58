// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/spend_piece.h"

namespace tollkeeper {

//! What worse sources say of an amount that a better one told: it splits, and never adds. Of several such
//! sources the one that tells most of the amount is believed, since two together would say the same money
//! twice.

//! What splits a longer stretch than any one piece (a running day told from midnight until now, beside
//! counters read in steps) is spread over the pieces that make it up, by their amounts. Other evidence stays
//! as it is.
[[nodiscard]] QList<Slice> spreadOver(const QList<SpendPiece> &pieces, const QList<Slice> &evidence);

//! Evidence inside a piece splits the dimensions (key, model, provider) that the piece itself does not tell.
void itemise(SpendPiece &piece, const QList<Slice> &evidence);

//! What evidence inside the piece says for each local day from `first` to `last`.
[[nodiscard]] QList<qint64> shapeByDay(
    const SpendPiece &piece, const QList<Slice> &evidence, QDate first, QDate last, const QTimeZone &zone);

} // namespace tollkeeper
