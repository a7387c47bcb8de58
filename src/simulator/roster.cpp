// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/roster.h"

#include "simulator/roster_elsewhere.h"
#include "simulator/roster_parts.h"
#include "simulator/roster_team.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace {

enum Account : std::size_t { Main, Labs, Apac, Support, Team, OpenAi, FirstElsewhere };

std::vector<KeyPlan> customerKeys()
{
    return {
        {.account = Main,
            .name = u"support-chat-prod"_s,
            .rhythm = Rhythm::Customers,
            .weekdayDollars = 157,
            .uses
            = {{Sonnet, u"Anthropic"_s, 360}, {Opus, u"Anthropic"_s, 40}, {Sonnet, u"Amazon Bedrock"_s, 120},
                {Gpt, u"OpenAI"_s, 230}, {Flash, u"Google"_s, 170}, {GptMini, u"OpenAI"_s, 80}},
            .created = u"2025-11-03T09:02:11Z"_s,
            .limitMicros = 6000 * Dollar,
            .limitReset = u"monthly"_s},
        {.account = Main,
            .name = u"search-rerank-prod"_s,
            .rhythm = Rhythm::Customers,
            .weekdayDollars = 34,
            .uses = {{Flash, u"Google"_s, 620}, {Llama, u"DeepInfra"_s, 180}, {GptMini, u"OpenAI"_s, 200}},
            .created = u"2025-11-03T09:05:40Z"_s,
            .limitMicros = 1500 * Dollar,
            .limitReset = u"monthly"_s},
        {.account = Main,
            .name = u"mobile-app-prod"_s,
            .rhythm = Rhythm::Customers,
            .weekdayDollars = 25,
            .uses = {{GptMini, u"OpenAI"_s, 560}, {Flash, u"Google"_s, 440}},
            .created = u"2026-02-09T13:27:46Z"_s,
            .expires = u"2026-07-31T00:00:00Z"_s},
    };
}

std::vector<KeyPlan> nightKeys()
{
    return {
        {.account = Main,
            .name = u"enrich-batch-prod"_s,
            .rhythm = Rhythm::NightBatch,
            .weekdayDollars = 42,
            .uses
            = {{DeepSeek, u"DeepInfra"_s, 460}, {DeepSeek, u"Novita"_s, 170}, {Qwen, u"Alibaba"_s, 370}},
            .created = u"2025-12-01T14:20:09Z"_s,
            .limitMicros = 2000 * Dollar,
            .limitReset = u"monthly"_s},
        {.account = Main,
            .name = u"eval-nightly-ci"_s,
            .rhythm = Rhythm::NightBatch,
            .weekdayDollars = 14,
            .uses = {{Gpt, u"OpenAI"_s, 310}, {Sonnet, u"Anthropic"_s, 290}, {Qwen, u"Alibaba"_s, 220},
                {Mistral, u"Mistral"_s, 180}},
            .created = u"2026-01-12T16:44:03Z"_s},
        {.account = Main,
            .name = u"translation-batch"_s,
            .rhythm = Rhythm::NightBatch,
            .weekdayDollars = 21,
            .uses = {{Qwen, u"Alibaba"_s, 520}, {Mistral, u"Mistral"_s, 190}, {DeepSeek, u"Novita"_s, 290}},
            .created = u"2026-02-02T08:55:21Z"_s,
            .limitMicros = 1000 * Dollar,
            .limitReset = u"monthly"_s},
    };
}

