// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>

namespace tollkeeper::simulator {

//! A moment as the count of whole five-minute UTC slots that have ended by then, since spend began
//! (2026-03-01). The figures of a stretch are those until its last slot minus those until its first, and what
//! has not ended yet is not visible.
using Slot = qint64;

inline constexpr Slot SlotsPerDay = 288;
inline constexpr int SecondsPerSlot = 300;
inline const QDate FirstDay{2026, 3, 1};
//! Nothing is spent from this day on: far enough for every test, near enough to keep all days in memory.
inline const QDate EndOfTime{2030, 1, 1};

[[nodiscard]] Slot lastSlot();
//! Slots ended by a moment; within 0 and lastSlot().
[[nodiscard]] Slot slotsUntil(const QDateTime &moment);
//! The first slot that starts at or after a moment; within 0 and lastSlot().
[[nodiscard]] Slot slotFrom(const QDateTime &moment);
[[nodiscard]] Slot slotOf(const QDate &utcDay);
[[nodiscard]] QDate dayOf(Slot slot);
[[nodiscard]] QDateTime startOf(Slot slot);

//! From the first slot up to, without, the last.
struct Stretch {
    Slot from = 0;
    Slot to = 0;
};

} // namespace tollkeeper::simulator
