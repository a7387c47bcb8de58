// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "base/secret.h"
#include "domain/account.h"
#include "domain/poll_facts.h"

#include <QObject>
#include <QStringList>

#include <memory>

namespace tollkeeper {

//! A kind of gateway as a person chooses it.
struct GatewayChoice {
    QString kind; //!< "openrouter"
    QString displayName; //!< "OpenRouter"
    QUrl defaultBaseUrl; //!< empty: an address must be typed
    QStringList canTell; //!< translated, in the order shown
    QStringList cannotTell;
};

//! Where an account's key is kept.
enum class SecretPlace : std::uint8_t {
    Keychain,
    Session, //!< in memory until the program ends, where there is no keychain
};

//! What a person typed about an account to add; the key comes beside it, never in it.
struct NewAccount {
    QString gateway;
    QString name; //!< 1 to 80 characters, unique in the profile
    QUrl baseUrl = {}; //!< empty: the gateway's own
    //! Not empty: the key stays in this environment variable and is never written anywhere; for servers
    //! without a keychain (design: cli, --key-env).
    QString keyVariable = {};
    SecretPlace secretPlace = {}; //!< without keyVariable
};

//! What a key turned out to be able to do.
struct ConnectionReport {
    KeyRole role = KeyRole::Unknown;
    std::optional<qint64> keys; //!< how many keys it lists
    std::optional<qint64> models;
    std::optional<Money> balance;
    bool tellsSpend = true;
};

//! What a person types to log in at a gateway's panel. None of it is ever kept.
struct PanelCredentials {
    QString user; //!< e-mail
    std::shared_ptr<const Secret> password;
    QString code = {}; //!< of the second factor; empty: none at hand
};

//! Adds, tests and removes accounts: joins the gateway, the keychain and the profile. UI thread; lives as
//! long as the application. The key is tested first, then stored in the keychain and read back, then the
//! account is written: whatever fails, nothing is half there.
class GatewayService : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual QList<GatewayChoice> choices() const = 0;
    //! True where keys outlive this run (the keychain); false: session only.
    [[nodiscard]] virtual bool keepsKeys() const = 0;
    [[nodiscard]] virtual QString keychainName() const = 0; //!< translated: "keychain", or "memory, …"

    [[nodiscard]] virtual Async<ConnectionReport> test(NewAccount draft, std::shared_ptr<const Secret> key)
        = 0;
    [[nodiscard]] virtual Async<AccountId> add(NewAccount draft, std::shared_ptr<const Secret> key) = 0;
    //! Another key for the same account, for instance because the old one is gone from the keychain. It is
    //! tested, stored beside the old one and read back; then the account changes over and the old one is
    //! removed, unless a listed key of this machine still needs it. Whatever fails, the old one holds. Poll
    //! the account afterwards.
    [[nodiscard]] virtual Async<ConnectionReport> replaceKey(
        AccountId account, std::shared_ptr<const Secret> key, SecretPlace place)
        = 0;
    [[nodiscard]] virtual Async<ConnectionReport> testStored(AccountId account) = 0;
    //! Removes the key from the keychain, then the account; its history stays. Fails, changing nothing, where
    //! the keychain cannot confirm that the key is gone.
    [[nodiscard]] virtual Async<Done> remove(AccountId account) = 0;

    //! Done where a person can log in at the account's panel from here, else LoginNotOffered with the
    //! obstacle.
    [[nodiscard]] virtual Async<Done> canLogIn(AccountId account) = 0;
    //! Logs in, proves that the panel tells keys and requests, keeps the session in the keychain, then notes
    //! it in the profile: whatever fails, nothing is half there, and a login from before goes on. A password
    //! is never kept. LoginNotOffered, SecondFactorNeeded (once more, with its code), LoginRefused, or why
    //! nobody answered.
    [[nodiscard]] virtual Async<Done> logIn(AccountId account, PanelCredentials credentials) = 0;
    //! Ends the session at the panel, as far as it listens, and in the keychain. What it told stays. Fails,
    //! changing nothing, where the keychain cannot confirm that the session is gone.
    [[nodiscard]] virtual Async<Done> logOut(AccountId account) = 0;

Q_SIGNALS:
    void accountsChanged();
};

} // namespace tollkeeper
