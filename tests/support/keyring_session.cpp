// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/keyring_session.h"

#include <QDir>
#include <QDirIterator>
#include <QProcess>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

const auto Bus = u"--session"_s;
const auto Collection = u"/org/freedesktop/secrets/collection/login"_s;

struct Ran {
    int status = -1;
    QByteArray output;
};

Ran run(const QString &program, const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.start(program, arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished() || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), process.readAllStandardOutput()};
}

bool isLocked()
{
    const auto answer = run(u"dbus-send"_s,
        {Bus, u"--print-reply=literal"_s, u"--dest=org.freedesktop.secrets"_s, Collection,
            u"org.freedesktop.DBus.Properties.Get"_s, u"string:org.freedesktop.Secret.Collection"_s,
            u"string:Locked"_s});
    return !answer.output.contains("false");
}

} // namespace

QString keyringSession::state()
{
    return qEnvironmentVariable("TK_KEYRING_STATE");
}

QByteArray keyringSession::toolLookup(const QString &server, const QString &user)
{
    const auto found = run(
        u"secret-tool"_s, {u"lookup"_s, u"server"_s, server, u"user"_s, user, u"type"_s, u"plaintext"_s});
    return found.status == 0 ? found.output : QByteArray();
}

static bool store(const QString &schema, const QString &server, const QString &user, const QByteArray &value)
{
    const auto stored = run(u"secret-tool"_s,
        {u"store"_s, u"--label=x"_s, u"xdg:schema"_s, schema, u"user"_s, user, u"server"_s, server, u"type"_s,
            u"plaintext"_s},
        value);
    return stored.status == 0;
}

bool keyringSession::toolStore(const QString &server, const QString &user, const QByteArray &value)
{
    return store(u"org.qt.keychain"_s, server, user, value);
}

bool keyringSession::toolStoreOtherSchema(const QString &server, const QString &user, const QByteArray &value)
{
    return store(u"org.example.mail"_s, server, user, value);
}

bool keyringSession::lock()
{
    run(u"dbus-send"_s,
        {Bus, u"--print-reply=literal"_s, u"--dest=org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
            u"org.freedesktop.Secret.Service.Lock"_s, u"array:objpath:"_s + Collection});
    return isLocked();
}

bool keyringSession::unlock()
{
    // Its exit status is 0 even for a wrong password.
    run(u"gnome-keyring-daemon"_s, {u"--unlock"_s, u"--replace"_s, u"--components=secrets"_s},
        "test-pass"_ba);
    return QTest::qWaitFor([] { return !isLocked(); }, 10'000);
}

QStringList keyringSession::filesWith(const QByteArray &canary)
{
    QStringList found;
    QDirIterator files(QDir::homePath(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        QFile file(files.next());
        if (file.open(QIODevice::ReadOnly) && file.readAll().contains(canary))
            found.append(file.fileName());
    }
    return found;
}
