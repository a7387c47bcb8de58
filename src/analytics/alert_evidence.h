// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/alert_reports.h"
#include "base/result.h"

namespace tollkeeper {

class Database;

//! The series behind an alert, for its chart: of a budget the running sum of its period, of a spike the days
//! of the key, of a rate its hours, of a balance and a cap what was left or used. Kinds of which nothing is
//! kept over time have no points. `now` in UTC. Synchronous: call it on a storage thread.
[[nodiscard]] Result<AlertEvidence> evidenceOf(
    Database &database, const Alert &alert, const QDateTime &now, const QTimeZone &zone);

} // namespace tollkeeper
