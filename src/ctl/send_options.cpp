// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/send_options.h"

#include <QFile>

#include <cmath>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

using Sentence = tl::unexpected<QString>;

constexpr qint64 MostBytes = 16 * 1024 * 1024;

tl::expected<QByteArray, QString> contentOf(const QString &name)
{
    QFile file(name);
    const bool isOpen = name == u"-" ? file.open(stdin, QIODevice::ReadOnly) : file.open(QIODevice::ReadOnly);
    if (!isOpen)
        return Sentence(u"“%1” cannot be read: %2."_s.arg(name, file.errorString()));
    QByteArray bytes;
    while (bytes.size() <= MostBytes) {
        const auto more = file.read(MostBytes + 1 - bytes.size());
        if (more.isEmpty())
            break;
        bytes += more;
    }
    if (bytes.size() > MostBytes)
        return Sentence(u"“%1” is larger than %2 bytes, more than is sent."_s.arg(name).arg(MostBytes));
    if (bytes.trimmed().isEmpty())
        return Sentence(u"“%1” is empty, so nothing was sent."_s.arg(name));
    return bytes;
}

//! A whole number from `least` on.
tl::expected<std::optional<int>, QString> countFrom(
    const QCommandLineParser &options, const QString &name, int least)
{
    if (!options.isSet(name))
        return std::nullopt;
    bool isNumber = false;
    const auto count = options.value(name).toInt(&isNumber);
    if (!isNumber || count < least)
        return Sentence(u"--%1 needs a whole number from %2 on."_s.arg(name).arg(least));
    return count;
}

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

std::optional<Money> dollarsFrom(QStringView text)
{
    const auto amount = Money::fromText(text);
    return amount && !amount->isNegative() ? std::optional(*amount) : std::nullopt;
}

tl::expected<RoutingWishes, QString> wishesFrom(const QCommandLineParser &options)
{
    RoutingWishes wishes;
    for (const auto &name : options.value(u"provider-order"_s).split(u',', Qt::SkipEmptyParts))
        wishes.providerOrder.append(name.trimmed());
    if (!options.isSet(u"max-price"_s))
        return wishes;
    const auto prices = options.value(u"max-price"_s).split(u',');
    wishes.maxInputPrice = dollarsFrom(prices.constFirst().trimmed());
    wishes.maxOutputPrice = dollarsFrom(prices.constLast().trimmed());
    if (prices.size() != 2 || !wishes.maxInputPrice || !wishes.maxOutputPrice)
        return Sentence(u"--max-price needs two prices in USD for a million tokens, such as 3,15."_s);
    return wishes;
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

tl::expected<PlaygroundRequest, QString> requestFrom(
    const QCommandLineParser &options, const QStringList &arguments)
{
    PlaygroundRequest request;
    const auto protocol = apiProtocolFromText(options.value(u"protocol"_s));
    if (!protocol)
        return Sentence(u"--protocol is openai-chat, openai-responses, anthropic-messages or gemini."_s);
    const auto maxTokens = countFrom(options, u"max-tokens"_s, 1);
    if (!maxTokens)
        return Sentence(maxTokens.error());
    const auto wishes = wishesFrom(options);
    if (!wishes)
        return Sentence(wishes.error());
    request.protocol = *protocol;
    request.streams = options.isSet(u"stream"_s);
    request.system = options.value(u"system"_s);
    request.routing = *wishes;
    if (*maxTokens)
        request.maxTokens = **maxTokens;
    if (options.isSet(u"body"_s)) {
        if (!arguments.isEmpty())
            return Sentence(u"send takes a message or --body, not both."_s);
        const auto body = contentOf(options.value(u"body"_s));
        if (!body)
            return Sentence(body.error());
        request.rawBody = *body;
        return request;
    }
    if (arguments.size() != 1)
        return Sentence(u"send needs one message, or - for standard input."_s);
    auto message = arguments.constFirst();
    if (message == u"-") {
        const auto typed = contentOf(message);
        if (!typed)
            return Sentence(typed.error());
        message = QString::fromUtf8(*typed);
    }
    request.messages = {{ChatMessage::Role::User, message}};
    return request;
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
        {u"max-cost"_s, u"Send nothing more once the attempts have cost so many USD."_s, u"AMOUNT"_s},
        {u"max-price"_s, u"Highest prices in USD for a million tokens; only where the gateway offers it."_s,
            u"INPUT,OUTPUT"_s},
        {u"provider-order"_s, u"Providers to try in this order; only where the gateway offers it."_s,
            u"A,B"_s},
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
    auto request = requestFrom(options, arguments);
    if (!request)
        return Sentence(request.error());
    order.policy = *std::move(policy);
    order.isRecorded = !options.isSet(u"no-record"_s);
    order.request = *std::move(request);
    return order;
}

} // namespace tollkeeper::ctl
