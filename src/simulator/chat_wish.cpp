// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/chat_wish.h"

#include "simulator/chat_text.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace {

using Read = tl::expected<ChatWish, QString>;

//! Every text a value holds, but for the words that only say what it is.
QByteArray textIn(const QJsonValue &value)
{
    if (value.isString())
        return value.toString().toUtf8() + ' ';
    QByteArray text;
    for (const auto &item : value.toArray())
        text += textIn(item);
    const auto object = value.toObject();
    for (auto member = object.begin(); member != object.end(); ++member) {
        if (member.key() != u"role"_s && member.key() != u"type"_s)
            text += textIn(member.value());
    }
    return text;
}

//! Where each protocol has the conversation.
QString conversationField(Protocol protocol)
{
    switch (protocol) {
    case Protocol::Responses:
        return u"input"_s;
    case Protocol::Gemini:
        return u"contents"_s;
    case Protocol::Chat:
    case Protocol::Messages:
        break;
    }
    return u"messages"_s;
}

QString whatIsWrong(const QJsonObject &body, Protocol protocol)
{
    const auto field = conversationField(protocol);
    const auto conversation = body[field];
    const bool plainText = protocol == Protocol::Responses && !conversation.toString().isEmpty();
    if (!plainText && conversation.toArray().isEmpty())
        return field + u" must be a list that is not empty"_s;
    for (const auto &item : conversation.toArray()) {
        if (!item.isObject())
            return u"every item of "_s + field + u" must be an object"_s;
    }
    const auto stream = body[u"stream"_s];
    if (!stream.isUndefined() && !stream.isBool())
        return u"stream must be true or false"_s;
    if (protocol == Protocol::Messages && body[u"max_tokens"_s].isUndefined())
        return u"max_tokens is needed"_s;
    return {};
}

QJsonValue limitIn(const QJsonObject &body, Protocol protocol)
{
    if (protocol == Protocol::Responses)
        return body[u"max_output_tokens"_s];
    if (protocol == Protocol::Gemini)
        return body[u"generationConfig"_s][u"maxOutputTokens"_s];
    const auto newer = body[u"max_completion_tokens"_s];
    return newer.isUndefined() ? body[u"max_tokens"_s] : newer;
}

QString toolIn(const QJsonObject &body, Protocol protocol)
{
    const auto tools = body[u"tools"_s].toArray();
    const QJsonValue first = tools.isEmpty() ? QJsonValue() : QJsonValue(tools.first());
    if (protocol == Protocol::Chat)
        return first[u"function"_s][u"name"_s].toString();
    if (protocol == Protocol::Gemini)
        return first[u"functionDeclarations"_s][0][u"name"_s].toString();
    return first[u"name"_s].toString();
}

bool mustCallTool(const QJsonObject &body, Protocol protocol)
{
    if (protocol == Protocol::Gemini)
        return body[u"toolConfig"_s][u"functionCallingConfig"_s][u"mode"_s] == u"ANY"_s;
    const auto choice = body[u"tool_choice"_s];
    const auto type = choice[u"type"_s].toString();
    return choice == u"required"_s || type == u"function"_s || type == u"tool"_s || type == u"any"_s;
}

bool wantsReasoning(const QJsonObject &body, Protocol protocol)
{
    if (protocol == Protocol::Messages)
        return body[u"thinking"_s][u"type"_s] == u"enabled"_s;
    if (protocol == Protocol::Gemini)
        return body[u"generationConfig"_s][u"thinkingConfig"_s][u"includeThoughts"_s].toBool();
    return body[u"reasoning"_s].isObject() || body[u"reasoning_effort"_s].isString();
}

//! OpenRouter's `models`, its `fallbacks` of objects at /messages, and LiteLLM's `fallbacks` of names.
QStringList fallbacksIn(const QJsonObject &body)
{
    QStringList names;
    for (const auto &field : {u"models"_s, u"fallbacks"_s}) {
        for (const auto &item : body[field].toArray())
            names.append(item.isObject() ? item[u"model"_s].toString() : item.toString());
    }
    names.removeAll(QString());
    return names;
}

Read withLimit(ChatWish wish, const QJsonValue &limit)
{
    if (limit.isUndefined() || limit.isNull())
        return wish;
    if (limit.toInt(0) < 1)
        return tl::unexpected(u"the limit of tokens must be a whole number above 0"_s);
    wish.maxTokens = limit.toInt();
    return wish;
}

} // namespace

Read wishIn(const Asked &asked, Protocol protocol, const QString &model)
{
    const auto document = QJsonDocument::fromJson(asked.body);
    if (!document.isObject())
        return tl::unexpected(u"the body is not a JSON object"_s);
    const auto body = document.object();
    if (const auto wrong = whatIsWrong(body, protocol); !wrong.isEmpty())
        return tl::unexpected(wrong);

    ChatWish wish{.protocol = protocol, .model = model, .fallbacks = fallbacksIn(body)};
    if (protocol != Protocol::Gemini) {
        wish.model = body[u"model"_s].toString();
        wish.stream = body[u"stream"_s].toBool();
    }
    if (wish.model.isEmpty() && !wish.fallbacks.isEmpty())
        wish.model = wish.fallbacks.takeFirst();
    if (wish.model.isEmpty())
        return tl::unexpected(u"model is needed"_s);
    wish.fallbacks.removeAll(wish.model);
    const auto conversation = body[conversationField(protocol)];
    wish.prompt = textIn(conversation) + textIn(body[u"system"_s]) + textIn(body[u"instructions"_s])
        + textIn(body[u"systemInstruction"_s]);
    wish.promptTokens = tokensOf(wish.prompt) + 4 * qMax<qint64>(1, conversation.toArray().size());
    wish.wantsUsage = body[u"stream_options"_s][u"include_usage"_s].toBool();
    wish.wantsReasoning = wantsReasoning(body, protocol);
    wish.tool = toolIn(body, protocol);
    wish.mustCallTool = !wish.tool.isEmpty() && mustCallTool(body, protocol);
    wish.provider = body[u"provider"_s].toObject();
    return withLimit(std::move(wish), limitIn(body, protocol));
}

} // namespace tollkeeper::simulator
