// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/profile.h"

#include <QCoreApplication>
#include <QDir>
#include <QSettings>
#include <QStandardPaths>
#include <QUuid>

#include <sys/file.h>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr auto Private = QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner;
constexpr auto IdKey = "profile/id"_L1;
const auto BackendGroup = u"keychain/"_s;
constexpr auto DatabaseKey = "profile/database_created"_L1;

Outcome makePrivate(const QString &path)
{
    if (!QDir().mkpath(path) || !QFile::setPermissions(path, Private))
        return fail(Error::Kind::Storage, u"cannot create %1"_s.arg(path));
    return Done{};
}

//! QStandardPaths has no state location in Qt 6.4.
QString stateHome()
{
    const auto set = qEnvironmentVariable("XDG_STATE_HOME");
    return set.isEmpty() ? QDir::homePath() + "/.local/state"_L1 : set;
}

QString randomProfileId(const QString &settingsPath)
{
    QSettings settings(settingsPath, QSettings::IniFormat);
    auto id = settings.value(IdKey).toString();
    if (id.isEmpty()) {
        id = QUuid::createUuid().toString(QUuid::Id128).left(16);
        settings.setValue(IdKey, id);
        settings.sync();
    }
    return id;
}

} // namespace

Result<Profile> Profile::open(const QString &directory)
{
    Profile profile;
    if (directory.isEmpty()) {
        profile.m_data
            = QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/tollkeeper"_L1;
        profile.m_config
            = QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + "/tollkeeper"_L1;
        profile.m_state = stateHome() + "/tollkeeper"_L1;
    } else {
        const auto root = QDir(directory).absolutePath();
        profile.m_data = root;
        profile.m_config = root;
        profile.m_state = root + "/state"_L1;
    }
    for (const auto &path : {profile.m_data, profile.m_config, profile.m_state}) {
        if (auto made = makePrivate(path); !made)
            return fail(made.error());
    }
    profile.m_keychainService
        = directory.isEmpty() ? u"tollkeeper"_s : u"tollkeeper/"_s + randomProfileId(profile.settingsPath());
    return profile;
}

QString Profile::keychainBackendOf(const QString &entry) const
{
    return QSettings(settingsPath(), QSettings::IniFormat).value(BackendGroup + entry).toString();
}

void Profile::noteKeychainBackend(const QString &entry, const QString &product) const
{
    QSettings settings(settingsPath(), QSettings::IniFormat);
    if (product.isEmpty())
        settings.remove(BackendGroup + entry);
    else
        settings.setValue(BackendGroup + entry, product);
}

bool Profile::hadDatabase() const
{
    return QSettings(settingsPath(), QSettings::IniFormat).value(DatabaseKey).toBool();
}

void Profile::rememberDatabase() const
{
    QSettings(settingsPath(), QSettings::IniFormat).setValue(DatabaseKey, true);
}

Result<WriterLock> WriterLock::take(const Profile &profile)
{
    auto file = std::make_unique<QFile>(profile.statePath() + "/writer.lock"_L1);
    if (!file->open(QIODevice::ReadWrite))
        return fail(Error::Kind::Storage, u"cannot open %1"_s.arg(file->fileName()));
    if (::flock(file->handle(), LOCK_EX | LOCK_NB) != 0)
        return fail(
            Error::Kind::ProfileLocked, u"process %1"_s.arg(QString::fromLatin1(file->readAll().trimmed())));
    file->resize(0);
    file->write(QByteArray::number(QCoreApplication::applicationPid()) + '\n');
    file->flush();
    return WriterLock(std::move(file));
}

} // namespace tollkeeper
