// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/rule_alert_words.h"

namespace tollkeeper {

AlertWords ruleAlertWords(const Alert &alert, const QTimeZone &)
{
    AlertWords words;
    words.title = kindText(alert.kind) + QStringLiteral(": ") + alert.facts.name;
    return words;
}

AlertWords resolvedRuleWords(const Alert &alert, const QTimeZone &zone)
{
    return ruleAlertWords(alert, zone);
}

} // namespace tollkeeper
