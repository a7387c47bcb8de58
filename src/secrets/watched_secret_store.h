// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secret_store.h"

#include <functional>

namespace tollkeeper {

//! Remembers in which product each key was kept. When another one answers now (another desktop, another
//! version of the keychain library), a key that it does not have is KeychainMissing instead of SecretMissing,
//! with "KWallet → Secret Service" in detail: it is not lost, its keychain is not there.
class WatchedSecretStore final : public SecretStore {
    Q_OBJECT

public:
    //! Where it is remembered from run to run; never a secret.
    struct Notes {
        std::function<QString(const QString &user)> backendOf; //!< empty: not known
        std::function<void(const QString &user, const QString &backend)> note; //!< empty backend: forget
    };

    //! `other` must outlive this store.
    WatchedSecretStore(SecretStore &other, Notes notes, QObject *parent = nullptr);

    [[nodiscard]] Async<Secret> read(QString user) override;
    [[nodiscard]] Async<Done> write(QString user, std::shared_ptr<const Secret> secret) override;
    //! What lies in the other product stays there; nobody can reach it from here.
    [[nodiscard]] Async<Done> remove(QString user) override;
    [[nodiscard]] Async<Done> unlock() override { return m_other.unlock(); }
    [[nodiscard]] bool isPersistent() const override { return m_other.isPersistent(); }
    [[nodiscard]] QString backendName() const override { return m_other.backendName(); }

private:
    void note(const QString &user);

    SecretStore &m_other;
    Notes m_notes;
};

} // namespace tollkeeper
