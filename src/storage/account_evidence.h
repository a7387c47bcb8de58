// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "domain/slice.h"
#include "domain/time_segments.h"
#include "storage/database.h"

#include <QTimeZone>

namespace tollkeeper {

//! Everything known of an account's spend in a stretch of time, in one currency: what resolveSpend() needs.
struct AccountEvidence {
    TimeSegment stretch; //!< what was asked for, widened to everything that touches it
    QList<Slice> slices;
};

//! Which zone's segments request rows are summed by.
enum class RowSums : std::uint8_t {
    Stored, //!< the reporting zone: from the roll-up where nothing cuts
    AnotherZone //!< from the rows themselves
};

//! Gathers slices, counters' and buckets', and what request rows mean as slices. Any storage thread.
[[nodiscard]] Result<AccountEvidence> gatherEvidence(Database &database, AccountId account,
    TimeSegment stretch, const QString &currency, const QTimeZone &zone, RowSums sums);

//! Every currency the account has slices, rows or pieces in: a currency whose last slice was just replaced
//! still has pieces to remove.
[[nodiscard]] Result<QStringList> currenciesOf(Database &database, AccountId account);

} // namespace tollkeeper
