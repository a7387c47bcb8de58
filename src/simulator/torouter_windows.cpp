// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/torouter_windows.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::torouter {
namespace {

constexpr Slot SlotsPerHour = 12;

struct WindowPlan {
    QString name = {};
    Slot length = 0;
    int limitDollars = 0;
};

std::vector<WindowPlan> plansOf(const Key &key)
{
    if (key.plan.billing != Billing::Quota)
        return {};
    if (key.account().place == Place::ToRouter)
        return {{u"5h"_s, 5 * SlotsPerHour, 25}, {u"7d"_s, 7 * SlotsPerDay, 250}};
    return {{u"5h"_s, 5 * SlotsPerHour, 3}, {u"1d"_s, SlotsPerDay, 8}, {u"7d"_s, 7 * SlotsPerDay, 40}};
}

WindowState stateOf(const Key &key, const WindowPlan &plan, Slot now)
{
    const auto start = now / plan.length * plan.length;
    WindowState state{.name = plan.name,
        .limitMicros = plan.limitDollars * qint64(1'000'000),
        .usedMicros = key.spent({start, now}).micros};
    if (state.usedMicros > 0) {
        state.start = startOf(start);
        state.end = startOf(start + plan.length);
    }
    return state;
}

} // namespace

std::vector<WindowState> windowsOf(const Key &key, const QDateTime &now)
{
    std::vector<WindowState> states;
    for (const auto &plan : plansOf(key))
        states.push_back(stateOf(key, plan, slotsUntil(now)));
    return states;
}

} // namespace tollkeeper::simulator::torouter
