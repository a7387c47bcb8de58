// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/amounts.h"
#include "gateways/json_body.h"
#include "gateways/new_api/endpoints.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::new_api {

// quota_display_type: USD, CNY, TOKENS, CUSTOM (builds since October 2025); before that display_in_currency.
// Quota is counted in US dollars where either of the first two is shown: CNY is the same money at the site's
// own rate. Tokens and units of the operator's own are no currency, and neither is a word nobody knows.
Result<QuotaUnit> parseStatus(const QJsonObject &body)
{
    const auto data = requiredObject(body, u"data");
    if (!data)
        return fail(data.error());
    const auto perUnit = optionalTally(*data, u"quota_per_unit");
    if (!perUnit)
        return fail(perUnit.error());
    const auto type = data->value("quota_display_type"_L1).toString();
    const bool wasInCurrency = type.isEmpty() && data->value("display_in_currency"_L1).toBool();
    QuotaUnit unit;
    unit.isShownInDollars = type == "USD"_L1 || wasInCurrency;
    if ((unit.isShownInDollars || type == "CNY"_L1) && perUnit->value_or(0) > 0)
        unit.perDollar = *perUnit;
    return unit;
}

} // namespace tollkeeper::new_api
