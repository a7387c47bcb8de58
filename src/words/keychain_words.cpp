// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/keychain_words.h"

#include "base/translation_contexts.h"

#include <QStringList>

namespace tollkeeper {
namespace {

//! `products` is "KWallet → Secret Service".
Explanation explainOtherKeychain(const QString &products)
{
    const auto names = products.split(QStringLiteral(" → "));
    //: %1 and %2 are names of products, such as KWallet
    const auto sentence
        = texts::Explain::tr("The key was kept in %1, and this session keeps keys in %2. It is not lost: the "
                             "account and its figures stay as they are. Start a session with %1 again, or "
                             "enter the key again to keep it in %2 too.");
    return {texts::Explain::tr("Another keychain answers"), sentence.arg(names.value(0), names.value(1))};
}

//! `place` is "environment variable TORCH_KEY" where the key was never in a keychain.
Explanation explainMissingSecret(const QString &place)
{
    const auto variable = QStringLiteral("environment variable ");
    if (place.startsWith(variable))
        //: %1 is the name of an environment variable
        return {texts::Explain::tr("The environment variable is not set"),
            texts::Explain::tr("The key is read from the environment variable %1, which is not set. The "
                               "figures stay as they are. Set it and try again.")
                .arg(place.mid(variable.size()))};
    return {texts::Explain::tr("The key is not in the keychain"),
        texts::Explain::tr("The keychain has no key for this account; another program may have removed it. "
                           "The figures stay as they are. Enter the key again.")};
}

} // namespace

Explanation explainKeychain(const Error &error)
{
    switch (error.kind) {
    case Error::Kind::KeychainLocked:
        return {texts::Explain::tr("The keyring is locked"),
            texts::Explain::tr("The keyring is locked, so the key could not be used. The account, its key "
                               "and its figures stay as they are. Unlock the keyring and poll again.")};
    case Error::Kind::KeychainMissing:
        if (error.detail.contains(QStringLiteral(" → ")))
            return explainOtherKeychain(error.detail);
        return {texts::Explain::tr("There is no keychain"),
            texts::Explain::tr(
                "No keychain service runs in this session, so keys cannot be kept. Figures already here "
                "stay. Start GNOME Keyring or KWallet, or keep the key for this session only.")};
    case Error::Kind::KeychainDenied:
        return {texts::Explain::tr("The keychain refused access"),
            texts::Explain::tr("The keychain refused access to the key. The account and its figures stay as "
                               "they are. Allow Tollkeeper in the keychain and poll again.")};
    case Error::Kind::KeychainWaiting:
        return {texts::Explain::tr("The keychain does not answer"),
            texts::Explain::tr("The keychain did not answer in time. The account and its figures stay as "
                               "they are. Answer its question if it shows one, then poll again.")};
    case Error::Kind::SecretMissing:
        return explainMissingSecret(error.detail);
    default:
        return {texts::Explain::tr("The keychain failed"),
            texts::Explain::tr("The keychain failed (%1). The account and its figures stay as they are. "
                               "Check the keychain and try again.")
                .arg(error.detail)};
    }
}

} // namespace tollkeeper
