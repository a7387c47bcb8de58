// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/alert_rule_repository.h"

//! For tests of what is not the rules': they have tests of their own.
inline void switchRulesOff(tollkeeper::Database &database)
{
    tollkeeper::AlertRuleRepository rules(database);
    (void)rules.addMissing();
    auto all = *rules.all();
    for (auto &rule : all) {
        rule.isOn = false;
        (void)rules.save(rule);
    }
}
