// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playground/support_bundle.h"
#include "playground/support_bundles.h"
#include "secrets/secret_store.h"

namespace tollkeeper {

class Storage;

//! The bundles of this profile's accounts, scanned for every key this machine holds.
class GuardedSupportBundles final : public SupportBundles {
    Q_OBJECT

public:
    //! `program`: name and version. Both partners outlive it.
    GuardedSupportBundles(Storage &storage, SecretStore &secrets, QString program, QObject *parent = nullptr);

    [[nodiscard]] Async<QString> bundle(SendOrder order, PlaygroundRun run, bool hasPrompt) override;

private:
    using Secrets = std::vector<std::shared_ptr<const Secret>>;
    [[nodiscard]] QCoro::Task<Secrets> heldSecrets(QStringList names);

    Storage &m_storage;
    SecretStore &m_secrets;
    QString m_program;
};

} // namespace tollkeeper
