// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <map>
#include <mutex>
#include <optional>
#include <set>
#include <tl/expected.hpp>

namespace tollkeeper::simulator {

//! The one person who can log in to the simulator's panel. Invented; these are no secrets.
struct PanelUser {
    QString email = {};
    QString password = {};
    QByteArray totpSecret = {}; //!< raw bytes
};

struct TokenPair {
    QByteArray access = {};
    QByteArray refresh = {};
};

//! Why the panel's login says no.
struct PanelRefusal {
    int status = 401;
    QString reason = {}; //!< empty where the panel gives none
    QString message = {};
};

//! Who is logged in to the panel: the steps of a login, access tokens of a day, refresh tokens that may be
//! used once. All moments are UTC and the caller's. Thread-safe.
class PanelSessions {
public:
    static constexpr int AccessSeconds = 24 * 60 * 60;

    explicit PanelSessions(quint64 seed);

    //! Stays as it is; safe from any thread.
    [[nodiscard]] const PanelUser &user() const { return m_user; }

    //! The first step: a token for the second one.
    [[nodiscard]] tl::expected<QByteArray, PanelRefusal> begin(
        const QString &email, const QString &password, const QDateTime &now);
    //! The second step, with the code of an authenticator. Five wrong codes lock it for a quarter of an hour.
    [[nodiscard]] tl::expected<TokenPair, PanelRefusal> finish(
        const QByteArray &temporary, const QByteArray &code, const QDateTime &now);
    //! A new pair for a refresh token. One that was used already ends its whole session.
    [[nodiscard]] tl::expected<TokenPair, PanelRefusal> refresh(
        const QByteArray &token, const QDateTime &now);
    //! Ends the session of a refresh token, if there is one.
    void end(const QByteArray &refreshToken);
    //! What is wrong with an access token; nothing when it opens the panel.
    [[nodiscard]] std::optional<PanelRefusal> refusalOf(const QByteArray &access, const QDateTime &now) const;

private:
    struct Token {
        quint64 session = 0;
        QDateTime expires = {};
        bool used = false;
    };
    using Tokens = std::map<QByteArray, Token>;

    [[nodiscard]] TokenPair issue(quint64 session, const QDateTime &now);
    [[nodiscard]] QByteArray letters(int count);
    [[nodiscard]] bool isLocked(const QDateTime &now) const;

    const quint64 m_seed;
    const PanelUser m_user;
    mutable std::mutex m_mutex;
    quint64 m_drawn = 0;
    quint64 m_sessions = 0;
    Tokens m_temporary;
    Tokens m_access;
    Tokens m_refresh;
    std::set<quint64> m_ended; //!< sessions
    int m_wrongCodes = 0;
    QDateTime m_lastWrongCode;
};

} // namespace tollkeeper::simulator
