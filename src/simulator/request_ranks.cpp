// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/request_ranks.h"

namespace tollkeeper::simulator {

qint64 RequestRanks::before(Slot slot) const
{
    qint64 requests = 0;
    for (const auto &one : m_selection)
        requests += one.series->until(slot).requests;
    return requests;
}

Slot RequestRanks::slotOf(qint64 rank) const
{
    Slot low = 0;
    Slot high = lastSlot() - 1;
    while (low < high) {
        const auto middle = (low + high) / 2;
        if (before(middle + 1) > rank)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

} // namespace tollkeeper::simulator
