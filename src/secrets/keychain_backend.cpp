// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/keychain_backend.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

namespace {

bool isKde(const QProcessEnvironment &environment)
{
    const auto current = environment.value(u"XDG_CURRENT_DESKTOP"_s);
    if (current == "KDE"_L1)
        return true;
    if (current == "GNOME"_L1 || current == "Unity"_L1)
        return false;

    const auto session = environment.value(u"DESKTOP_SESSION"_s);
    if (session == "kde"_L1)
        return true;
    if (session == "gnome"_L1 || session.contains("xfce"_L1) || session == "xubuntu"_L1)
        return false;

    return environment.value(u"GNOME_DESKTOP_SESSION_ID"_s).isEmpty()
        && !environment.value(u"KDE_FULL_SESSION"_s).isEmpty();
}

} // namespace

KeychainBackend keychainBackendFor(const QProcessEnvironment &environment)
{
    const auto current = environment.value(u"XDG_CURRENT_DESKTOP"_s);
    const bool isNamed = current == "GNOME"_L1 || current == "Unity"_L1 || current == "KDE"_L1;
    if (!isNamed && environment.value(u"DESKTOP_SESSION"_s) == "kde4"_L1)
        return KeychainBackend::KWallet4;
    if (!isKde(environment))
        return KeychainBackend::SecretService;

    const auto version = environment.value(u"KDE_SESSION_VERSION"_s);
    if (version == "4"_L1)
        return KeychainBackend::KWallet4;
    return version == "5"_L1 ? KeychainBackend::KWallet5 : KeychainBackend::SecretService;
}

QString busNameOf(KeychainBackend backend)
{
    switch (backend) {
    case KeychainBackend::KWallet4:
        return u"org.kde.kwalletd"_s;
    case KeychainBackend::KWallet5:
        return u"org.kde.kwalletd5"_s;
    case KeychainBackend::SecretService:
        break;
    }
    return u"org.freedesktop.secrets"_s;
}

QString productNameOf(KeychainBackend backend)
{
    return backend == KeychainBackend::SecretService ? u"Secret Service"_s : u"KWallet"_s;
}

} // namespace tollkeeper
