// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words/alert_words.h"

namespace tollkeeper {

//! An alert of a rule in words. REQUIRES: not of a budget.
[[nodiscard]] AlertWords ruleAlertWords(const Alert &alert, const QTimeZone &zone);
//! That it is over.
[[nodiscard]] AlertWords resolvedRuleWords(const Alert &alert, const QTimeZone &zone);

} // namespace tollkeeper
