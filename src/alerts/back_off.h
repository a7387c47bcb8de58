// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <optional>

namespace tollkeeper {

//! When a notice that failed is tried again: after 15 s, 1, 5, 15, 30 and then every 60 minutes, or when the
//! other side asks for it, if that is later and within a day. nullopt: it has been tried for about a day.
//! `attempts`: how often it has been tried. UTC.
[[nodiscard]] std::optional<QDateTime> nextTry(
    int attempts, const QDateTime &now, const std::optional<QDateTime> &asked);

} // namespace tollkeeper
