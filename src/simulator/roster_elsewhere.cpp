// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/roster_elsewhere.h"

#include "simulator/roster_parts.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace {

enum Account : std::size_t { Panel, ChuiziNew, ChuiziOldA, ChuiziOldB, Proxy, Quota };

std::vector<KeyPlan> panelKeys(std::size_t account)
{
    return {
        {.account = account,
            .name = u"web-shop"_s,
            .ringName = u"sub2api_web"_s,
            .rhythm = Rhythm::Customers,
            .weekdayDollars = 3,
            .uses = {{Sonnet, {}, 850}, {GptMini, {}, 150}},
            .created = u"2026-02-23T08:15:00Z"_s,
            .limitMicros = 5000 * Dollar,
            .expires = u"2027-03-01T00:00:00Z"_s,
            .billing = Billing::Quota,
            .windows = {{u"5h"_s, 3 * Dollar}, {u"1d"_s, 8 * Dollar}, {u"7d"_s, 40 * Dollar}}},
        {.account = account,
            .name = u"night-batch"_s,
            .ringName = u"sub2api_batch"_s,
            .rhythm = Rhythm::NightBatch,
            .weekdayDollars = 2,
            .uses = {{Qwen, {}, 800}, {DeepSeek, {}, 200}},
            .created = u"2026-02-23T08:20:00Z"_s},
        {.account = account,
            .name = u"agents"_s,
            .ringName = u"sub2api_agents"_s,
            .weekdayDollars = 4,
            .uses = {{Opus, {}, 600}, {Gpt, {}, 400}},
            .created = u"2026-02-24T13:05:30Z"_s,
            .billing = Billing::Subscription},
    };
}

std::vector<KeyPlan> chuiziKeys(std::size_t first)
{
    return {
        {.account = first + ChuiziNew,
            .name = u"storefront"_s,
            .ringName = u"chuizi_new"_s,
            .rhythm = Rhythm::Customers,
            .weekdayDollars = 4,
            .uses = {{Sonnet, u"anthropic"_s, 700}, {Flash, u"google"_s, 300}},
            .created = u"2026-02-25T09:00:00.000Z"_s,
            .limitMicros = 25 * Dollar},
        {.account = first + ChuiziOldA,
            .name = u"ci"_s,
            .ringName = u"chuizi_old_a"_s,
            .weekdayDollars = 2,
            .uses = {{Gpt, u"openai"_s, 600}, {DeepSeek, u"deepseek"_s, 400}},
            .created = u"2026-02-25T09:10:00.000Z"_s},
        {.account = first + ChuiziOldB,
            .name = u"notebooks"_s,
            .ringName = u"chuizi_old_b"_s,
            .weekdayDollars = 1,
            .uses = {{GptMini, u"openai"_s, 1000}},
            .created = u"2026-02-25T09:20:00.000Z"_s},
    };
}

std::vector<KeyPlan> proxyKeys(std::size_t account)
{
    return {
        {.account = account,
            .name = u"proxy-admin"_s,
            .ringName = u"litellm_admin"_s,
            .created = u"2026-02-26T07:00:00Z"_s,
            .management = true},
        {.account = account,
            .name = u"web"_s,
            .ringName = u"litellm_web"_s,
            .rhythm = Rhythm::Customers,
            .weekdayDollars = 3,
            .uses = {{Sonnet, u"anthropic"_s, 800}, {GptMini, u"openai"_s, 200}},
            .created = u"2026-02-26T07:30:00Z"_s,
            .limitMicros = 200 * Dollar,
            .limitReset = u"monthly"_s,
            .owner = u"shop"_s},
        {.account = account,
            .name = u"batch"_s,
            .ringName = u"litellm_batch"_s,
            .rhythm = Rhythm::NightBatch,
            .weekdayDollars = 1,
            .uses = {{Qwen, u"dashscope"_s, 900}, {Mistral, u"mistral"_s, 100}},
            .created = u"2026-02-26T07:40:00Z"_s,
            .owner = u"data"_s},
        {.account = account,
            .name = u"eval"_s,
            .weekdayDollars = 1,
            .uses = {{Gpt, u"openai"_s, 1000}},
            .created = u"2026-02-26T07:50:00Z"_s,
            .expires = u"2026-12-31T00:00:00Z"_s,
            .owner = u"data"_s},
    };
}

std::vector<KeyPlan> quotaKeys(std::size_t account)
{
    return {
        {.account = account,
            .name = u"helpdesk"_s,
            .ringName = u"newapi"_s,
            .rhythm = Rhythm::Customers,
            .weekdayDollars = 2,
            .uses = {{GptMini, {}, 300}, {Sonnet, {}, 700}},
            .created = u"2026-02-27T10:00:00Z"_s,
            .limitMicros = 3000 * Dollar,
            .expires = u"2027-02-27T10:00:00Z"_s},
        {.account = account,
            .name = u"drafts"_s,
            .ringName = u"newapi_unlimited"_s,
            .weekdayDollars = 1,
            .uses = {{Gpt, {}, 1000}},
            .created = u"2026-02-27T10:05:00Z"_s},
    };
}

} // namespace

std::vector<AccountPlan> accountsElsewhere()
{
    return {
        {.name = u"sub2api · panel"_s, .place = Place::Sub2api, .ofCompany = false},
        {.name = u"Chuizi · new"_s, .place = Place::Chuizi, .ofCompany = false},
        {.name = u"Chuizi · old A"_s,
            .place = Place::Chuizi,
            .ofCompany = false,
            .dialect = Dialect::OldFlat},
        {.name = u"Chuizi · old B"_s,
            .place = Place::Chuizi,
            .ofCompany = false,
            .dialect = Dialect::OldNested},
        {.name = u"LiteLLM · proxy"_s, .place = Place::LiteLlm, .ofCompany = false},
        {.name = u"new-api · team"_s, .place = Place::NewApi, .ofCompany = false},
    };
}

std::vector<KeyPlan> keysElsewhere(std::size_t firstAccount)
{
    return joined({panelKeys(firstAccount + Panel), chuiziKeys(firstAccount), proxyKeys(firstAccount + Proxy),
        quotaKeys(firstAccount + Quota)});
}

} // namespace tollkeeper::simulator
