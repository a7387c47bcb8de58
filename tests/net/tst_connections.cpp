// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/network_http_client.h"
#include "support/await.h"
#include "support/hostile_server.h"

#include <QPointer>
#include <QTest>

#include <vector>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray StreamHead = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n4\r\none \r\n"_ba;
const QByteArray StreamRest = "3\r\ntwo\r\n0\r\n\r\n"_ba;
const QByteArray Whole = HostileServer::plain(200, "", "{}");

HttpRequest post(const QUrl &url)
{
    return HttpRequest{.method = "POST"_ba, .url = url, .body = "{}"_ba, .deadline = 5s};
}

//! A stream that is under way beside what a test does.
struct Followed {
    void start(NetworkHttpClient &client, const QUrl &url)
    {
        StreamOrder order;
        order.stop = stop.get_token();
        order.received = [this](QByteArrayView bytes) { heard += bytes; };
        task.emplace(client.stream(post(url), order).then([this](StreamedAnswer told) { answer = told; }));
    }

    QByteArray heard;
    std::stop_source stop;
    std::optional<StreamedAnswer> answer;
    std::optional<QCoro::Task<>> task;
};

} // namespace

//! Which connection a request goes over, and what becomes of it when the network is another one.
class ConnectionsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    //! Qt by itself lets it wait, with its deadline running, until one of the six has ended.
    void aRequestBesideSixStreamsIsSentAtOnce()
    {
        HostileServer server([&server](QTcpSocket *socket, const HostileServer::Request &) {
            socket->write(server.seen().size() <= 6 ? StreamHead : Whole);
        });
        NetworkHttpClient client;
        std::vector<Followed> six(6);
        for (auto &one : six)
            one.start(client, server.url());
        QTRY_COMPARE(server.seen().size(), 6);

        const auto seventh = await(client.stream(post(server.url()), {}));
        const auto eighth = await(client.stream(post(server.url()), {}));
        const auto poll = await(client.send(HttpRequest{.url = server.url(), .deadline = 5s}));

        QVERIFY2(!seventh.problem, seventh.problem ? qPrintable(seventh.problem->detail) : "");
        QVERIFY(!seventh.timings.isReused);
        QVERIFY(!eighth.problem);
        QVERIFY(eighth.timings.isReused);
        QVERIFY(poll);
        QCOMPARE(server.connections(), 7);
        for (auto &one : six) {
            QVERIFY(!one.answer);
            one.stop.request_stop();
        }
        for (auto &one : six)
            QTRY_VERIFY(one.answer);
    }

    void anAnswerThatEndsByClosingIsWhole()
    {
        HostileServer server(
            HostileServer::rawThenClose("HTTP/1.1 529 Text\r\n\r\n" + QByteArray(5000, 'x')));
        NetworkHttpClient client;
        for (int time = 0; time < 20; ++time) { // Qt is of two minds
            const auto streamed = await(client.stream(post(server.url()), {}));
            const auto sent = await(client.send(post(server.url())));

            QVERIFY2(!streamed.problem, streamed.problem ? qPrintable(streamed.problem->detail) : "");
            QCOMPARE(streamed.bytes, 5000);
            QVERIFY2(sent, sent ? "" : qPrintable(sent.error().detail));
            QCOMPARE(sent->body.size(), 5000);
        }
        QCOMPARE(server.seen().size(), 40);
    }

    //! Its body would leave before anybody could hold it back.
    void whatIsStoppedAlreadyIsNotSent()
    {
        HostileServer server(HostileServer::raw(Whole));
        NetworkHttpClient client;
        std::stop_source stop;
        stop.request_stop();
        QVERIFY(!await(client.stream(post(server.url()), {})).problem);

        StreamOrder order;
        order.stop = stop.get_token();
        const auto stopped = await(client.stream(post(server.url()), order));
        const auto next = await(client.stream(post(server.url()), {}));

        QVERIFY(stopped.problem);
        QCOMPARE(stopped.problem->kind, Error::Kind::Cancelled);
        QVERIFY(!stopped.status);
        QVERIFY(next.timings.isReused);
        QCOMPARE(server.seen().size(), 2);
    }

    void aStreamOutlivesAChangeOfNetwork()
    {
        QPointer<QTcpSocket> first;
        HostileServer server([&first](QTcpSocket *socket, const HostileServer::Request &) {
            socket->write(first ? Whole : StreamHead);
            if (!first)
                first = socket;
        });
        NetworkHttpClient client;
        Followed stream;
        stream.start(client, server.url());
        QTRY_COMPARE(stream.heard, "one "_ba);

        client.renewConnections();
        client.renewConnections();
        const auto next = await(client.stream(post(server.url()), {}));
        first->write(StreamRest);

        QTRY_VERIFY(stream.answer);
        QVERIFY2(!stream.answer->problem,
            stream.answer->problem ? qPrintable(stream.answer->problem->detail) : "");
        QCOMPARE(stream.heard, "one two"_ba);
        QVERIFY(!next.problem);
        QVERIFY(!next.timings.isReused);
        QCOMPARE(server.connections(), 2);
        QTRY_COMPARE(server.open(), 1); // what is old is gone once nothing needs it
    }

    void aStreamFromBeforeEndsWithTheClient()
    {
        HostileServer server(HostileServer::raw(StreamHead));
        auto client = std::make_unique<NetworkHttpClient>();
        Followed stream;
        stream.start(*client, server.url());
        QTRY_COMPARE(stream.heard, "one "_ba);
        client->renewConnections();

        client.reset();

        QTRY_VERIFY(stream.answer);
        QVERIFY(stream.answer->problem);
        QCOMPARE(stream.answer->problem->kind, Error::Kind::Cancelled);
        QTRY_COMPARE(server.open(), 0);
    }
};

QTEST_GUILESS_MAIN(ConnectionsTest)
#include "tst_connections.moc"
