// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/budget.h"

#include <QDateTime>
#include <QList>

namespace tollkeeper {

class Database;

//! Compares the stored figures with every budget and records each crossing of this period that has no record
//! yet, in one transaction. Answers with the new records. Running it again, or after a crash, records nothing
//! twice; a poll that failed has changed no figure and so raises nothing. Synchronous: call it on the writer
//! thread. `notice` is what the new records say of their notification.
[[nodiscard]] Result<QList<BudgetAlert>> recordCrossings(
    Database &database, const QDateTime &now, Notice notice);

} // namespace tollkeeper
