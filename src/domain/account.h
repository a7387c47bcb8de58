// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "base/id.h"

#include <QDateTime>
#include <QLatin1StringView>
#include <QString>
#include <QUrl>

#include <optional>

namespace tollkeeper {

//! How fresh an account's figures are and why. The words are those of `tollkeeperctl poll --json`.
enum class AccountState : std::uint8_t {
    NeverPolled,
    Ok,
    Stale, //!< it answered, but not usably; the old figures stay with their age
    Refused, //!< key or permission
    Slowed, //!< rate limited
    Unreachable,
    Locked, //!< its key lies in a locked or absent keychain
};

[[nodiscard]] QLatin1StringView toText(AccountState state);
[[nodiscard]] AccountState accountStateFromText(QStringView text);
//! Which state an account is in after a poll that failed this way.
[[nodiscard]] AccountState stateAfter(const Error &error);

//! What a key may do at its gateway, as the gateway itself says.
enum class KeyRole : std::uint8_t { Unknown, Ordinary, Management };
[[nodiscard]] QLatin1StringView toText(KeyRole role);
[[nodiscard]] KeyRole keyRoleFromText(QStringView text);

//! Whether a person is logged in at the gateway's panel besides the key.
enum class PanelState : std::uint8_t {
    None, //!< never, or logged out
    LoggedIn,
    LoginNeeded, //!< the session is over; the key goes on alone
};
[[nodiscard]] QLatin1StringView toText(PanelState state);

//! One login at one gateway.
struct Account {
    AccountId id;
    QString gateway; //!< name of the gateway kind, such as "openrouter"
    QString name; //!< what the person calls it; unique in the profile
    QUrl baseUrl;
    KeyRole role = KeyRole::Unknown;
    QString secretName; //!< random; the "user" of its keychain entry
    QString maskedKey; //!< safe to show
    bool tellsSpend = true; //!< false: takes part in totals as "at least"
    QDateTime addedAt; //!< UTC
    std::optional<QDateTime> removedAt; //!< its history stays
    QString panelUser = {}; //!< e-mail of the panel login; empty: none
    QString panelSecretName = {}; //!< random; keychain entry of its refresh token; empty: the session is over

    [[nodiscard]] PanelState panel() const
    {
        if (panelUser.isEmpty())
            return PanelState::None;
        return panelSecretName.isEmpty() ? PanelState::LoginNeeded : PanelState::LoggedIn;
    }
};

//! What the last polls of an account came to.
struct AccountHealth {
    AccountState state = AccountState::NeverPolled;
    std::optional<QDateTime> fetchedAt; //!< UTC; the last poll that counted
    std::optional<QDateTime> triedAt; //!< UTC
    std::optional<QDateTime> failingSince; //!< UTC
    int failures = 0; //!< polls in a row without usable answer
    std::optional<Error> problem; //!< of the last poll
};

} // namespace tollkeeper
