// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/exchange.h"
#include "storage/database.h"

#include <QDateTime>

namespace tollkeeper {

//! Exchange rates the person gave. Synchronous: call it on a storage thread.
class RateRepository {
public:
    explicit RateRepository(Database &database) : m_database(database) { }

    [[nodiscard]] Result<ExchangeRates> all();
    //! Adds rates; one of the same pair and day is replaced.
    [[nodiscard]] Outcome set(const QList<ExchangeRate> &rates, const QDateTime &now);
    //! Removes the rate of a pair and day, or all of the pair; answers with how many there were.
    [[nodiscard]] Result<int> remove(Currency base, Currency quote, std::optional<QDate> from = {});

private:
    Database &m_database;
};

} // namespace tollkeeper
