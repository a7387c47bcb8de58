// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/known_codes.h"

namespace tollkeeper {

ErrorCatalogue providerCodes()
{
    return {
        // OpenAI
        {"invalid_api_key", Category::Credentials},
        {"incorrect_api_key", Category::Credentials},
        {"account_deactivated", Category::Credentials},
        {"insufficient_quota", Category::Balance},
        {"billing_hard_limit_reached", Category::Balance},
        {"billing_not_active", Category::Balance},
        {"rate_limit_exceeded", Category::RateLimit},
        {"tokens", Category::RateLimit},
        {"requests", Category::RateLimit},
        {"model_not_found", Category::ModelUnavailable},
        {"context_length_exceeded", Category::Request},
        {"string_above_max_length", Category::Request},
        {"unsupported_parameter", Category::Request},
        {"unsupported_country_region_territory", Category::Policy},
        {"content_policy_violation", Category::Moderation},
        {"content_filter", Category::Moderation},
        {"server_overloaded", Category::Provider},
        // Anthropic
        {"authentication_error", Category::Credentials},
        {"permission_error", Category::Policy},
        {"billing_error", Category::Balance},
        {"not_found_error", Category::Request},
        {"request_too_large", Category::Request},
        {"rate_limit_error", Category::RateLimit},
        {"timeout_error", Category::Timeout},
        {"overloaded_error", Category::Provider},
        {"invalid_request_error", Category::Request},
        // Google
        {"UNAUTHENTICATED", Category::Credentials},
        {"PERMISSION_DENIED", Category::Policy},
        {"RESOURCE_EXHAUSTED", Category::RateLimit},
        {"INVALID_ARGUMENT", Category::Request},
        {"FAILED_PRECONDITION", Category::Request},
        {"NOT_FOUND", Category::Request},
        {"UNAVAILABLE", Category::Provider},
        {"DEADLINE_EXCEEDED", Category::Timeout},
    };
}

} // namespace tollkeeper
