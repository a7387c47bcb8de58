// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/chat_failures.h"

#include <array>

// After ToRouter's pages on errors and sub2api's source of August 2026. A suffix tells apart what bears one
// code; some messages are Chinese, as they are there.
namespace tollkeeper::simulator {
namespace {

constexpr auto N = Shape::Nested;
constexpr auto F = Shape::Flat;

// clang-format off
constexpr std::array All{
    // What comes first is what the bare status means.
    Failure{"invalid_request_error", 400, "invalid_request_error", "the body was refused", N},
    Failure{"INVALID_API_KEY", 401, "", "the key is not known", F},
    Failure{"billing_error", 403, "billing_error", "the balance does not cover it", N},
    Failure{"model_not_found", 404, "model_not_found", "no account of the group serves this model", N},
    Failure{"request_too_large", 413, "invalid_request_error", "the body is too large", N},
    Failure{"rate_limit_error", 429, "rate_limit_error", "too many requests at once", N},
    Failure{"upstream_error", 502, "upstream_error", "the upstream failed", N},
    Failure{"api_error", 503, "api_error", "no account is available", N},
    // The key gate, in its order.
    Failure{"INVALID_AUTH_RATE_LIMITED", 429, "", "too many wrong keys from this address", F, 30},
    Failure{"api_key_in_query_deprecated", 400, "", "send the key in a header", F},
    Failure{"API_KEY_REQUIRED", 401, "", "a key is required", F},
    Failure{"API_KEY_AUTH_OVERLOADED", 503, "", "the key check is overloaded", F},
    Failure{"INTERNAL_ERROR", 500, "", "the key could not be checked", F},
    Failure{"API_KEY_DISABLED", 401, "", "the key is switched off", F},
    Failure{"ACCESS_DENIED", 403, "", "the address 203.0.113.7 is not allowed", F},
    Failure{"USER_NOT_FOUND", 401, "", "the key's owner does not exist", F},
    Failure{"USER_INACTIVE", 401, "", "the key's owner is suspended", F},
    Failure{"GROUP_DELETED", 403, "", "the key's group is gone", F},
    Failure{"GROUP_DISABLED", 403, "", "the key's group is switched off", F},
    Failure{"GROUP_NOT_ALLOWED", 403, "", "the key's group is not allowed", F},
    Failure{"SUBSCRIPTION_NOT_FOUND", 403, "", "there is no subscription", F},
    Failure{"API_KEY_QUOTA_EXHAUSTED", 429, "", "the key has used up its quota", F},
    Failure{"API_KEY_EXPIRED", 403, "", "密钥已到期", F},
    Failure{"SUBSCRIPTION_MAINTENANCE_FAILED", 500, "", "the subscription could not be brought up to date", F},
    Failure{"USAGE_LIMIT_EXCEEDED", 429, "", "the plan's limit is reached", F},
    Failure{"SUBSCRIPTION_INVALID", 403, "", "the subscription is paused", F},
    Failure{"INSUFFICIENT_BALANCE", 403, "", "余额不足", F},
    // ToRouter's pages contradict themselves: the same codes with the other status.
    Failure{"API_KEY_QUOTA_EXHAUSTED-402", 402, "", "the key has used up its quota", F},
    Failure{"API_KEY_EXPIRED-401", 401, "", "the key has expired", F},
    Failure{"ACCESS_DENIED-401", 401, "", "this address is not allowed", F},
    Failure{"INSUFFICIENT_BALANCE-402", 402, "", "the balance is used up", F},
    Failure{"model_not_allowed", 403, "permission_error", "the key may not call this model", N, 0, R"("code":"model_not_allowed")"},
    Failure{"upstream_unavailable", 502, "upstream_unavailable", "every channel failed", N, 0, R"("code":"upstream_unavailable")"},
    Failure{"upstream_unavailable-503", 503, "upstream_unavailable", "every channel is cooling down", N, 0, R"("code":"upstream_unavailable")"},
    Failure{"ip_rate_limit", 429, "rate limit exceeded", "too many requests from this address", Shape::Text, 60},
    // After the gate.
    Failure{"insufficient_quota", 429, "insufficient_quota", "the key has used up its quota", N, 0, R"("code":"insufficient_quota","param":null)"},
    Failure{"no_group", 403, "permission_error", "the key has no group", Shape::Anthropic},
    Failure{"rate_limit_exceeded", 429, "rate_limit_exceeded", "the key's 5h limit is reached", N},
    Failure{"rate_limit_exceeded-rpm", 429, "rate_limit_exceeded", "too many requests in a minute", N, 12},
    Failure{"rate_limit_exceeded-platform", 429, "rate_limit_exceeded", "the day's limit of the platform is reached", N, 14400},
    Failure{"billing_service_error", 503, "billing_service_error", "the billing cannot be reached", N},
    Failure{"rate_limit_error-upstream", 429, "rate_limit_error", "the upstream limits requests", N, 9},
    Failure{"upstream_error-auth", 502, "upstream_error", "the upstream did not accept the account's credential", N},
    Failure{"overloaded_error", 503, "overloaded_error", "the upstream is overloaded", N},
    Failure{"server_error-401", 401, "server_error", "all accounts failed", N},
    Failure{"server_error-403", 403, "server_error", "all accounts failed", N},
    Failure{"server_error-429", 429, "server_error", "all accounts failed", N},
    Failure{"server_error-500", 500, "server_error", "all accounts failed", N},
    Failure{"not_found_error", 404, "not_found_error", "this group does not have the endpoint", N},
    Failure{"gateway_timeout", 504, "api_error", "the upstream took too long", N},
    // What breaks a stream.
    Failure{"stream_read_error", 502, "stream_read_error", "the upstream's stream broke", N, 0, R"("code":"stream_read_error")"},
    Failure{"stream_timeout", 504, "stream_timeout", "the upstream's stream fell silent", N, 0, R"("code":"stream_timeout")"},
    Failure{"response_too_large", 502, "response_too_large", "the upstream's answer is too large", N, 0, R"("code":"response_too_large")"},
    Failure{"upstream_stream_read_error", 502, "upstream_error", "the upstream's stream broke", N, 0, R"("code":"upstream_stream_read_error")"},
    Failure{"upstream_http2_stream_error", 502, "upstream_error", "the upstream's stream was reset", N, 0, R"("code":"upstream_http2_stream_error")"},
    Failure{"stream_word", 502, "stream_read_error", "the upstream's stream broke", Shape::Text},
};
// clang-format on

} // namespace

std::span<const Failure> sub2apiFailures()
{
    return All;
}

} // namespace tollkeeper::simulator
