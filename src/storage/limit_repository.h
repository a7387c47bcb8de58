// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "domain/poll_facts.h"
#include "storage/database.h"

#include <QHash>
#include <QList>

namespace tollkeeper {

//! Limits of the gateways other than caps of keys, as last heard of. Synchronous: call it on a storage
//! thread.
class LimitRepository {
public:
    explicit LimitRepository(Database &database) : m_database(database) { }

    //! Puts all limits of an account in the place of what was known. `keys`: ids by remote id; a limit of a
    //! key that is not among them is left out.
    [[nodiscard]] Outcome replace(AccountId account, const QList<LimitFacts> &limits,
        const QHash<QString, qint64> &keys, const QDateTime &at);
    [[nodiscard]] Result<QList<LimitFacts>> of(AccountId account);

private:
    Database &m_database;
};

} // namespace tollkeeper
