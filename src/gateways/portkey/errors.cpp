// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/known_codes.h"
#include "gateways/portkey/portkey_connector.h"

namespace tollkeeper::portkey {

ErrorCatalogue errorCodes()
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
        {.code = "is not supported by",
            .category = Category::Request,
            .match = Message}, // a 500: "messages …"
        {.code = "fetch failed",
            .category = Category::Provider,
            .match = Message}, // a 500 that was no answer
    };
    return codes + providerCodes() + ownAccountMessages();
}

} // namespace tollkeeper::portkey
