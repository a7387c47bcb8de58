// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/alert_finding.h"
#include "domain/alert_rule.h"

#include <QTimeZone>

namespace tollkeeper {

class Database;

//! Looks with one rule at what the ledger knew at `now` (UTC); what came later is not looked at, so that the
//! past can be tried out. `zone`: the reporting zone. Synchronous: call it on a storage thread.
[[nodiscard]] Result<AlertFindings> evaluateRule(
    Database &database, const AlertRule &rule, const QDateTime &now, const QTimeZone &zone);

} // namespace tollkeeper
