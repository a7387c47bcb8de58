// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/request_rows.h"

namespace tollkeeper::simulator {

//! One of a key's series, to be put into a selection.
struct KeySeries {
    const Key *key = nullptr;
    const SpendSeries *series = nullptr;
};

//! The billed requests of some series in order of time, counted without being drawn. REQUIRES: series that
//! move by request (SeriesSpec::byRequest), so that each billed row counts as one.
class RequestRanks {
public:
    explicit RequestRanks(std::vector<KeySeries> selection) : m_selection(std::move(selection)) { }

    //! How many began before the slot.
    [[nodiscard]] qint64 before(Slot slot) const;
    //! The slot of the request of this rank, counted from 0. REQUIRES: rank < before(lastSlot()).
    [[nodiscard]] Slot slotOf(qint64 rank) const;

private:
    std::vector<KeySeries> m_selection;
};

} // namespace tollkeeper::simulator
