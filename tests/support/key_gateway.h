// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/hostile_server.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <functional>
#include <optional>

namespace key_double {

using namespace Qt::Literals::StringLiterals;

inline QString hashOf(const QByteArray &secret)
{
    return QString::fromLatin1(QCryptographicHash::hash(secret, QCryptographicHash::Sha256).toHex());
}

//! A gateway with keys, on a loopback port: it names them by their hash and does with each request what the
//! test says.
class KeyGateway {
public:
    struct Key {
        QByteArray secret;
        QString name;
        QString limit = {}; //!< dollars; empty: none
        bool isDisabled = false;
    };
    enum class Mood : std::uint8_t {
        Well,
        Refuses, //!< 403, nothing done
        Fails, //!< 502, nothing done
        Loses, //!< done, and the connection closed without an answer
        LosesBoth, //!< not done, and no answer
        StaysSilent, //!< done, and no answer, ever
        Ignores, //!< says it is done; nothing is
        Babbles, //!< done, and answers with a page
        IsGone, //!< 404, nothing done
    };

    QByteArray management = "sk-test-management-0001";
    QList<Key> keys;
    QString madeAt = u"2026-06-18T09:00:00Z"_s; //!< of every key
    //! By the beginning of the request line, "PATCH /keys"; the first that fits.
    QList<std::pair<QByteArray, Mood>> moods;
    std::function<void(const QByteArray &line)> beforeAnswer; //!< of every request

    [[nodiscard]] QUrl url() const { return m_server.url(u""_s); }
    [[nodiscard]] Key *byName(const QString &name)
    {
        const auto found = std::ranges::find(keys, name, &Key::name);
        return found == keys.end() ? nullptr : &*found;
    }
    [[nodiscard]] Key *byHash(const QString &hash)
    {
        const auto found
            = std::ranges::find_if(keys, [&hash](const Key &key) { return hashOf(key.secret) == hash; });
        return found == keys.end() ? nullptr : &*found;
    }
    [[nodiscard]] bool accepts(const QByteArray &secret) const
    {
        return std::ranges::any_of(
            keys, [&secret](const Key &key) { return key.secret == secret && !key.isDisabled; });
    }
    //! How many requests began that way.
    [[nodiscard]] qsizetype count(const QByteArray &begin) const
    {
        return std::ranges::count_if(m_server.seen(),
            [&begin](const HostileServer::Request &request) { return request.line().startsWith(begin); });
    }
    [[nodiscard]] int mostInFlight() const { return m_mostInFlight; }

private:
    static QByteArray json(const QJsonObject &object)
    {
        return HostileServer::plain(
            200, "Content-Type: application/json\r\n", QJsonDocument(object).toJson(QJsonDocument::Compact));
    }
    static QByteArray refusal(int status, const QByteArray &text)
    {
        return HostileServer::plain(
            status, "Content-Type: application/json\r\n", R"({"error":{"message":")" + text + R"("}})");
    }
    [[nodiscard]] QJsonObject factsOf(const Key &key) const
    {
        return {{u"hash"_s, hashOf(key.secret)}, {u"name"_s, key.name}, {u"limit"_s, key.limit},
            {u"disabled"_s, key.isDisabled}, {u"created"_s, madeAt}};
    }
    static QByteArray bearerOf(const HostileServer::Request &request)
    {
        for (const auto &line : request.head.split('\n')) {
            if (line.toLower().startsWith("authorization: bearer "))
                return line.mid(22).trimmed();
        }
        return {};
    }

    QByteArray make(const QJsonObject &body)
    {
        keys.append({"sk-test-made-" + QByteArray::number(++m_made).rightJustified(8, '0'),
            body[u"name"_s].toString(), body[u"limit"_s].toString()});
        auto answer = factsOf(keys.constLast());
        answer.insert(u"secret"_s, QString::fromLatin1(keys.constLast().secret));
        return json(answer);
    }
    QByteArray change(Key &key, const QJsonObject &body)
    {
        key.name = body[u"name"_s].toString(key.name);
        key.limit = body[u"limit"_s].toString(key.limit);
        key.isDisabled = body[u"disabled"_s].toBool(key.isDisabled);
        return json(factsOf(key));
    }
    QByteArray list()
    {
        QJsonArray all;
        for (const auto &key : keys)
            all.append(factsOf(key));
        return json({{u"keys"_s, all}});
    }
    QByteArray done(const QByteArray &method, const QString &path, const HostileServer::Request &request)
    {
        const auto bearer = bearerOf(request);
        if (path == u"/me"_s)
            return accepts(bearer) || bearer == management ? json({{u"ok"_s, true}})
                                                           : refusal(401, "no such key");
        if (bearer != management && !accepts(bearer))
            return refusal(401, "no such key");
        const auto body = QJsonDocument::fromJson(request.body).object();
        if (path == u"/keys"_s)
            return method == "POST" ? make(body) : list();
        auto *key = byHash(path.section(u'/', -1));
        if (!key)
            return refusal(404, "key not found");
        if (method == "PATCH")
            return change(*key, body);
        if (method == "DELETE") {
            keys.removeAt(key - keys.data());
            return json({{u"deleted"_s, true}});
        }
        return json(factsOf(*key));
    }
    [[nodiscard]] Mood moodFor(const QByteArray &line) const
    {
        for (const auto &[begin, mood] : moods) {
            if (line.startsWith(begin))
                return mood;
        }
        return Mood::Well;
    }

    void answer(QTcpSocket *socket, const HostileServer::Request &request)
    {
        const auto line = request.line();
        m_mostInFlight = std::max(m_mostInFlight, m_server.open());
        if (beforeAnswer)
            beforeAnswer(line);
        const auto words = line.split(' ');
        const auto mood = moodFor(line);
        if (mood == Mood::Refuses)
            return (void)socket->write(refusal(403, "not allowed"));
        if (mood == Mood::Fails)
            return (void)socket->write(refusal(502, "bad gateway"));
        if (mood == Mood::IsGone)
            return (void)socket->write(refusal(404, "key not found"));
        if (mood == Mood::LosesBoth)
            return socket->disconnectFromHost();
        const auto before = keys;
        const auto answer
            = done(words.value(0), QString::fromLatin1(words.value(1).split('?').constFirst()), request);
        if (mood == Mood::Ignores)
            keys = before;
        if (mood == Mood::StaysSilent)
            return;
        if (mood == Mood::Loses)
            return socket->disconnectFromHost();
        socket->write(mood == Mood::Babbles
                ? HostileServer::plain(200, "Content-Type: text/html\r\n", "<html>hello</html>")
                : answer);
    }

    int m_made = 0;
    int m_mostInFlight = 0;
    HostileServer m_server{
        [this](QTcpSocket *socket, const HostileServer::Request &request) { answer(socket, request); }};
};

} // namespace key_double

using key_double::KeyGateway;
