// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/torouter_windows.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::torouter {
namespace {

constexpr Slot SlotsPerHour = 12;

Slot lengthOf(const WindowPlan &plan)
{
    if (plan.name == u"5h"_s)
        return 5 * SlotsPerHour;
    return plan.name == u"1d"_s ? SlotsPerDay : 7 * SlotsPerDay;
}

WindowState stateOf(const Key &key, const WindowPlan &plan, Slot now)
{
    const auto length = lengthOf(plan);
    const auto start = now / length * length;
    WindowState state{
        .name = plan.name, .limitMicros = plan.limitMicros, .usedMicros = key.spent({start, now}).micros};
    if (state.usedMicros > 0) {
        state.start = startOf(start);
        state.end = startOf(start + length);
    }
    return state;
}

} // namespace

std::vector<WindowState> windowsOf(const Key &key, const QDateTime &now)
{
    std::vector<WindowState> states;
    for (const auto &plan : key.plan.windows)
        states.push_back(stateOf(key, plan, slotsUntil(now)));
    return states;
}

} // namespace tollkeeper::simulator::torouter
