// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/look_up_schedule.h"

#include <algorithm>
#include <array>

namespace tollkeeper {
namespace {

using namespace std::chrono_literals;

constexpr std::array<std::chrono::milliseconds, 8> Delays{500ms, 1s, 2s, 4s, 8s, 1min, 5min, 30min};
constexpr std::chrono::milliseconds LongestWait = 24h;

std::chrono::milliseconds delayAfter(int tries)
{
    const auto last = static_cast<int>(Delays.size());
    return Delays.at(static_cast<std::size_t>(std::clamp(tries, 1, last)) - 1);
}

} // namespace

std::optional<std::chrono::milliseconds> lookUpDelay(int tries)
{
    std::chrono::milliseconds waited{0};
    for (int before = 1; before < tries; ++before)
        waited += delayAfter(before);
    return waited < LongestWait ? std::optional(delayAfter(tries)) : std::nullopt;
}

} // namespace tollkeeper
