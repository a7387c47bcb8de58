// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "base/secret.h"

#include <QObject>
#include <QString>

#include <memory>

namespace tollkeeper {

//! Keeps the keys of one profile, one per account; `user` is the account's id. UI thread.
//!
//! What an error says: KeychainLocked, KeychainMissing (no session bus or no keyring; with
//! "KWallet → Secret Service" in detail: not the one in which it was kept), KeychainDenied,
//! KeychainWaiting (no answer in time: the outcome is unknown), KeychainFailed (its text is in detail) and
//! SecretMissing. Only SecretMissing means that there is no key: no other error is a reason to ask for one
//! again (trust.md 0.1).
//!
//! Whoever destroys a store gives up the questions still open: they are never answered, so that nobody is
//! woken who has gone as well.
class SecretStore : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual Async<Secret> read(QString user) = 0;
    //! Succeeds only if reading it back gave the same. An empty secret is InvalidInput and nothing is
    //! written.
    [[nodiscard]] virtual Async<Done> write(QString user, std::shared_ptr<const Secret> secret) = 0;
    //! Succeeds only if nothing is stored for `user` any more; it is no error if nothing was.
    [[nodiscard]] virtual Async<Done> remove(QString user) = 0;
    //! Asks the person, at most once, to unlock what is locked. Call it from a button, never from a timer.
    [[nodiscard]] virtual Async<Done> unlock();

    //! False: the keys are gone when the program ends.
    [[nodiscard]] virtual bool isPersistent() const = 0;
    //! The product behind it, untranslated, to notice that another one answers than the last time.
    [[nodiscard]] virtual QString backendName() const = 0;

Q_SIGNALS:
    //! The question about `user` has been open for some seconds: most likely the keyring waits for the
    //! person.
    void waiting(QString user);
};

} // namespace tollkeeper
