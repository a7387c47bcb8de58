// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/api_key.h"
#include "domain/key_change.h"
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
    [[nodiscard]] Result<ApiKey> byId(KeyId key);
    //! The key of that remote id; nullopt: none.
    [[nodiscard]] Result<std::optional<ApiKey>> byRemoteId(AccountId account, const QString &remoteId);

    //! What the gateway said of one key after it was made or changed from here; recorded as Origin::Here.
    [[nodiscard]] Result<KeyId> apply(AccountId account, const KeyFacts &facts, const QDateTime &at);
    //! The gateway no longer has it. Its history stays.
    [[nodiscard]] Outcome markGone(KeyId key, KeyEvent::Origin origin, const QDateTime &at);
    //! Where the key's secret lies in the keychain and what is safe to know of it; an empty name: nowhere.
    [[nodiscard]] Outcome setSecret(
        KeyId key, const QString &name, const QString &masked, const QString &fingerprint);
    //! The gateway's answers know it by another name from now on. REQUIRES: no other key of the account has
    //! it.
    [[nodiscard]] Outcome setRemoteId(KeyId key, const QString &remoteId);
    //! nullopt: the workspace's policy holds; 0: it is never to be replaced.
    [[nodiscard]] Outcome setRotationDays(KeyId key, std::optional<int> days);
    [[nodiscard]] Outcome setReplaces(KeyId key, KeyId replaced);
    //! From `from` on the key belongs to these; what was before keeps the labels it had. The first labels of
    //! a key hold for all of its past.
    [[nodiscard]] Outcome label(KeyId key, const KeyLabels &labels, const QDateTime &from);

private:
    [[nodiscard]] Result<qint64> upsert(AccountId account, const KeyFacts &facts, const QDateTime &at,
        KeyEvent::Origin origin = KeyEvent::Origin::Gateway);
    [[nodiscard]] Outcome record(
        const std::optional<ApiKey> &known, qint64 id, KeyEvent::Origin origin, const QDateTime &at);
    [[nodiscard]] Result<QList<ApiKey>> where(
        const QString &condition, std::initializer_list<Database::Binding> bindings);
    [[nodiscard]] Result<KeyLabels> labelsOf(KeyId key);

    Database &m_database;
};

} // namespace tollkeeper
