// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/network_http_client.h"
#include "playground/network_playground_service.h"
#include "storage/account_repository.h"
#include "storage/storage.h"
#include "support/await.h"
#include "support/fake_clock.h"
#include "support/hostile_server.h"
#include "support/scripted_secret_store.h"
#include "support/temp_profile.h"

//! An account at a server that answers its posts from a list, the last answer again and again, and everything
//! it takes to send to it. Over real HTTP.
struct SendWorld {
    static inline const QByteArray Key = QByteArrayLiteral("sk-world-0123456789abcdef");

    explicit SendWorld(
        QList<HostileServer::Answer> script, const QString &gateway = QStringLiteral("openai-compatible"))
        : answers(std::move(script))
    {
        using namespace tollkeeper;
        Account one;
        one.gateway = gateway;
        one.name = QStringLiteral("Main");
        one.baseUrl = server.url(QString());
        one.secretName = QStringLiteral("own");
        one.addedAt = clock.now();
        secrets.kept.insert_or_assign(one.secretName, Secret::fromInput(Key)->copy());
        order.account
            = *storage.write([one](Database &database) { return AccountRepository(database).add(one); })
                   .result();
        order.model = QStringLiteral("acme/first");
        order.request.messages = {{ChatMessage::Role::User, QStringLiteral("Hi")}};
        order.policy.timeout = std::chrono::seconds(20);
        order.policy.firstWait = order.policy.longestWait = std::chrono::milliseconds(2);
    }

    [[nodiscard]] tollkeeper::Result<tollkeeper::PlaygroundRun> send()
    {
        return await(service.send(order, stop.get_token(), 7));
    }

    static HostileServer::Answer json(int status, const QByteArray &body, const QByteArray &fields = {})
    {
        return HostileServer::raw(
            HostileServer::plain(status, "Content-Type: application/json\r\n" + fields, body));
    }
    //! A stream of these data lines; complete with `end`.
    static HostileServer::Answer stream(const QByteArrayList &data, bool end = true)
    {
        QByteArray body = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n";
        for (const auto &line : data)
            body += "data: " + line + "\n\n";
        if (end)
            body += "data: [DONE]\n\n";
        return HostileServer::rawThenClose(body);
    }
    static QByteArray said(const QByteArray &text)
    {
        return R"({"id":"c1","object":"chat.completion.chunk","model":"acme/first","choices":[{"index":0,"delta":{"content":")"
            + text + R"("}}]})";
    }
    static QByteArray finished()
    {
        return QByteArrayLiteral(
            R"({"id":"c1","object":"chat.completion.chunk","model":"acme/first","choices":[{"index":0,"delta":{},"finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":2}})");
    }
    static HostileServer::Answer served(const QByteArray &model = QByteArrayLiteral("acme/first"))
    {
        return json(200,
            R"({"id":"c1","object":"chat.completion","model":")" + model
                + R"(","choices":[{"index":0,"message":{"role":"assistant","content":"Hello"},"finish_reason":"stop"}],"usage":{"prompt_tokens":3,"completion_tokens":2}})");
    }

    QList<HostileServer::Answer> answers;
    HostileServer server{[this](QTcpSocket *socket, const HostileServer::Request &request) {
        const auto at = std::min(server.seen().size(), answers.size()) - 1;
        answers.at(at)(socket, request);
    }};
    TempProfile profile;
    FakeClock clock{QDateTime({2026, 11, 18}, {12, 0}, Qt::UTC)};
    ScriptedSecretStore secrets;
    tollkeeper::NetworkHttpClient http;
    tollkeeper::Storage storage{profile.profile(), tollkeeper::Storage::Access::ReadWrite, QTimeZone::utc()};
    tollkeeper::NetworkPlaygroundService service{
        tollkeeper::PlaygroundPartners{http, secrets, storage, clock}};
    tollkeeper::SendOrder order;
    std::stop_source stop;
};
