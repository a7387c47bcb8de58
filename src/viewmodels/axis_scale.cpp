// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/axis_scale.h"

#include <cmath>

namespace tollkeeper {

QList<double> AxisScale::ticks() const
{
    QList<double> values;
    for (int i = 0; i * step <= top * 1.0001; ++i)
        values.append(i * step);
    return values;
}

AxisScale axisScale(double highest, bool endsOnTick)
{
    if (!(highest > 0) || !std::isfinite(highest))
        return {.top = 1, .step = 1};
    const auto wanted = highest / 3.5;
    const auto power = std::pow(10.0, std::floor(std::log10(wanted)));
    auto step = power * 10;
    for (const auto factor : {1.0, 2.0, 4.0, 5.0}) {
        if (power * factor >= wanted) {
            step = power * factor;
            break;
        }
    }
    const auto top = endsOnTick ? std::ceil(highest / step) * step : highest * 1.1;
    return {.top = top, .step = step};
}

} // namespace tollkeeper
