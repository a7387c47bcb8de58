// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/chat_failures.h"

#include <array>

// After both generations of Chuizi's pages; the older one names only families and has the status as code.
namespace tollkeeper::simulator {
namespace {

constexpr auto N = Shape::Nested;

// clang-format off
constexpr std::array All{
    Failure{"validation_error", 400, "invalid_request_error", "A parameter is not valid.", N, 0, "", "invalid_request_error"},
    Failure{"bad_request", 400, "invalid_request_error", "The request cannot be read.", N, 0, "", "invalid_request_error"},
    Failure{"invalid_api_key", 401, "authentication_error", "The API key is not valid.", N, 0, "", "authentication_error"},
    Failure{"insufficient_balance", 402, "billing_error", "The balance of $0.002 does not cover the $0.010 that are needed.", N, 0, "", "insufficient_quota"},
    Failure{"model_not_allowed", 403, "permission_error", "This key may not call the model.", N, 0, "", "permission_error"},
    Failure{"ip_not_allowed", 403, "permission_error", "Requests from this address are not allowed.", N, 0, "", "permission_error"},
    Failure{"daily_limit_exceeded", 403, "permission_error", "The daily limit of the key is reached.", N, 0, "", "permission_error"},
    Failure{"daily_limit_exceeded-402", 402, "billing_error", "The daily limit of the key is reached.", N, 0, "", "insufficient_quota"},
    Failure{"model_not_found", 404, "invalid_request_error", "There is no such model.", N, 0, "", "not_found"},
    Failure{"generation_not_found", 404, "invalid_request_error", "This generation does not exist.", N, 0, "", "not_found"},
    Failure{"rate_limit_exceeded", 429, "rate_limit_error", "Too many requests in a minute.", N, 0, "", "rate_limit_error"},
    Failure{"rate_limit_exceeded-delay", 429, "rate_limit_error", "Too many requests in a minute.", N, 11, "", "rate_limit_error"},
    Failure{"internal_error", 500, "server_error", "Something went wrong here.", N, 0, "", "server_error"},
    Failure{"provider_error", 502, "provider_error", "The model service failed.", N, 0, "", "upstream_error"},
    Failure{"provider_unavailable", 503, "provider_error", "The model service is not available.", N, 0, "", "service_unavailable"},
    Failure{"provider_timeout", 504, "provider_error", "The model service took too long.", N, 0, "", "timeout"},
};
// clang-format on

} // namespace

std::span<const Failure> chuiziFailures()
{
    return All;
}

} // namespace tollkeeper::simulator
