// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/balance_repository.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

//! A row stands for every poll from first_at to read_at that told the same.
Result<QList<BalanceReading>> BalanceRepository::lastTwo(AccountId account, const QDateTime &now)
{
    auto rows = m_database.run(uR"(SELECT nanos, currency, first_at, read_at FROM balance
            WHERE account_id = :account AND first_at <= :now ORDER BY first_at DESC LIMIT 2)"_s,
        {{":account", account.value()}, {":now", toColumn(now)}});
    if (!rows)
        return fail(rows.error());
    QList<BalanceReading> readings;
    while (readings.size() < 2 && rows->next()) {
        const auto amount = Money::fromNanos(
            rows->value(0).toLongLong(), Currency::fromCode(rows->value(1).toString()).value_or(Currency()));
        const auto first = momentFrom(rows->value(2));
        const auto last = std::min(momentFrom(rows->value(3)), now);
        readings.append({amount, last});
        if (last > first && readings.size() < 2)
            readings.append({amount, first});
    }
    return readings;
}

} // namespace tollkeeper
