// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/known_codes.h"
#include "gateways/openai_compatible/openai_compatible_connector.h"

namespace tollkeeper::openai_compatible {

// The codes of the providers, and those of gateways whose words leave no doubt about what they mean.
ErrorCatalogue errorCodes()
{
    ErrorCatalogue codes = providerCodes();
    codes.append({
        // sub2api
        {"API_KEY_REQUIRED", Category::Credentials},
        {"INVALID_API_KEY", Category::Credentials},
        {"API_KEY_DISABLED", Category::Credentials},
        {"API_KEY_EXPIRED", Category::Credentials},
        {"USER_INACTIVE", Category::Credentials},
        {"ACCESS_DENIED", Category::Policy},
        {"API_KEY_QUOTA_EXHAUSTED", Category::KeyBudget},
        {"USAGE_LIMIT_EXCEEDED", Category::PlanWindow},
        {"INSUFFICIENT_BALANCE", Category::Balance},
        {"upstream_error", Category::Provider},
        // OpenRouter
        {"openrouter_credits", Category::Balance},
        {"openrouter_key_limit", Category::KeyBudget},
        {"openrouter_in_flight_budget", Category::Balance},
        // LiteLLM
        {"budget_exceeded", Category::KeyBudget},
        // Chuizi.AI
        {"insufficient_balance", Category::Balance},
        {"daily_limit_exceeded", Category::KeyBudget},
        // new-api
        {"insufficient_user_quota", Category::Balance},
        {"pre_consume_token_quota_failed", Category::KeyBudget},
    });
    return codes;
}

} // namespace tollkeeper::openai_compatible
