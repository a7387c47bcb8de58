// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

//! A real mail server on a loopback port (mail_server.py), and what it has taken.
class MailServer {
public:
    bool start(const QString &mode)
    {
        m_process.setProcessChannelMode(QProcess::ForwardedErrorChannel);
        m_process.start(
            QStringLiteral("/usr/bin/python3"), {QStringLiteral(TK_MAIL_SERVER), mode, certificate(), key()});
        if (!m_process.waitForStarted())
            return false;
        m_port = nextLine().trimmed().toUShort();
        return m_port > 0;
    }
    ~MailServer()
    {
        m_process.closeWriteChannel();
        if (!m_process.waitForFinished())
            m_process.kill();
    }
    MailServer() = default;
    Q_DISABLE_COPY_MOVE(MailServer)

    //! The next message, as mail_server.py tells it.
    QJsonObject next() { return QJsonDocument::fromJson(nextLine()).object(); }
    [[nodiscard]] quint16 port() const { return m_port; }
    [[nodiscard]] QString certificate() const { return m_directory.filePath(QStringLiteral("cert.pem")); }
    bool makeCertificate()
    {
        return QProcess::execute(QStringLiteral("openssl"),
                   {QStringLiteral("req"), QStringLiteral("-x509"), QStringLiteral("-newkey"),
                       QStringLiteral("ec"), QStringLiteral("-pkeyopt"),
                       QStringLiteral("ec_paramgen_curve:prime256v1"), QStringLiteral("-nodes"),
                       QStringLiteral("-days"), QStringLiteral("2"), QStringLiteral("-subj"),
                       QStringLiteral("/CN=localhost"), QStringLiteral("-addext"),
                       QStringLiteral("subjectAltName=IP:127.0.0.1,DNS:localhost"), QStringLiteral("-keyout"),
                       key(), QStringLiteral("-out"), certificate()})
            == 0;
    }

private:
    QByteArray nextLine()
    {
        while (!m_process.canReadLine()) {
            if (!m_process.waitForReadyRead(60000))
                return {};
        }
        return m_process.readLine();
    }
    [[nodiscard]] QString key() const { return m_directory.filePath(QStringLiteral("key.pem")); }

    QTemporaryDir m_directory;
    QProcess m_process;
    quint16 m_port = 0;
};
