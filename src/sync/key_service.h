// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "base/secret.h"
#include "domain/account.h"
#include "domain/key_change.h"
#include "domain/key_controls.h"

#include <QObject>
#include <QUrl>

#include <memory>

namespace tollkeeper {

//! A key somebody pasted or a file told, with where it would go.
struct SecretBinding {
    KeyId key; //!< the listed key it belongs to
    bool isCertain = false; //!< by its fingerprint or masked form; false: the person says so
};

//! Changes keys at their gateways and keeps their secrets. UI thread; lives as long as the application.
//! Whatever fails, both sides stay as they were: a change is sent once, then the key is read back, and only
//! what the gateway then says is stored and recorded.
class KeyService : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! What this account's gateway lets us do, and where the rest is done.
    [[nodiscard]] virtual KeyControls controls(const Account &account) const = 0;
    [[nodiscard]] virtual QUrl keysPage(const Account &account) const = 0;

    //! Done only if the gateway, asked again, says what was wanted; Error::Kind::NotApplied (with what stands
    //! there now in detail) if it does not. REQUIRES: something to change.
    [[nodiscard]] virtual Async<Done> change(KeyId key, KeyChange change) = 0;
    //! Makes a key; its secret is stored in the keychain and read back before anything else. Where that
    //! fails, the new key is deleted again.
    [[nodiscard]] virtual Async<KeyId> create(AccountId account, KeyDraft draft) = 0;
    //! Deletes it at the gateway, then its secret in the keychain. Its history stays. Never the key that the
    //! account itself is asked with.
    [[nodiscard]] virtual Async<Done> remove(KeyId key) = 0;

    //! The listed key a secret belongs to; NotFound where none can be told by fingerprint or masked form.
    [[nodiscard]] virtual Async<SecretBinding> match(AccountId account, std::shared_ptr<const Secret> secret)
        = 0;
    //! Keeps the secret of a listed key. SecretMismatch where the gateway's list says it is another's.
    [[nodiscard]] virtual Async<Done> bind(KeyId key, std::shared_ptr<const Secret> secret) = 0;
    //! Removes it from the keychain again; the key itself is not touched.
    [[nodiscard]] virtual Async<Done> forget(KeyId key) = 0;
    //! Proves the key's own secret with a request that costs nothing.
    [[nodiscard]] virtual Async<Done> test(KeyId key) = 0;
    //! For Reveal and Copy, which take it to the screen and the clipboard without a text property in between.
    //! Locked while the app is locked.
    [[nodiscard]] virtual Async<std::shared_ptr<const Secret>> secretOf(KeyId key) = 0;

Q_SIGNALS:
    void keysChanged();
};

} // namespace tollkeeper
