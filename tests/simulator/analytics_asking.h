// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/asking.h"

namespace tollkeeper::simulator {

inline const QDateTime Thursday{QDate(2026, 6, 18), QTime(11, 0), Qt::UTC};
inline const QString Team = QStringLiteral("openrouter_team");
inline const QByteArray Api = "/openrouter/api/v1";

//! The member time_range of a query.
inline QByteArray range(const QByteArray &from, const QByteArray &to)
{
    return QByteArray(R"("time_range":{"start":"FROM","end":"TO"})").replace("FROM", from).replace("TO", to);
}

inline const QByteArray Today = range("2026-06-18T00:00:00Z", "2026-06-19T00:00:00Z");
inline const QByteArray Tuesday = range("2026-06-16T00:00:00Z", "2026-06-17T00:00:00Z");

//! Asks POST /analytics/query; `members` is what stands between the braces of the body.
inline Answer sendQuery(Asking &asking, const QByteArray &members, const QString &key = Team)
{
    return asking.send("POST", Api + "/analytics/query", key, '{' + members + '}');
}

//! The object in `data` of an answer.
inline QJsonObject told(Asking &asking, const QByteArray &members)
{
    const auto answer = sendQuery(asking, members);
    if (answer.status != 200)
        qFatal("%s", answer.body.constData());
    return QJsonDocument::fromJson(answer.body)[QStringLiteral("data")].toObject();
}

inline QJsonArray rowsOf(Asking &asking, const QByteArray &members)
{
    return told(asking, members)[QStringLiteral("data")].toArray();
}

//! The member filters with one filter, after a comma.
inline QByteArray filter(const QByteArray &field, const QByteArray &operation, const QByteArray &value)
{
    return QByteArray(R"(,"filters":[{"field":"FIELD","operator":"OPERATOR","value":VALUE}])")
        .replace("FIELD", field)
        .replace("OPERATOR", operation)
        .replace("VALUE", value);
}

} // namespace tollkeeper::simulator
