// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/simulator.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace tollkeeper::simulator {

//! Asks a Simulator without a socket.
class Asking {
public:
    explicit Asking(const QDateTime &start, quint64 seed = 7)
        : m_simulator(seed, start)
        , m_greeting(m_simulator.greeting(QString()))
        , m_keys(m_greeting[QStringLiteral("keys")].toObject())
    {
    }

    [[nodiscard]] const QJsonObject &greeting() const { return m_greeting; }

    //! `key` is a name of the ready line; empty sends no credential.
    Answer get(const QByteArray &target, const QString &key = {}) { return send("GET", target, key, {}); }

    Answer send(
        const QByteArray &method, const QByteArray &target, const QString &key, const QByteArray &body)
    {
        const auto mark = target.indexOf('?');
        Asked asked{.method = method, .path = mark < 0 ? target : target.left(mark), .body = body};
        if (mark >= 0)
            asked.query = target.mid(mark + 1);
        if (!key.isEmpty())
            asked.headers.emplace_back("Authorization", "Bearer " + text(key));
        return m_simulator.answer(asked);
    }

    Answer ask(const Asked &asked) { return m_simulator.answer(asked); }

    //! With a credential that is on no ring, such as a token of the panel.
    Answer post(const QByteArray &target, const QJsonObject &body, const QString &credential = {})
    {
        return send("POST", target, credential, QJsonDocument(body).toJson());
    }

    //! A QJsonValue, because [] on a temporary QJsonObject gives a reference into it.
    QJsonValue json(const QByteArray &target, const QString &key = {})
    {
        return QJsonDocument::fromJson(get(target, key).body).object();
    }

    QByteArray text(const QString &key) const
    {
        const auto found = m_keys[key];
        return found.isString() ? found.toString().toLatin1() : key.toLatin1();
    }

    void setClock(const QByteArray &now)
    {
        Q_UNUSED(send("POST", "/_control/clock", {}, "{\"now\":\"" + now + "\"}"));
    }

private:
    Simulator m_simulator;
    QJsonObject m_greeting;
    QJsonObject m_keys;
};

inline QJsonValue jsonOf(const Answer &answer)
{
    return QJsonDocument::fromJson(answer.body).object();
}

//! A JSON number of dollars in micro-dollars.
inline qint64 micros(const QJsonValue &value)
{
    return qRound64(value.toDouble() * 1e6);
}

//! Decimal text in micro-dollars.
inline qint64 microsOfText(const QJsonValue &value)
{
    return qRound64(value.toString().toDouble() * 1e6);
}

//! What the truth says a key of this name spent; -1 when it does not know the key.
inline qint64 keyTruth(const QJsonValue &truth, const QString &name)
{
    for (const auto &row : truth[QLatin1String("keys")].toArray()) {
        if (row[QLatin1String("name")] == name)
            return microsOfText(row[QLatin1String("amount")]);
    }
    return -1;
}

//! The requests of a key in a stretch of time, as they truly were.
inline QJsonArray requestTruth(
    Asking &asking, const QString &account, const QString &key, const QByteArray &from, const QByteArray &to)
{
    const auto told = asking.json(
        "/_control/requests?account=" + account.toUtf8().toPercentEncoding() + "&from=" + from + "&to=" + to);
    QJsonArray own;
    for (const auto &request : told[QLatin1String("requests")].toArray()) {
        if (request[QLatin1String("key")] == key)
            own.append(request);
    }
    return own;
}

//! The sum of their amounts, in micro-dollars.
inline qint64 sumOfRequests(const QJsonArray &requests)
{
    qint64 sum = 0;
    for (const auto &request : requests)
        sum += microsOfText(request[QLatin1String("amount")]);
    return sum;
}

//! The sum of an amount over rows, in micro-dollars.
inline qint64 sumOf(const QJsonArray &rows, const QString &field)
{
    qint64 sum = 0;
    for (const auto &row : rows)
        sum += micros(row[field]);
    return sum;
}

} // namespace tollkeeper::simulator
