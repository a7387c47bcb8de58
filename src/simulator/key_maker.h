// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/world.h"

namespace tollkeeper::simulator {

//! The key of a plan with what it spends. Its place in the world decides its text, unless one is given, and
//! what chance does to it.
[[nodiscard]] Key makeKey(quint64 seed, std::size_t index, const KeyPlan &plan, const QByteArray &text = {});
//! When a key of the roster retires; no moment where it does not.
[[nodiscard]] QDateTime retirementOf(const KeyPlan &plan);

//! What a kind of gateway charges of the list price.
[[nodiscard]] int chargedPercent(Place place);

} // namespace tollkeeper::simulator
