// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/alert_reports.h"
#include "analytics/spend_answers.h"
#include "domain/alert_settings.h"
#include "platform/tray.h"

namespace tollkeeper {

struct TrayFacts {
    const Overview &overview;
    const Inbox &inbox; //!< its counts
    const AlertSettings &settings;
    std::optional<QDateTime> lastPolledAt; //!< UTC
    bool isPolling = false;
    bool marks = true; //!< alerts may put a mark on the icon
};

//! What the tray shows of all that. Pure.
[[nodiscard]] TrayContents trayContents(const TrayFacts &facts);

} // namespace tollkeeper
