// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/memory_secret_store.h"

namespace tollkeeper {

//! Keeps what is named "session:…" in memory until the program ends, and hands everything else on to another
//! store. For people without a keychain who want to look at an account all the same.
class SessionSecretStore final : public SecretStore {
    Q_OBJECT

public:
    //! `other` must outlive this store.
    explicit SessionSecretStore(SecretStore &other, QObject *parent = nullptr);

    static constexpr QLatin1StringView Prefix{"session:"};

    //! Of a session that is over: SecretMissing, as nothing else can bring it back than entering it again.
    [[nodiscard]] Async<Secret> read(QString user) override;
    [[nodiscard]] Async<Done> write(QString user, std::shared_ptr<const Secret> secret) override;
    [[nodiscard]] Async<Done> remove(QString user) override;
    [[nodiscard]] Async<Done> unlock() override { return m_other.unlock(); }
    [[nodiscard]] bool isPersistent() const override { return m_other.isPersistent(); }
    [[nodiscard]] QString backendName() const override { return m_other.backendName(); }

private:
    [[nodiscard]] SecretStore &storeOf(const QString &user);

    SecretStore &m_other;
    MemorySecretStore m_session;
};

} // namespace tollkeeper
