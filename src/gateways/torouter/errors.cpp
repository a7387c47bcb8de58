// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/known_codes.h"
#include "gateways/torouter/usage.h"

namespace tollkeeper::torouter {

// Codes of sub2api's key and billing gate and of its handlers, and those that ToRouter adds.
ErrorCatalogue errorCodes()
{
    ErrorCatalogue codes{
        // the gate, in the order it checks
        {"INVALID_AUTH_RATE_LIMITED", Category::RateLimit},
        {"RATE_LIMITED", Category::RateLimit},
        {"rate limit exceeded", Category::RateLimit}, // "error" as a plain string
        {"api_key_in_query_deprecated", Category::Request},
        {"API_KEY_REQUIRED", Category::Credentials},
        {"INVALID_API_KEY", Category::Credentials},
        {"API_KEY_AUTH_OVERLOADED", Category::Gateway},
        {"INTERNAL_ERROR", Category::Gateway},
        {"API_KEY_DISABLED", Category::Credentials},
        {"ACCESS_DENIED", Category::Policy},
        {"model_not_allowed", Category::Policy},
        {"USER_NOT_FOUND", Category::Credentials},
        {"USER_INACTIVE", Category::Credentials},
        {"GROUP_DELETED", Category::Policy},
        {"GROUP_DISABLED", Category::Policy},
        {"GROUP_NOT_ALLOWED", Category::Policy},
        {"API_KEY_EXPIRED", Category::Credentials},
        {"API_KEY_QUOTA_EXHAUSTED", Category::KeyBudget}, // final although 429
        {"insufficient_quota", Category::KeyBudget}, // the same on /v1/responses
        {"SUBSCRIPTION_NOT_FOUND", Category::Balance},
        {"SUBSCRIPTION_INVALID", Category::Balance},
        {"SUBSCRIPTION_MAINTENANCE_FAILED", Category::Gateway},
        {"USAGE_LIMIT_EXCEEDED", Category::PlanWindow}, // final until the window opens again
        {"INSUFFICIENT_BALANCE", Category::Balance},
        // the panel's login and sessions
        {"INVALID_CREDENTIALS", Category::Credentials},
        {"USER_NOT_ACTIVE", Category::Credentials},
        {"TOTP_INVALID_CODE", Category::Credentials},
        {"TOTP_TOO_MANY_ATTEMPTS", Category::RateLimit},
        {"TURNSTILE_VERIFICATION_FAILED", Category::Policy},
        {"BACKEND_MODE_ADMIN_ONLY", Category::Policy},
        {"REFRESH_TOKEN_INVALID", Category::Credentials},
        {"REFRESH_TOKEN_EXPIRED", Category::Credentials},
        {"REFRESH_TOKEN_REUSED", Category::Credentials},
        {"UNAUTHORIZED", Category::Credentials},
        {"INVALID_AUTH_HEADER", Category::Credentials},
        {"EMPTY_TOKEN", Category::Credentials},
        {"TOKEN_EXPIRED", Category::Credentials},
        {"INVALID_TOKEN", Category::Credentials},
        {"TOKEN_REVOKED", Category::Credentials},
        {"SESSION_BINDING_MISMATCH", Category::Credentials},
        // the panel's keys
        {"API_KEY_NOT_FOUND", Category::Request},
        {"API_KEY_EXISTS", Category::Request},
        {"API_KEY_TOO_SHORT", Category::Request},
        {"API_KEY_INVALID_CHARS", Category::Request},
        {"INVALID_IP_PATTERN", Category::Request},
        {"API_KEY_LIMIT_INVALID", Category::Request},
        {"API_KEY_EXPIRY_INVALID", Category::Request},
        {"API_KEY_RATE_LIMITED", Category::RateLimit},
        {"IDEMPOTENCY_KEY_CONFLICT", Category::Request},
        // the handlers; without Retry-After it is the key's own window of 5 hours, a day or a week
        {.code = "rate_limit_exceeded", .category = Category::RateLimit, .withoutDelay = Category::KeyBudget},
        {"billing_service_error", Category::Gateway},
        {"api_error", Category::Provider},
        {"upstream_error", Category::Provider},
        {"upstream_unavailable", Category::Provider},
        {"server_error", Category::Provider}, // carries the status of the provider, 401 and 403 too
        {"stream_timeout", Category::Timeout},
        {"stream_read_error", Category::StreamInterrupted},
        {"upstream_stream_read_error", Category::StreamInterrupted},
        {"upstream_http2_stream_error", Category::StreamInterrupted},
        {"response_too_large", Category::Provider},
    };
    codes.append(providerCodes());
    return codes;
}

} // namespace tollkeeper::torouter
