// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/network_http_client.h"
#include "support/await.h"
#include "support/hostile_server.h"

#include <QJsonDocument>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Request = HostileServer::Request;

const QByteArray Key = "sk-test-0123456789abcdef"_ba;

HttpRequest get(const QUrl &url, std::chrono::milliseconds deadline = 10s)
{
    return HttpRequest{.url = url,
        .credential = std::make_shared<const Secret>(Secret::fromInput(Key).value_or(Secret())),
        .deadline = deadline};
}

HttpRequest post(const QUrl &url)
{
    auto request = get(url);
    request.method = "POST"_ba;
    request.body = R"({"prompt":"paid"})"_ba;
    return request;
}

//! Writes one byte per tick for as long as the connection lives.
HostileServer::Answer drip(const QByteArray &before)
{
    return [before](QTcpSocket *socket, const Request &) {
        socket->write(before);
        auto *timer = new QTimer(socket);
        QObject::connect(timer, &QTimer::timeout, socket, [socket] { socket->write("a"); });
        timer->start(50ms);
    };
}

int changesIn(const QList<Request> &seen)
{
    return static_cast<int>(std::count_if(seen.cbegin(), seen.cend(),
        [](const Request &request) { return !request.line().startsWith("GET "); }));
}

} // namespace

//! What a gateway, or whoever sits in front of it, may do to us: trust.md section 3, row by row.
class HostileServerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void neverFollowsARedirect_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("location");

        for (const int status : {301, 302, 303, 307, 308}) {
            QTest::addRow("GET %d, absolute", status) << status << "GET"_ba
                                                      << "http://127.0.0.1:%1/thief"_ba;
            QTest::addRow("POST %d, without scheme", status) << status << "POST"_ba
                                                             << "//127.0.0.1:%1/thief"_ba;
        }
    }

    void neverFollowsARedirect()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, location);
        HostileServer thief(HostileServer::raw(HostileServer::plain(200, "", "{}")));
        location.replace("%1", QByteArray::number(thief.port()));
        HostileServer server(
            HostileServer::raw(HostileServer::plain(status, "Location: " + location + "\r\n", "")));
        NetworkHttpClient client;

        const auto response = await(client.send(method == "GET" ? get(server.url()) : post(server.url())));

        QVERIFY(response);
        QCOMPARE(response->status, status);
        QCOMPARE(response->headers.value("location"_ba), location);
        QCOMPARE(thief.connections(), 0);
        QCOMPARE(server.seen().size(), 1);
    }

    void endsWithinItsDeadline_data()
    {
        QTest::addColumn<QByteArray>("before");
        QTest::addColumn<bool>("drips");

        QTest::newRow("says nothing") << ""_ba << false;
        QTest::newRow("half a header") << "HTTP/1.1 200 OK\r\nX-A: "_ba << false;
        QTest::newRow("header byte by byte") << "HTTP/1.1 200 OK\r\nX-A: "_ba << true;
        QTest::newRow("body byte by byte") << "HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"_ba << true;
        QTest::newRow("body without length byte by byte") << "HTTP/1.1 200 OK\r\n\r\n"_ba << true;
        QTest::newRow("error body byte by byte")
            << "HTTP/1.1 503 x\r\nContent-Length: 100000\r\n\r\n"_ba << true;
    }

    void endsWithinItsDeadline()
    {
        QFETCH(QByteArray, before);
        QFETCH(bool, drips);
        HostileServer server(drips ? drip(before) : HostileServer::raw(before));
        NetworkHttpClient client;

        const auto response = await(client.send(get(server.url(), 400ms)));

        QVERIFY(!response);
        QCOMPARE(response.error().kind, Error::Kind::Timeout);
        QTRY_COMPARE(server.open(), 0);
    }

    void stopsReadingAtTheByteCap_data()
    {
        QTest::addColumn<bool>("hasLength");
        QTest::newRow("announced") << true;
        QTest::newRow("until the connection closes") << false;
    }

    void stopsReadingAtTheByteCap()
    {
        QFETCH(bool, hasLength);
        constexpr qint64 Endless = 400'000'000;
        qint64 written = 0;
        HostileServer server([&written, hasLength](QTcpSocket *socket, const Request &) {
            socket->write("HTTP/1.1 200 OK\r\n"_ba
                + (hasLength ? "Content-Length: " + QByteArray::number(Endless) + "\r\n" : ""_ba) + "\r\n");
            const auto more = [&written, socket] {
                if (written < Endless && socket->bytesToWrite() < 1'000'000)
                    written += socket->write(QByteArray(500'000, 'b'));
            };
            QObject::connect(socket, &QTcpSocket::bytesWritten, socket, more);
            more();
        });
        NetworkHttpClient client;
        auto request = get(server.url());
        request.maxBytes = 1'000'000;

        const auto response = await(client.send(request));

        QVERIFY(!response);
        QCOMPARE(response.error().kind, Error::Kind::TooLarge);
        QVERIFY2(written < Endless / 10, qPrintable(QString::number(written)));
        QTRY_COMPARE(server.open(), 0);
    }

    void aBodyOfExactlyTheCapPasses()
    {
        HostileServer server(HostileServer::raw(HostileServer::plain(200, "", QByteArray(1000, 'c'))));
        NetworkHttpClient client;
        auto request = get(server.url());
        request.maxBytes = 1000;
        QVERIFY(await(client.send(request)));
        request.maxBytes = 999;
        const auto response = await(client.send(request));
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Error::Kind::TooLarge);
    }

    void aBrokenAnswerIsNoAnswer_data()
    {
        QTest::addColumn<QByteArray>("bytes");

        QTest::newRow("closed without a word") << ""_ba;
        QTest::newRow("shorter than its length")
            << "HTTP/1.1 200 OK\r\nContent-Length: 50\r\n\r\n{\"data\":"_ba;
        QTest::newRow("an error cut short") << "HTTP/1.1 500 x\r\nContent-Length: 50\r\n\r\n{\"code\":"_ba;
        QTest::newRow("another protocol") << "SSH-2.0-OpenSSH_9.2\r\n"_ba;
    }

    void aBrokenAnswerIsNoAnswer()
    {
        QFETCH(QByteArray, bytes);
        HostileServer server(HostileServer::rawThenClose(bytes));
        NetworkHttpClient client;

        const auto response = await(client.send(get(server.url())));

        QVERIFY(!response);
        QCOMPARE(response.error().kind, Error::Kind::Network);
    }

    // Qt 6.4 passes these on without an error when the end comes with the last bytes; nothing in them is
    // complete JSON, which is what a reader goes by.
    void whatQtCannotSeeIsNeverCompleteJson_data()
    {
        QTest::addColumn<QByteArray>("bytes");

        QTest::newRow("chunked, cut in a chunk")
            << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n20\r\n{\"data\":"_ba;
        QTest::newRow("chunked, cut between chunks")
            << "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n8\r\n{\"data\":\r\n"_ba;
        QTest::newRow("cut, no length") << "HTTP/1.1 200 OK\r\n\r\n{\"data\":"_ba;
        QTest::newRow("rubbish as gzip")
            << HostileServer::plain(200, "Content-Encoding: gzip\r\n", "\x1f\x8b\x08" + QByteArray(200, 'z'));
        QTest::newRow("gzip cut short") << HostileServer::plain(
            200, "Content-Encoding: gzip\r\n", QByteArray::fromHex("1f8b0800000000000003ab56"));
    }

    void whatQtCannotSeeIsNeverCompleteJson()
    {
        QFETCH(QByteArray, bytes);
        HostileServer server(HostileServer::rawThenClose(bytes));
        NetworkHttpClient client;

        const auto response = await(client.send(get(server.url())));

        if (response)
            QVERIFY(!QJsonDocument::fromJson(response->body).isObject());
        else
            QCOMPARE(response.error().kind, Error::Kind::Network);
    }

    void whatPaysOrChangesSomethingIsSentOnce_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("keptAlive");
        QTest::addColumn<bool>("resets");

        for (const auto &[method, body] : {std::pair{"POST", R"({"prompt":"paid"})"}, {"PATCH", "{}"},
                 {"PUT", "{}"}, {"DELETE", ""}, {"POST", ""}}) {
            const auto name = QByteArray(method) + (*body ? "" : " without body");
            for (const bool keptAlive : {false, true}) {
                for (const bool resets : {false, true})
                    QTest::addRow("%s, %s connection, %s", name.constData(),
                        keptAlive ? "kept-alive" : "fresh", resets ? "reset" : "closed")
                        << QByteArray(method) << QByteArray(body) << keptAlive << resets;
            }
        }
    }

    void whatPaysOrChangesSomethingIsSentOnce()
    {
        QFETCH(bool, keptAlive);
        QFETCH(bool, resets);
        HostileServer server([resets](QTcpSocket *socket, const Request &request) {
            if (request.line().startsWith("GET "))
                socket->write(HostileServer::plain(200, "", "{}"));
            else if (resets)
                HostileServer::reset(socket);
            else
                socket->disconnectFromHost();
        });
        NetworkHttpClient client;
        if (keptAlive)
            QVERIFY(await(client.send(get(server.url()))));
        auto request = get(server.url());
        QFETCH(const QByteArray, method);
        QFETCH(const QByteArray, body);
        request.method = method;
        request.body = body;

        const auto response = await(client.send(request));

        QVERIFY(!response);
        QCOMPARE(response.error().kind, Error::Kind::Network);
        QCOMPARE(changesIn(server.seen()), 1);
        // A resend would come with the next turns of the loop: one more exchange gives it every chance.
        QVERIFY(await(client.send(get(server.url()))));
        QCOMPARE(changesIn(server.seen()), 1);
    }

    void aKeyThatInjectsNeverBecomesAKey()
    {
        QVERIFY(!Secret::fromInput("sk-a\r\nX-Evil: injected"_ba));
        QVERIFY(!Secret::fromInput(QByteArray("sk-a\0b", 6)));
    }

    void tooManyHeaderFieldsEndWithTheDeadline()
    {
        QByteArray fields;
        for (int i = 0; i < 300; ++i)
            fields += "X-Field-" + QByteArray::number(i) + ": a\r\n";
        HostileServer server(HostileServer::raw(HostileServer::plain(200, fields, "{}")));
        NetworkHttpClient client;

        const auto response = await(client.send(get(server.url(), 400ms)));

        QVERIFY(!response); // Qt never ends it (trust.md 3)
        QCOMPARE(response.error().kind, Error::Kind::Timeout);
    }
};

QTEST_GUILESS_MAIN(HostileServerTest)
#include "tst_hostile_server.moc"
