// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/amounts.h"
#include "gateways/json_body.h"
#include "gateways/openrouter/endpoints.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::openrouter {

Result<BalanceFacts> parseCredits(const QJsonObject &body)
{
    const auto data = requiredObject(body, u"data");
    if (!data)
        return fail(data.error());
    const auto bought = requiredSpend(*data, u"total_credits");
    const auto used = requiredSpend(*data, u"total_usage");
    if (!bought || !used)
        return fail(bought ? used.error() : bought.error());
    const auto left = difference(*bought, *used, u"total_usage");
    if (!left)
        return fail(left.error());
    return BalanceFacts{*left, u"GET /credits"_s};
}

} // namespace tollkeeper::openrouter
