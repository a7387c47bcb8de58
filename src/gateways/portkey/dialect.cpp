// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/portkey/dialect.h"

#include "gateways/known_codes.h"

namespace tollkeeper::portkey {
namespace {

ErrorCatalogue codes()
{
    constexpr auto Message = CodeMatch::Message;
    ErrorCatalogue codes{
        {"hooks_failed", Category::Policy}, // a guardrail of the request's config denied it (status 446)
        {"timeout_error", Category::Timeout}, // the deadline the request itself asked for (status 408)
        {.code = "x-portkey-provider", .category = Category::Request, .match = Message},
        {.code = "Invalid config passed", .category = Category::Request, .match = Message},
        {.code = "Invalid provider passed", .category = Category::Request, .match = Message},
        {.code = "Invalid content type passed", .category = Category::Request, .match = Message},
        {.code = "Invalid custom host", .category = Category::Request, .match = Message},
    };
    return codes + providerCodes() + ownAccountMessages();
}

} // namespace

Dialect dialect()
{
    AnswerPlaces places;
    places.requestIdHeaders = {"x-portkey-trace-id"};
    places.providerHeaders = {"x-portkey-provider"};
    places.targetHeaders = {"x-portkey-last-used-option-index"};
    places.retryCountHeaders = {"x-portkey-retry-attempt-count"};
    return {QStringLiteral("Portkey"), codes(), places};
}

} // namespace tollkeeper::portkey
