// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/alert_rule.h"
#include "storage/database.h"

#include <QList>

namespace tollkeeper {

//! The rules beside budgets: one of each kind. Synchronous: call it on a storage thread.
class AlertRuleRepository {
public:
    explicit AlertRuleRepository(Database &database) : m_database(database) { }

    //! Adds what a new profile has and this one lacks: at first all of them, later new kinds. REQUIRES: the
    //! writer.
    [[nodiscard]] Outcome addMissing();
    //! In the order of firstRules(). Before addMissing() they are as a new profile has them, without ids.
    [[nodiscard]] Result<QList<AlertRule>> all();
    [[nodiscard]] Outcome save(const AlertRule &rule);

private:
    Database &m_database;
};

} // namespace tollkeeper
