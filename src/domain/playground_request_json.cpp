// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/playground_request_json.h"

#include "domain/word_table.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr std::array Roles{"user"_L1, "assistant"_L1};
constexpr std::array Sorts{"gateway"_L1, "price"_L1, "throughput"_L1, "latency"_L1};

static_assert(Roles.size() == static_cast<std::size_t>(ChatMessage::Role::Assistant) + 1);
static_assert(Sorts.size() == static_cast<std::size_t>(RoutingWishes::Sort::Latency) + 1);

void put(QJsonObject &json, QLatin1StringView name, const QString &text)
{
    if (!text.isEmpty())
        json[name] = text;
}

void put(QJsonObject &json, QLatin1StringView name, const QByteArray &utf8)
{
    put(json, name, QString::fromUtf8(utf8));
}

void put(QJsonObject &json, QLatin1StringView name, const QStringList &texts)
{
    if (!texts.isEmpty())
        json[name] = QJsonArray::fromStringList(texts);
}

void put(QJsonObject &json, QLatin1StringView name, bool flag)
{
    if (flag)
        json[name] = true;
}

template<typename Number>
void put(QJsonObject &json, QLatin1StringView name, const std::optional<Number> &number)
{
    if (number)
        json[name] = *number;
}

void put(QJsonObject &json, QLatin1StringView name, const std::optional<Money> &price)
{
    if (price)
        json[name]
            = QJsonObject{{u"amount"_s, price->amountText()}, {u"currency"_s, price->currency().code()}};
}

std::optional<double> numberFrom(const QJsonValue &json)
{
    return json.isDouble() ? std::optional(json.toDouble()) : std::nullopt;
}

std::optional<qint64> countFrom(const QJsonValue &json)
{
    return json.isDouble() ? std::optional(json.toInteger()) : std::nullopt;
}

std::optional<Money> priceFrom(const QJsonValue &json)
{
    const auto currency = Currency::fromCode(json["currency"_L1].toString());
    const auto price = Money::fromText(json["amount"_L1].toString(), currency.value_or(Currency()));
    return currency && price ? std::optional(*price) : std::nullopt;
}

QJsonArray messagesJson(const QList<ChatMessage> &messages)
{
    QJsonArray array;
    for (const auto &message : messages)
        array.append(QJsonObject{{u"role"_s, wordOf(Roles, message.role)}, {u"text"_s, message.text}});
    return array;
}

QList<ChatMessage> messagesFrom(const QJsonArray &array)
{
    QList<ChatMessage> messages;
    for (const auto &one : array) {
        const auto role = fromWord<ChatMessage::Role>(Roles, one["role"_L1].toString());
        messages.append({role.value_or(ChatMessage::Role::User), one["text"_L1].toString()});
    }
    return messages;
}

QJsonObject routingJson(const RoutingWishes &routing)
{
    QJsonObject json;
    if (routing.sort != RoutingWishes::Sort::GatewayChooses)
        json["sort"_L1] = wordOf(Sorts, routing.sort);
    put(json, "only"_L1, routing.only);
    put(json, "ignored"_L1, routing.ignored);
    put(json, "order"_L1, routing.providerOrder);
    put(json, "fallbacks"_L1, routing.allowsFallbacks);
    put(json, "requires_parameters"_L1, routing.requiresParameters);
    put(json, "denies_collection"_L1, routing.deniesDataCollection);
    put(json, "zero_retention"_L1, routing.wantsZeroRetention);
    put(json, "max_input_price"_L1, routing.maxInputPrice);
    put(json, "max_output_price"_L1, routing.maxOutputPrice);
    return json;
}

RoutingWishes routingFrom(const QJsonObject &json)
{
    RoutingWishes routing;
    routing.sort = fromWord<RoutingWishes::Sort>(Sorts, json["sort"_L1].toString())
                       .value_or(RoutingWishes::Sort::GatewayChooses);
    routing.only = textsFrom(json["only"_L1]);
    routing.ignored = textsFrom(json["ignored"_L1]);
    routing.providerOrder = textsFrom(json["order"_L1]);
    if (const auto allows = json["fallbacks"_L1]; allows.isBool())
        routing.allowsFallbacks = allows.toBool();
    routing.requiresParameters = json["requires_parameters"_L1].toBool();
    routing.deniesDataCollection = json["denies_collection"_L1].toBool();
    routing.wantsZeroRetention = json["zero_retention"_L1].toBool();
    routing.maxInputPrice = priceFrom(json["max_input_price"_L1]);
    routing.maxOutputPrice = priceFrom(json["max_output_price"_L1]);
    return routing;
}

} // namespace

QStringList textsFrom(const QJsonValue &json)
{
    QStringList texts;
    const auto array = json.toArray();
    for (const auto &text : array)
        texts.append(text.toString());
    return texts;
}

