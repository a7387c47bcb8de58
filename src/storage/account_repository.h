// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/account.h"
#include "storage/database.h"

#include <QList>
#include <QTimeZone>

namespace tollkeeper {

//! Accounts and what their last polls came to. Synchronous: call it on a storage thread.
class AccountRepository {
public:
    explicit AccountRepository(Database &database) : m_database(database) { }

    //! Error::Kind::InvalidInput when the name is taken.
    [[nodiscard]] Result<AccountId> add(const Account &account);
    //! Marks it removed; its keys and its history stay.
    [[nodiscard]] Outcome remove(AccountId account, const QDateTime &at);
    //! Those not removed, in the order they were added.
    [[nodiscard]] Result<QList<Account>> all();
    [[nodiscard]] Result<Account> byId(AccountId account);

    [[nodiscard]] Result<AccountHealth> health(AccountId account);
    //! A poll that counted: the figures are of `at`, whatever was wrong before is over.
    [[nodiscard]] Outcome markFetched(AccountId account, const QDateTime &at);
    //! A poll that did not count: no figure changes, the reason is kept.
    [[nodiscard]] Outcome markFailed(AccountId account, const QDateTime &at, const Error &problem);
    [[nodiscard]] Outcome setRole(AccountId account, KeyRole role);
    [[nodiscard]] Outcome setTellsSpend(AccountId account, bool tellsSpend);
    //! Secret::fingerprint() of the account's key, to find it in a list of keys and to notice another one.
    [[nodiscard]] Outcome setKeyFingerprint(AccountId account, const QString &fingerprint);
    [[nodiscard]] Result<QString> keyFingerprint(AccountId account);
    //! Another key stands in the keychain for it from now on.
    [[nodiscard]] Outcome setKey(AccountId account, const QString &masked, const QString &fingerprint);
    //! Another keychain entry holds its key from now on.
    [[nodiscard]] Outcome switchKey(
        AccountId account, const QString &secretName, const QString &masked, const QString &fingerprint);
    //! A login at the panel, or none where both are empty.
    [[nodiscard]] Outcome setPanel(AccountId account, const QString &user, const QString &secretName);
    //! That session is over; who was logged in stays known. False: the account has another one by now.
    [[nodiscard]] Result<bool> endPanel(AccountId account, const QString &secretName);

    //! The reporting zone of the workspace; UTC until set.
    [[nodiscard]] Result<QTimeZone> zone();

private:
    Database &m_database;
};

} // namespace tollkeeper
