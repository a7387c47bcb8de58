// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QFile>
#include <QString>

#include <memory>

namespace tollkeeper {

//! Where one person's data lies (design: cli, Profile). Directories are 0700, files 0600; main() sets the
//! umask.
class Profile {
public:
    //! The default profile, or everything below `directory` when that is not empty. Creates what is missing.
    [[nodiscard]] static Result<Profile> open(const QString &directory);

    [[nodiscard]] QString databasePath() const { return m_data + QStringLiteral("/ledger.sqlite"); }
    [[nodiscard]] QString settingsPath() const { return m_config + QStringLiteral("/settings.ini"); }
    [[nodiscard]] QString statePath() const { return m_state; }
    //! Service name of its keychain entries: "tollkeeper", or "tollkeeper/<random id>" for any other profile,
    //! so that no profile touches the entries of another.
    [[nodiscard]] QString keychainService() const { return m_keychainService; }

    //! In which product the keychain entry of this name was kept last; empty: not known, or nowhere.
    [[nodiscard]] QString keychainBackendOf(const QString &entry) const;
    void noteKeychainBackend(const QString &entry, const QString &product) const;

    //! Whether a database was ever created here: tells a lost file from a first run (trust.md 0.11).
    [[nodiscard]] bool hadDatabase() const;
    void rememberDatabase() const;

private:
    Profile() = default;

    QString m_data;
    QString m_config;
    QString m_state;
    QString m_keychainService;
};

//! The right to write to a profile: one process at a time. The kernel holds it (flock), so it ends with its
//! process whatever kills it; the file only tells who it is. QLockFile would leave a lock for good when
//! killed between creating and filling its file.
class WriterLock {
public:
    //! Error::Kind::ProfileLocked with the other process in detail when it is taken.
    [[nodiscard]] static Result<WriterLock> take(const Profile &profile);

private:
    explicit WriterLock(std::unique_ptr<QFile> file) : m_file(std::move(file)) { }
    std::unique_ptr<QFile> m_file; //!< open as long as the lock is held
};

} // namespace tollkeeper
