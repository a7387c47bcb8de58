// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/top_ups.h"

#include <algorithm>

namespace tollkeeper::simulator {
namespace {

constexpr Slot SlotsPerWeek = 7 * SlotsPerDay;
constexpr Slot EightInTheMorning = SlotsPerDay / 3;

qint64 roundedUp(qint64 micros, qint64 step)
{
    return micros <= 0 ? 0 : (micros + step - 1) / step * step;
}

qint64 wished(qint64 weekCost)
{
    return weekCost * 115 / 100;
}

} // namespace

TopUps::TopUps(const std::function<qint64(Slot)> &spentUntil, qint64 step)
{
    // The first payment lasts to the second Monday; later ones look one week back.
    m_payments.push_back({0, roundedUp(wished(spentUntil(9 * SlotsPerDay)), step)});
    const auto firstMonday = slotOf(FirstDay.addDays(8 - FirstDay.dayOfWeek())) + EightInTheMorning;
    for (auto slot = firstMonday + SlotsPerWeek; slot < lastSlot(); slot += SlotsPerWeek) {
        const auto spent = spentUntil(slot);
        const auto paid = m_payments.back().paidInAll;
        const auto wish = wished(spent - spentUntil(slot - SlotsPerWeek));
        const auto payment = roundedUp(wish - (paid - spent), step);
        if (payment > 0)
            m_payments.push_back({slot, paid + payment});
    }
}

qint64 TopUps::until(Slot slot) const
{
    const auto after = std::ranges::upper_bound(m_payments, slot, {}, &Payment::slot);
    return after == m_payments.begin() ? 0 : std::prev(after)->paidInAll;
}

} // namespace tollkeeper::simulator
