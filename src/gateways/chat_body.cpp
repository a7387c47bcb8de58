// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/chat_body.h"

#include "gateways/bodies/body_parts.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

Result<JsonTree> bodyIn(const PlaygroundRequest &request, const RequestParts &parts, const QString &model)
{
    switch (request.protocol) {
    case ApiProtocol::OpenAiResponses:
        return openAiResponsesBody(request, parts, model);
    case ApiProtocol::AnthropicMessages:
        return anthropicBody(request, parts, model);
    case ApiProtocol::Gemini:
        return geminiBody(request, parts); // it has model and stream in its address
    case ApiProtocol::OpenAiChat:
        break;
    }
    return openAiChatBody(request, parts, model);
}

Result<JsonTree> builtBody(const PlaygroundRequest &request, const QString &model)
{
    if (request.temperature && !std::isfinite(*request.temperature))
        return fail(Error::Kind::InvalidInput, u"temperature"_s);
    if (request.topP && !std::isfinite(*request.topP))
        return fail(Error::Kind::InvalidInput, u"top_p"_s);
    const auto parts = partsOf(request);
    if (!parts)
        return fail(parts.error());
    auto body = bodyIn(request, *parts, model);
    if (body && !request.routing.isEmpty())
        body->set(u"provider"_s, routingBody(request.routing));
    return body;
}

//! With the model, and whether it streams, put in where they differ.
Result<QByteArray> writtenBody(const PlaygroundRequest &request, const QString &model)
{
    auto body = JsonTree::parsed(request.rawBody);
    if (!body || !body->isObject())
        return fail(Error::Kind::InvalidInput, u"body"_s);
    if (request.protocol == ApiProtocol::Gemini)
        return request.rawBody;
    const auto *named = body->member(u"model");
    const auto *streaming = body->member(u"stream");
    const bool doesStream = streaming && streaming->toFlag();
    if (named && named->toText() == model && (doesStream || !request.streams))
        return request.rawBody;
    body->set(u"model"_s, JsonTree::text(model));
    if (request.streams)
        body->set(u"stream"_s, JsonTree::flag(true));
    return body->compact();
}

//! What makes no difference to what a body says.
void leaveOutUsual(JsonTree &body)
{
    QStringList idle;
    for (const auto &[name, value] : body.members()) {
        const bool isNameless = name == u"model" && value.isText() && value.toText().isEmpty();
        if (value.isNull() || isNameless || (name == u"stream" && value.isFlag() && !value.toFlag()))
            idle.append(name);
    }
    for (const auto &name : idle)
        body.remove(name);
    const auto *options = body.member(u"stream_options");
    const auto usual = JsonTree::object().set(u"include_usage"_s, JsonTree::flag(true));
    if (options && options->saysTheSame(usual))
        body.remove(u"stream_options");
}

//! The same with forms that mean one and the same written in one way.
JsonTree settled(JsonTree body)
{
    leaveOutUsual(body);
    if (const auto *input = body.member(u"input"); input && input->isText()) {
        PlaygroundRequest alone;
        alone.messages = {{ChatMessage::Role::User, input->toText()}};
        body.set(u"input"_s, turnsOf(alone));
    }
    const auto *provider = body.member(u"provider");
    const auto *highest = provider ? provider->member(u"max_price") : nullptr;
    if (!highest || !highest->isObject())
        return body;
    auto prices = *highest;
    auto routing = *provider;
    for (const auto &[name, value] : highest->members()) {
        const auto text = value.isNumber() ? QString::fromLatin1(value.digits()) : value.toText();
        if (const auto price = Money::fromText(text))
            prices.set(name, JsonTree::text(priceText(*price)));
    }
    routing.set(u"max_price"_s, std::move(prices));
    body.set(u"provider"_s, std::move(routing));
    return body;
}

void readIn(PlaygroundRequest &request, const JsonTree &body, QString &fault)
{
    switch (request.protocol) {
    case ApiProtocol::OpenAiChat:
        return readOpenAiChatBody(request, body, fault);
    case ApiProtocol::OpenAiResponses:
        return readOpenAiResponsesBody(request, body, fault);
    case ApiProtocol::AnthropicMessages:
        return readAnthropicBody(request, body, fault);
    case ApiProtocol::Gemini:
        return readGeminiBody(request, body, fault);
    }
}

} // namespace

Result<QByteArray> chatBody(const PlaygroundRequest &request, const QString &model)
{
    if (!request.rawBody.isEmpty())
        return writtenBody(request, model);
    const auto body = builtBody(request, model);
    if (!body)
        return fail(body.error());
    return body->compact();
}

QByteArray prettyChatBody(const PlaygroundRequest &request, const QString &model)
{
    if (!request.rawBody.isEmpty())
        return writtenBody(request, model).value_or(request.rawBody);
    auto said = request;
    auto body = builtBody(said, model);
    while (!body) {
        // Each of these can be wrong once.
        const auto &wrong = body.error().detail;
        if (wrong == u"tools")
            said.tools.clear();
        else if (wrong == u"schema")
            said.responseSchema.clear();
        else if (wrong == u"temperature")
            said.temperature.reset();
        else if (wrong == u"top_p")
            said.topP.reset();
        else
            return {};
        body = builtBody(said, model);
    }
    return body->indented();
}

Result<ReadBody> readChatBody(ApiProtocol protocol, QByteArrayView bytes)
{
    const auto body = JsonTree::parsed(bytes);
    if (!body || !body->isObject())
        return fail(Error::Kind::InvalidInput, u"body"_s);
    ReadBody read;
    read.request.protocol = protocol;
    QString fault;
    MemberReader reader(&*body, fault);
    if (protocol != ApiProtocol::Gemini) {
        read.model = reader.text("model"_L1);
        read.request.streams = reader.flag("stream"_L1);
    }
    if (const auto *provider = reader.object("provider"_L1))
        read.request.routing = routingFrom(*provider);
    readIn(read.request, *body, fault);
    if (!fault.isEmpty())
        return fail(Error::Kind::InvalidInput, fault);
    const auto again = builtBody(read.request, read.model);
    if (!again)
        return fail(Error::Kind::InvalidInput, again.error().detail);
    read.isWhole = settled(*body).saysTheSame(settled(*again));
    return read;
}

} // namespace tollkeeper
