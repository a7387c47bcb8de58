// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/world.h"

namespace tollkeeper::simulator::torouter {

//! What a key may spend in a stretch of time, and has. Idle, it has neither start nor end.
struct WindowState {
    QString name = {}; //!< "5h", "1d", "7d"
    qint64 limitMicros = 0;
    qint64 usedMicros = 0;
    std::optional<QDateTime> start = {}; //!< UTC
    std::optional<QDateTime> end = {};
};

//! The windows of a key, shortest first, on a fixed grid.
[[nodiscard]] std::vector<WindowState> windowsOf(const Key &key, const QDateTime &now);

} // namespace tollkeeper::simulator::torouter
