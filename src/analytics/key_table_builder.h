// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/key_reports.h"
#include "base/result.h"
#include "domain/gateway_traits.h"

#include <QHash>

#include <utility>

namespace tollkeeper {

class Database;
struct SpendSum;

//! Puts the Keys page's table together from one connection. Synchronous: use it on a storage thread.
class KeyTableBuilder {
public:
    KeyTableBuilder(Database &database, QDateTime now, const TraitsByGateway &traits)
        : m_database(database), m_now(std::move(now)), m_traits(traits)
    {
    }

    [[nodiscard]] Result<KeyTable> build();
    //! One key of the table with its days and its history. NotFound: no key of that id.
    [[nodiscard]] Result<KeyDetails> details(KeyId key);

private:
    [[nodiscard]] Outcome addFrame();
    [[nodiscard]] Outcome addRows();
    [[nodiscard]] Outcome addAccounts();
    [[nodiscard]] Outcome addSpend();
    [[nodiscard]] Outcome addSpend(Currency currency);
    [[nodiscard]] Outcome addUse();
    [[nodiscard]] Outcome addRotations();
    void inspectAll();

    Database &m_database;
    QDateTime m_now;
    const TraitsByGateway &m_traits;
    KeyTable m_table;
    QHash<KeyId, QStringList> m_models;
};

//! What a rotation has brought so far. Synchronous: use it on a storage thread.
[[nodiscard]] Result<RotationWatch> watchOf(Database &database, RotationId rotation, const QDateTime &now);

} // namespace tollkeeper
