// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/chat_gates.h"

#include "simulator/access.h"
#include "simulator/json_answer.h"
#include "simulator/litellm_parts.h"
#include "simulator/openrouter_parts.h"
#include "simulator/torouter_parts.h"
#include "simulator/torouter_windows.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace {

//! Gemini's clients may send the key in the address.
const Key *senderOf(const Visit &visit, Place place, Protocol protocol)
{
    if (const auto inQuery = visit.asked.parameter(u"key"_s);
        protocol == Protocol::Gemini && inQuery && credentialOf(visit.asked).isEmpty())
        return visit.world.keyWithText(place, inQuery->toLatin1());
    return keyOf(visit.world, place, visit.asked);
}

bool isSpent(const Visit &visit, const Key &key, Slot since)
{
    return key.plan.limitMicros && key.spent({since, slotsUntil(visit.now)}).micros >= *key.plan.limitMicros;
}

bool hasNoCredits(const Visit &visit, const Key &key)
{
    const auto keys = visit.world.keysOf(key.plan.account);
    if (std::ranges::none_of(keys, [](const Key *one) { return one->plan.management; }))
        return false;
    const auto slot = slotsUntil(visit.now);
    const auto &account = visit.world.managed(key.plan.account);
    return account.credits.until(slot) <= spentUntil(account.keys, slot).micros;
}

const char *openRouterRefusal(const Visit &visit, const Key &key)
{
    if (key.disabledAt(visit.now) || key.expiredAt(visit.now))
        return "401";
    if (key.plan.management)
        return "permission_denied";
    const auto left = openrouter::usageAndLimits(key, visit.now)[u"limit_remaining"_s];
    if (left.isDouble() && left.toDouble() <= 0)
        return "openrouter_key_limit";
    return hasNoCredits(visit, key) ? "openrouter_credits" : nullptr;
}

const char *sub2apiRefusal(const Visit &visit, const Key &key, Place place, Protocol protocol)
{
    if (key.plan.billing == Billing::Balance && visit.now >= SupportOutage)
        return "api_error";
    if (key.disabledAt(visit.now))
        return "API_KEY_DISABLED";
    if (torouter::quotaIsUsedUp(key, visit.now)) {
        const bool newerWords = place == Place::Sub2api && protocol == Protocol::Responses;
        return newerWords ? "insufficient_quota" : "API_KEY_QUOTA_EXHAUSTED";
    }
    if (key.expiredAt(visit.now))
        return "API_KEY_EXPIRED";
    if (torouter::planIsUsedUp(visit, key))
        return "USAGE_LIMIT_EXCEEDED";
    if (torouter::balanceIsUsedUp(visit, key))
        return "INSUFFICIENT_BALANCE";
    const auto windows = torouter::windowsOf(key, visit.now);
    const bool windowIsFull = std::ranges::any_of(
        windows, [](const torouter::WindowState &one) { return one.usedMicros >= one.limitMicros; });
    return windowIsFull ? "rate_limit_exceeded" : nullptr;
}

const char *chuiziRefusal(const Visit &visit, const Key &key)
{
    const auto slot = slotsUntil(visit.now);
    if (visit.world.wallet(key.plan.account).balance(slot) <= 0)
        return "insufficient_balance";
    if (!isSpent(visit, key, slotOf(visit.now.date())))
        return nullptr;
    return key.account().dialect == Dialect::Current ? "daily_limit_exceeded" : "daily_limit_exceeded-402";
}

const char *liteLlmRefusal(const Visit &visit, const Key &key)
{
    if (key.expiredAt(visit.now))
        return "expired_key";
    const bool spent = key.plan.limitMicros && litellm::spendOf(key, visit.now) >= *key.plan.limitMicros;
    return spent ? "budget_exceeded" : nullptr;
}

const char *refusalOf(const Visit &visit, const Key &key, Place place, Protocol protocol)
{
    switch (place) {
    case Place::OpenRouter:
        return openRouterRefusal(visit, key);
    case Place::ToRouter:
    case Place::Sub2api:
        return sub2apiRefusal(visit, key, place, protocol);
    case Place::Chuizi:
        return chuiziRefusal(visit, key);
    case Place::LiteLlm:
        return liteLlmRefusal(visit, key);
    case Place::NewApi:
        return isSpent(visit, key, 0) ? "token_quota" : nullptr;
    case Place::OpenAi:
        break;
    }
    return nullptr;
}

const char *unknownKey(const Visit &visit, Place place)
{
    const bool sentNone = credentialOf(visit.asked).isEmpty();
    switch (place) {
    case Place::ToRouter:
    case Place::Sub2api:
        return sentNone ? "API_KEY_REQUIRED" : "INVALID_API_KEY";
    case Place::LiteLlm:
        return sentNone ? "auth_error" : "token_not_found_in_db";
    default:
        return "401";
    }
}

//! The address is no place for a key, but Gemini's clients put it there.
bool hasKeyInQuery(const Visit &visit, Place place, Protocol protocol)
{
    if (place != Place::ToRouter && place != Place::Sub2api)
        return false;
    const bool mayBeThere = protocol == Protocol::Gemini;
    return visit.asked.parameter(u"api_key"_s) || (!mayBeThere && visit.asked.parameter(u"key"_s));
}

} // namespace

Admission admission(const Visit &visit, Place place, Protocol protocol)
{
    if (hasKeyInQuery(visit, place, protocol))
        return {.failure = &failure(place, "api_key_in_query_deprecated")};
    const auto *key = senderOf(visit, place, protocol);
    if (!key)
        return {.failure = &failure(place, unknownKey(visit, place))};
    const auto *code = refusalOf(visit, *key, place, protocol);
    return {.key = key, .failure = code ? &failure(place, code) : nullptr};
}

} // namespace tollkeeper::simulator
