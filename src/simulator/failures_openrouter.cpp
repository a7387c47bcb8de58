// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/chat_failures.h"

#include <array>

// After OpenRouter's pages on errors, limits and routing as of autumn 2026. A code is an error_type, a
// limit_source, an availability code, a made-up word for a routing step, or the bare status.
namespace tollkeeper::simulator {
namespace {

constexpr auto N = Shape::Nested;

// clang-format off
constexpr std::array All{
    // The bare status comes first: "fails-402" is the plainest of its kind.
    Failure{"400", 400, "invalid_request", "The request is not valid", N},
    Failure{"401", 401, "authentication", "No such key", N},
    Failure{"402", 402, "payment_required", "Insufficient credits", N, 0, R"("limit_source":"openrouter_credits","remedy_hint":"Add credits")"},
    Failure{"403", 403, "permission_denied", "This key may not do that", N},
    Failure{"404", 404, "not_found", "No endpoints found for this model", N},
    Failure{"408", 408, "", "The request took too long to arrive", N},
    Failure{"409", 409, "", "The state does not allow this", N},
    Failure{"410", 410, "", "This has been removed", N},
    Failure{"412", 412, "precondition_failed", "A precondition does not hold", N},
    Failure{"413", 413, "payload_too_large", "The body is too large", N},
    Failure{"422", 422, "unprocessable", "An argument makes no sense", N},
    Failure{"429", 429, "rate_limit_exceeded", "Provider returned error", N, 7, R"("raw":"{\"error\":{\"message\":\"the pool is busy, try again in 7 s\",\"code\":\"busy\"}}","provider_name":"Together","is_byok":false,"limit_source":"upstream_provider_shared_pool","remedy_hint":"Retry shortly or route elsewhere")"},
    Failure{"500", 500, "", "Internal Server Error", N},
    Failure{"502", 502, "provider_unavailable", "Provider returned error", N, 0, R"("raw":"upstream connect error","provider_name":"Together","provider_error_code":"connect_error")"},
    Failure{"503", 503, "provider_overloaded", "No provider is available right now", N, 3, R"("provider_name":"Together")"},
    Failure{"504", 504, "timeout", "The provider took too long", N, 0, R"("provider_name":"Together")"},
    Failure{"524", 524, "", "The edge network waited too long for the provider", N},
    Failure{"529", 529, "", "Provider returned error", N, 0, R"("raw":"{\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\",\"message\":\"Overloaded\"}}","provider_name":"Anthropic")"},
    // error_type
    Failure{"context_length_exceeded", 400, "context_length_exceeded", "The conversation is longer than the model's context", N},
    Failure{"max_tokens_exceeded", 400, "max_tokens_exceeded", "max_tokens is above what the model gives", N},
    Failure{"token_limit_exceeded", 400, "token_limit_exceeded", "There are too many tokens", N},
    Failure{"string_too_long", 400, "string_too_long", "A text is too long", N},
    Failure{"authentication", 401, "authentication", "No such key", N},
    Failure{"permission_denied", 403, "permission_denied", "This key may not do that", N},
    Failure{"payment_required", 402, "payment_required", "Insufficient credits", N},
    Failure{"rate_limit_exceeded", 429, "rate_limit_exceeded", "Too many requests", N, 5},
    Failure{"provider_overloaded", 503, "provider_overloaded", "The provider is overloaded", N, 3, R"("provider_name":"Together")"},
    Failure{"provider_unavailable", 502, "provider_unavailable", "The provider cannot be reached", N, 0, R"("provider_name":"Together","provider_code":"connect_error")"},
    Failure{"timeout", 504, "timeout", "The provider took too long", N},
    Failure{"invalid_request", 400, "invalid_request", "The request is not valid", N},
    Failure{"invalid_prompt", 400, "invalid_prompt", "The prompt is not valid", N},
    Failure{"not_found", 404, "not_found", "No such model", N},
    Failure{"precondition_failed", 412, "precondition_failed", "A precondition does not hold", N},
    Failure{"payload_too_large", 413, "payload_too_large", "The body is too large", N},
    Failure{"unprocessable", 422, "unprocessable", "An argument makes no sense", N},
    Failure{"content_policy_violation", 403, "content_policy_violation", "The content is not allowed", N, 0, R"("provider_name":"OpenAI")"},
    Failure{"content_policy_violation-400", 400, "content_policy_violation", "The content is not allowed", N, 0, R"("provider_name":"OpenAI")"},
    Failure{"refusal", 403, "refusal", "The model refused", N},
    Failure{"refusal-400", 400, "refusal", "The model refused", N},
    Failure{"invalid_image", 400, "invalid_image", "The image cannot be read", N},
    Failure{"image_too_large", 400, "image_too_large", "The image is too large", N},
    Failure{"image_too_small", 400, "image_too_small", "The image is too small", N},
    Failure{"unsupported_image_format", 400, "unsupported_image_format", "This kind of image is not taken", N},
    Failure{"image_download_failed", 400, "image_download_failed", "The image could not be fetched", N},
    Failure{"image_not_found", 404, "image_not_found", "There is no such image", N},
    Failure{"server", 500, "server", "Internal Server Error", N},
    Failure{"unmapped", 500, "unmapped", "Internal Server Error", N},
    // metadata.limit_source
    Failure{"openrouter_credits", 402, "payment_required", "Insufficient credits", N, 0, R"("limit_source":"openrouter_credits","remedy_hint":"Add credits")"},
    Failure{"cannot_afford", 402, "payment_required", "This request asks for more max_tokens than the credits cover. You requested up to 4000 tokens, but can only afford 312", N, 0, R"("limit_source":"openrouter_credits")"},
    Failure{"weight_exceeds_budget", 402, "payment_required", "The request alone is more than the balance", N, 0, R"("limit_source":"openrouter_credits","reason":"weight_exceeds_budget")"},
    Failure{"openrouter_key_limit", 402, "payment_required", "The key's limit is used up", N, 0, R"("limit_source":"openrouter_key_limit","remedy_hint":"Raise the limit of the key")"},
    Failure{"openrouter_key_limit-403", 403, "permission_denied", "Key limit exceeded", N, 0, R"("limit_source":"openrouter_key_limit")"},
    Failure{"openrouter_in_flight_budget", 402, "payment_required", "Requests under way hold what is left", N, 4, R"("limit_source":"openrouter_in_flight_budget","reason":"in_flight_budget_exhausted")"},
    Failure{"openrouter_guardrail_budget", 403, "permission_denied", "The guardrail's budget is spent", N, 0, R"("limit_source":"openrouter_guardrail_budget","scope":"api_key","limit_usd":20,"spend_usd":20.4,"resets_at":"2026-06-19T00:00:00Z")"},
    Failure{"openrouter_workspace_budget", 403, "permission_denied", "The workspace's budget is spent", N, 0, R"("limit_source":"openrouter_workspace_budget","scope":"workspace","limit_usd":500,"spend_usd":501.2,"resets_at":"2026-07-01T00:00:00Z")"},
    Failure{"workspace_budget_text", 403, "", "Workspace monthly budget of $500 exceeded ($501.20 spent)", N},
    Failure{"openrouter_free_tier_daily", 429, "rate_limit_exceeded", "Rate limit exceeded: free-models-per-day", N, 0, R"("limit_source":"openrouter_free_tier_daily","headers":{"X-RateLimit-Limit":"1000","X-RateLimit-Remaining":"0","X-RateLimit-Reset":"1781827200000"})"},
    Failure{"free_models_per_min", 429, "rate_limit_exceeded", "Rate limit exceeded: free-models-per-min", N, 0, R"("headers":{"X-RateLimit-Limit":"20","X-RateLimit-Remaining":"0","X-RateLimit-Reset":"1781782860000"})"},
    Failure{"upstream_provider_shared_pool", 429, "rate_limit_exceeded", "Provider returned error", N, 7, R"("raw":"the pool is busy","provider_name":"Together","is_byok":false,"limit_source":"upstream_provider_shared_pool")"},
    Failure{"upstream_provider_account", 429, "rate_limit_exceeded", "Provider returned error", N, 0, R"("raw":"your account's limit is reached","provider_name":"Amazon Bedrock","is_byok":true,"limit_source":"upstream_provider_account")"},
    // moderation and guardrails
    Failure{"moderation", 403, "", "The input was flagged", N, 0, R"("reasons":["violence"],"flagged_input":"the first words of it...","provider_name":"OpenAI","model_slug":"openai/gpt-5")"},
    Failure{"guardrail_patterns", 403, "", "Request blocked: the prompt matches a pattern", N, 0, R"("patterns":["forget what you were told"])"},
    // metadata.failed_routing_step
    Failure{"routing_providers", 404, "", "No endpoints found after routing", N, 0, R"("failed_routing_step":"Filter by Allowed Providers","available_providers":["openai","azure"],"requested_providers":["novita"])"},
    Failure{"routing_guardrails", 404, "", "No endpoints found after routing", N, 0, R"("failed_routing_step":"Filter by Guardrails")"},
    Failure{"routing_max_price", 404, "", "No endpoints found after routing", N, 0, R"("failed_routing_step":"Filter by Max Price")"},
    Failure{"routing_images", 404, "", "No endpoints found after routing", N, 0, R"("failed_routing_step":"Filter by Image Support")"},
    Failure{"routing_tools", 404, "", "No endpoints found after routing", N, 0, R"("failed_routing_step":"Filter by Tool Compatibility")"},
    Failure{"routing_parameters", 404, "", "No endpoints found after routing", N, 0, R"("failed_routing_step":"Filter by Parameters")"},
    Failure{"routing_fallback", 404, "", "No endpoints found after routing", N, 0, R"("failed_routing_step":"Filter by Fallback")"},
    Failure{"routing_harness", 403, "", "This free model is only for agentic harnesses", N, 0, R"("failed_routing_step":"Gate Free Endpoints by Agentic Harness")"},
    // error.availability
    Failure{"availability_model_not_found", 404, "not_found", "No such model", N, 0, R"("availability":{"code":"model_not_found","retryable":false})"},
    Failure{"availability_wrong_endpoint", 404, "not_found", "This model has another endpoint", N, 0, R"("availability":{"code":"wrong_endpoint","retryable":false})"},
    Failure{"availability_no_endpoints", 404, "not_found", "Nobody serves this model", N, 0, R"("availability":{"code":"no_endpoints","retryable":false})"},
    Failure{"availability_model_deprecated", 404, "not_found", "This model has been retired", N, 0, R"("availability":{"code":"model_deprecated","retryable":false,"fallback_models":["openai/gpt-5-mini"]})"},
    Failure{"availability_model_unavailable_upstream", 404, "not_found", "The provider has withdrawn the model", N, 0, R"("availability":{"code":"model_unavailable_upstream","retryable":false})"},
    Failure{"availability_capacity_exhausted", 429, "rate_limit_exceeded", "All capacity is taken", N, 20, R"("availability":{"code":"capacity_exhausted","retryable":true,"retry_after":20})"},
    Failure{"availability_temporarily_unavailable", 503, "provider_overloaded", "The model is away for a while", N, 15, R"("availability":{"code":"temporarily_unavailable","retryable":true,"retry_after":15})"},
    Failure{"availability_region_restricted", 403, "permission_denied", "Not from this region", N, 0, R"("availability":{"code":"region_restricted","retryable":false,"excluded_by":["geo"]})"},
    Failure{"availability_privacy_restricted", 404, "not_found", "The data policy leaves no endpoint", N, 0, R"("availability":{"code":"privacy_restricted","retryable":false,"excluded_by":["data_policy:zdr"]})"},
    Failure{"availability_constraint_filtered", 404, "not_found", "The request's wishes leave no endpoint", N, 0, R"("availability":{"code":"constraint_filtered","retryable":false,"excluded_by":["max_price"],"constraint":{"field":"provider.max_price","detail":"below every price"}})"},
    Failure{"availability_free_variant_ended", 404, "not_found", "The free variant has ended", N, 0, R"("availability":{"code":"free_variant_ended","retryable":false})"},
};
// clang-format on

} // namespace

std::span<const Failure> openRouterFailures()
{
    return All;
}

} // namespace tollkeeper::simulator
