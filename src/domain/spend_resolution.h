// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/spend_piece.h"

namespace tollkeeper {

//! The heart of the ledger: from everything known about one account's spend in one currency, the pieces that
//! count, each from its best-ranked source, so that nothing is counted twice (ledger: "Authority, exactly").
//!
//! - Per key, the best-ranked source wins each stretch of time; a worse one keeps only what it says beyond.
//! - A bucket of the whole account replaces the counters inside it and is replaced by buckets by key.
//! - What loses becomes evidence: it splits the winner by key, model and provider and never adds to it.
//! - Every piece ends up on one day of the zone: cut at its midnights by the shape of finer evidence where
//!   that covers at least 90 % (marked estimated), else on the day of its middle (marked spansDays).
//! Pure; the order of the slices does not matter.
[[nodiscard]] QList<SpendPiece> resolveSpend(QList<Slice> slices, const QTimeZone &zone);

} // namespace tollkeeper
