// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/chuizi/endpoints.h"
#include "gateways/known_codes.h"

namespace tollkeeper::chuizi {

ErrorCatalogue errorCodes()
{
    ErrorCatalogue codes{
        // codes of the newer pages
        {"bad_request", Category::Request},
        {"validation_error", Category::Request},
        {"invalid_api_key", Category::Credentials},
        {"insufficient_balance", Category::Balance},
        {"model_not_allowed", Category::Policy},
        {"ip_not_allowed", Category::Policy},
        {"daily_limit_exceeded", Category::KeyBudget}, // until the next day, whatever the status
        {"model_not_found", Category::ModelUnavailable},
        {"generation_not_found", Category::Request},
        {"rate_limit_exceeded", Category::RateLimit},
        {"internal_error", Category::Gateway},
        {"provider_error", Category::Provider},
        {"provider_unavailable", Category::Provider},
        {"provider_timeout", Category::Timeout},
        // types of the older pages, whose code only repeats the status
        {"insufficient_quota", Category::Balance},
        {"not_found", Category::Request},
        {"server_error", Category::Gateway},
        {"upstream_error", Category::Provider},
        {"service_unavailable", Category::Provider},
        {"timeout", Category::Timeout},
        // 402 may be the balance or the daily cap: the message says which, where no code does
        {.code = "daily limit", .category = Category::KeyBudget, .isMessage = true},
    };
    codes.append(providerCodes());
    return codes;
}

} // namespace tollkeeper::chuizi
