// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/money.h"
#include "storage/database.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QStringList>

namespace tollkeeper {

//! What one key cost over a stretch of time that the ledger does not divide further.
struct KeyUse {
    KeyId key;
    QDateTime start; //!< UTC
    QDateTime end; //!< UTC, exclusive
    Money billed;
    Money byok;
    friend bool operator==(const KeyUse &, const KeyUse &) = default;
};

//! When and for what keys are used, as far as the ledger tells. Synchronous: call it on a storage thread.
class KeyUseRepository {
public:
    explicit KeyUseRepository(Database &database) : m_database(database) { }

    //! The end of the last stretch since `from` in which a key cost anything; keys that did not are missing.
    //! Never later than `now`: a bucket of the running day ends in the future.
    [[nodiscard]] Result<QHash<KeyId, QDateTime>> lastUsed(const QDateTime &from, const QDateTime &now);
    //! What requests since `from` asked for, of those whose rows are known.
    [[nodiscard]] Result<QHash<KeyId, QStringList>> requestedModels(const QDateTime &from);
    //! Every stretch that ends after `from` in which one of these keys cost anything, in order of time.
    [[nodiscard]] Result<QList<KeyUse>> uses(const QList<KeyId> &keys, const QDateTime &from);

private:
    Database &m_database;
};

} // namespace tollkeeper
