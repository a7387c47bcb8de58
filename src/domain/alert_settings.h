// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QTime>
#include <QTimeZone>

#include <optional>

namespace tollkeeper {

//! When notices may be sent. Alerts are recorded all the same.
struct AlertSettings {
    bool hasQuietHours = false;
    QTime quietFrom{20, 0}; //!< of the reporting zone; the hours may run over midnight
    QTime quietUntil{7, 0};
    std::optional<QDateTime> pausedUntil = {}; //!< UTC; holds back everything, critical alerts too
    friend bool operator==(const AlertSettings &, const AlertSettings &) = default;
};

//! When a notice that is due at `now` may go out: now, or when the pause or the quiet hours end. Quiet hours
//! hold back all but critical alerts. UTC.
[[nodiscard]] QDateTime noticeMayGoAt(
    const AlertSettings &settings, bool isCritical, const QDateTime &now, const QTimeZone &zone);

} // namespace tollkeeper
