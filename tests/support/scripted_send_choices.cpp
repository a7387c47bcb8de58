// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_playground.h"

#include <algorithm>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace scripted {
namespace {

Currency yuan()
{
    return *Currency::fromCode(u"CNY");
}

SendKey key(int id, const QString &name, const QString &environment, const QString &owner, Currency currency,
    qint64 usedCents, qint64 limitCents, const QString &reset = u"monthly"_s)
{
    SendKey one;
    one.id = KeyId(id);
    one.name = name;
    one.labels.environment = environment;
    one.labels.owner = owner;
    if (limitCents > 0)
        one.cap = Cap{Money::fromNanos(limitCents * 10'000'000, currency),
            Money::fromNanos(usedCents * 10'000'000, currency), reset};
    return one;
}

ModelListing listing(const QString &model, const QString &name, const QString &input, const QString &output,
    Currency currency = {})
{
    ModelListing one;
    one.model = model;
    one.displayName = name;
    if (!input.isEmpty())
        one.input = *unitPricePerMillionFromText(input, currency);
    if (!output.isEmpty())
        one.output = *unitPricePerMillionFromText(output, currency);
    one.contextLength = 200'000;
    return one;
}

SendAccount openRouter()
{
    SendAccount account;
    account.id = AccountId(1);
    account.name = u"OpenRouter · main"_s;
    account.gateway = u"openrouter"_s;
    account.gatewayName = u"OpenRouter"_s;
    account.baseUrl = QUrl(u"https://openrouter.example/v1"_s);
    account.protocols
        = {ApiProtocol::OpenAiChat, ApiProtocol::OpenAiResponses, ApiProtocol::AnthropicMessages};
    account.offersRouting = true;
    account.keysPage = QUrl(u"https://openrouter.ai/settings/keys"_s);
    const Currency dollar;
    account.keys = {key(1, u"support-chat-prod"_s, u"prod"_s, u"Platform lead"_s, dollar, 291437, 450000),
        key(6, u"code-agents-dev"_s, u"dev"_s, u"Search lead"_s, dollar, 11163, 20000, u"weekly"_s),
        key(4, u"invoice-extract-prod"_s, u"prod"_s, u"Finance ops"_s, dollar, 70291, 150000),
        key(StagingKey, u"support-chat-staging"_s, u"staging"_s, u"Platform lead"_s, dollar, 2834, 6000)};
    account.keys.first().isAccountsOwn = true;
    return account;
}

SendAccount toRouter()
{
    SendAccount account;
    account.id = AccountId(2);
    account.name = u"ToRouter · apac"_s;
    account.gateway = u"torouter"_s;
    account.gatewayName = u"ToRouter"_s;
    account.baseUrl = QUrl(u"https://torouter.example/v1"_s);
    account.protocols = {ApiProtocol::OpenAiChat, ApiProtocol::AnthropicMessages, ApiProtocol::Gemini};
    account.keysPage = QUrl(u"https://torouter.example/keys"_s);
    account.keys = {key(ApacChatKey, u"apac-chat-prod"_s, u"prod"_s, u"APAC ops"_s, yuan(), 337435, 900000),
        key(SandboxKey, u"apac-sandbox-dev"_s, u"dev"_s, u"APAC ops"_s, yuan(), 7000, 7000),
        key(3, u"enrich-batch-prod"_s, u"prod"_s, u"Support lead"_s, yuan(), 933178, 1800000)};
    account.keys.first().isAccountsOwn = true;
    account.keys[1].allowedModels = QStringList{u"qwen3-max"_s, u"deepseek-v3.2"_s};
    return account;
}

SendAccount chuizi()
{
    SendAccount account;
    account.id = AccountId(3);
    account.name = u"Chuizi.AI · lab"_s;
    account.gateway = u"chuizi"_s;
    account.gatewayName = u"Chuizi.AI"_s;
    account.baseUrl = QUrl(u"https://chuizi.example/v1"_s);
    account.state = AccountState::Stale;
    account.protocols = {ApiProtocol::OpenAiChat, ApiProtocol::AnthropicMessages, ApiProtocol::Gemini};
    account.keysPage = QUrl(u"https://chuizi.example/keys"_s);
    account.keys = {key(7, u"ci-evals"_s, u"staging"_s, u"Search lead"_s, {}, 584, 2500, u"daily"_s)};
    account.keys.first().isAccountsOwn = true;
    return account;
}

//! Added a moment ago: no poll has told the row of its key yet.
SendAccount onPremises()
{
    SendAccount account;
    account.id = AccountId(4);
    account.name = u"LiteLLM · on-prem"_s;
    account.gateway = u"litellm"_s;
    account.gatewayName = u"LiteLLM"_s;
    account.baseUrl = QUrl(u"https://litellm.example/v1"_s);
    account.state = AccountState::NeverPolled;
    account.protocols = {ApiProtocol::OpenAiChat, ApiProtocol::OpenAiResponses,
        ApiProtocol::AnthropicMessages, ApiProtocol::Gemini};
    SendKey own;
    own.isAccountsOwn = true;
    account.keys = {own};
    return account;
}

} // namespace

