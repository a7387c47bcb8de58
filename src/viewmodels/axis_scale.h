// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

namespace tollkeeper {

//! Where an axis of amounts ends and which values it names. Geometry only: amounts are shown from integers.
struct AxisScale {
    double top = 1;
    double step = 1;
    [[nodiscard]] QList<double> ticks() const;
};

//! A scale that holds `highest` with three or four round steps; `endsOnTick` lifts the top to the next tick.
[[nodiscard]] AxisScale axisScale(double highest, bool endsOnTick);

} // namespace tollkeeper
