// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/rule_service.h"
#include "base/result.h"

#include <QTimeZone>

namespace tollkeeper {

class Database;

//! Looks with a rule at one moment of the past after the other, as the live looks would have, and tells the
//! alerts they would have raised: each crossing once, an episode that is back within the hour not again.
//! `days`: of the reporting zone, today included. `now` in UTC. Synchronous, may take seconds: call it on a
//! storage thread for long reads.
[[nodiscard]] Result<BackTest> backTest(
    Database &database, const AlertRule &rule, int days, const QDateTime &now, const QTimeZone &zone);

//! The moments it looks at, ascending, the last of them `now`: for rules over a window at least every hour,
//! for outages when they began and ended and in between, for digests their hour, else once for each day, at
//! the noon after it, when every gateway has told it.
[[nodiscard]] Result<QList<QDateTime>> momentsToLookAt(Database &database, const AlertRule &rule,
    const DayRange &days, const QDateTime &now, const QTimeZone &zone);

} // namespace tollkeeper
