// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/scripted_http.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <functional>
#include <optional>

namespace panel_double {

using namespace Qt::Literals::StringLiterals;

//! sub2api with a panel, as an HttpClient: one person, one key, refresh tokens that work once and end the
//! session when they come again. Remembers what it was asked and which secrets it was shown.
class FakePanel final : public tollkeeper::HttpClient {
public:
    using Response = tollkeeper::Result<tollkeeper::HttpResponse>;

    QByteArray key = "sk-own-key-0123456789abcdef";
    QByteArray password = "hunter two";
    QString code; //!< of the second factor; empty: none wanted
    QJsonObject settings{{u"version"_s, u"0.1.120"_s}};
    qint64 life = 3600; //!< seconds of an access token
    QStringList asked; //!< "POST /api/v1/auth/login"
    QByteArrayList bodies; //!< as a connector built them, without their secrets
    QSet<QByteArray> loggedOut; //!< refresh tokens
    //! Answers in its place, after it has done what it was asked; nullopt: its own answer.
    std::function<std::optional<Response>(const tollkeeper::HttpRequest &)> instead;

    [[nodiscard]] QByteArray newestRefresh() const { return m_newest; }
    [[nodiscard]] qsizetype count(const QString &line) const { return asked.count(line); }
    //! Every access token is refused from now on, as after a change of address.
    void forgetAccess() { m_access.clear(); }
    void endSessions()
    {
        m_access.clear();
        m_fresh.clear();
    }

    tollkeeper::Async<tollkeeper::HttpResponse> send(tollkeeper::HttpRequest request) override
    {
        asked.append(QString::fromLatin1(request.method) + u' ' + request.url.path());
        bodies.append(request.body);
        auto pause = QCoro::sleepFor(std::chrono::milliseconds(2));
        co_await pause;
        Response answer = answerTo(request);
        if (instead) {
            if (auto other = instead(request))
                answer = *std::move(other);
        }
        co_return answer;
    }

    static tollkeeper::HttpResponse ok(const QJsonObject &data)
    {
        return ScriptedHttp::json(
            QJsonDocument(QJsonObject{{u"code"_s, 0}, {u"data"_s, data}}).toJson(QJsonDocument::Compact));
    }
    static tollkeeper::HttpResponse refusal(int status, const QString &reason)
    {
        const QJsonObject body{{u"code"_s, status}, {u"message"_s, u"no"_s}, {u"reason"_s, reason}};
        return ScriptedHttp::json(QJsonDocument(body).toJson(QJsonDocument::Compact), status);
    }

private:
    static QByteArray shown(const tollkeeper::HttpRequest &request, const QByteArray &field)
    {
        for (const auto &[name, secret] : request.secretFields) {
            if (name == field)
                return secret->reveal();
        }
        return {};
    }

    tollkeeper::HttpResponse pair()
    {
        const auto number = QByteArray::number(++m_issued);
        m_newest = "refresh-token-" + number;
        m_fresh.insert(m_newest);
        m_access.insert("access-token-" + number);
        return ok({{u"access_token"_s, QString::fromLatin1("access-token-" + number)},
            {u"refresh_token"_s, QString::fromLatin1(m_newest)}, {u"expires_in"_s, life}});
    }

    tollkeeper::HttpResponse login(const tollkeeper::HttpRequest &request)
    {
        if (shown(request, "password") != password)
            return refusal(401, u"INVALID_CREDENTIALS"_s);
        return code.isEmpty() ? pair()
                              : ok({{u"requires_2fa"_s, true}, {u"temp_token"_s, u"temporary-token"_s}});
    }

    tollkeeper::HttpResponse secondFactor(const tollkeeper::HttpRequest &request)
    {
        const auto given = QJsonDocument::fromJson(request.body).object().value(u"totp_code"_s).toString();
        const bool isRight = shown(request, "temp_token") == "temporary-token" && given == code;
        return isRight ? pair() : refusal(400, u"TOTP_INVALID_CODE"_s);
    }

    tollkeeper::HttpResponse renewal(const tollkeeper::HttpRequest &request)
    {
        const auto token = shown(request, "refresh_token");
        if (m_fresh.remove(token))
            return pair();
        endSessions();
        return refusal(401, u"REFRESH_TOKEN_REUSED"_s);
    }

    tollkeeper::HttpResponse keyUsage(const tollkeeper::HttpRequest &request) const
    {
        if (!request.credential || request.credential->reveal() != key)
            return refusal(401, u"INVALID_API_KEY"_s);
        return ScriptedHttp::json(R"({"mode":"unrestricted","isValid":true,"balance":5,
            "daily_usage":[{"date":"2026-06-18","actual_cost":2}]})");
    }

    tollkeeper::HttpResponse withSession(const tollkeeper::HttpRequest &request) const
    {
        if (!request.credential || !m_access.contains(request.credential->reveal()))
            return refusal(401, u"TOKEN_EXPIRED"_s);
        const auto path = request.url.path();
        if (path == u"/api/v1/keys"_s)
            return list(
                {QJsonObject{{u"id"_s, 7}, {u"key"_s, QString::fromLatin1(key)}, {u"name"_s, u"shop"_s}},
                    QJsonObject{{u"id"_s, 8}, {u"key"_s, u"sk-other-key-fedcba9876543210"_s},
                        {u"name"_s, u"batch"_s}}});
        if (path == u"/api/v1/usage"_s)
            return list({row(2, 8, 3), row(1, 7, 2)});
        return path == u"/api/v1/auth/me"_s ? ok({{u"balance"_s, 5}}) : refusal(404, u"NOT_FOUND"_s);
    }

    static QJsonObject row(int id, int keyId, int cost)
    {
        return {{u"id"_s, id}, {u"api_key_id"_s, keyId}, {u"request_id"_s, u"client:%1"_s.arg(id)},
            {u"model"_s, u"alpha"_s}, {u"actual_cost"_s, cost},
            {u"created_at"_s, u"2026-06-18T08:0%1:00Z"_s.arg(id)}};
    }

    static tollkeeper::HttpResponse list(const QJsonArray &items)
    {
        return ok({{u"items"_s, items}, {u"total"_s, items.size()}, {u"page_size"_s, 1000}});
    }

    tollkeeper::HttpResponse answerTo(const tollkeeper::HttpRequest &request)
    {
        const auto path = request.url.path();
        if (path == u"/api/v1/settings/public"_s)
            return ok(settings);
        if (path == u"/api/v1/auth/login"_s)
            return login(request);
        if (path == u"/api/v1/auth/login/2fa"_s)
            return secondFactor(request);
        if (path == u"/api/v1/auth/refresh"_s)
            return renewal(request);
        if (path == u"/api/v1/auth/logout"_s) {
            loggedOut.insert(shown(request, "refresh_token"));
            return ok({});
        }
        return path == u"/v1/usage"_s ? keyUsage(request) : withSession(request);
    }

    QSet<QByteArray> m_access;
    QSet<QByteArray> m_fresh; //!< refresh tokens that were not used yet
    QByteArray m_newest;
    int m_issued = 0;
};

} // namespace panel_double

using panel_double::FakePanel;
