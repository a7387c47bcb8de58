// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/connector_run.h"

#include <QHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QUrlQuery>

//! A management account that answers from a script. A route is the last word of the path, with what it is
//! asked about behind it: "keys", "keys/workspace-1", "activity", "activity/hash-1", "query/model".
class ScriptedAccount {
public:
    ScriptedAccount()
    {
        on("key", R"({"data":{"usage":0,"is_management_key":true}})");
        refuse("workspaces", 404);
        on("keys", R"({"data":[]})");
        on("credits", R"({"data":{"total_credits":10,"total_usage":4}})");
        on("activity", R"({"data":[]})");
        on("query/model", R"({"data":{"data":[],"metadata":{"truncated":false}}})");
        on("query/provider", R"({"data":{"data":[],"metadata":{"truncated":false}}})");
        on("models", R"({"data":[]})");
    }

    void on(const char *route, const QByteArray &body)
    {
        m_script.insert(QLatin1StringView(route), jsonAnswer(body));
    }
    void refuse(const char *route, int status)
    {
        m_script.insert(QLatin1StringView(route), refusedAnswer(status));
    }

    //! "name" and "hash" of a key are the same word; amounts in dollars, as the gateway sends them.
    static QByteArray keys(const QList<std::pair<QString, QJsonObject>> &spend)
    {
        QJsonArray rows;
        for (const auto &[name, fields] : spend) {
            QJsonObject row{{QStringLiteral("hash"), name}, {QStringLiteral("name"), name}};
            for (auto field = fields.begin(); field != fields.end(); ++field)
                row.insert(field.key(), *field);
            rows.append(row);
        }
        return QJsonDocument(QJsonObject{{QStringLiteral("data"), rows}}).toJson();
    }

    tollkeeper::HttpResponse operator()(const tollkeeper::HttpRequest &request) const
    {
        const QUrlQuery query(request.url);
        const auto name = request.url.path().section(QLatin1Char('/'), -1);
        if (query.queryItemValue(QStringLiteral("offset")).toInt() > 0)
            return jsonAnswer(R"({"data":[]})");
        QString about = query.queryItemValue(QStringLiteral("workspace_id"))
            + query.queryItemValue(QStringLiteral("api_key_hash"));
        if (name == QLatin1StringView("query"))
            about = QJsonDocument::fromJson(request.body)[QLatin1StringView("dimensions")][1].toString();
        const auto route = about.isEmpty() ? name : name + QLatin1Char('/') + about;
        return m_script.value(route, refusedAnswer(404));
    }

private:
    QHash<QString, tollkeeper::HttpResponse> m_script;
};
