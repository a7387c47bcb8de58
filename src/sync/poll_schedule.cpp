// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/poll_schedule.h"

#include <algorithm>
#include <array>

namespace tollkeeper {

std::chrono::seconds pollDelay(std::chrono::seconds interval, int failures,
    std::optional<std::chrono::seconds> retryAfter, double jitter)
{
    constexpr std::array BackOff{
        std::chrono::minutes(1), std::chrono::minutes(2), std::chrono::minutes(5), std::chrono::minutes(10)};
    const auto seconds = [](double value) { return std::chrono::seconds(static_cast<qint64>(value)); };

    auto delay = interval;
    if (failures > 0)
        delay = BackOff.at(std::min<std::size_t>(static_cast<std::size_t>(failures), BackOff.size()) - 1);
    delay += seconds(static_cast<double>(delay.count()) * 0.1 * std::clamp(jitter, 0.0, 1.0));
    if (retryAfter)
        delay = std::max(delay, *retryAfter);
    return std::max(delay, ShortestPollInterval);
}

std::chrono::seconds keychainDelay(int tries)
{
    constexpr std::array Delays{std::chrono::seconds(10), std::chrono::seconds(20), std::chrono::seconds(40),
        std::chrono::seconds(60), std::chrono::seconds(120), std::chrono::seconds(300)};
    return Delays.at(std::min<std::size_t>(static_cast<std::size_t>(std::max(tries, 1)), Delays.size()) - 1);
}

bool isKeychainWorthAsking(const std::optional<Error> &problem)
{
    if (!problem)
        return false;
    switch (problem->kind) {
    case Error::Kind::KeychainLocked:
    case Error::Kind::KeychainMissing:
    case Error::Kind::KeychainWaiting:
    case Error::Kind::KeychainFailed:
        return true;
    default:
        return false;
    }
}

std::optional<std::chrono::seconds> catchUpDelay(int round)
{
    constexpr std::array First{std::chrono::seconds(2), std::chrono::seconds(3), std::chrono::seconds(4)};
    constexpr std::chrono::seconds Later(8);
    constexpr int Rounds = 17; // two minutes
    if (round > Rounds)
        return std::nullopt;
    const auto at = static_cast<std::size_t>(std::max(round, 1)) - 1;
    return at < First.size() ? First.at(at) : Later;
}

} // namespace tollkeeper
