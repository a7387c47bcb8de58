// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/known_codes.h"
#include "gateways/litellm/endpoints.h"

namespace tollkeeper::litellm {

// The proxy's own types stand in "type"; its "code" repeats the status.
ErrorCatalogue errorCodes()
{
    ErrorCatalogue codes{
        {"budget_exceeded", Category::KeyBudget}, // 400 or 429; of the key, its team or its user
        {"auth_error", Category::Credentials},
        {"expired_key", Category::Credentials},
        {"token_not_found_in_db", Category::Credentials},
        {"key_model_access_denied", Category::Policy},
        {"team_model_access_denied", Category::Policy},
        {"user_model_access_denied", Category::Policy},
        {"org_model_access_denied", Category::Policy},
        {"team_member_permission_error", Category::Policy},
        {"bad_request_error", Category::Request},
        {"not_found_error", Category::Request},
        {"validation_error", Category::Request},
        {"throttling_error", Category::RateLimit},
        {"no_db_connection", Category::Gateway},
        {"internal_server_error", Category::Gateway},
        {.code = "Budget has been exceeded", .category = Category::KeyBudget, .isMessage = true},
        {.code = "Max parallel request limit", .category = Category::RateLimit, .isMessage = true},
    };
    codes.append(providerCodes());
    return codes;
}

} // namespace tollkeeper::litellm
