// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/known_codes.h"
#include "gateways/openrouter/endpoints.h"

namespace tollkeeper::openrouter {

// metadata.limit_source, metadata.error_type and error.availability.code, as documented in August to October
// 2026.
ErrorCatalogue errorCodes()
{
    ErrorCatalogue codes{
        // which limit it was
        {"openrouter_credits", Category::Balance},
        {"openrouter_key_limit", Category::KeyBudget},
        {"openrouter_in_flight_budget", Category::Balance}, // the one 402 that passes by itself
        {"openrouter_guardrail_budget", Category::PlanWindow},
        {"openrouter_workspace_budget", Category::PlanWindow},
        {"openrouter_free_tier_daily", Category::PlanWindow},
        {"upstream_provider_shared_pool", Category::RateLimit},
        {"upstream_provider_account", Category::RateLimit},
        // error types
        {"authentication", Category::Credentials},
        {"permission_denied", Category::Policy},
        {"payment_required", Category::Balance},
        {"rate_limit_exceeded", Category::RateLimit},
        {"provider_overloaded", Category::Provider},
        {"provider_unavailable", Category::Provider},
        {"timeout", Category::Timeout},
        {"context_length_exceeded", Category::Request},
        {"max_tokens_exceeded", Category::Request},
        {"token_limit_exceeded", Category::Request},
        {"string_too_long", Category::Request},
        {"invalid_request", Category::Request},
        {"invalid_prompt", Category::Request},
        {"not_found", Category::Request},
        {"precondition_failed", Category::Request},
        {"payload_too_large", Category::Request},
        {"unprocessable", Category::Request},
        {"content_policy_violation", Category::Moderation},
        {"refusal", Category::Moderation},
        {"invalid_image", Category::Request},
        {"image_too_large", Category::Request},
        {"image_too_small", Category::Request},
        {"unsupported_image_format", Category::Request},
        {"image_download_failed", Category::Request},
        {"image_not_found", Category::Request},
        {"server", Category::Gateway},
        // availability of a model
        {"model_not_found", Category::ModelUnavailable},
        {"wrong_endpoint", Category::Request},
        {"no_endpoints", Category::Routing},
        {"model_deprecated", Category::ModelUnavailable},
        {"model_unavailable_upstream", Category::Provider},
        {"capacity_exhausted", Category::RateLimit},
        {"temporarily_unavailable", Category::Provider},
        {"region_restricted", Category::Policy},
        {"privacy_restricted", Category::Policy},
        {"constraint_filtered", Category::Routing},
        {"free_variant_ended", Category::ModelUnavailable},
        // answers of older builds, without any of the codes above
        {.code = "free-models-per-day", .category = Category::PlanWindow, .isMessage = true},
        {.code = "free-models-per-min", .category = Category::RateLimit, .isMessage = true},
        {.code = "Key limit exceeded", .category = Category::KeyBudget, .isMessage = true},
        {.code = "Workspace monthly budget", .category = Category::PlanWindow, .isMessage = true},
        {.code = "Workspace weekly budget", .category = Category::PlanWindow, .isMessage = true},
        {.code = "Workspace daily budget", .category = Category::PlanWindow, .isMessage = true},
    };
    codes.append(providerCodes());
    return codes;
}

} // namespace tollkeeper::openrouter
