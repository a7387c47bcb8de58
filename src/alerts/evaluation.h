// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/alert.h"

namespace tollkeeper {

class Database;

//! Looks at the stored figures with every budget and rule at `now` (UTC), records what came true and queues
//! its notices, in one transaction; answers with what was raised or reopened. Running it again, or after a
//! crash, records nothing twice; a poll that failed has changed no figure and so raises nothing. Periods that
//! ended since the last look are looked at too: what was crossed in them is raised late. Synchronous: call it
//! on the writer thread.
[[nodiscard]] Result<QList<Alert>> evaluateAlerts(Database &database, const QDateTime &now);

//! The same, and whether any alert is another one than before.
struct AlertLook {
    QList<Alert> raised;
    bool hasChanged = false;
};
[[nodiscard]] Result<AlertLook> lookAtAlerts(Database &database, const QDateTime &now);

} // namespace tollkeeper
