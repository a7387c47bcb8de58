// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "domain/model_price.h"
#include "storage/database.h"

#include <QList>

namespace tollkeeper {

//! The catalogue of each account's gateway, as last read. Synchronous: call it on a storage thread.
class ListingRepository {
public:
    explicit ListingRepository(Database &database) : m_database(database) { }

    //! Puts a whole catalogue in the place of what was known and remembers when it was read.
    [[nodiscard]] Outcome replace(
        AccountId account, const QList<ModelListing> &catalogue, const QDateTime &at);
    //! UTC; nullopt: never.
    [[nodiscard]] Result<std::optional<QDateTime>> fetchedAt(AccountId account);
    [[nodiscard]] Result<QList<ModelListing>> all(AccountId account); //!< by name
    [[nodiscard]] Result<std::optional<ModelListing>> find(AccountId account, const QString &model);
    //! As modelsByOtherName() says of the catalogue.
    [[nodiscard]] Result<QHash<QString, QString>> modelsByOtherName(AccountId account);
    //! Models that cost something in the last 30 days and that their gateway stops offering within so many
    //! days from now, today included; the first to go comes first.
    [[nodiscard]] Result<QList<ExpiringModel>> expiringSoon(
        const QDateTime &now, int days = ExpiryNoticeDays);

    static constexpr int ExpiryNoticeDays = 14;

private:
    Database &m_database;
};

} // namespace tollkeeper
