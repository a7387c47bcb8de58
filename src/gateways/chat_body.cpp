// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/chat_body.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qint64 UsualMaxTokens = 1024; // where a protocol wants a number and the person gave none

QByteArray bytesOf(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonArray turnsOf(const PlaygroundRequest &request)
{
    QJsonArray turns;
    for (const auto &message : request.messages) {
        const auto role = message.role == ChatMessage::Role::User ? u"user"_s : u"assistant"_s;
        turns.append(QJsonObject{{u"role"_s, role}, {u"content"_s, message.text}});
    }
    return turns;
}

QJsonObject openAiChat(const PlaygroundRequest &request)
{
    auto messages = turnsOf(request);
    if (!request.system.isEmpty())
        messages.prepend(QJsonObject{{u"role"_s, u"system"_s}, {u"content"_s, request.system}});
    QJsonObject body{{u"messages"_s, messages}};
    if (request.maxTokens)
        body.insert(u"max_tokens"_s, *request.maxTokens);
    // Without it OpenAI itself, and who copies it, streams no token counts.
    if (request.streams)
        body.insert(u"stream_options"_s, QJsonObject{{u"include_usage"_s, true}});
    return body;
}

QJsonObject openAiResponses(const PlaygroundRequest &request)
{
    QJsonObject body{{u"input"_s, turnsOf(request)}};
    if (!request.system.isEmpty())
        body.insert(u"instructions"_s, request.system);
    if (request.maxTokens)
        body.insert(u"max_output_tokens"_s, *request.maxTokens);
    return body;
}

QJsonObject anthropicMessages(const PlaygroundRequest &request)
{
    QJsonObject body{
        {u"messages"_s, turnsOf(request)}, {u"max_tokens"_s, request.maxTokens.value_or(UsualMaxTokens)}};
    if (!request.system.isEmpty())
        body.insert(u"system"_s, request.system);
    return body;
}

QJsonObject gemini(const PlaygroundRequest &request)
{
    const auto parts = [](const QString &text) { return QJsonArray{QJsonObject{{u"text"_s, text}}}; };
    QJsonArray contents;
    for (const auto &message : request.messages) {
        const auto role = message.role == ChatMessage::Role::User ? u"user"_s : u"model"_s;
        contents.append(QJsonObject{{u"role"_s, role}, {u"parts"_s, parts(message.text)}});
    }
    QJsonObject body{{u"contents"_s, contents}};
    if (!request.system.isEmpty())
        body.insert(u"systemInstruction"_s, QJsonObject{{u"parts"_s, parts(request.system)}});
    if (request.maxTokens)
        body.insert(u"generationConfig"_s, QJsonObject{{u"maxOutputTokens"_s, *request.maxTokens}});
    return body;
}

QJsonObject routingOf(const RoutingWishes &wishes)
{
    QJsonObject provider;
    if (!wishes.providerOrder.isEmpty())
        provider.insert(u"order"_s, QJsonArray::fromStringList(wishes.providerOrder));
    QJsonObject highest;
    if (wishes.maxInputPrice)
        highest.insert(u"prompt"_s, wishes.maxInputPrice->amountText());
    if (wishes.maxOutputPrice)
        highest.insert(u"completion"_s, wishes.maxOutputPrice->amountText());
    if (!highest.isEmpty())
        provider.insert(u"max_price"_s, highest);
    return provider;
}

QJsonObject bodyIn(const PlaygroundRequest &request)
{
    switch (request.protocol) {
    case ApiProtocol::OpenAiResponses:
        return openAiResponses(request);
    case ApiProtocol::AnthropicMessages:
        return anthropicMessages(request);
    case ApiProtocol::Gemini:
        return gemini(request);
    case ApiProtocol::OpenAiChat:
        break;
    }
    return openAiChat(request);
}

Result<QByteArray> writtenBody(const PlaygroundRequest &request, const QString &model)
{
    const auto document = QJsonDocument::fromJson(request.rawBody);
    if (!document.isObject())
        return fail(Error::Kind::InvalidInput, u"body"_s);
    if (request.protocol == ApiProtocol::Gemini)
        return request.rawBody;
    auto body = document.object();
    const bool streams = request.streams || body.value("stream"_L1).toBool();
    if (body.value("model"_L1).toString() == model && body.value("stream"_L1).toBool() == streams)
        return request.rawBody;
    body.insert(u"model"_s, model);
    if (streams)
        body.insert(u"stream"_s, true);
    return bytesOf(body);
}

} // namespace

Result<QByteArray> chatBody(const PlaygroundRequest &request, const QString &model)
{
    if (!request.rawBody.isEmpty())
        return writtenBody(request, model);
    auto body = bodyIn(request);
    // Gemini has both in its address.
    if (request.protocol != ApiProtocol::Gemini) {
        body.insert(u"model"_s, model);
        if (request.streams)
            body.insert(u"stream"_s, true);
    }
    if (!request.routing.isEmpty())
        body.insert(u"provider"_s, routingOf(request.routing));
    return bytesOf(body);
}

} // namespace tollkeeper