QList<SendAccount> sendAccounts()
{
    auto accounts = QList{chuizi(), onPremises(), openRouter(), toRouter()};
    accounts[0].figuresAt = QDateTime({2026, 6, 18}, {11, 30}, Qt::UTC);
    for (const int at : {2, 3}) {
        accounts[at].state = AccountState::Ok;
        accounts[at].figuresAt = QDateTime({2026, 6, 18}, {14, 30}, Qt::UTC);
    }
    return accounts;
}

QList<ModelListing> sendModels(AccountId account)
{
    if (account == AccountId(1)) {
        auto opus
            = listing(u"anthropic/claude-opus-4.7"_s, u"Anthropic: Claude Opus 4.7"_s, u"5.00"_s, u"25.00"_s);
        auto retired
            = listing(u"google/gemini-2.0-flash"_s, u"Google: Gemini 2.0 Flash"_s, u"0.10"_s, u"0.40"_s);
        retired.expiresOn = QDate(2026, 7, 1);
        return {opus,
            listing(
                u"anthropic/claude-sonnet-4.5"_s, u"Anthropic: Claude Sonnet 4.5"_s, u"3.00"_s, u"15.00"_s),
            retired, listing(u"openai/gpt-5"_s, u"OpenAI: GPT-5"_s, u"1.25"_s, u"10.00"_s),
            listing(u"openrouter/auto"_s, u"Auto Router"_s, {}, {})};
    }
    if (account == AccountId(2))
        return {listing(u"deepseek-v3.2"_s, u"DeepSeek V3.2"_s, u"2.02"_s, u"3.02"_s, yuan()),
            listing(u"glm-4.6"_s, u"GLM 4.6"_s, {}, {}),
            listing(u"qwen3-max"_s, u"Qwen3 Max"_s, u"8.64"_s, u"43.20"_s, yuan())};
    if (account == AccountId(3))
        return {listing(u"gpt-5-mini"_s, u"GPT-5 mini"_s, u"0.25"_s, u"2.00"_s)};
    return {};
}

KeptRun keptRun(qint64 id, const SendOrder &order, const PlaygroundRun &run, bool hasBodies)
{
    KeptRun kept;
    auto &line = kept.line;
    const auto &answer = run.answer;
    line.id = RunId(id);
    line.startedAt = run.sent.constFirst().startedAt;
    line.account = order.account;
    for (const auto &account : sendAccounts()) {
        if (account.id != order.account)
            continue;
        line.accountName = account.name;
        const auto key = std::ranges::find(account.keys, order.key, &SendKey::id);
        line.keyName = order.key && key != account.keys.end() ? key->name : QString();
    }
    line.protocol = order.request.protocol;
    line.requestedModel = order.model;
    line.servedModel = answer.servedModel;
    line.servedProvider = answer.servedProvider;
    line.category = answer.category;
    line.isComplete = answer.stream.isComplete;
    line.end = run.end;
    line.httpStatus = answer.httpStatus;
    line.code = answer.code;
    line.inputTokens = answer.usage.inputTokens;
    line.outputTokens = answer.usage.outputTokens;
    line.cost = answer.cost.amount;
    line.attempts = 0;
    for (const auto &sent : run.sent) {
        line.total += sent.waited + sent.timings.total;
        line.attempts += int(std::max<qsizetype>(1, sent.answer.attempts.size()));
    }
    line.requestId = answer.ids.request.value(0);
    line.prompt = order.request.messages.isEmpty() ? QString() : order.request.messages.constLast().text;
    line.hasBodies = hasBodies;
    kept.key = order.key;
    kept.request = order.request;
    kept.fallbacks = order.policy.fallbacks;
    kept.answer = answer.text;
    kept.trace = answer.attempts;
    kept.ids = answer.ids;
    return kept;
}

FoundRequest shipmentBill()
{
    FoundRequest found;
    found.account = AccountId(1);
    found.accountName = u"OpenRouter · main"_s;
    found.source = RowSource::GenerationLookup;
    found.isBilled = true;
    auto &facts = found.facts;
    facts.requestId = u"gen-1781793102-Kd8TzP"_s;
    facts.startedAt = QDateTime({2026, 6, 18}, {14, 31, 42, 310}, Qt::UTC);
    facts.remoteKeyId = u"remote-%1"_s.arg(StagingKey);
    facts.requestedModel = u"anthropic/claude-sonnet-4.5"_s;
    facts.servedModel = u"anthropic/claude-opus-4.7"_s;
    facts.provider = u"Google Vertex"_s;
    facts.fellBack = FellBack::Model;
    facts.httpStatus = 200;
    facts.inputTokens = 1182;
    facts.outputTokens = 386;
    facts.cost = Amounts{Money::fromNanos(15'560'000), Money()};
    facts.firstByteMs = 2440;
    facts.totalMs = 9840;
    facts.detail.gatewayRequestId = u"req_01JY2F3M9QX8"_s;
    facts.detail.upstreamId = u"vrtx-c40b17e2aa"_s;
    facts.detail.finishReason = u"stop"_s;
    facts.detail.isStreamed = true;
    facts.detail.attempts = {{u"Anthropic"_s, u"anthropic/claude-sonnet-4.5"_s, 429, 410},
        {u"Amazon Bedrock"_s, u"anthropic/claude-sonnet-4.5"_s, 503, 1200},
        {u"Google Vertex"_s, u"anthropic/claude-opus-4.7"_s, 200, 8170}};
    return found;
}

} // namespace scripted
