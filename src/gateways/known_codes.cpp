// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/known_codes.h"

namespace tollkeeper {
namespace {

KnownCode family(const char *code, Category category)
{
    return {.code = code, .category = category, .match = CodeMatch::Family};
}

KnownCode message(const char *words, Category category)
{
    return {.code = words, .category = category, .match = CodeMatch::Message};
}

// https://platform.openai.com/docs/guides/error-codes and the error codes of the Responses API
ErrorCatalogue openAiCodes()
{
    return {
        {"invalid_api_key", Category::Credentials},
        {"incorrect_api_key", Category::Credentials},
        {"account_deactivated", Category::Credentials},
        {"insufficient_quota", Category::Balance},
        {"billing_hard_limit_reached", Category::Balance},
        {"billing_not_active", Category::Balance},
        {"rate_limit_exceeded", Category::RateLimit},
        {"tokens", Category::RateLimit},
        {"requests", Category::RateLimit},
        {"slow_down", Category::RateLimit},
        {"model_not_found", Category::ModelUnavailable},
        {"context_length_exceeded", Category::Request},
        {"string_above_max_length", Category::Request},
        {"unsupported_parameter", Category::Request},
        {"unsupported_value", Category::Request},
        {"unknown_parameter", Category::Request},
        {"missing_required_parameter", Category::Request},
        {"invalid_type", Category::Request},
        {"invalid_value", Category::Request},
        {"invalid_prompt", Category::Request},
        {"unsupported_country_region_territory", Category::Policy},
        {"content_policy_violation", Category::Moderation},
        {"content_filter", Category::Moderation},
        {"image_content_policy_violation", Category::Moderation},
        {"server_overloaded", Category::Provider},
        {"vector_store_timeout", Category::Timeout},
        family("invalid_request_error", Category::Request),
        family("server_error", Category::Provider),
    };
}

// https://docs.anthropic.com/en/api/errors
ErrorCatalogue anthropicCodes()
{
    return {
        family("authentication_error", Category::Credentials),
        family("permission_error", Category::Policy),
        {"billing_error", Category::Balance},
        family("not_found_error", Category::Request),
        {"request_too_large", Category::Request},
        family("rate_limit_error", Category::RateLimit),
        {"timeout_error", Category::Timeout},
        {"overloaded_error", Category::Provider},
        family("api_error", Category::Provider),
    };
}

// https://ai.google.dev/gemini-api/docs/troubleshooting; reasons: google.rpc.ErrorInfo of the API-key check
ErrorCatalogue googleCodes()
{
    return {
        {"API_KEY_INVALID", Category::Credentials}, // its status is INVALID_ARGUMENT
        {"API_KEY_SERVICE_BLOCKED", Category::Policy},
        {"SERVICE_DISABLED", Category::Policy},
        family("UNAUTHENTICATED", Category::Credentials),
        family("PERMISSION_DENIED", Category::Policy),
        family("RESOURCE_EXHAUSTED", Category::RateLimit),
        family("INVALID_ARGUMENT", Category::Request),
        family("FAILED_PRECONDITION", Category::Request),
        family("OUT_OF_RANGE", Category::Request),
        family("NOT_FOUND", Category::Request),
        family("INTERNAL", Category::Provider),
        family("UNAVAILABLE", Category::Provider),
        family("DEADLINE_EXCEEDED", Category::Timeout),
        {.code = "UNKNOWN", .category = Category::Unknown, .match = CodeMatch::Silent},
    };
}

} // namespace

ErrorCatalogue providerCodes()
{
    const ErrorCatalogue messages{
        message("maximum context length", Category::Request),
        message("prompt is too long", Category::Request),
    };
    return openAiCodes() + anthropicCodes() + googleCodes() + messages;
}

ErrorCatalogue ownAccountMessages()
{
    return {
        message("credit balance is too low", Category::Balance),
        message("exceeded your current quota", Category::Balance),
        message("API key not valid", Category::Credentials),
    };
}

} // namespace tollkeeper
