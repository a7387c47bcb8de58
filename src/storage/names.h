// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

#include <QHash>

namespace tollkeeper {

//! Numbers that stand for model and provider names in the ledger; 0 is "not told". Keeps what it has looked
//! up, so make one per transaction.
class Names {
public:
    explicit Names(Database &database) : m_database(database) { }
    [[nodiscard]] Result<qint64> model(const QString &name) { return idOf(QStringLiteral("model"), name); }
    [[nodiscard]] Result<qint64> provider(const QString &name)
    {
        return idOf(QStringLiteral("provider"), name);
    }

private:
    [[nodiscard]] Result<qint64> idOf(const QString &table, const QString &name);

    Database &m_database;
    QHash<QString, qint64> m_known;
};

} // namespace tollkeeper
