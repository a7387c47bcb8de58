// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words/alert_words.h"

namespace tollkeeper {

//! An alert of a rule in words. REQUIRES: not of a budget. `zone`: the reporting zone, for days and times;
//! what a gateway's calendar decides is told in UTC.
[[nodiscard]] AlertWords ruleAlertWords(const Alert &alert, const QTimeZone &zone);
//! The notice that it is over.
[[nodiscard]] AlertWords resolvedRuleWords(const Alert &alert, const QTimeZone &zone);

} // namespace tollkeeper
