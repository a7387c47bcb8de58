// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/money.h"

#include <QDate>
#include <QList>

namespace tollkeeper {

//! From a day of the reporting zone on, one unit of `base` is worth this much of `quote`, until the next rate
//! of the pair.
struct ExchangeRate {
    Currency base;
    Currency quote;
    QDate from;
    qint64 nanos = 0; //!< 10^-9 units of quote for one unit of base; positive
    QString source; //!< who says so: "typed", or the name of a file
    friend bool operator==(const ExchangeRate &, const ExchangeRate &) = default;
};

//! A converted figure names its rate and the rate's date (ledger rule 2).
struct Conversion {
    Money amount;
    std::optional<ExchangeRate> rate; //!< nullopt: it was of that currency already
    bool isInverse = false; //!< the rate is of the opposite pair
    friend bool operator==(const Conversion &, const Conversion &) = default;
};

class ExchangeRates {
public:
    ExchangeRates() = default;
    explicit ExchangeRates(QList<ExchangeRate> rates);

    //! What an amount of a day is worth in another currency: by the latest rate of the pair up to that day,
    //! or by that of the opposite pair where it is later; rounded half to even. Never by way of a third
    //! currency, never by a rate of a later day. Error::Kind::NotFound: there is no rate; InvalidInput: the
    //! result is larger than money can be.
    [[nodiscard]] Result<Conversion> convert(Money amount, Currency to, QDate day) const;

    [[nodiscard]] const QList<ExchangeRate> &all() const { return m_rates; }

private:
    [[nodiscard]] const ExchangeRate *latest(Currency base, Currency quote, QDate day) const;

    QList<ExchangeRate> m_rates; //!< by pair, then by day
};

//! "0.92" as nanos; zero, negative and what does not fit are refused with Error::Kind::InvalidInput.
[[nodiscard]] Result<qint64> rateFromText(QStringView text);

} // namespace tollkeeper
