// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/slots.h"

#include <functional>
#include <vector>

namespace tollkeeper::simulator {

//! What somebody pays in so that a balance lasts: once at the start, and on Monday mornings as much as brings
//! the balance to a little more than the last week cost.
class TopUps {
public:
    //! `spentUntil` gives the micro-dollars spent by a slot; it is asked now and not kept. Payments are
    //! multiples of `step` micro-dollars.
    TopUps(const std::function<qint64(Slot)> &spentUntil, qint64 step);

    //! Micro-dollars paid in by a slot.
    [[nodiscard]] qint64 until(Slot slot) const;

private:
    struct Payment {
        Slot slot = 0;
        qint64 paidInAll = 0;
    };
    std::vector<Payment> m_payments;
};

} // namespace tollkeeper::simulator
