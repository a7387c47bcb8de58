// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/chuizi/endpoints.h"
#include "gateways/known_codes.h"

#include <QtGlobal>

namespace tollkeeper::chuizi {
namespace {

//! Until the next day, whatever the status: the pages say 402 and 403.
KnownCode dailyCap(const char *code, CodeMatch match)
{
    return {.code = code,
        .category = Category::KeyBudget,
        .match = match,
        .retry = Retry::AfterReset,
        .title = QT_TRANSLATE_NOOP("Codes", "The key has spent its day's allowance"),
        .explanation = QT_TRANSLATE_NOOP("Codes",
            "The daily cap of this key is used up. It opens again the next day, in a time zone the gateway "
            "does not tell."),
        .nextSteps = {QT_TRANSLATE_NOOP("Codes", "Wait for the next day, or raise the daily cap.")}};
}

//! 402 may be the balance or the daily cap: the message says which, where no code does. "Daily" alone is too
//! short: what is wrong with a request may hold it too.
ErrorCatalogue dailyCapMessages()
{
    ErrorCatalogue lines;
    for (const auto *words : {"daily limit", "daily cap", "daily spend", "daily quota", "daily allowance",
             "daily request", "daily maximum"})
        lines.append(dailyCap(words, CodeMatch::Message));
    return lines;
}

//! Bills are settled seconds to a minute after the request.
KnownCode generationNotThere()
{
    return {.code = "generation_not_found",
        .category = Category::Request,
        .retry = Retry::Backoff,
        .title = QT_TRANSLATE_NOOP("Codes", "No bill of that id yet"),
        .explanation = QT_TRANSLATE_NOOP(
            "Codes", "The gateway has no bill of that id. A bill of a moment ago may still be on its way."),
        .nextSteps = {QT_TRANSLATE_NOOP("Codes", "Ask again for up to a minute, then check the id.")}};
}

} // namespace

ErrorCatalogue errorCodes()
{
    const ErrorCatalogue codes{
        // codes of the newer pages
        {"bad_request", Category::Request},
        {"validation_error", Category::Request},
        {"invalid_api_key", Category::Credentials},
        {"insufficient_balance", Category::Balance},
        {"model_not_allowed", Category::Policy},
        {"ip_not_allowed", Category::Policy},
        dailyCap("daily_limit_exceeded", CodeMatch::Exact),
        {"model_not_found", Category::ModelUnavailable},
        generationNotThere(),
        {"rate_limit_exceeded", Category::RateLimit},
        {"internal_error", Category::Gateway},
        {"provider_error", Category::Provider},
        {"provider_unavailable", Category::Provider},
        {"provider_timeout", Category::Timeout},
        // types of the older pages, whose code only repeats the status
        {.code = "insufficient_quota", .category = Category::Balance, .match = CodeMatch::Family},
        {"not_found", Category::Request},
        {.code = "server_error", .category = Category::Gateway, .match = CodeMatch::Family},
        {"upstream_error", Category::Provider},
        {"service_unavailable", Category::Provider},
        {"timeout", Category::Timeout},
    };
    return codes + dailyCapMessages() + providerCodes();
}

AnswerPlaces answerPlaces()
{
    AnswerPlaces places;
    places.generationIdHeaders = {"x-chuizi-generation-id"};
    places.generationIdPrefix = "gen-";
    places.extrasMembers = {"x_chuizi"};
    return places;
}

} // namespace tollkeeper::chuizi
