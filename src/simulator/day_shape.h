// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/slots.h"

#include <array>
#include <cstdint>

namespace tollkeeper::simulator {

//! When a key works: with the people of an office, with the customers of a shop, or by night.
enum class Rhythm : std::uint8_t { Office, Customers, NightBatch };

//! How a day's spend falls on its slots: cumulative weights, so that any part of a day is one multiplication.
using DayShape = std::array<qint64, SlotsPerDay + 1>;

//! One of some shapes of the rhythm, chosen by the given number; all of them always have some weight in every
//! slot. The reference stays valid for ever.
[[nodiscard]] const DayShape &dayShape(Rhythm rhythm, quint64 which);

//! Thousandths of an ordinary working day, by day of the week.
[[nodiscard]] qint64 weekdayPermille(Rhythm rhythm, const QDate &day);

} // namespace tollkeeper::simulator
