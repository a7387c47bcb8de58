// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/alert_finding.h"
#include "domain/budget.h"

#include <QTimeZone>

namespace tollkeeper {

class Database;

//! How a period is named in Alert::occurrence: by its first day, and by its kind where that is not monthly.
[[nodiscard]] QString occurrenceOf(const BudgetPeriod &period, QDate first);
//! The first day of the period that an occurrence names; invalid where it names none.
[[nodiscard]] QDate periodFirstOf(const QString &occurrence);

//! What is true of one side of a budget (`kind`) in the period around `day`. Of a period that is over only
//! actual spend is looked at. Synchronous: call it on a storage thread.
[[nodiscard]] Result<AlertFindings> findingsOf(Database &database, const Budget &budget, AlertKind kind,
    QDate day, const QDateTime &now, const QTimeZone &zone);

} // namespace tollkeeper
