// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/roster_team.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace {

enum Workspace : std::size_t { Default, Research };

std::vector<KeyPlan> defaultKeys(std::size_t account)
{
    return {
        {.account = account,
            .name = u"team-management"_s,
            .ringName = u"openrouter_team"_s,
            .created = u"2026-02-04T07:52:10Z"_s,
            .management = true},
        {.account = account,
            .name = u"dispatch-assistant"_s,
            .ringName = u"openrouter_team_dispatch"_s,
            .weekdayDollars = 9,
            .uses = {{u"claude-sonnet-4.5"_s, u"Anthropic"_s, 500, false, 60}, {u"gpt-5"_s, u"OpenAI"_s, 300},
                {u"gemini-2.5-flash"_s, u"Google"_s, 200},
                {u"claude-opus-4.7"_s, u"Amazon Bedrock"_s, 250, true}},
            .created = u"2026-02-04T08:10:55Z"_s,
            .limitMicros = 400 * Dollar,
            .limitReset = u"monthly"_s,
            .byokInLimit = true},
        {.account = account,
            .name = u"nightly-eval"_s,
            .rhythm = Rhythm::NightBatch,
            .weekdayDollars = 3,
            .uses = {{u"deepseek-v3.2"_s, u"Novita"_s, 600}, {u"mistral-small-3.2"_s, u"Mistral"_s, 400}},
            .created = u"2026-02-09T18:02:37Z"_s},
        {.account = account,
            .name = u"prototype"_s,
            .weekdayDollars = 1,
            .uses
            = {{u"gemini-2.5-flash"_s, u"Google"_s, 1000}, {u"llama-4-scout:free"_s, u"DeepInfra"_s, 60}},
            .created = u"2026-02-16T10:44:09Z"_s,
            .limitMicros = 5 * Dollar,
            .limitReset = u"daily"_s},
        {.account = account,
            .name = u"retired-pilot"_s,
            .weekdayDollars = 2,
            .uses = {{u"gpt-5-mini"_s, u"OpenAI"_s, 1000}},
            .created = u"2026-02-18T12:20:00Z"_s,
            .retired = u"2026-06-04T16:00:00Z"_s},
    };
}

std::vector<KeyPlan> researchKeys(std::size_t account)
{
    return {
        {.account = account,
            .workspace = Research,
            .name = u"nightly-eval"_s,
            .ringName = u"openrouter_team_research"_s,
            .rhythm = Rhythm::NightBatch,
            .weekdayDollars = 2,
            .uses = {{u"qwen3-max"_s, u"Alibaba"_s, 700}, {u"gpt-5"_s, u"OpenAI"_s, 300}},
            .created = u"2026-02-12T09:15:22Z"_s,
            .europeOnly = true,
            .tellsBudget = true},
        {.account = account,
            .workspace = Research,
            .name = u"tariff-research"_s,
            .weekdayDollars = 4,
            .uses = {{u"claude-opus-4.7"_s, u"Anthropic"_s, 500, false, 100},
                {u"gemini-2.5-flash"_s, u"Google"_s, 500}},
            .created = u"2026-02-12T09:21:40Z"_s,
            .limitMicros = 40 * Dollar,
            .limitReset = u"weekly"_s},
    };
}

} // namespace

AccountPlan openRouterTeam()
{
    return {.name = u"OpenRouter · team"_s,
        .place = Place::OpenRouter,
        .ofCompany = false,
        .organization = u"org_halden_team"_s};
}

std::vector<KeyPlan> openRouterTeamKeys(std::size_t account)
{
    auto keys = defaultKeys(account);
    for (auto &key : researchKeys(account))
        keys.push_back(std::move(key));
    return keys;
}

} // namespace tollkeeper::simulator
