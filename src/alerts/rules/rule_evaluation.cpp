// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/rule_evaluation.h"

namespace tollkeeper {

Result<AlertFindings> evaluateRule(Database &, const AlertRule &, const QDateTime &, const QTimeZone &)
{
    return AlertFindings{{}, {}, true};
}

} // namespace tollkeeper
