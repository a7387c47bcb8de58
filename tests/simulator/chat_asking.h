// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/asking.h"

namespace tollkeeper::simulator {

//! Where a model can be asked, and how.
struct ChatPlace {
    QByteArray base = {}; //!< up to the protocol's own path
    QString protocol = {}; //!< "chat", "responses", "messages", "gemini"
    QString key = {};
    QString model = {}; //!< one of the catalogue

    [[nodiscard]] QByteArray target(const QString &asked, bool stream) const
    {
        if (protocol != QLatin1String("gemini"))
            return base;
        return base + asked.toUtf8() + (stream ? ":streamGenerateContent?alt=sse" : ":generateContent");
    }

    //! `more` goes into the body.
    [[nodiscard]] QJsonObject body(const QString &asked, bool stream, const QJsonObject &more = {}) const
    {
        const QJsonObject message{{QStringLiteral("role"), QStringLiteral("user")},
            {QStringLiteral("content"), QStringLiteral("Where are the pallets?")}};
        QJsonObject body = more;
        if (protocol == QLatin1String("gemini")) {
            const QJsonObject part{{QStringLiteral("text"), QStringLiteral("Where are the pallets?")}};
            const QJsonObject content{{QStringLiteral("parts"), QJsonArray{part}}};
            body[QStringLiteral("contents")] = QJsonArray{content};
            return body;
        }
        const bool isInput = protocol == QLatin1String("responses");
        body[isInput ? QStringLiteral("input") : QStringLiteral("messages")] = QJsonArray{message};
        body[QStringLiteral("model")] = asked;
        if (protocol == QLatin1String("messages") && !body.contains(QStringLiteral("max_tokens")))
            body[QStringLiteral("max_tokens")] = 4000;
        if (stream)
            body[QStringLiteral("stream")] = true;
        return body;
    }
};

inline Answer askModel(Asking &asking, const ChatPlace &place, const QString &model, bool stream = false,
    const QJsonObject &more = {}, const HeaderList &headers = {})
{
    const auto target = place.target(model, stream);
    const auto mark = target.indexOf('?');
    Asked asked{.method = "POST",
        .path = mark < 0 ? target : target.left(mark),
        .query = mark < 0 ? QByteArray() : target.mid(mark + 1),
        .headers = headers,
        .body = QJsonDocument(place.body(model, stream, more)).toJson()};
    if (!place.key.isEmpty())
        asked.headers.emplace_back("Authorization", "Bearer " + asking.text(place.key));
    return asking.ask(asked);
}

//! All values of a header, in order.
inline QList<QByteArray> headersOf(const Answer &answer, QByteArrayView name)
{
    QList<QByteArray> values;
    for (const auto &[key, value] : answer.headers) {
        if (key.compare(name, Qt::CaseInsensitive) == 0)
            values.append(value);
    }
    return values;
}

struct StreamEvent {
    QByteArray name = {};
    QByteArray raw = {};
    QJsonValue data = {}; //!< undefined for [DONE]
};

//! The events of a stream; comments are left out.
inline QList<StreamEvent> eventsOf(const QByteArray &body)
{
    QList<StreamEvent> events;
    QByteArray text = body;
    text.replace("\r\n", "\n");
    StreamEvent event;
    for (const auto &line : text.split('\n')) {
        if (line.isEmpty()) {
            if (!event.raw.isEmpty())
                events.append(event);
            event = {};
        } else if (line.startsWith("event: ")) {
            event.name = line.mid(7);
        } else if (line.startsWith("data: ")) {
            event.raw = line.mid(6);
            const auto document = QJsonDocument::fromJson(event.raw);
            event.data
                = document.isObject() ? QJsonValue(document.object()) : QJsonValue(QJsonValue::Undefined);
        }
    }
    return events;
}

//! The text of a whole answer.
inline QString textOf(const QString &protocol, const QJsonValue &body)
{
    if (protocol == QLatin1String("chat"))
        return body[QLatin1String("choices")][0][QLatin1String("message")][QLatin1String("content")]
            .toString();
    QString text;
    if (protocol == QLatin1String("gemini")) {
        const auto parts
            = body[QLatin1String("candidates")][0][QLatin1String("content")][QLatin1String("parts")];
        for (const auto &part : parts.toArray())
            text += part[QLatin1String("thought")].toBool() ? QString()
                                                            : part[QLatin1String("text")].toString();
        return text;
    }
    if (protocol == QLatin1String("responses")) {
        for (const auto &item : body[QLatin1String("output")].toArray())
            text += item[QLatin1String("content")][0][QLatin1String("text")].toString();
        return text;
    }
    for (const auto &block : body[QLatin1String("content")].toArray())
        text += block[QLatin1String("text")].toString();
    return text;
}

//! The text a stream's pieces add up to.
inline QString streamedText(const QString &protocol, const QList<StreamEvent> &events)
{
    QString text;
    for (const auto &event : events) {
        if (protocol == QLatin1String("chat"))
            text += event.data[QLatin1String("choices")][0][QLatin1String("delta")][QLatin1String("content")]
                        .toString();
        else if (protocol == QLatin1String("gemini"))
            text += textOf(protocol, event.data);
        else if (event.name == "response.output_text.delta")
            text += event.data[QLatin1String("delta")].toString();
        else if (event.name == "content_block_delta")
            text += event.data[QLatin1String("delta")][QLatin1String("text")].toString();
    }
    return text;
}

//! Whether a stream's last event is the one that says it is complete.
inline bool isComplete(const QString &protocol, const QList<StreamEvent> &events)
{
    if (events.isEmpty())
        return false;
    const auto &last = events.last();
    if (protocol == QLatin1String("chat"))
        return last.raw == "[DONE]";
    if (protocol == QLatin1String("responses"))
        return last.name == "response.completed" || last.name == "response.incomplete";
    if (protocol == QLatin1String("messages"))
        return last.name == "message_stop";
    return last.data[QLatin1String("candidates")][0][QLatin1String("finishReason")].isString();
}

//! Every place and protocol there is, by name.
inline const QList<std::pair<QByteArray, ChatPlace>> &chatPlaces()
{
    const auto s = [](const char *text) { return QString::fromLatin1(text); };
    static const QList<std::pair<QByteArray, ChatPlace>> all{
        {"OpenRouter chat",
            {"/openrouter/api/v1/chat/completions", s("chat"), s("openrouter_team_dispatch"),
                s("openai/gpt-5")}},
        {"OpenRouter responses",
            {"/openrouter/api/v1/responses", s("responses"), s("openrouter_team_dispatch"),
                s("openai/gpt-5")}},
        {"OpenRouter messages",
            {"/openrouter/api/v1/messages", s("messages"), s("openrouter_team_dispatch"), s("openai/gpt-5")}},
        {"ToRouter chat", {"/torouter/v1/chat/completions", s("chat"), s("torouter_team"), s("gpt-5")}},
        {"ToRouter below /api",
            {"/torouter/api/v1/chat/completions", s("chat"), s("torouter_team"), s("gpt-5")}},
        {"ToRouter responses", {"/torouter/v1/responses", s("responses"), s("torouter_team"), s("gpt-5")}},
        {"ToRouter messages",
            {"/torouter/v1/messages", s("messages"), s("torouter_team"), s("claude-sonnet-4.5")}},
        {"ToRouter gemini", {"/torouter/v1beta/models/", s("gemini"), s("torouter_team"), s("gpt-5")}},
        {"sub2api chat", {"/sub2api/v1/chat/completions", s("chat"), s("sub2api_agents"), s("gpt-5")}},
        {"sub2api responses", {"/sub2api/v1/responses", s("responses"), s("sub2api_agents"), s("gpt-5")}},
        {"sub2api messages",
            {"/sub2api/v1/messages", s("messages"), s("sub2api_agents"), s("claude-opus-4.7")}},
        {"sub2api gemini", {"/sub2api/v1beta/models/", s("gemini"), s("sub2api_agents"), s("gpt-5")}},
        {"Chuizi chat",
            {"/chuizi/v1/chat/completions", s("chat"), s("chuizi_new"), s("anthropic/claude-sonnet-4.5")}},
        {"Chuizi messages",
            {"/chuizi/anthropic/v1/messages", s("messages"), s("chuizi_new"),
                s("anthropic/claude-sonnet-4.5")}},
        {"Chuizi gemini",
            {"/chuizi/gemini/v1beta/models/", s("gemini"), s("chuizi_new"), s("google/gemini-2.5-flash")}},
        {"Chuizi of old", {"/chuizi/v1/chat/completions", s("chat"), s("chuizi_old_a"), s("openai/gpt-5")}},
        {"LiteLLM", {"/litellm/v1/chat/completions", s("chat"), s("litellm_web"), s("gpt-5-mini")}},
        {"new-api", {"/newapi/v1/chat/completions", s("chat"), s("newapi"), s("gpt-5-mini")}},
        {"OpenAI", {"/openai/v1/chat/completions", s("chat"), s("openai"), s("gpt-5-mini")}},
    };
    return all;
}

inline const ChatPlace &chatPlace(const QByteArray &name)
{
    for (const auto &[known, place] : chatPlaces()) {
        if (known == name)
            return place;
    }
    Q_UNREACHABLE();
}

} // namespace tollkeeper::simulator
