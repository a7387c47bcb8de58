// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/chat_failures.h"

#include <array>

// The gateways that speak OpenAI's errors. LiteLLM and new-api after their documentation and threads, which
// were not checked against a running one.
namespace tollkeeper::simulator {
namespace {

constexpr auto N = Shape::Nested;

// clang-format off
constexpr std::array LiteLlm{
    Failure{"invalid_request_error", 400, "invalid_request_error", "litellm.BadRequestError: the request is not valid", N},
    Failure{"auth_error", 401, "auth_error", "Authentication Error, the key was refused", N},
    Failure{"permission_denied", 403, "permission_denied", "litellm.PermissionDeniedError: not with this key", N},
    Failure{"not_found", 404, "not_found_error", "litellm.NotFoundError: the provider has no such model", N},
    Failure{"timeout", 408, "timeout_error", "litellm.Timeout: the provider took too long", N},
    Failure{"throttling_error", 429, "throttling_error", "litellm.RateLimitError: the provider limits requests", N, 6},
    Failure{"internal_server_error", 500, "internal_server_error", "litellm.InternalServerError: something broke", N},
    Failure{"bad_gateway", 502, "api_error", "litellm.BadGatewayError: the provider failed", N},
    Failure{"service_unavailable", 503, "service_unavailable", "litellm.ServiceUnavailableError: the provider is away", N},
    Failure{"budget_exceeded", 400, "budget_exceeded", "Budget has been exceeded! Current cost: 200.4, Max budget: 200.0", N},
    Failure{"budget_exceeded-429", 429, "budget_exceeded", "Budget has been exceeded! Current cost: 200.4, Max budget: 200.0", N},
    Failure{"token_not_found_in_db", 401, "token_not_found_in_db", "Authentication Error, Invalid proxy server token passed.", N},
    Failure{"expired_key", 401, "expired_key", "Authentication Error - Expired Key.", N},
    Failure{"key_model_access_denied", 401, "key_model_access_denied", "The key may not call this model", N},
    Failure{"team_model_access_denied", 401, "team_model_access_denied", "The team may not call this model", N},
    Failure{"context_window_exceeded", 400, "invalid_request_error", "litellm.ContextWindowExceededError: the conversation is too long", N},
    Failure{"content_policy_violation", 400, "invalid_request_error", "litellm.ContentPolicyViolationError: the content is not allowed", N},
    Failure{"invalid_model", 400, "invalid_request_error", "Invalid model name passed in. Call `/v1/models` to see the models of this key.", N},
    Failure{"key_rate_limit", 429, "None", "Rate limit exceeded for this key: rpm 60", N, 23},
    Failure{"no_deployments", 429, "None", "No deployments available for the selected model, try again in 60 seconds.", N},
};
constexpr std::array NewApi{
    Failure{"invalid_request", 400, "new_api_error", "the request is not valid", N, 0, R"("code":"invalid_request")"},
    Failure{"invalid_token", 401, "new_api_error", "Invalid token", N},
    Failure{"insufficient_user_quota", 403, "new_api_error", "The user's quota is used up", N, 0, R"("code":"insufficient_user_quota")"},
    Failure{"not_found", 404, "invalid_request_error", "Invalid URL", N},
    Failure{"rate_limit", 429, "new_api_error", "Too many requests in a minute", N},
    Failure{"internal_error", 500, "new_api_error", "Something broke", N, 0, R"("code":"do_request_failed")"},
    Failure{"bad_response_status_code", 502, "new_api_error", "bad response status code 502", N, 0, R"("code":"bad_response_status_code")"},
    Failure{"model_not_found", 503, "new_api_error", "No channel of the group offers this model", N, 0, R"("code":"model_not_found")"},
    Failure{"token_quota", 403, "new_api_error", "The token's quota is used up", N, 0, R"("code":"pre_consume_token_quota_failed")"},
    Failure{"token_quota-429", 429, "new_api_error", "The token's quota is used up", N, 0, R"("code":"pre_consume_token_quota_failed")"},
    Failure{"one_api_error", 403, "one_api_error", "The token's quota is used up", N, 0, R"("code":"insufficient_quota")"},
    Failure{"token_model_denied", 403, "new_api_error", "The token may not call this model", N, 0, R"("code":"access_denied")"},
    Failure{"sensitive_words", 400, "new_api_error", "The prompt has words that are not allowed", N, 0, R"("code":"sensitive_words_detected")"},
    Failure{"bad_response", 500, "new_api_error", "The channel's answer cannot be read", N, 0, R"("code":"bad_response_body")"},
};
constexpr std::array OpenAi{
    Failure{"invalid_request_error", 400, "invalid_request_error", "The request is not valid.", N, 0, R"("code":null)"},
    Failure{"invalid_api_key", 401, "invalid_request_error", "This key is not known here.", N, 0, R"("code":"invalid_api_key")"},
    Failure{"unsupported_country_region_territory", 403, "request_forbidden", "Not from this country.", N, 0, R"("code":"unsupported_country_region_territory")"},
    Failure{"model_not_found", 404, "invalid_request_error", "The model does not exist or is not yours.", N, 0, R"("code":"model_not_found","param":"model")"},
    Failure{"rate_limit_exceeded", 429, "requests", "Too many requests in a minute.", N, 8, R"("code":"rate_limit_exceeded")"},
    Failure{"server_error", 500, "server_error", "Something broke.", N, 0, R"("code":null)"},
    Failure{"bad_gateway", 502, "server_error", "Nothing came back from behind.", N, 0, R"("code":null)"},
    Failure{"engine_overloaded", 503, "service_unavailable_error", "The engine is overloaded.", N, 5, R"("code":"engine_overloaded")"},
    Failure{"timeout", 504, "server_error", "It took too long.", N, 0, R"("code":"timeout")"},
    Failure{"tokens_per_minute", 429, "tokens", "Too many tokens in a minute.", N, 3, R"("code":"rate_limit_exceeded")"},
    Failure{"insufficient_quota", 429, "insufficient_quota", "The quota is used up; see plan and billing.", N, 0, R"("code":"insufficient_quota")"},
    Failure{"billing_hard_limit_reached", 400, "invalid_request_error", "The billing limit is reached.", N, 0, R"("code":"billing_hard_limit_reached")"},
    Failure{"context_length_exceeded", 400, "invalid_request_error", "The conversation is longer than the model's context.", N, 0, R"("code":"context_length_exceeded","param":"messages")"},
    Failure{"content_policy_violation", 400, "invalid_request_error", "The content is not allowed.", N, 0, R"("code":"content_policy_violation")"},
    Failure{"invalid_prompt", 400, "invalid_request_error", "The prompt is not valid.", N, 0, R"("code":"invalid_prompt")"},
};
// clang-format on

} // namespace

std::span<const Failure> liteLlmFailures()
{
    return LiteLlm;
}

std::span<const Failure> newApiFailures()
{
    return NewApi;
}

std::span<const Failure> openAiFailures()
{
    return OpenAi;
}

} // namespace tollkeeper::simulator