std::vector<KeyPlan> officeKeys()
{
    return {
        {.account = Main,
            .name = u"management"_s,
            .ringName = u"openrouter_management"_s,
            .created = u"2025-10-20T08:12:44Z"_s,
            .management = true},
        {.account = Main,
            .name = u"sandbox-dev"_s,
            .created = u"2025-10-20T08:30:00Z"_s,
            .limitMicros = 50 * Dollar,
            .limitReset = u"monthly"_s,
            .disabled = true},
        {.account = Main,
            .name = u"code-agents-dev"_s,
            .weekdayDollars = 46,
            .uses = {{Opus, u"Anthropic"_s, 330}, {Sonnet, u"Anthropic"_s, 420}, {Gpt, u"OpenAI"_s, 250},
                {Opus, u"Amazon Bedrock"_s, 300, true}},
            .created = u"2025-11-17T10:31:57Z"_s,
            .limitMicros = 600 * Dollar,
            .limitReset = u"weekly"_s},
        {.account = Main,
            .name = u"docs-assistant-prod"_s,
            .weekdayDollars = 26,
            .uses = {{Sonnet, u"Google"_s, 540}, {Flash, u"Google"_s, 460}},
            .created = u"2026-01-19T11:08:30Z"_s},
        {.account = Labs,
            .name = u"research-labs"_s,
            .ringName = u"openrouter_labs"_s,
            .weekdayDollars = 22,
            .uses = {{Opus, u"Anthropic"_s, 240}, {Qwen, u"Alibaba"_s, 330}, {Gpt, u"OpenAI"_s, 430}},
            .created = u"2026-01-26T09:40:15Z"_s,
            .limitMicros = 1000 * Dollar,
            .limitReset = u"monthly"_s},
    };
}

std::vector<KeyPlan> otherGatewayKeys()
{
    return {
        {.account = Apac,
            .name = u"apac-chat-prod"_s,
            .ringName = u"torouter_apac"_s,
            .rhythm = Rhythm::Customers,
            .weekdayDollars = 22,
            .uses = {{Sonnet, {}, 570}, {DeepSeek, {}, 160}, {GptMini, {}, 270}},
            .created = u"2026-02-16T03:10:00Z"_s,
            .limitMicros = 2000 * Dollar,
            .expires = u"2026-12-31T00:00:00Z"_s,
            .billing = Billing::Quota,
            .windows = {{u"5h"_s, 25 * Dollar}, {u"7d"_s, 250 * Dollar}}},
        {.account = Support,
            .name = u"support-overflow"_s,
            .ringName = u"torouter_support"_s,
            .rhythm = Rhythm::Customers,
            .weekdayDollars = 18,
            .uses = {{Sonnet, {}, 660}, {Gpt, {}, 340}},
            .created = u"2026-02-20T10:00:00Z"_s,
            .billing = Billing::Balance},
        {.account = Team,
            .name = u"team-plan"_s,
            .ringName = u"torouter_team"_s,
            .weekdayDollars = 12,
            .uses = {{Sonnet, {}, 700}, {Gpt, {}, 300}},
            .created = u"2026-02-20T10:00:00Z"_s,
            .billing = Billing::Subscription},
        {.account = OpenAi,
            .name = u"openai"_s,
            .ringName = u"openai"_s,
            .created = u"2026-02-20T10:00:00Z"_s},
    };
}

std::vector<KeyPlan> allKeys()
{
    // A key's place in this list is its seed: new ones come last.
    return joined({officeKeys(), customerKeys(), nightKeys(), otherGatewayKeys(),
        keysElsewhere(FirstElsewhere), openRouterTeamKeys(accountIndex(openRouterTeam().name))});
}

std::vector<AccountPlan> allAccounts()
{
    std::vector<AccountPlan> all{
        {u"OpenRouter · main"_s, Place::OpenRouter},
        {u"OpenRouter · labs"_s, Place::OpenRouter},
        {u"ToRouter · apac"_s, Place::ToRouter},
        {u"ToRouter · support"_s, Place::ToRouter},
        {u"ToRouter · team"_s, Place::ToRouter, false},
        {u"OpenAI-compatible"_s, Place::OpenAi, false},
    };
    const auto elsewhere = accountsElsewhere();
    all.insert(all.end(), elsewhere.begin(), elsewhere.end());
    all.push_back(openRouterTeam());
    return all;
}

} // namespace

const std::vector<AccountPlan> &accountPlans()
{
    static const auto all = allAccounts();
    return all;
}

const std::vector<KeyPlan> &keyPlans()
{
    static const auto all = allKeys();
    return all;
}

std::optional<std::size_t> accountNamed(QStringView name)
{
    const auto found = std::ranges::find(accountPlans(), name, &AccountPlan::name);
    if (found == accountPlans().end())
        return std::nullopt;
    return static_cast<std::size_t>(found - accountPlans().begin());
}

std::size_t accountIndex(QStringView name)
{
    const auto index = accountNamed(name);
    Q_ASSERT(index);
    return *index;
}

} // namespace tollkeeper::simulator
