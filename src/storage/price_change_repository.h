// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "domain/model_price.h"
#include "storage/database.h"

#include <QList>

namespace tollkeeper {

//! A list price that a gateway changed, as two readings of its catalogue tell it.
struct PriceChange {
    AccountId account;
    QString accountName;
    QString model;
    QDateTime at; //!< UTC; of the reading that first had the new price
    PriceUnit unit = PriceUnit::Token;
    std::optional<UnitPrice> inputBefore;
    std::optional<UnitPrice> inputAfter;
    std::optional<UnitPrice> outputBefore;
    std::optional<UnitPrice> outputAfter;
    friend bool operator==(const PriceChange &, const PriceChange &) = default;
};

//! What changed in the catalogues; the catalogue itself only tells of now. Synchronous: call it on a storage
//! thread.
class PriceChangeRepository {
public:
    explicit PriceChangeRepository(Database &database) : m_database(database) { }

    //! Keeps what differs between the stored catalogue and a new one. Models that are new or gone, and prices
    //! that moved to another currency or unit, are no changes of price. REQUIRES: the writer, before the
    //! stored catalogue is replaced.
    [[nodiscard]] Outcome record(
        AccountId account, const QList<ModelListing> &catalogue, const QDateTime &at);
    //! Those of [from, until), the oldest first.
    [[nodiscard]] Result<QList<PriceChange>> between(const QDateTime &from, const QDateTime &until);
    //! The same, of models that cost the account something in the 30 days before.
    [[nodiscard]] Result<QList<PriceChange>> ofModelsInUse(const QDateTime &from, const QDateTime &until);

private:
    [[nodiscard]] Result<QList<PriceChange>> select(
        const QString &condition, const QDateTime &from, const QDateTime &until);

    Database &m_database;
};

} // namespace tollkeeper
