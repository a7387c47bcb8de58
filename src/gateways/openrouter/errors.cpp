// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/known_codes.h"
#include "gateways/openrouter/endpoints.h"

#include <QtGlobal>

namespace tollkeeper::openrouter {
namespace {

// metadata.limit_source: which limit it was, as documented in August to October 2026
ErrorCatalogue limitCodes()
{
    return {
        {"openrouter_credits", Category::Balance},
        {"openrouter_key_limit", Category::KeyBudget},
        {.code = "openrouter_in_flight_budget", // the one 402 that passes by itself
            .category = Category::Balance,
            .retry = Retry::AfterDelay,
            .actor = Actor::Nobody,
            .title = QT_TRANSLATE_NOOP("Codes", "Other requests hold the credit for now"),
            .explanation = QT_TRANSLATE_NOOP("Codes",
                "Requests under way have reserved what is left of the credit. It comes back when they end, "
                "so nothing is broken."),
            .nextSteps = {QT_TRANSLATE_NOOP("Codes", "Wait, then send it again."),
                QT_TRANSLATE_NOOP("Codes", "Ask for fewer output tokens, or for less at the same time.")}},
        {"openrouter_guardrail_budget", Category::PlanWindow},
        {"openrouter_workspace_budget", Category::PlanWindow},
        {.code = "openrouter_free_tier_daily",
            .category = Category::PlanWindow,
            .title = QT_TRANSLATE_NOOP("Codes", "Today's free requests are used up"),
            .explanation = QT_TRANSLATE_NOOP("Codes",
                "The account may send a number of requests to free models each day, and has. The count "
                "starts again at 00:00 UTC."),
            .nextSteps = {QT_TRANSLATE_NOOP("Codes", "Wait for the next day in UTC."),
                QT_TRANSLATE_NOOP("Codes", "Use a paid model, or buy credit for a larger allowance.")}},
        {.code = "upstream_provider_shared_pool",
            .category = Category::RateLimit,
            .actor = Actor::Provider,
            .title = QT_TRANSLATE_NOOP("Codes", "The provider's shared capacity is full"),
            .explanation = QT_TRANSLATE_NOOP("Codes",
                "The provider limits what all customers of the gateway send together. It is not about this "
                "key."),
            .nextSteps
            = {QT_TRANSLATE_NOOP("Codes", "Let the gateway use other providers, or another model."),
                QT_TRANSLATE_NOOP("Codes", "Send it again later.")}},
        {.code = "upstream_provider_account",
            .category = Category::RateLimit,
            .actor = Actor::Ops,
            .title = QT_TRANSLATE_NOOP("Codes", "Your own provider key is limited"),
            .explanation = QT_TRANSLATE_NOOP("Codes",
                "The request went out with your own key at the provider, and that account is at its limit."),
            .nextSteps = {QT_TRANSLATE_NOOP("Codes", "Check the limits of that account at the provider.")}},
        {.code = "in_flight_budget_exhausted", // metadata.reason of the same
            .category = Category::Balance,
            .retry = Retry::AfterDelay,
            .actor = Actor::Nobody},
        {"weight_exceeds_budget", Category::Balance},
    };
}

// metadata.error_type; on /messages error.error_type, on /responses error_type
ErrorCatalogue typeCodes()
{
    constexpr auto Family = CodeMatch::Family;
    return {
        {"authentication", Category::Credentials},
        {.code = "permission_denied", .category = Category::Policy, .match = Family},
        {.code = "payment_required", .category = Category::Balance, .match = Family},
        {.code = "rate_limit_exceeded", .category = Category::RateLimit, .match = Family},
        {"provider_overloaded", Category::Provider},
        {"provider_unavailable", Category::Provider},
        {"timeout", Category::Timeout},
        {"context_length_exceeded", Category::Request},
        {"max_tokens_exceeded", Category::Request},
        {"token_limit_exceeded", Category::Request},
        {"string_too_long", Category::Request},
        {.code = "invalid_request", .category = Category::Request, .match = Family},
        {"invalid_prompt", Category::Request},
        {.code = "not_found", .category = Category::Request, .match = Family},
        {"precondition_failed", Category::Request},
        {"payload_too_large", Category::Request},
        {"unprocessable", Category::Request},
        {"content_policy_violation", Category::Moderation},
        {"refusal", Category::Moderation},
        {"invalid_image", Category::Request},
        {"image_too_large", Category::Request},
        {"image_too_small", Category::Request},
        {"unsupported_image_format", Category::Request},
        {"image_download_failed", Category::Request},
        {"image_not_found", Category::Request},
        {.code = "server", .category = Category::Gateway, .match = Family},
        {.code = "unmapped", .category = Category::Gateway, .match = Family},
    };
}

// error.availability.code, and members of metadata that say it by being there
ErrorCatalogue routingCodes()
{
    constexpr auto Family = CodeMatch::Family;
    return {
        {"model_not_found", Category::ModelUnavailable}, {"wrong_endpoint", Category::Request},
        {"no_endpoints", Category::Routing}, {"model_deprecated", Category::ModelUnavailable},
        {"model_unavailable_upstream", Category::Provider},
        {.code = "capacity_exhausted", .category = Category::RateLimit, .actor = Actor::Provider},
        {"temporarily_unavailable", Category::Provider}, {"region_restricted", Category::Policy},
        {"privacy_restricted", Category::Policy}, {"constraint_filtered", Category::Routing},
        {"free_variant_ended", Category::ModelUnavailable},
        {"Gate Free Endpoints by Agentic Harness", Category::Policy},
        {"Filter by Guardrails", Category::Policy}, {"Filter by Allowed Providers", Category::Routing},
        {"Filter by Max Price", Category::Routing}, {"Filter by Image Support", Category::Routing},
        {"Filter by Tool Compatibility", Category::Routing}, {"Filter by Parameters", Category::Routing},
        {"Filter by Fallback", Category::Routing},
        {.code = "failed_routing_step", .category = Category::Routing, .match = Family},
        {.code = "flagged_input", .category = Category::Moderation, .match = Family},
        {.code = "reasons", .category = Category::Moderation, .match = Family},
        {.code = "patterns", .category = Category::Policy, .match = Family}, // prompt injection guardrail
        {.code = "spend_usd", .category = Category::PlanWindow, .match = Family}, // of a budget that is spent
    };
}

// answers of older builds, without any of the codes above
ErrorCatalogue messages()
{
    constexpr auto Message = CodeMatch::Message;
    return {
        {.code = "free-models-per-day", .category = Category::PlanWindow, .match = Message},
        {.code = "free-models-per-min", .category = Category::RateLimit, .match = Message},
        {.code = "Key limit exceeded", .category = Category::KeyBudget, .match = Message},
        {.code = "Workspace monthly budget", .category = Category::PlanWindow, .match = Message},
        {.code = "Workspace weekly budget", .category = Category::PlanWindow, .match = Message},
        {.code = "Workspace daily budget", .category = Category::PlanWindow, .match = Message},
        // of a workspace, a member or a key; it refines the codes of such budgets too
        {.code = "lifetime budget",
            .category = Category::PlanWindow,
            .match = Message,
            .retry = Retry::AfterFix,
            .actor = Actor::Finance,
            .title = QT_TRANSLATE_NOOP("Codes", "A budget that never resets is used up"),
            .explanation = QT_TRANSLATE_NOOP("Codes",
                "A budget for the whole lifetime is spent. It does not open again by itself, whatever the "
                "balance is."),
            .nextSteps = {QT_TRANSLATE_NOOP("Codes", "Raise or remove that budget at the gateway.")}},
        {.code = "temporarily rate-limited upstream", // the provider's shared pool, without limit_source
            .category = Category::RateLimit,
            .match = Message,
            .actor = Actor::Provider},
        {.code = "can only afford", .category = Category::Balance, .match = Message},
        {.code = "No endpoints found", .category = Category::Routing, .match = Message},
        {.code = "is not a valid model ID", .category = Category::ModelUnavailable, .match = Message},
    };
}

} // namespace

ErrorCatalogue errorCodes()
{
    return limitCodes() + typeCodes() + routingCodes() + messages() + providerCodes();
}

AnswerPlaces answerPlaces()
{
    AnswerPlaces places;
    places.generationIdHeaders = {"x-generation-id"};
    places.generationIdPrefix = "gen-";
    places.routeMembers = {"openrouter_metadata"};
    return places;
}

} // namespace tollkeeper::openrouter
