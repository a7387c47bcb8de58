// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/account_currency.h"

#include "storage/account_evidence.h"

namespace tollkeeper {

Result<std::optional<Currency>> onlyCurrencyOf(Database &database, AccountId account)
{
    const auto codes = currenciesOf(database, account);
    if (!codes)
        return fail(codes.error());
    return codes->size() == 1 ? Currency::fromCode(codes->constFirst()) : std::nullopt;
}

} // namespace tollkeeper
