// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/send_options.h"

#include "ctl/send_request_options.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

using Sentence = tl::unexpected<QString>;

tl::expected<std::optional<std::chrono::milliseconds>, QString> secondsFrom(
    const QCommandLineParser &options, const QString &name)
{
    if (!options.isSet(name))
        return std::nullopt;
    bool isNumber = false;
    const auto seconds = options.value(name).toDouble(&isNumber);
    if (!isNumber || !std::isfinite(seconds) || seconds < 0.001 || seconds > 86'400)
        return Sentence(u"--%1 needs seconds, at most a day of them."_s.arg(name));
    return std::chrono::milliseconds(qint64(seconds * 1000));
}

tl::expected<SendPolicy, QString> policyFrom(const QCommandLineParser &options)
{
    SendPolicy policy;
    const auto retries = countFrom(options, u"retries"_s, 0);
    const auto timeout = secondsFrom(options, u"timeout"_s);
    const auto deadline = secondsFrom(options, u"deadline"_s);
    if (!retries)
        return Sentence(retries.error());
    if (!timeout)
        return Sentence(timeout.error());
    if (!deadline)
        return Sentence(deadline.error());
    policy.retries = retries->value_or(0);
    policy.timeout = timeout->value_or(policy.timeout);
    policy.deadline = *deadline;
    policy.fallbacks = options.values(u"fallback"_s);
    if (options.isSet(u"max-cost"_s)) {
        policy.costCeiling = dollarsFrom(options.value(u"max-cost"_s));
        if (!policy.costCeiling)
            return Sentence(u"--max-cost needs an amount in USD, such as 0.05."_s);
    }
    return policy;
}

} // namespace

QList<QCommandLineOption> sendOptions()
{
    return {{u"account"_s, u"The account to send through."_s, u"N"_s},
        {u"key"_s, u"One of its keys whose secret lies on this machine; without it the account's own."_s,
            u"K"_s},
        {u"model"_s, u"The model to ask."_s, u"M"_s},
        {u"fallback"_s, u"A model to ask next where the one before fails; can be given several times."_s,
            u"M"_s},
        {u"protocol"_s, u"openai-chat, openai-responses, anthropic-messages or gemini."_s, u"P"_s,
            u"openai-chat"_s},
        {u"stream"_s, u"Ask for the answer as it is written."_s},
        {u"max-tokens"_s, u"Longest answer in tokens."_s, u"N"_s},
        {u"system"_s, u"What the model is told beforehand."_s, u"S"_s},
        {u"timeout"_s, u"Seconds for each attempt, 120 if not given."_s, u"S"_s},
        {u"deadline"_s, u"Seconds for all attempts together."_s, u"S"_s},
        {u"retries"_s, u"How often a model is asked again where that can help; 0 if not given."_s, u"N"_s},
        {u"max-cost"_s, u"Send nothing more once the attempts have cost so many USD, or may have."_s,
            u"AMOUNT"_s},
        {u"max-price"_s, u"Highest prices in USD for a million tokens; only where the gateway offers it."_s,
            u"INPUT,OUTPUT"_s},
        {u"provider-order"_s, u"Providers to try in this order; only where the gateway offers it."_s,
            u"A,B"_s},
        {u"temperature"_s, u"From 0 to 2; the model's own if not given."_s, u"T"_s},
        {u"top-p"_s, u"From 0 to 1; the model's own if not given."_s, u"P"_s},
        {u"tools"_s, u"Functions the model may call: a JSON list in the form of OpenAI chat."_s, u"FILE"_s},
        {u"schema"_s, u"A JSON schema that the answer must follow."_s, u"FILE"_s},
        {u"sort"_s, u"Providers by price, throughput or latency; only where the gateway offers it."_s,
            u"BY"_s},
        {u"only-providers"_s, u"Ask no other providers; only where the gateway offers it."_s, u"A,B"_s},
        {u"ignore-providers"_s, u"Never ask these providers; only where the gateway offers it."_s, u"A,B"_s},
        {u"no-provider-fallback"_s,
            u"Ask no second provider where the first fails; only where the gateway offers it."_s},
        {u"require-parameters"_s,
            u"Only providers that know every parameter of the request; only where the gateway offers it."_s},
        {u"deny-data-collection"_s,
            u"Only providers that do not keep what is sent to train on it; only where the gateway offers it."_s},
        {u"zero-retention"_s, u"Only endpoints that keep nothing; only where the gateway offers it."_s},
        {u"copy-as"_s,
            u"Print the request for curl, python, node or as http instead of sending it; its key as an "
            "environment variable."_s,
            u"FORM"_s},
        {u"bundle"_s,
            u"Write what support needs into a new file, or - for standard output; without key and prompt."_s,
            u"FILE"_s},
        {u"bundle-with-prompt"_s, u"Put what was asked and answered into the bundle too."_s},
        {u"force"_s, u"Let --bundle replace a file."_s},
        {u"no-record"_s,
            u"Keep no row of it, so that it can be sent while another process writes to the profile."_s},
        {u"body"_s, u"A JSON body to send as it is, instead of a message; - for standard input."_s,
            u"FILE"_s}};
}

tl::expected<SendOrder, QString> sendOrderFrom(
    const QCommandLineParser &options, const QStringList &arguments)
{
    SendOrder order;
    order.model = options.value(u"model"_s);
    if (!options.isSet(u"account"_s) || order.model.isEmpty())
        return Sentence(u"send needs --account and --model."_s);
    auto policy = policyFrom(options);
    if (!policy)
        return Sentence(policy.error());
    auto request = sendRequestFrom(options, arguments);
    if (!request)
        return Sentence(request.error());
    order.policy = *std::move(policy);
    order.isRecorded = !options.isSet(u"no-record"_s);
    order.request = *std::move(request);
    return order;
}

} // namespace tollkeeper::ctl