QJsonObject toJson(const PlaygroundRequest &request)
{
    QJsonObject json{{u"protocol"_s, QString(toText(request.protocol))}};
    put(json, "system"_L1, request.system);
    if (!request.messages.isEmpty())
        json["messages"_L1] = messagesJson(request.messages);
    put(json, "raw_body"_L1, request.rawBody);
    put(json, "max_tokens"_L1, request.maxTokens);
    put(json, "temperature"_L1, request.temperature);
    put(json, "top_p"_L1, request.topP);
    put(json, "tools"_L1, request.tools);
    put(json, "response_schema"_L1, request.responseSchema);
    put(json, "streams"_L1, request.streams);
    if (!request.routing.isEmpty())
        json["routing"_L1] = routingJson(request.routing);
    return json;
}

PlaygroundRequest playgroundRequestFrom(const QJsonObject &json)
{
    PlaygroundRequest request;
    request.protocol = apiProtocolFromText(json["protocol"_L1].toString()).value_or(ApiProtocol::OpenAiChat);
    request.system = json["system"_L1].toString();
    request.messages = messagesFrom(json["messages"_L1].toArray());
    request.rawBody = json["raw_body"_L1].toString().toUtf8();
    request.maxTokens = countFrom(json["max_tokens"_L1]);
    request.temperature = numberFrom(json["temperature"_L1]);
    request.topP = numberFrom(json["top_p"_L1]);
    request.tools = json["tools"_L1].toString().toUtf8();
    request.responseSchema = json["response_schema"_L1].toString().toUtf8();
    request.streams = json["streams"_L1].toBool();
    request.routing = routingFrom(json["routing"_L1].toObject());
    return request;
}

QJsonObject toJson(const Preset &preset)
{
    QJsonObject json{{u"request"_s, toJson(preset.request)}};
    put(json, "model"_L1, preset.model);
    put(json, "fallbacks"_L1, preset.fallbacks);
    putTimeout(json, preset.timeout);
    return json;
}

Preset presetFrom(const QString &name, const QJsonObject &json)
{
    return {name, playgroundRequestFrom(json["request"_L1].toObject()), json["model"_L1].toString(),
        textsFrom(json["fallbacks"_L1]), timeoutFrom(json)};
}

void putTimeout(QJsonObject &json, const std::optional<std::chrono::milliseconds> &timeout)
{
    if (timeout)
        json["timeout_ms"_L1] = qint64(timeout->count());
}

std::optional<std::chrono::milliseconds> timeoutFrom(const QJsonObject &json)
{
    const auto count = countFrom(json["timeout_ms"_L1]);
    return count && *count > 0 ? std::optional(std::chrono::milliseconds(*count)) : std::nullopt;
}

QJsonArray toJson(const QList<Attempt> &trace)
{
    QJsonArray array;
    for (const auto &attempt : trace) {
        QJsonObject one{
            {u"origin"_s, QString(toText(attempt.origin))}, {u"outcome"_s, QString(toText(attempt.outcome))}};
        put(one, "provider"_L1, attempt.provider);
        put(one, "model"_L1, attempt.model);
        put(one, "status"_L1, attempt.status);
        put(one, "reason"_L1, attempt.reason);
        put(one, "ms"_L1, attempt.latencyMs);
        array.append(one);
    }
    return array;
}

QList<Attempt> traceFrom(const QJsonArray &json)
{
    QList<Attempt> trace;
    for (const auto &one : json) {
        Attempt attempt;
        attempt.origin = attemptOriginFromText(one["origin"_L1].toString()).value_or(AttemptOrigin::Gateway);
        attempt.provider = one["provider"_L1].toString();
        attempt.model = one["model"_L1].toString();
        if (const auto status = one["status"_L1]; status.isDouble())
            attempt.status = status.toInt();
        attempt.outcome
            = attemptOutcomeFromText(one["outcome"_L1].toString()).value_or(AttemptOutcome::Failed);
        attempt.reason = one["reason"_L1].toString();
        attempt.latencyMs = countFrom(one["ms"_L1]);
        trace.append(attempt);
    }
    return trace;
}

QJsonObject toJson(const AnswerIds &ids)
{
    QJsonObject json;
    put(json, "request"_L1, ids.request);
    put(json, "sent"_L1, ids.sentRequest);
    put(json, "generation"_L1, ids.generation);
    put(json, "upstream"_L1, ids.upstream);
    return json;
}

AnswerIds answerIdsFrom(const QJsonObject &json)
{
    return {textsFrom(json["request"_L1]), json["sent"_L1].toString(), json["generation"_L1].toString(),
        json["upstream"_L1].toString()};
}

PlaygroundRequest withoutBodies(PlaygroundRequest request)
{
    request.system.clear();
    request.messages.clear();
    request.rawBody.clear();
    request.tools.clear();
    request.responseSchema.clear();
    return request;
}

} // namespace tollkeeper
