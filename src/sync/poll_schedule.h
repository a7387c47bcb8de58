// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <chrono>
#include <optional>

namespace tollkeeper {

//! How long after a poll the next one is due: the interval with up to 10 % of jitter, so that machines do not
//! ask in step; 1, 2, 5, 10 min while an account keeps failing; never sooner than Retry-After nor than 30 s.
//! `jitter` is from 0 to 1. Pure.
[[nodiscard]] std::chrono::seconds pollDelay(std::chrono::seconds interval, int failures,
    std::optional<std::chrono::seconds> retryAfter, double jitter);

//! How long after a poll that ended at the keychain the next one is made: 10, 20, 40 s, 1, 2 and then every
//! 5 min. It costs the gateway nothing, and a keyring that starts late or is unlocked is used soon. `tries`
//! counts from 1. Pure.
[[nodiscard]] std::chrono::seconds keychainDelay(int tries);

//! Whether asking the keychain again by itself is worth it and does no harm. Not where the key is missing,
//! which only a person mends, nor where access was denied, which may have been asked of them.
[[nodiscard]] bool isKeychainWorthAsking(const std::optional<Error> &problem);

//! After sleep or a change of network, how long after so many rounds the next one is made while somebody is
//! still not reached: at 0, 2, 5, 9 s and then every 8 s, so that a connection that comes back is used within
//! 10 s. nullopt: two minutes have passed, the schedule goes on alone. `round` counts from 1. Pure.
[[nodiscard]] std::optional<std::chrono::seconds> catchUpDelay(int round);

inline constexpr std::chrono::seconds DefaultPollInterval = std::chrono::minutes(5);
inline constexpr std::chrono::seconds ShortestPollInterval(30);

} // namespace tollkeeper
