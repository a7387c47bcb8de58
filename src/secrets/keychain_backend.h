// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcessEnvironment>
#include <QString>

namespace tollkeeper {

//! Where QtKeychain puts a key. It decides by the environment, once per process, and tells nobody.
enum class KeychainBackend {
    SecretService, //!< through libsecret: gnome-keyring, KeePassXC, KWallet's own Secret Service
    KWallet4, //!< kwalletd of KDE 4, found on no current system
    KWallet5, //!< kwalletd5, if the session has one; else the Secret Service
};

//! The rules of QtKeychain 0.13.2 (keychain_unix.cpp). Later versions send Plasma 6 to KWallet too.
[[nodiscard]] KeychainBackend keychainBackendFor(const QProcessEnvironment &environment);

//! The name on the session bus.
[[nodiscard]] QString busNameOf(KeychainBackend backend);

//! "Secret Service" or "KWallet".
[[nodiscard]] QString productNameOf(KeychainBackend backend);

} // namespace tollkeeper
