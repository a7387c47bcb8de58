// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "domain/request_facts.h"
#include "storage/bulk_statement.h"
#include "storage/names.h"

#include <QHash>

#include <array>

namespace tollkeeper {

//! What many requests of an account share: key, models, provider, how they ended, currency. Interned, so that
//! a row is small and a roll-up counts few things. Keeps what it has looked up: make one per transaction.
class SeriesTable {
public:
    SeriesTable(Database &database, AccountId account)
        : m_database(database), m_account(account), m_names(database)
    {
    }

    //! The series of a row; added where it is new, with the key and the names it needs.
    [[nodiscard]] Result<qint64> idOf(const RequestFacts &facts, const QDateTime &seenAt);
    //! A row's facts as far as its series tells them.
    [[nodiscard]] Result<RequestFacts> factsOf(qint64 series);
    //! Of a row without a known cost: ISO 4217 for "no currency".
    [[nodiscard]] static Currency noCurrency();
    //! Of the amounts in a series.
    [[nodiscard]] Result<Currency> currencyOf(qint64 series);

private:
    struct Known {
        RequestFacts facts;
        Currency currency;
    };
    [[nodiscard]] Result<qint64> find(const RequestFacts &facts, Currency currency, const QDateTime &seenAt);
    [[nodiscard]] Result<const Known *> known(qint64 series);
    [[nodiscard]] Result<qint64> keyOf(const QString &remoteId, const QDateTime &seenAt);

    [[nodiscard]] Result<std::optional<qint64>> stored(
        const std::array<qint64, 8> &numbers, const QString &errorCode, const QString &currency);

    Database &m_database;
    AccountId m_account;
    std::optional<BulkStatement> m_find;
    Names m_names;
    QHash<QStringList, qint64> m_ids;
    QHash<QString, qint64> m_keys;
    QHash<qint64, Known> m_known;
};

} // namespace tollkeeper
