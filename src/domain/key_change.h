// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/api_key.h"

#include <QMap>

namespace tollkeeper {

//! A cap as a person wants it.
struct CapWish {
    std::optional<Money> limit; //!< nullopt: none
    QString reset; //!< "daily", "weekly", "monthly"; empty: never
    friend bool operator==(const CapWish &, const CapWish &) = default;
};

//! What is to be changed of a key at its gateway; nullopt leaves a thing as it is. Only what KeyControls says
//! can be changed.
struct KeyChange {
    std::optional<QString> name = {};
    std::optional<CapWish> cap = {};
    std::optional<bool> countsByok = {};
    std::optional<bool> isDisabled = {};
    std::optional<std::optional<QDateTime>> expiresAt = {}; //!< UTC; an inner nullopt: never
    std::optional<QStringList> allowedAddresses = {}; //!< networks as CIDR; empty: from everywhere
    std::optional<QStringList> deniedAddresses = {};
    std::optional<QMap<QString, Money>> windows = {}; //!< by KeyControls::windowNames; zero: no limit
    friend bool operator==(const KeyChange &, const KeyChange &) = default;
};

//! A key to make.
struct KeyDraft {
    QString name;
    CapWish cap = {};
    std::optional<bool> countsByok = {};
    std::optional<QDateTime> expiresAt = {}; //!< UTC; nullopt: never
    QStringList allowedAddresses = {};
    QStringList deniedAddresses = {};
    QMap<QString, Money> windows = {};
    QString remoteGroup = {}; //!< ApiKey::remoteGroup of the key it replaces; empty: the gateway's default
};

//! One line of a key's history: what was changed, when, and by whom.
struct KeyEvent {
    //! The words under which it is stored.
    enum class What : std::uint8_t {
        FirstSeen,
        Created,
        Renamed,
        CapChanged,
        ByokChanged,
        Disabled,
        Enabled,
        ExpiryChanged,
        AddressesChanged,
        ModelsChanged,
        WindowsChanged,
        Labelled,
        SecretStored,
        SecretForgotten,
        SecretMissed, //!< another program has removed it from the keychain
        RotationStarted,
        RotationEnded,
        Deleted,
        Gone, //!< the gateway no longer lists it
    };
    enum class Origin : std::uint8_t { Here, Gateway }; //!< changed from here, or found changed at a poll

    What what = What::FirstSeen;
    Origin origin = Origin::Gateway;
    QDateTime at; //!< UTC
    //! What stood there, never a secret; empty: nothing. Amounts as "12.340000000 USD monthly", moments as
    //! ISO 8601, lists with ", " between: words/ makes it readable.
    QString before;
    QString after;
    friend bool operator==(const KeyEvent &, const KeyEvent &) = default;
};

[[nodiscard]] QLatin1StringView toText(KeyEvent::What what);
[[nodiscard]] std::optional<KeyEvent::What> keyEventFromText(QStringView text);

} // namespace tollkeeper
