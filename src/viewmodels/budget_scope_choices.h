// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/budget_reports.h"

namespace tollkeeper {

//! What a scope of that kind can count: values and their names. What `scope` counts now stays among them even
//! where nothing has that name any more; `knownName` is what it is called then.
[[nodiscard]] QList<QPair<QString, QString>> scopeChoices(
    const BudgetChoices &choices, const BudgetScope &scope, const QString &knownName);

} // namespace tollkeeper
