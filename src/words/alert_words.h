// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/budget.h"

#include <QString>

namespace tollkeeper {

//! An alert in words: what happened, how much is used and left, and when that ends.
struct AlertWords {
    QString title;
    QString body;
};
[[nodiscard]] AlertWords wordsFor(const BudgetAlert &alert);

//! Labels of a notification's buttons.
[[nodiscard]] QString openBudgetLabel();
[[nodiscard]] QString acknowledgeLabel();

} // namespace tollkeeper
