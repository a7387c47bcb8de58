// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/back_off.h"

#include <algorithm>
#include <array>

namespace tollkeeper {
namespace {

constexpr std::array WaitSeconds{15, 60, 300, 900, 1800};
constexpr int LongestWaitSeconds = 3600;
constexpr int DaySeconds = 86'400;
constexpr int MostAttempts = 28; // five short waits, then once an hour

} // namespace

std::optional<QDateTime> nextTry(int attempts, const QDateTime &now, const std::optional<QDateTime> &asked)
{
    if (attempts >= MostAttempts)
        return std::nullopt;
    const auto place = std::size_t(std::max(attempts, 1) - 1);
    const auto ours = now.addSecs(place < WaitSeconds.size() ? WaitSeconds.at(place) : LongestWaitSeconds);
    return asked ? std::max(ours, std::min(*asked, now.addSecs(DaySeconds))) : ours;
}

} // namespace tollkeeper
