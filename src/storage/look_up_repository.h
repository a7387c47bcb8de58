// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "storage/database.h"

#include <QDateTime>
#include <QList>
#include <QStringList>

#include <optional>

namespace tollkeeper {

//! A request whose bill is to be looked up by its generation id.
struct LookUp {
    AccountId account;
    QString requestId;
    int tries = 0; //!< that found nothing yet
    QDateTime nextAt; //!< UTC
    friend bool operator==(const LookUp &, const LookUp &) = default;
};

//! The bills that are still missing. Synchronous: call it on a storage thread.
class LookUpRepository {
public:
    explicit LookUpRepository(Database &database) : m_database(database) { }

    //! Ids that wait already keep their place; one that was given up begins anew.
    [[nodiscard]] Outcome add(AccountId account, const QStringList &requestIds, const QDateTime &at);
    //! Those whose time has come, in its order, of accounts that are not removed; of `only` where it is
    //! given.
    [[nodiscard]] Result<QList<LookUp>> due(
        const QDateTime &now, int most = 50, std::optional<AccountId> only = {});
    //! UTC; when the next one is due. nullopt: none waits.
    [[nodiscard]] Result<std::optional<QDateTime>> nextAt();
    //! Asked again later.
    [[nodiscard]] Outcome postpone(const LookUp &lookUp);
    //! None of the account is asked before that moment.
    [[nodiscard]] Outcome postponeAll(AccountId account, const QDateTime &until);
    //! Never asked again by itself.
    [[nodiscard]] Outcome giveUp(AccountId account, const QString &requestId);
    [[nodiscard]] Outcome remove(AccountId account, const QString &requestId);

private:
    Database &m_database;
};

} // namespace tollkeeper
