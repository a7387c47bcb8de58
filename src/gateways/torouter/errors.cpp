// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/known_codes.h"
#include "gateways/torouter/usage.h"

#include <QtGlobal>

namespace tollkeeper::torouter {
namespace {

//! On the other protocols the codes say it, and words of a provider may read the same.
KnownCode message(const char *words, Category category)
{
    return {.code = words, .category = category, .match = CodeMatch::GoogleMessage};
}

//! The key's own spending cap: final although the status is 429.
KnownCode keyCap(const char *code, CodeMatch match = CodeMatch::Exact)
{
    return {.code = code,
        .category = Category::KeyBudget,
        .match = match,
        .title = QT_TRANSLATE_NOOP("Codes", "The key has used all of its spending cap"),
        .explanation = QT_TRANSLATE_NOOP("Codes",
            "This key has a spending cap that does not reset, and it is used up. The account may still have "
            "credit."),
        .nextSteps = {QT_TRANSLATE_NOOP("Codes", "Raise the cap of this key, or rotate to another key."),
            QT_TRANSLATE_NOOP("Codes", "Do not send it again before: it fails every time.")}};
}

// sub2api's key and billing gate, in the order it checks, and what ToRouter adds
ErrorCatalogue gateCodes()
{
    return {
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
        keyCap("API_KEY_QUOTA_EXHAUSTED"),
        keyCap("insufficient_quota"), // the same on /v1/responses
        {"SUBSCRIPTION_NOT_FOUND", Category::Balance},
        {"SUBSCRIPTION_INVALID", Category::Balance},
        {"SUBSCRIPTION_MAINTENANCE_FAILED", Category::Gateway},
        {"USAGE_LIMIT_EXCEEDED", Category::PlanWindow}, // final until the window opens again
        {"INSUFFICIENT_BALANCE", Category::Balance},
    };
}

// the panel's login, sessions and keys
ErrorCatalogue panelCodes()
{
    return {
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
        {"INVALID_ADMIN_KEY", Category::Credentials},
        {"ADMIN_COMPLIANCE_ACK_REQUIRED", Category::Policy},
        {"API_KEY_NOT_FOUND", Category::Request},
        {"API_KEY_EXISTS", Category::Request},
        {"API_KEY_TOO_SHORT", Category::Request},
        {"API_KEY_INVALID_CHARS", Category::Request},
        {"INVALID_IP_PATTERN", Category::Request},
        {"API_KEY_LIMIT_INVALID", Category::Request},
        {"API_KEY_EXPIRY_INVALID", Category::Request},
        {"API_KEY_RATE_LIMITED", Category::RateLimit},
        {"IDEMPOTENCY_KEY_CONFLICT", Category::Request},
    };
}

// the handlers behind the gate
ErrorCatalogue handlerCodes()
{
    return {
        // without Retry-After it is the key's own window of 5 hours, a day or a week
        {.code = "rate_limit_exceeded", .category = Category::RateLimit, .withoutDelay = Category::KeyBudget},
        {"billing_service_error", Category::Gateway},
        {"api_error", Category::Provider},
        {"upstream_error", Category::Provider},
        {"upstream_unavailable", Category::Provider},
        {.code = "server_error", // carries the status of the provider, 401 and 403 too
            .category = Category::Provider,
            .title = QT_TRANSLATE_NOOP("Codes", "Every upstream account failed"),
            .explanation = QT_TRANSLATE_NOOP("Codes",
                "The gateway tried its accounts at the provider and passes on the last status. A 401 or 403 "
                "here is about the gateway's account, not about your key."),
            .nextSteps = {QT_TRANSLATE_NOOP("Codes", "Send it again in a moment, or use another model."),
                QT_TRANSLATE_NOOP("Codes", "Leave your key alone: it was accepted.")}},
        {"stream_timeout", Category::Timeout},
        {"stream_read_error", Category::StreamInterrupted},
        {"upstream_stream_read_error", Category::StreamInterrupted},
        {"upstream_http2_stream_error", Category::StreamInterrupted},
        {"response_too_large", Category::Provider},
        {.code = "INTERNAL", .category = Category::Gateway, .match = CodeMatch::Family},
    };
}

// The Gemini protocol has no codes of the gate, only Google's status and the words of the gate.
ErrorCatalogue messages()
{
    return {
        keyCap("\u989d\u5ea6\u5df2\u7528\u5b8c", CodeMatch::GoogleMessage), // "quota used up"
        keyCap("API key quota exhausted", CodeMatch::GoogleMessage),
        {.code = "\u9650\u989d\u5df2\u7528\u5b8c", // "limit used up": the key's window of 5 hours, a day or a
                                                   // week
            .category = Category::KeyBudget,
            .match = CodeMatch::GoogleMessage,
            .retry = Retry::AfterReset},
        message("\u5df2\u8fc7\u671f", Category::Credentials), // "expired"
        message("API key expired", Category::Credentials),
        message("Insufficient account balance", Category::Balance),
        message("No active subscription", Category::Balance),
        message("usage limit exceeded", Category::PlanWindow), // daily, weekly or monthly
    };
}

} // namespace

ErrorCatalogue errorCodes()
{
    return gateCodes() + panelCodes() + handlerCodes() + messages() + providerCodes();
}

AnswerPlaces answerPlaces()
{
    AnswerPlaces places;
    places.requestIdHeaders = {"x-client-request-id"};
    places.isLaterRequestIdUpstream = true;
    places.rewritesModel = true;
    places.failuresAreFree = true; // /usage/dashboard: "Failed calls cost zero"
    return places;
}

} // namespace tollkeeper::torouter
