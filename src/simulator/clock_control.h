// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"

#include <chrono>
#include <mutex>

namespace tollkeeper::simulator {

//! The simulator's time: starts at a moment, runs on at real pace, and jumps when told. Thread-safe.
class ClockControl {
public:
    explicit ClockControl(const QDateTime &start) : m_clock(start) { }

    [[nodiscard]] QDateTime now() const;
    void moveTo(const QDateTime &moment);
    void advance(std::chrono::milliseconds by);

private:
    mutable std::mutex m_mutex;
    StartedClock m_clock;
};

} // namespace tollkeeper::simulator
