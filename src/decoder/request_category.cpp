// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/request_category.h"

#include "gateways/registry.h"

#include <QHash>

#include <algorithm>

namespace tollkeeper {
namespace {

const QHash<QString, ErrorCatalogue> &catalogues()
{
    static const auto all = [] {
        QHash<QString, ErrorCatalogue> byName;
        for (const auto &kind : gatewayKinds()) {
            const auto connector = kind.create();
            byName.insert(connector->displayName(), connector->errorCatalogue());
        }
        return byName;
    }();
    return all;
}

} // namespace

Category categoryOfStatus(int status)
{
    switch (status) {
    case 401:
        return Category::Credentials;
    case 402:
        return Category::Balance;
    case 403:
    case 446: // a guardrail of the gateway, by convention
    case 451:
        return Category::Policy;
    case 408:
    case 504:
    case 524:
        return Category::Timeout;
    case 429:
        return Category::RateLimit;
    case 502:
    case 503:
    case 529:
        return Category::Provider;
    default:
        break;
    }
    if (status >= 400 && status < 500)
        return Category::Request;
    return status >= 500 && status < 600 ? Category::Gateway : Category::Unknown;
}

Category categoryOfRequest(const QString &gatewayName, std::optional<int> httpStatus, const QString &code)
{
    if (!code.isEmpty()) {
        const auto catalogue = catalogues().value(gatewayName);
        const auto line = std::ranges::find_if(catalogue, [&code](const auto &known) {
            return (known.match == CodeMatch::Exact || known.match == CodeMatch::Family)
                && code == QString::fromUtf8(known.code);
        });
        if (line != catalogue.end())
            return line->category;
    }
    return httpStatus ? categoryOfStatus(*httpStatus) : Category::Unknown;
}

Category categoryOfRequest(const QString &gatewayName, const RequestFacts &facts)
{
    if (facts.detail.category)
        return *facts.detail.category;
    return categoryOfRequest(gatewayName, facts.httpStatus, facts.errorCode);
}

} // namespace tollkeeper
