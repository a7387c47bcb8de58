// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/known_codes.h"
#include "gateways/new_api/endpoints.h"

namespace tollkeeper::new_api {

// "new_api_error" and "one_api_error" stand in "type" whatever went wrong: they say who speaks, not what, so
// the code, then the message, then the status decides.
ErrorCatalogue errorCodes()
{
    ErrorCatalogue codes{
        {"insufficient_user_quota", Category::Balance},
        {"insufficient_quota", Category::Balance},
        {"pre_consume_token_quota_failed", Category::KeyBudget},
        {"access_denied", Category::Policy},
        {"model_not_found", Category::ModelUnavailable},
        {"get_channel_failed", Category::Routing},
        {"channel:no_available_key", Category::Provider},
        {"channel:invalid_key", Category::Provider}, // the operator's, not ours
        {"do_request_failed", Category::Provider},
        {"bad_response", Category::Provider},
        {"bad_response_status_code", Category::Provider},
        {"bad_response_body", Category::Provider},
        {"empty_response", Category::Provider},
        {"read_response_body_failed", Category::StreamInterrupted},
        {"invalid_request", Category::Request},
        {"convert_request_failed", Category::Request},
        {"sensitive_words_detected", Category::Moderation},
        {"query_data_error", Category::Gateway},
        {"update_data_error", Category::Gateway},
        {.code = "upstream_error", .category = Category::Provider, .match = CodeMatch::Family},
        {.code = "new_api_error", .category = Category::Unknown, .match = CodeMatch::Silent},
        {.code = "one_api_error", .category = Category::Unknown, .match = CodeMatch::Silent},
        {.code = "TokenStatusExhausted", .category = Category::KeyBudget, .match = CodeMatch::Message},
        {.code = "token quota is not enough", .category = Category::KeyBudget, .match = CodeMatch::Message},
        {.code = "user quota is not enough", .category = Category::Balance, .match = CodeMatch::Message},
    };
    codes.append(providerCodes());
    return codes;
}

AnswerPlaces answerPlaces()
{
    AnswerPlaces places;
    places.requestIdHeaders = {"x-oneapi-request-id"};
    return places;
}

} // namespace tollkeeper::new_api
