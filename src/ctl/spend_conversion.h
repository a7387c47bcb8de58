// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/spend_answers.h"
#include "ctl/engine.h"
#include "domain/exchange.h"

#include <QJsonObject>

namespace tollkeeper::ctl {

//! What a table's total, with what is of other currencies, is worth in one currency: each day by the rate of
//! that day (ledger rule 2).
struct ConvertedTotal {
    std::optional<Money> total; //!< nullopt: a day has no rate
    QList<ExchangeRate> rates; //!< that were used
    QString missing; //!< which rate there is not
};

[[nodiscard]] Result<ConvertedTotal> convertedTotal(Engine &engine, const SpendTable &table, Currency to);
//! {"total", "rates": [{"base", "quote", "from", "rate"}], "missing"}
[[nodiscard]] QJsonObject toJson(const ConvertedTotal &converted);

} // namespace tollkeeper::ctl
