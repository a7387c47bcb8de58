// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/api_key.h"
#include "domain/poll_facts.h"
#include "storage/database.h"

#include <QHash>
#include <QList>

namespace tollkeeper {

//! Keys as the gateways describe them and the labels people gave them. Synchronous: call it on a storage
//! thread.
class KeyRepository {
public:
    explicit KeyRepository(Database &database) : m_database(database) { }

    //! Stores what a poll said of an account's keys and answers with their ids by remote id. A key that only
    //! a figure names is added by that name. With listsAllKeys, one that is missing is marked gone; its
    //! history stays.
    [[nodiscard]] Result<QHash<QString, qint64>> update(
        AccountId account, const PollFacts &facts, const QDateTime &at);
    //! The key of that remote id; one that nobody has listed yet is added, named by the start of its id.
    [[nodiscard]] Result<qint64> idOf(AccountId account, const QString &remoteId, const QDateTime &at);
    //! All keys of all accounts that are not removed.
    [[nodiscard]] Result<QList<ApiKey>> all();
    //! From `from` on the key belongs to these; what was before keeps the labels it had. The first labels of
    //! a key hold for all of its past.
    [[nodiscard]] Outcome label(KeyId key, const KeyLabels &labels, const QDateTime &from);

private:
    [[nodiscard]] Result<qint64> upsert(AccountId account, const KeyFacts &facts, const QDateTime &at);
    [[nodiscard]] Result<KeyLabels> labelsOf(KeyId key);

    Database &m_database;
};

} // namespace tollkeeper
