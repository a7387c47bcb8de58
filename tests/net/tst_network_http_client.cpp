// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/network_http_client.h"
#include "support/await.h"
#include "support/fake_gateway.h"

#include <QLoggingCategory>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray Key = "sk-test-0123456789abcdef"_ba;

HttpRequest get(const QUrl &url)
{
    return HttpRequest{.url = url,
        .credential = std::make_shared<const Secret>(Secret::fromInput(Key).value_or(Secret())),
        .deadline = 10s};
}

QString logged;
void remember(QtMsgType, const QMessageLogContext &, const QString &text)
{
    logged += text + u'\n';
}

} // namespace

class NetworkHttpClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anErrorStatusIsAnAnswer_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("fields");

        for (const int status : {200, 201, 204, 301, 302, 304, 307, 400, 401, 402, 403, 404, 405, 407, 408,
                 409, 410, 418, 422, 423, 429, 451, 500, 501, 502, 503, 504, 524, 529})
            QTest::addRow("%d", status) << status << "Content-Type: application/json\r\n"_ba;
        QTest::newRow("401 with a challenge") << 401 << "WWW-Authenticate: Basic realm=\"x\"\r\n"_ba;
        QTest::newRow("401 with a bearer challenge") << 401 << "WWW-Authenticate: Bearer\r\n"_ba;
    }

    void anErrorStatusIsAnAnswer()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, fields);
        const auto hasBody = status != 204 && status != 304;
        const auto body = hasBody ? R"({"code":"SAID_SO"})"_ba : ""_ba;
        HostileServer server(
            HostileServer::raw(HostileServer::plain(status, fields + "Retry-After: 7\r\n", body)));
        NetworkHttpClient client;

        const auto response = await(client.send(get(server.url())));

        QVERIFY2(response, response ? "" : qPrintable(response.error().detail));
        QCOMPARE(response->status, status);
        QCOMPARE(response->headers.value("retry-after"_ba), "7"_ba);
        QCOMPARE(response->body, body);
        QCOMPARE(server.seen().size(), 1);
    }

    void writesTheKeyWhereTheGatewayWantsIt_data()
    {
        QTest::addColumn<int>("header");
        QTest::addColumn<QByteArray>("expected");

        QTest::newRow("bearer") << int(CredentialHeader::Bearer) << "authorization: bearer "_ba + Key;
        QTest::newRow("x-api-key") << int(CredentialHeader::XApiKey) << "x-api-key: "_ba + Key;
        QTest::newRow("x-portkey-config")
            << int(CredentialHeader::PortkeyConfig) << "x-portkey-config: "_ba + Key;
        QTest::newRow("none") << int(CredentialHeader::None) << ""_ba;
    }

    void writesTheKeyWhereTheGatewayWantsIt()
    {
        QFETCH(int, header);
        QFETCH(QByteArray, expected);
        HostileServer server(HostileServer::raw(HostileServer::plain(200, "", "{}")));
        NetworkHttpClient client;
        auto request = get(server.url());
        request.credentialHeader = static_cast<CredentialHeader>(header);

        QVERIFY(await(client.send(request)));

        QCOMPARE(server.seen().size(), 1);
        const auto &seen = server.seen().constFirst();
        QCOMPARE(seen.has(Key), !expected.isEmpty());
        QVERIFY(seen.has(expected));
        QVERIFY(seen.has("user-agent: tollkeeper/"_ba));
        QVERIFY(!seen.has("cookie:"_ba));
    }

    void sendsABodyWithItsLength()
    {
        HostileServer server(HostileServer::raw(HostileServer::plain(200, "", "{}")));
        NetworkHttpClient client;
        auto request = get(server.url());
        request.method = "POST"_ba;
        request.body = QByteArray(300'000, 'a');

        const auto response = await(client.send(request));

        QVERIFY(response);
        QCOMPARE(server.seen().size(), 1);
        QCOMPARE(server.seen().constFirst().body, request.body);
        QVERIFY(server.seen().constFirst().has("content-type: application/json"_ba));
    }

    void keepsARequestIdThatComesTwice()
    {
        HostileServer server(HostileServer::raw(
            HostileServer::plain(200, "X-Request-ID: one\r\nX-Request-ID: two\r\nVary: a, b\r\n", "{}")));
        NetworkHttpClient client;

        const auto response = await(client.send(get(server.url())));

        QVERIFY(response);
        QByteArrayList ids;
        for (const auto &[name, value] : response->headers.fields()) {
            if (name.compare("x-request-id", Qt::CaseInsensitive) == 0)
                ids.append(value);
        }
        QCOMPARE(ids, (QByteArrayList{"one"_ba, "two"_ba}));
        QCOMPARE(response->headers.value("vary"_ba), "a, b"_ba);
    }

    void keepsNoCookie()
    {
        FakeGateway gateway;
        gateway.on("GET /v1/x"_ba, {200, {{"Set-Cookie"_ba, "a=b"_ba}}, "{}"_ba});
        NetworkHttpClient client;

        QVERIFY(await(client.send(get(gateway.url(u"/v1/x?page=1"_s)))));
        QVERIFY(await(client.send(get(gateway.url(u"/v1/x?page=2"_s)))));

        QCOMPARE(gateway.seen(), (QList<QByteArray>{"GET /v1/x?page=1"_ba, "GET /v1/x?page=2"_ba}));
        QVERIFY(!gateway.requests().constLast().has("cookie"_ba));
    }

    void readsALargeBodyWhole_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<bool>("closes");

        const QByteArray body(5'000'000, 'y');
        const auto deflated = qCompress(body, 9).mid(4); // what "deflate" means: a zlib stream
        const auto plain = HostileServer::plain(200, "", body);
        const auto untilClose = "HTTP/1.1 200 OK\r\n\r\n"_ba + body;
        const auto chunked = "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
            + QByteArray::number(body.size(), 16) + "\r\n" + body + "\r\n0\r\n\r\n";
        const auto packed = HostileServer::plain(200, "Content-Encoding: deflate\r\n", deflated);
        const auto packedUntilClose = "HTTP/1.1 200 OK\r\nContent-Encoding: deflate\r\n\r\n" + deflated;

        QTest::newRow("with its length") << plain << false;
        QTest::newRow("with its length, then closed") << plain << true;
        QTest::newRow("until the connection closes") << untilClose << true;
        QTest::newRow("chunked") << chunked << false;
        QTest::newRow("chunked, then closed") << chunked << true;
        QTest::newRow("packed") << packed << false;
        QTest::newRow("packed, then closed") << packed << true;
        QTest::newRow("packed, until the connection closes") << packedUntilClose << true;
    }

    void readsALargeBodyWhole()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(bool, closes);
        HostileServer server(closes ? HostileServer::rawThenClose(bytes) : HostileServer::raw(bytes));
        NetworkHttpClient client;

        const auto response = await(client.send(get(server.url())));

        QVERIFY2(response, response ? "" : qPrintable(response.error().detail));
        QCOMPARE(response->body.size(), 5'000'000);
    }

    void refusesPlainHttpToAnotherMachineWithoutSending()
    {
        NetworkHttpClient client;
        const auto response = await(client.send(get(QUrl(u"http://gateway.invalid/v1"_s))));
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Error::Kind::InvalidInput);
        QCOMPARE(response.error().detail, u"http"_s);
    }

    void sendsNothingWhenAHeaderInjects()
    {
        HostileServer server(HostileServer::raw(HostileServer::plain(200, "", "{}")));
        NetworkHttpClient client;
        auto request = get(server.url());
        request.headers.append("X-Title"_ba, "a\r\nX-Evil: injected"_ba);

        const auto response = await(client.send(request));

        QVERIFY(!response);
        QCOMPARE(response.error().kind, Error::Kind::InvalidInput);
        QCOMPARE(server.connections(), 0);
    }

    void saysWhenAHostDoesNotExist()
    {
        NetworkHttpClient client;
        const auto response = await(client.send(get(QUrl(u"https://does-not-exist.invalid/v1"_s))));
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Error::Kind::HostNotFound);
    }

    void saysWhenNobodyListens()
    {
        NetworkHttpClient client;
        const auto response = await(client.send(get(QUrl(u"http://127.0.0.1:1/"_s))));
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Error::Kind::Network);
    }

    void logsNeitherKeyNorQueryNorBody()
    {
        HostileServer server(HostileServer::raw(
            HostileServer::plain(403, "X-Echo: canary-header\r\n", "{\"echo\":\"canary-body\"}")));
        NetworkHttpClient client;
        QLoggingCategory::setFilterRules(u"*=true"_s);
        logged.clear();
        auto *const before = qInstallMessageHandler(remember);

        const auto answered = await(client.send(get(server.url(u"/v1/x?q=canary-query"_s))));
        const auto broken = await(client.send(get(QUrl(u"http://127.0.0.1:1/v1/y?q=canary-query"_s))));

        qInstallMessageHandler(before);
        QLoggingCategory::setFilterRules(QString());
        QVERIFY(answered);
        QVERIFY(!broken);
        QVERIFY(!broken.error().detail.contains(u"canary"_s));
        QVERIFY2(!logged.contains(QString::fromLatin1(Key)), qPrintable(logged));
        const auto ours = logged.split(u'\n').filter(u"127.0.0.1"_s);
        QVERIFY2(!ours.filter(u"/v1/x 403"_s).isEmpty(), qPrintable(logged));
        QVERIFY2(ours.filter(u"canary"_s).isEmpty(), qPrintable(ours.join(u'\n')));
    }

    void aDestroyedClientCancelsWhatIsUnderWay()
    {
        HostileServer server([](QTcpSocket *, const HostileServer::Request &) {});
        auto client = std::make_unique<NetworkHttpClient>();
        std::optional<Result<HttpResponse>> answer;
        auto task = client->send(get(server.url())).then([&answer](Result<HttpResponse> got) {
            answer.emplace(got);
        });
        QTRY_COMPARE(server.seen().size(), 1);

        client.reset();

        QTRY_VERIFY(answer.has_value());
        QVERIFY(!answer->has_value());
        QCOMPARE(answer->error().kind, Error::Kind::Cancelled);
        QTRY_COMPARE(server.open(), 0);
    }

    void renewedConnectionsCancelTheOldAndServeTheNext()
    {
        bool silent = true;
        HostileServer server([&silent](QTcpSocket *socket, const HostileServer::Request &) {
            if (!silent)
                socket->write(HostileServer::plain(200, "", "{}"));
        });
        NetworkHttpClient client;
        std::optional<Result<HttpResponse>> answer;
        auto task = client.send(get(server.url())).then([&answer](Result<HttpResponse> got) {
            answer.emplace(got);
        });
        QTRY_COMPARE(server.seen().size(), 1);
        silent = false;

        client.renewConnections();
        const auto next = await(client.send(get(server.url())));

        QVERIFY(next);
        QVERIFY(answer.has_value());
        QCOMPARE(answer->error().kind, Error::Kind::Cancelled);
        QCOMPARE(server.connections(), 2);
    }
};

QTEST_GUILESS_MAIN(NetworkHttpClientTest)
#include "tst_network_http_client.moc"
