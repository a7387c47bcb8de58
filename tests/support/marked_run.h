// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playground/playground_run.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

//! A run that failed once and was answered then, with a mark in whatever place somebody else fills in.
class MarkedRun {
public:
    //! Every place by its name.
    static QStringList places()
    {
        return {QStringLiteral("header"), QStringLiteral("header name"), QStringLiteral("cookie"),
            QStringLiteral("body"), QStringLiteral("body in body"), QStringLiteral("plain body"),
            QStringLiteral("message"), QStringLiteral("code"), QStringLiteral("provider"),
            QStringLiteral("evidence"), QStringLiteral("connection"), QStringLiteral("request id"),
            QStringLiteral("generation id"), QStringLiteral("upstream id"), QStringLiteral("served model"),
            QStringLiteral("served provider"), QStringLiteral("finish reason"), QStringLiteral("reason"),
            QStringLiteral("attempt model"), QStringLiteral("event"), QStringLiteral("event name")};
    }

    static tollkeeper::PlaygroundRun with(
        const QString &mark, const QString &place, const QString &prompt, const QString &answer)
    {
        using namespace tollkeeper;
        PlaygroundRun run;
        run.sent = {failed(prompt), served(prompt, answer)};
        put(run, place, mark);
        run.answer = run.sent.constLast().answer;
        run.answer.attempts = run.sent.constFirst().answer.attempts + run.answer.attempts;
        return run;
    }

    static QByteArray json(const QString &member, const QString &text)
    {
        return QJsonDocument(QJsonObject{{member, text}}).toJson(QJsonDocument::Compact);
    }

private:
    static tollkeeper::SentRequest posted(const QString &prompt)
    {
        using namespace tollkeeper;
        SentRequest sent;
        sent.model = QStringLiteral("acme/large");
        sent.startedAt = QDateTime({2026, 11, 18}, {12, 0, 0, 250}, Qt::UTC);
        sent.timings.total = std::chrono::milliseconds(1700);
        sent.timings.firstByte = std::chrono::milliseconds(900);
        sent.request.url = QUrl(QStringLiteral("https://gateway.test/v1/chat/completions"));
        sent.request.method = "POST";
        sent.request.body
            = QJsonDocument(QJsonObject{{QStringLiteral("model"), sent.model},
                                {QStringLiteral("messages"),
                                    QJsonArray{QJsonObject{{QStringLiteral("role"), QStringLiteral("user")},
                                        {QStringLiteral("content"), prompt}}}}})
                  .toJson(QJsonDocument::Compact);
        sent.request.headers.append("Accept", "text/event-stream, application/json");
        sent.headers.append("Date", "Wed, 18 Nov 2026 12:00:04 GMT");
        sent.headers.append("X-Request-Id", "req-1");
        return sent;
    }

    static tollkeeper::SentRequest failed(const QString &prompt)
    {
        using namespace tollkeeper;
        auto sent = posted(prompt);
        sent.body = R"({"error":{"message":"Overloaded","type":"overloaded_error"}})";
        auto &answer = sent.answer;
        answer.isError = true;
        answer.httpStatus = 529;
        answer.category = Category::Provider;
        answer.code = QStringLiteral("overloaded_error");
        answer.message = QStringLiteral("Overloaded");
        answer.evidence = {{Evidence::Kind::BodyCode, answer.code, QStringLiteral("error.type")}};
        answer.ids.request = {QStringLiteral("req-1")};
        answer.ids.generation = QStringLiteral("gen-1");
        Attempt attempt;
        attempt.origin = AttemptOrigin::Client;
        attempt.model = sent.model;
        attempt.status = 529;
        attempt.reason = answer.message;
        answer.attempts = {attempt};
        return sent;
    }

    static tollkeeper::SentRequest served(const QString &prompt, const QString &text)
    {
        using namespace tollkeeper;
        auto sent = posted(prompt);
        sent.body = json(QStringLiteral("content"), text);
        sent.events.first
            = {{std::chrono::milliseconds(5), {}, QString::fromUtf8(json(QStringLiteral("delta"), text))}};
        sent.events.total = 1;
        sent.answer.text = text;
        sent.answer.httpStatus = 200;
        sent.answer.stream.isStream = true;
        sent.answer.stream.events = 1;
        return sent;
    }

    static void put(tollkeeper::PlaygroundRun &run, const QString &place, const QString &mark)
    {
        using namespace tollkeeper;
        auto &sent = run.sent.first();
        auto &answer = sent.answer;
        auto &attempt = answer.attempts.first();
        const auto said = QStringLiteral("it says %1, it does").arg(mark);
        const auto is = [&place](const char *name) { return place == QLatin1String(name); };
        if (is("header"))
            sent.headers.append("X-Echo", said.toUtf8());
        else if (is("header name"))
            sent.headers.append("X-" + mark.toLatin1().simplified().replace(' ', '-'), "1");
        else if (is("cookie"))
            sent.headers.append("Set-Cookie", "session=" + mark.toUtf8());
        else if (is("body"))
            sent.body = QJsonDocument(
                QJsonObject{{QStringLiteral("error"), QJsonObject{{QStringLiteral("message"), said}}}})
                            .toJson();
        else if (is("body in body"))
            sent.body = json(QStringLiteral("raw"), QString::fromUtf8(json(QStringLiteral("error"), said)));
        else if (is("plain body"))
            sent.body = said.toUtf8();
        else if (is("message"))
            answer.message = said;
        else if (is("code"))
            answer.code = mark;
        else if (is("provider"))
            answer.provider = mark;
        else if (is("evidence"))
            answer.evidence.first().what = said;
        else if (is("connection"))
            sent.problem = Error{.kind = Error::Kind::Network, .detail = said};
        else if (is("request id"))
            answer.ids.request = {mark};
        else if (is("generation id"))
            answer.ids.generation = mark;
        else if (is("upstream id"))
            answer.ids.upstream = mark;
        else if (is("served model"))
            answer.servedModel = mark;
        else if (is("served provider"))
            answer.servedProvider = mark;
        else if (is("finish reason"))
            answer.finishReason = mark;
        else if (is("reason"))
            attempt.reason = said;
        else if (is("attempt model"))
            attempt.model = mark;
        else if (!place.isEmpty())
            putEvent(run.sent.last(), is("event name"), mark);
    }

    static void putEvent(tollkeeper::SentRequest &sent, bool isName, const QString &mark)
    {
        const auto error = QJsonObject{{QStringLiteral("message"), isName ? QStringLiteral("x") : mark}};
        const auto data = QJsonDocument(QJsonObject{{QStringLiteral("error"), error}}).toJson();
        sent.events.last.append(
            {std::chrono::milliseconds(7), isName ? mark : QStringLiteral("error"), QString::fromUtf8(data)});
        sent.events.total += 1;
    }
};
