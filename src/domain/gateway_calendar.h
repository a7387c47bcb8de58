// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QString>

#include <optional>

namespace tollkeeper {

//! When a limit of a gateway starts again: "daily", "weekly" and "monthly" at 00:00 UTC of the next day,
//! Monday, 1st. UTC; nullopt for any other word: it never does, or in a way nobody told.
[[nodiscard]] std::optional<QDateTime> nextReset(const QString &reset, const QDateTime &now);

} // namespace tollkeeper
