// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/known_codes.h"
#include "gateways/litellm/endpoints.h"

#include <QtGlobal>

namespace tollkeeper::litellm {
namespace {

//! 400 or 429.
KnownCode budgetSpent(const char *code, CodeMatch match)
{
    return {.code = code,
        .category = Category::KeyBudget,
        .match = match,
        .title = QT_TRANSLATE_NOOP("Codes", "A budget of the proxy is used up"),
        .explanation = QT_TRANSLATE_NOOP("Codes",
            "The proxy has a budget for this key, its team or its user, and it is spent. The message says "
            "which."),
        .nextSteps
        = {QT_TRANSLATE_NOOP("Codes", "Raise that budget in the proxy, or wait for its period to end.")}};
}

} // namespace

// The proxy's own types stand in "type"; its "code" repeats the status.
ErrorCatalogue errorCodes()
{
    ErrorCatalogue codes{
        budgetSpent("budget_exceeded", CodeMatch::Exact),
        {"auth_error", Category::Credentials},
        {"expired_key", Category::Credentials},
        {"token_not_found_in_db", Category::Credentials},
        {"key_model_access_denied", Category::Policy},
        {"team_model_access_denied", Category::Policy},
        {"user_model_access_denied", Category::Policy},
        {"org_model_access_denied", Category::Policy},
        {"team_member_permission_error", Category::Policy},
        {"bad_request_error", Category::Request},
        {"not_found_error", Category::Request},
        {"validation_error", Category::Request},
        {"throttling_error", Category::RateLimit},
        {"no_db_connection", Category::Gateway},
        {"internal_server_error", Category::Gateway},
        budgetSpent("Budget has been exceeded", CodeMatch::Message),
        budgetSpent("ExceededBudget", CodeMatch::Message),
        {.code = "Max parallel request limit", .category = Category::RateLimit, .match = CodeMatch::Message},
    };
    codes.append(providerCodes());
    return codes;
}

AnswerPlaces answerPlaces()
{
    AnswerPlaces places;
    places.requestIdHeaders = {"x-litellm-call-id"};
    places.costHeaders = {"x-litellm-response-cost"};
    places.retryCountHeaders = {"x-litellm-attempted-retries", "x-litellm-attempted-fallbacks"};
    return places;
}

} // namespace tollkeeper::litellm
