// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/network_http_client.h"
#include "support/await.h"
#include "support/hostile_server.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray StreamHead = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nX-Request-ID: a\r\n"
                              "X-Request-ID: b\r\nTransfer-Encoding: chunked\r\n\r\n"_ba;

HttpRequest post(const QUrl &url)
{
    return HttpRequest{.method = "POST"_ba, .url = url, .body = R"({"stream":true})"_ba, .deadline = 20s};
}

QByteArray chunk(const QByteArray &bytes)
{
    return QByteArray::number(bytes.size(), 16) + "\r\n" + bytes + "\r\n";
}

} // namespace

class StreamingClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    //! The server says the second part only after the first has been heard.
    void handsOverTheBodyAsItComes()
    {
        QPointer<QTcpSocket> open;
        HostileServer server([&open](QTcpSocket *socket, const HostileServer::Request &) {
            open = socket;
            socket->write(StreamHead + chunk("one "_ba));
        });
        NetworkHttpClient client;
        QByteArray heard;
        int began = 0;
        HttpHeaders headers;
        StreamOrder order;
        order.begun = [&](int status, const HttpHeaders &fields) {
            began += status;
            headers = fields;
        };
        order.received = [&](QByteArrayView bytes) {
            heard += bytes;
            if (heard == "one ")
                open->write(chunk("two"_ba) + "0\r\n\r\n");
        };

        const auto answer = await(client.stream(post(server.url()), order));

        QVERIFY2(!answer.problem, answer.problem ? qPrintable(answer.problem->detail) : "");
        QCOMPARE(heard, "one two"_ba);
        QCOMPARE(began, 200);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.bytes, 7);
        QByteArrayList ids;
        for (const auto &[name, value] : headers.fields()) {
            if (name.compare("x-request-id", Qt::CaseInsensitive) == 0)
                ids.append(value);
        }
        QCOMPARE(ids, (QByteArrayList{"a"_ba, "b"_ba}));
    }

    //! What is done with the bytes keeps the window waiting: it gets a turn between one slice and the next.
    void aLargeAnswerComesWholeAndInSlices()
    {
        constexpr qsizetype LargestSlice = 64 * 1024;
        const auto body = QByteArray("0123456789abcdef").repeated(256 * 1024);
        HostileServer server(HostileServer::raw(HostileServer::plain(200, "", body)));
        NetworkHttpClient client;
        QByteArray heard;
        qsizetype largest = 0;
        StreamOrder order;
        order.received = [&](QByteArrayView bytes) {
            heard += bytes;
            largest = std::max(largest, bytes.size());
        };

        const auto answer = await(client.stream(post(server.url()), order));

        QVERIFY2(!answer.problem, answer.problem ? qPrintable(answer.problem->detail) : "");
        QVERIFY(heard == body);
        QCOMPARE(answer.bytes, body.size());
        QVERIFY(largest <= LargestSlice);
    }

    void tellsItsTimesAndAConnectionThatIsReused()
    {
        HostileServer server(HostileServer::raw(HostileServer::plain(200, "", "{}")));
        NetworkHttpClient client;
        auto named = server.url();
        named.setHost(u"localhost"_s);

        const auto first = await(client.stream(post(named), {}));
        const auto second = await(client.stream(post(named), {}));

        QVERIFY(!first.problem && !second.problem);
        QCOMPARE(server.connections(), 1);
        QVERIFY(!first.timings.isReused);
        QVERIFY(first.timings.dns && first.timings.connect && first.timings.requestSent);
        QVERIFY(!first.timings.tls);
        QVERIFY(first.timings.firstByte);
        QVERIFY(*first.timings.firstByte <= first.timings.total);
        QVERIFY(second.timings.isReused);
        QVERIFY(!second.timings.dns && !second.timings.connect && !second.timings.tls);
        QVERIFY(second.timings.firstByte);
    }

    void keepsWhatCameBeforeTheAnswerBroke()
    {
        HostileServer server(HostileServer::rawThenClose(StreamHead + chunk("half"_ba)));
        NetworkHttpClient client;
        QByteArray heard;
        StreamOrder order;
        order.received = [&heard](QByteArrayView bytes) { heard += bytes; };

        const auto answer = await(client.stream(post(server.url()), order));

        QCOMPARE(heard, "half"_ba);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.problem);
        QCOMPARE(answer.problem->kind, Error::Kind::Network);
    }

    void stoppingClosesTheConnection_data()
    {
        QTest::addColumn<QByteArray>("said");

        QTest::newRow("before the answer") << ""_ba;
        QTest::newRow("in the middle of it") << StreamHead + chunk("half"_ba);
    }

    void stoppingClosesTheConnection()
    {
        QFETCH(QByteArray, said);
        std::stop_source stop;
        HostileServer server([&](QTcpSocket *socket, const HostileServer::Request &) {
            socket->write(said);
            if (said.isEmpty())
                stop.request_stop();
        });
        NetworkHttpClient client;
        StreamOrder order;
        order.stop = stop.get_token();
        order.received = [&stop](QByteArrayView) { stop.request_stop(); };

        const auto answer = await(client.stream(post(server.url()), order));

        QVERIFY(answer.problem);
        QCOMPARE(answer.problem->kind, Error::Kind::Cancelled);
        QCOMPARE(answer.status.has_value(), !said.isEmpty());
        QTRY_COMPARE(server.open(), 0);
        QCOMPARE(server.seen().size(), 1);
    }

    void endsWhereNothingIsSaidForTooLong()
    {
        HostileServer server(HostileServer::raw(StreamHead + chunk("half"_ba)));
        NetworkHttpClient client;
        StreamOrder order;
        order.silence = 1s;

        const auto answer = await(client.stream(post(server.url()), order));

        QVERIFY(answer.problem);
        QCOMPARE(answer.problem->kind, Error::Kind::Timeout);
        QCOMPARE(answer.status, 200);
        QTRY_COMPARE(server.open(), 0);
    }

    //! One byte after the other never is silence (trust.md 0.8).
    void endsAtItsDeadlineWhateverTrickles()
    {
        QTimer trickle;
        HostileServer server([&trickle](QTcpSocket *socket, const HostileServer::Request &) {
            socket->write(StreamHead);
            QObject::connect(&trickle, &QTimer::timeout, socket, [socket] { socket->write(chunk("x"_ba)); });
            trickle.start(20);
        });
        NetworkHttpClient client;
        auto request = post(server.url());
        request.deadline = 2s;

        const auto answer = await(client.stream(request, {}));

        QVERIFY(answer.problem);
        QCOMPARE(answer.problem->kind, Error::Kind::Timeout);
        QVERIFY(answer.bytes > 0);
    }

    void refusesMoreThanItWasToldToTake()
    {
        HostileServer server(HostileServer::raw(HostileServer::plain(200, "", QByteArray(5000, 'x'))));
        NetworkHttpClient client;
        auto request = post(server.url());
        request.maxBytes = 1000;

        const auto answer = await(client.stream(request, {}));

        QVERIFY(answer.problem);
        QCOMPARE(answer.problem->kind, Error::Kind::TooLarge);
    }

    void sendsNothingThatMustNotBeSent()
    {
        NetworkHttpClient client;

        const auto answer = await(client.stream(post(QUrl(u"http://gateway.example/v1"_s)), {}));

        QVERIFY(answer.problem);
        QCOMPARE(answer.problem->kind, Error::Kind::InvalidInput);
        QVERIFY(!answer.status);
    }
};

QTEST_GUILESS_MAIN(StreamingClientTest)
#include "tst_streaming_client.moc"
