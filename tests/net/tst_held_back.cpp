// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/network_http_client.h"
#include "support/await.h"

#include <QTest>

#include <array>
#include <atomic>
#include <netinet/in.h>
#include <poll.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

//! Sends one stream as fast as it is taken, on a thread of its own.
class Torrent {
public:
    static constexpr qint64 Bytes = qint64(128) * 1024 * 1024;

    Torrent()
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof(address);
        m_listener = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        (void)::bind(m_listener, reinterpret_cast<sockaddr *>(&address), size);
        (void)::listen(m_listener, 1);
        (void)::getsockname(m_listener, reinterpret_cast<sockaddr *>(&address), &size);
        m_port = ntohs(address.sin_port);
        m_thread = std::thread([this] { serve(); });
    }
    ~Torrent()
    {
        m_thread.join();
        ::close(m_listener);
    }
    Q_DISABLE_COPY_MOVE(Torrent)

    [[nodiscard]] QUrl url() const { return QUrl(u"http://127.0.0.1:%1/"_s.arg(m_port)); }
    [[nodiscard]] qint64 sent() const { return m_sent; }
    //! Until nobody takes any more of it for a while, or all of it is gone.
    void waitUntilHeldUp() const { m_heldUp.wait(false); }

private:
    void serve()
    {
        constexpr int Patience = 500; // milliseconds
        const int connection = ::accept(m_listener, nullptr, nullptr);
        std::array<char, 4096> request{};
        (void)::recv(connection, request.data(), request.size(), 0);
        send(connection, "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n");
        const auto chunk = "10000\r\n" + QByteArray(0x10000, 'x') + "\r\n";
        for (qint64 at = 0; at < Bytes; at += 0x10000) {
            pollfd writable{connection, POLLOUT, 0};
            if (::poll(&writable, 1, Patience) == 0)
                tell();
            send(connection, chunk);
            m_sent += 0x10000;
        }
        send(connection, "0\r\n\r\n");
        tell();
        ::close(connection);
    }
    static void send(int connection, const QByteArray &bytes)
    {
        for (qsizetype at = 0; at < bytes.size();) {
            const auto count
                = ::send(connection, bytes.constData() + at, size_t(bytes.size() - at), MSG_NOSIGNAL);
            if (count <= 0)
                return;
            at += count;
        }
    }
    void tell()
    {
        m_heldUp = true;
        m_heldUp.notify_all();
    }

    int m_listener = -1;
    quint16 m_port = 0;
    std::atomic<qint64> m_sent = 0;
    std::atomic<bool> m_heldUp = false;
    std::thread m_thread;
};

} // namespace

class HeldBackTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    //! Otherwise all that comes while the reader is busy would lie in our memory.
    void whatComesFasterThanItIsReadWaitsAtItsSender()
    {
        Torrent torrent;
        NetworkHttpClient client;
        qint64 heard = 0;
        std::optional<qint64> takenAhead;
        StreamOrder order;
        order.received = [&](QByteArrayView bytes) {
            heard += bytes.size();
            if (takenAhead)
                return;
            torrent.waitUntilHeldUp();
            takenAhead = torrent.sent();
        };
        HttpRequest request{.method = "POST"_ba, .url = torrent.url(), .body = "{}"_ba};
        request.maxBytes = 2 * Torrent::Bytes;

        const auto answer = await(client.stream(request, order));

        QVERIFY2(!answer.problem, answer.problem ? qPrintable(answer.problem->detail) : "");
        QCOMPARE(heard, Torrent::Bytes); // it waited, and nothing of it is lost
        QVERIFY(takenAhead);
        QVERIFY2(*takenAhead < Torrent::Bytes / 2, qPrintable(QString::number(*takenAhead)));
    }
};

QTEST_GUILESS_MAIN(HeldBackTest)
#include "tst_held_back.moc"
