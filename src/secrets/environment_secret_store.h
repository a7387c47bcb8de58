// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secret_store.h"

namespace tollkeeper {

//! Reads "env:NAME" from the environment variable NAME and hands everything else on to another store. For
//! servers without a keychain: the one place where a key may stand in an environment (design: cli,
//! --key-env). Never writes one.
class EnvironmentSecretStore final : public SecretStore {
    Q_OBJECT

public:
    //! `other` must outlive this store.
    explicit EnvironmentSecretStore(SecretStore &other, QObject *parent = nullptr);

    [[nodiscard]] Async<Secret> read(QString user) override;
    [[nodiscard]] Async<Done> write(QString user, std::shared_ptr<const Secret> secret) override;
    [[nodiscard]] Async<Done> remove(QString user) override;
    [[nodiscard]] Async<Done> unlock() override { return m_other.unlock(); }
    [[nodiscard]] bool isPersistent() const override { return m_other.isPersistent(); }
    [[nodiscard]] QString backendName() const override { return m_other.backendName(); }

private:
    SecretStore &m_other;
};

} // namespace tollkeeper
