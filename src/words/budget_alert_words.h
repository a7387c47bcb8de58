// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words/alert_words.h"

namespace tollkeeper {

//! An alert of a budget in words. REQUIRES: isOfBudget(alert.kind).
[[nodiscard]] AlertWords budgetAlertWords(const Alert &alert, const QTimeZone &zone);
[[nodiscard]] AlertWords resolvedBudgetWords(const Alert &alert, const QTimeZone &zone);

} // namespace tollkeeper
