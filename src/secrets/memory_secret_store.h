// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "secrets/secret_store.h"

#include <map>

namespace tollkeeper {

//! Keeps keys for this session only: for the demo, and for people without a keyring. UI thread.
class MemorySecretStore final : public SecretStore {
    Q_OBJECT
public:
    using SecretStore::SecretStore;

    [[nodiscard]] Async<Secret> read(QString user) override;
    [[nodiscard]] Async<Done> write(QString user, std::shared_ptr<const Secret> secret) override;
    [[nodiscard]] Async<Done> remove(QString user) override;
    [[nodiscard]] bool isPersistent() const override { return false; }
    [[nodiscard]] QString backendName() const override;

private:
    std::map<QString, Secret> m_secrets;
};

} // namespace tollkeeper
