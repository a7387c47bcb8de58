// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDBusReply>
#include <QProcess>
#include <QTest>

#include <memory>
#include <vector>

//! A bus of our own that stands for the system's and the session's, with mocks of their services on it.
class PrivateBus {
public:
    bool start()
    {
        m_daemon.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_daemon.start(QStringLiteral("dbus-daemon"),
            {QStringLiteral("--session"), QStringLiteral("--nofork"), QStringLiteral("--print-address")});
        if (!m_daemon.waitForStarted() || !m_daemon.waitForReadyRead())
            return false;
        const auto address = m_daemon.readLine().trimmed();
        qputenv("DBUS_SYSTEM_BUS_ADDRESS", address);
        qputenv("DBUS_SESSION_BUS_ADDRESS", address);
        return !address.isEmpty();
    }
    ~PrivateBus()
    {
        for (const auto &mock : m_mocks)
            stop(*mock);
        stop(m_daemon);
    }
    PrivateBus() = default;
    Q_DISABLE_COPY_MOVE(PrivateBus)

    bool mock(const QStringList &arguments, const QString &name)
    {
        auto process = std::make_unique<QProcess>();
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
        process->start(QStringLiteral("/usr/bin/python3"),
            QStringList{QStringLiteral("-m"), QStringLiteral("dbusmock")} + arguments);
        if (!process->waitForStarted())
            return false;
        m_mocks.push_back(std::move(process));
        auto *names = QDBusConnection::systemBus().interface();
        return QTest::qWaitFor([&] { return names->isServiceRegistered(name).value(); }, 20000);
    }
    //! Makes a mock send a signal.
    static bool emitSignal(const QString &service, const QString &path, const QString &interface,
        const QString &signal, const QString &signature, const QVariantList &arguments)
    {
        auto call = QDBusMessage::createMethodCall(
            service, path, QStringLiteral("org.freedesktop.DBus.Mock"), QStringLiteral("EmitSignal"));
        QVariantList variants;
        for (const auto &argument : arguments)
            variants.append(argument);
        call.setArguments({interface, signal, signature, QVariant(variants)});
        return QDBusConnection::systemBus().call(call).type() == QDBusMessage::ReplyMessage;
    }

private:
    static void stop(QProcess &process)
    {
        process.terminate();
        process.waitForFinished();
    }

    QProcess m_daemon;
    std::vector<std::unique_ptr<QProcess>> m_mocks;
};
