// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/money.h"
#include "domain/zone_days.h"
#include "storage/database.h"

#include <QDateTime>
#include <QHash>
#include <QList>
#include <QSet>

namespace tollkeeper {

//! What one key cost on one day of the reporting zone, whoever bills it: the gateway or a provider.
struct KeyDaySpend {
    KeyId key;
    QDate day;
    Money cost;
};

//! What keys and accounts cost, as the ledger tells it at a moment that may lie in the past: a stretch that
//! was not over by then counts only where it had been fetched by then. Synchronous: call it on a storage
//! thread.
class KeySpendRepository {
public:
    //! `now` in UTC.
    KeySpendRepository(Database &database, QDateTime now) : m_database(database), m_now(std::move(now)) { }

    //! By key, currency and day, in this order.
    [[nodiscard]] Result<QList<KeyDaySpend>> byDay(const DayRange &range);
    //! The first day since `from` on which a key cost anything; keys that did on none are missing.
    [[nodiscard]] Result<QHash<KeyId, QDate>> firstDays(QDate from);
    //! UTC; the end of the last stretch since `from` in which a key cost anything, now at the latest.
    [[nodiscard]] Result<QHash<KeyId, QDateTime>> lastUsed(const QDateTime &from);
    //! Accounts of whose cost since `from` more than a hundredth is of no key that is known.
    [[nodiscard]] Result<QSet<AccountId>> withSpendOfNoKey(const QDateTime &from);
    //! What the gateway billed an account; nullopt: nothing is known of any of these days.
    [[nodiscard]] Result<std::optional<Money>> billed(
        AccountId account, const DayRange &range, Currency currency);
    //! The first day anything is known of an account; nullopt: of none.
    [[nodiscard]] Result<std::optional<QDate>> firstDay(AccountId account);
    //! Names of what cost most between these moments, of the rows that are known; empty: none are.
    [[nodiscard]] Result<QString> topModelOf(KeyId key, const QDateTime &from);
    [[nodiscard]] Result<QString> topKeyOf(AccountId account, const QString &model, const QDateTime &from);

private:
    Database &m_database;
    QDateTime m_now;
};

} // namespace tollkeeper
