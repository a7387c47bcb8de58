// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/budget.h"
#include "storage/database.h"

#include <QList>

namespace tollkeeper {

//! The inbox: what was crossed and what became of its notification. Synchronous: call it on a storage thread.
class AlertRepository {
public:
    explicit AlertRepository(Database &database) : m_database(database) { }

    //! Adds a crossing unless this budget, threshold and period have one already; true when it was added.
    [[nodiscard]] Result<bool> addOnce(const BudgetAlert &alert);
    //! Newest first.
    [[nodiscard]] Result<QList<BudgetAlert>> latest(int count);
    [[nodiscard]] Result<int> openCount();
    //! Those whose notification is still owed: recorded without one, or cut off between showing and
    //! recording.
    [[nodiscard]] Result<QList<BudgetAlert>> owed();
    [[nodiscard]] Outcome setNotice(AlertId alert, Notice notice, quint32 noticeId, bool isRepeated);
    [[nodiscard]] Outcome acknowledge(AlertId alert, const QDateTime &at);

private:
    [[nodiscard]] Result<QList<BudgetAlert>> select(const QString &tail);

    Database &m_database;
};

} // namespace tollkeeper
