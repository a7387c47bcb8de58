// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/alert_rule.h"

#include <QString>
#include <QStringList>

namespace tollkeeper {

//! The sentence of a kind of rule with %1, %2 … where its parameters stand, in the order of parametersOf():
//! "A day costs over %1 times the usual for that weekday, per key, and more than %2".
[[nodiscard]] QString ruleSentence(AlertKind kind);
//! A value as it stands in the sentence: "1.5", "30 min", "5 days", "Sunday".
[[nodiscard]] QString parameterText(const RuleParameter &parameter, qint64 value);
//! What a person typed for a value; nullopt where it is none. Bounds are not looked at.
[[nodiscard]] std::optional<qint64> parameterFromText(const RuleParameter &parameter, const QString &text);
//! The whole sentence with the values of a rule.
[[nodiscard]] QString ruleText(const AlertRule &rule);

} // namespace tollkeeper
