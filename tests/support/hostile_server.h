// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslServer>
#include <QTcpSocket>
#include <QTimer>
#include <QUrl>

#include <functional>
#include <memory>

//! A server on a loopback port that does whatever the test tells it to do with the raw connection, and keeps
//! a log of what reached it. On the test's own event loop. Hand it a certificate and it speaks TLS.
class HostileServer {
public:
    struct Request {
        QByteArray head = {}; //!< request line and header fields
        QByteArray body = {};
        [[nodiscard]] QByteArray line() const { return head.left(head.indexOf('\r')); }
        [[nodiscard]] bool has(const QByteArray &text) const
        {
            return head.toLower().contains(text.toLower());
        }
    };
    using Answer = std::function<void(QTcpSocket *, const Request &)>;

    explicit HostileServer(Answer answer) : HostileServer(std::make_unique<QTcpServer>(), std::move(answer))
    {
    }
    HostileServer(const QSslConfiguration &tls, Answer answer)
        : HostileServer(
            [&tls] {
                auto server = std::make_unique<QSslServer>();
                server->setSslConfiguration(tls);
                return server;
            }(),
            std::move(answer))
    {
    }

    //! Sends these bytes and leaves the connection open.
    [[nodiscard]] static Answer raw(QByteArray bytes)
    {
        return [bytes = std::move(bytes)](QTcpSocket *socket, const Request &) { socket->write(bytes); };
    }
    //! Sends these bytes and closes.
    [[nodiscard]] static Answer rawThenClose(QByteArray bytes)
    {
        return [bytes = std::move(bytes)](QTcpSocket *socket, const Request &) {
            socket->write(bytes);
            socket->disconnectFromHost();
        };
    }
    [[nodiscard]] static QByteArray plain(int status, const QByteArray &fields, const QByteArray &body)
    {
        return "HTTP/1.1 " + QByteArray::number(status) + " Text\r\n" + fields
            + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
    }
    //! Closes at once with a TCP reset.
    static void reset(QTcpSocket *socket)
    {
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        socket->abort();
    }

    [[nodiscard]] quint16 port() const { return m_server->serverPort(); }
    //! From now on nobody listens there.
    void close() { m_server->close(); }
    [[nodiscard]] QUrl url(const QString &path = QStringLiteral("/v1/x")) const
    {
        const bool isTls = qobject_cast<QSslServer *>(m_server.get()) != nullptr;
        return QUrl(QStringLiteral("%1://127.0.0.1:%2%3")
                        .arg(isTls ? QStringLiteral("https") : QStringLiteral("http"))
                        .arg(port())
                        .arg(path));
    }
    [[nodiscard]] const QList<Request> &seen() const { return m_seen; }
    [[nodiscard]] int connections() const { return m_connections; }
    [[nodiscard]] int open() const { return m_open; }

private:
    HostileServer(std::unique_ptr<QTcpServer> server, Answer answer)
        : m_server(std::move(server)), m_answer(std::move(answer))
    {
        m_server->listen(QHostAddress::LocalHost);
        QObject::connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, m_server.get(),
            [this] { accept(m_server->nextPendingConnection()); });
    }

    void accept(QTcpSocket *socket)
    {
        if (!socket)
            return;
        ++m_connections;
        ++m_open;
        QObject::connect(socket, &QTcpSocket::disconnected, m_server.get(), [this, socket] {
            --m_open;
            socket->deleteLater();
        });
        const auto buffer = std::make_shared<QByteArray>();
        const auto read = [this, socket, buffer] {
            *buffer += socket->readAll();
            while (takeRequest(socket, *buffer)) { }
        };
        QObject::connect(socket, &QTcpSocket::readyRead, m_server.get(), read);
        if (socket->bytesAvailable() > 0)
            read();
    }

    //! True when a whole request was taken from the buffer and answered.
    bool takeRequest(QTcpSocket *socket, QByteArray &buffer)
    {
        const auto headEnd = buffer.indexOf("\r\n\r\n");
        if (headEnd < 0)
            return false;
        Request request{.head = buffer.left(headEnd)};
        const auto field = request.head.toLower().indexOf("content-length:");
        const auto length
            = field < 0 ? 0 : request.head.mid(field + 15).split('\r').constFirst().trimmed().toInt();
        if (buffer.size() < headEnd + 4 + length)
            return false;
        request.body = buffer.mid(headEnd + 4, length);
        buffer.remove(0, headEnd + 4 + length);
        m_seen.append(request);
        m_answer(socket, request);
        return true;
    }

    std::unique_ptr<QTcpServer> m_server;
    Answer m_answer;
    QList<Request> m_seen;
    int m_connections = 0;
    int m_open = 0;
};
