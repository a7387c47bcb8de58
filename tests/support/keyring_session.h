// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

//! The keyring of the private session that with-keyring.sh made, seen by another program than the one under
//! test.
namespace keyringSession {

//! TK_KEYRING_STATE; empty outside with-keyring.sh.
QString state();

//! What secret-tool finds under server and user; null if nothing.
QByteArray toolLookup(const QString &server, const QString &user);
bool toolStore(const QString &server, const QString &user, const QByteArray &value);

//! An entry with the same server and user that belongs to another program.
bool toolStoreOtherSchema(const QString &server, const QString &user, const QByteArray &value);

bool lock();
//! Starts the daemon anew with its password: the one way to unlock without a display.
bool unlock();

//! Files below the private home that contain these bytes.
QStringList filesWith(const QByteArray &canary);

} // namespace keyringSession
