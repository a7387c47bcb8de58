// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/send_request_options.h"

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

//! From 0 to `most`.
tl::expected<std::optional<double>, QString> fractionFrom(
    const QCommandLineParser &options, const QString &name, int most)
{
    if (!options.isSet(name))
        return std::nullopt;
    bool isNumber = false;
    const auto number = options.value(name).toDouble(&isNumber);
    if (!isNumber || !std::isfinite(number) || number < 0 || number > most)
        return Sentence(u"--%1 needs a number from 0 to %2."_s.arg(name).arg(most));
    return number;
}

QStringList namesFrom(const QString &list)
{
    QStringList names;
    for (const auto &name : list.split(u',', Qt::SkipEmptyParts))
        names.append(name.trimmed());
    return names;
}

std::optional<RoutingWishes::Sort> sortFrom(const QString &text)
{
    using Sort = RoutingWishes::Sort;
    if (text.isEmpty())
        return Sort::GatewayChooses;
    if (text == u"price")
        return Sort::Price;
    if (text == u"throughput")
        return Sort::Throughput;
    return text == u"latency" ? std::optional(Sort::Latency) : std::nullopt;
}

tl::expected<RoutingWishes, QString> wishesFrom(const QCommandLineParser &options)
{
    RoutingWishes wishes;
    wishes.providerOrder = namesFrom(options.value(u"provider-order"_s));
    wishes.only = namesFrom(options.value(u"only-providers"_s));
    wishes.ignored = namesFrom(options.value(u"ignore-providers"_s));
    if (options.isSet(u"no-provider-fallback"_s))
        wishes.allowsFallbacks = false;
    wishes.requiresParameters = options.isSet(u"require-parameters"_s);
    wishes.deniesDataCollection = options.isSet(u"deny-data-collection"_s);
    wishes.wantsZeroRetention = options.isSet(u"zero-retention"_s);
    const auto sort = sortFrom(options.value(u"sort"_s));
    if (!sort)
        return Sentence(u"--sort is price, throughput or latency."_s);
    wishes.sort = *sort;
    if (!options.isSet(u"max-price"_s))
        return wishes;
    const auto prices = options.value(u"max-price"_s).split(u',');
    wishes.maxInputPrice = dollarsFrom(prices.constFirst().trimmed());
    wishes.maxOutputPrice = dollarsFrom(prices.constLast().trimmed());
    if (prices.size() != 2 || !wishes.maxInputPrice || !wishes.maxOutputPrice)
        return Sentence(u"--max-price needs two prices in USD for a million tokens, such as 3,15."_s);
    return wishes;
}

//! What a body of the person's own says by itself.
QString optionBesideBody(const QCommandLineParser &options)
{
    for (const auto &name :
        {u"system"_s, u"max-tokens"_s, u"temperature"_s, u"top-p"_s, u"tools"_s, u"schema"_s, u"sort"_s,
            u"provider-order"_s, u"only-providers"_s, u"ignore-providers"_s, u"no-provider-fallback"_s,
            u"require-parameters"_s, u"deny-data-collection"_s, u"zero-retention"_s, u"max-price"_s}) {
        if (options.isSet(name))
            return name;
    }
    return {};
}

tl::expected<PlaygroundRequest, QString> withParameters(
    const QCommandLineParser &options, PlaygroundRequest request)
{
    const auto temperature = fractionFrom(options, u"temperature"_s, 2);
    const auto topP = fractionFrom(options, u"top-p"_s, 1);
    const auto wishes = wishesFrom(options);
    if (!temperature)
        return Sentence(temperature.error());
    if (!topP)
        return Sentence(topP.error());
    if (!wishes)
        return Sentence(wishes.error());
    request.temperature = *temperature;
    request.topP = *topP;
    request.routing = *wishes;
    for (const auto &[name, json] :
        {std::pair(u"tools"_s, &request.tools), std::pair(u"schema"_s, &request.responseSchema)}) {
        if (!options.isSet(name))
            continue;
        const auto content = contentOf(options.value(name));
        if (!content)
            return Sentence(content.error());
        *json = *content;
    }
    return request;
}

tl::expected<PlaygroundRequest, QString> withBody(
    const QCommandLineParser &options, const QStringList &arguments, PlaygroundRequest request)
{
    if (!arguments.isEmpty())
        return Sentence(u"send takes a message or --body, not both."_s);
    if (const auto name = optionBesideBody(options); !name.isEmpty())
        return Sentence(u"--body is sent as it is, so --%1 has no place beside it."_s.arg(name));
    const auto body = contentOf(options.value(u"body"_s));
    if (!body)
        return Sentence(body.error());
    request.rawBody = *body;
    return request;
}

//! Standard input can be read once.
bool readsInputTwice(const QCommandLineParser &options, const QStringList &arguments)
{
    auto count = arguments.count(u"-"_s);
    for (const auto &name : {u"body"_s, u"tools"_s, u"schema"_s})
        count += options.value(name) == u"-" ? 1 : 0;
    return count > 1;
}

} // namespace

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

std::optional<Money> dollarsFrom(QStringView text)
{
    const auto amount = Money::fromText(text);
    return amount && !amount->isNegative() ? std::optional(*amount) : std::nullopt;
}

tl::expected<PlaygroundRequest, QString> sendRequestFrom(
    const QCommandLineParser &options, const QStringList &arguments)
{
    PlaygroundRequest request;
    const auto protocol = apiProtocolFromText(options.value(u"protocol"_s));
    if (!protocol)
        return Sentence(u"--protocol is openai-chat, openai-responses, anthropic-messages or gemini."_s);
    const auto maxTokens = countFrom(options, u"max-tokens"_s, 1);
    if (!maxTokens)
        return Sentence(maxTokens.error());
    if (readsInputTwice(options, arguments))
        return Sentence(u"Standard input can be read once only."_s);
    request.protocol = *protocol;
    request.streams = options.isSet(u"stream"_s);
    request.system = options.value(u"system"_s);
    if (*maxTokens)
        request.maxTokens = **maxTokens;
    auto asked = withParameters(options, std::move(request));
    if (!asked)
        return asked;
    if (options.isSet(u"body"_s))
        return withBody(options, arguments, *std::move(asked));
    if (arguments.size() != 1)
        return Sentence(u"send needs one message, or - for standard input."_s);
    auto message = arguments.constFirst();
    if (message == u"-") {
        const auto typed = contentOf(message);
        if (!typed)
            return Sentence(typed.error());
        message = QString::fromUtf8(*typed);
    }
    asked->messages = {{ChatMessage::Role::User, message}};
    return asked;
}

} // namespace tollkeeper::ctl
