// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/alert_settings.h"
#include "domain/send_guard.h"
#include "storage/database.h"

namespace tollkeeper {

//! Settings of the workspace that belong to its data rather than to a window. Synchronous: call it on a
//! storage thread.
class WorkspaceRepository {
public:
    explicit WorkspaceRepository(Database &database) : m_database(database) { }

    //! Days after which a key is to be replaced; 0: no policy. 90 until set.
    [[nodiscard]] Result<int> rotationDays();
    [[nodiscard]] Outcome setRotationDays(int days);
    //! Minutes without input after which secrets are locked; 0: never.
    [[nodiscard]] Result<int> lockMinutes();
    [[nodiscard]] Outcome setLockMinutes(int minutes);
    //! The keychain that answered last, as SecretStore::backendName() says; empty: none yet.
    [[nodiscard]] Result<QString> keychainName();
    [[nodiscard]] Outcome setKeychainName(const QString &name);
    [[nodiscard]] Result<AlertSettings> alertSettings();
    [[nodiscard]] Outcome setAlertSettings(const AlertSettings &settings);
    //! UTC; when budgets and rules were last looked at; nullopt: never.
    [[nodiscard]] Result<std::optional<QDateTime>> evaluatedAt();
    [[nodiscard]] Outcome setEvaluatedAt(const QDateTime &at);
    //! Whether the Playground's history keeps what was asked and answered; false until set.
    [[nodiscard]] Result<bool> keepsBodies();
    [[nodiscard]] Outcome setKeepsBodies(bool keeps);
    //! When the Playground asks before it sends.
    [[nodiscard]] Result<SendGuard> sendGuard();
    [[nodiscard]] Outcome setSendGuard(const SendGuard &guard);

private:
    [[nodiscard]] Result<QVariant> get(const QString &column);
    [[nodiscard]] Outcome set(const QString &column, const QVariant &value);

    Database &m_database;
};

} // namespace tollkeeper
