// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/http_capture.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class HttpCaptureTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAResponse_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");

        const auto json = "application/json"_ba;
        const auto row
            = [](const char *name, const QByteArray &bytes, int status, const QByteArray &type,
                  const QByteArray &body) { QTest::newRow(name) << bytes << status << type << body; };
        row("HTTP/1.1", "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"a\":1}\r\n"_ba, 200,
            json, "{\"a\":1}\r\n"_ba);
        row("HTTP/1.0", "HTTP/1.0 404 Not Found\r\n\r\nx"_ba, 404, {}, "x"_ba);
        row("HTTP/2, no reason", "HTTP/2 429 \r\ncontent-type: application/json\r\n\r\n{}"_ba, 429, json,
            "{}"_ba);
        row("HTTP/2, nothing after", "HTTP/2 429\r\ncontent-type: application/json\r\n\r\n{}"_ba, 429, json,
            "{}"_ba);
        row("HTTP/3", "HTTP/3 503\r\n\r\n"_ba, 503, {}, {});
        row("LF alone", "HTTP/1.1 200 OK\ncontent-type:application/json\n\n{}"_ba, 200, json, "{}"_ba);
        row("no end of the fields", "HTTP/1.1 500 No"_ba, 500, {}, {});
        row("a body with blank lines", "HTTP/1.1 200 OK\r\n\r\ndata: a\n\ndata: b\n\n"_ba, 200, {},
            "data: a\n\ndata: b\n\n"_ba);
        row("100 Continue before",
            "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{}"_ba,
            200, json, "{}"_ba);
        row("a proxy before",
            "HTTP/1.1 200 Connection established\r\nVia: x\r\n\r\nHTTP/2 402\r\ncontent-type: application/json\r\n\r\n{}"_ba,
            402, json, "{}"_ba);
        row("a proxy and 100 before",
            "HTTP/1.0 200 OK\r\n\r\nHTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 201 Created\r\n\r\nx"_ba, 201, {},
            "x"_ba);
        row("a redirect that was followed",
            "HTTP/1.1 301 Moved\r\nLocation: /v1\r\n\r\nHTTP/1.1 200 OK\r\n\r\nx"_ba, 200, {}, "x"_ba);
        row("a folded field", "HTTP/1.1 200 OK\r\ncontent-type:\r\n application/json\r\n\r\n{}"_ba, 200, json,
            "{}"_ba);
        row("a field folded twice", "HTTP/1.1 200 OK\r\ncontent-type: a;\r\n\tb;  \r\n c\r\n\r\n{}"_ba, 200,
            "a; b; c"_ba, "{}"_ba);
        row("a mark before", "\xef\xbb\xbfHTTP/1.1 200 OK\r\n\r\nx"_ba, 200, {}, "x"_ba);
    }

    void readsAResponse()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(int, status);
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        const auto response = parseCapture(bytes);
        QVERIFY(response);
        QCOMPARE(response->status, status);
        QCOMPARE(response->headers.value("Content-Type"_ba), type);
        QCOMPARE(response->body, body);
    }

    void aFieldMayComeTwice()
    {
        const auto response
            = parseCapture("HTTP/1.1 200 OK\r\nX-Request-ID: a\r\nx-request-id: b\r\n\r\n"_ba);
        QVERIFY(response);
        QCOMPARE(response->headers.fields().size(), 2);
    }

    void refusesWhatIsNone_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        for (const auto *bytes : {"", "\r\n\r\n", "{\"a\":1}", "HTTP", "HTTP/", "HTTP/1.1", "HTTP/1.1 ",
                 "HTTP/1.1 20", "HTTP/1.1 2000 OK", "HTTP/x 200", "http/1.1 200 OK", "HTTP/1.1 abc",
                 "HTTP/1.1 000", "GET / HTTP/1.1\r\n\r\n", "* Connected\nHTTP/1.1 200 OK\n\n",
                 "HTTP/1.1 100 Continue\r\n\r\n"})
            QTest::newRow(bytes) << QByteArray(bytes);
    }

    void refusesWhatIsNone()
    {
        QFETCH(QByteArray, bytes);
        const auto response = parseCapture(bytes);
        QVERIFY(!response);
        QCOMPARE(response.error().kind, Error::Kind::InvalidInput);
    }

    void staysWithinItsFields()
    {
        const auto many = "HTTP/1.1 200 OK\r\n" + QByteArray("a: b\r\n").repeated(5000) + "\r\nx";
        const auto response = parseCapture(many);
        QVERIFY(response);
        QCOMPARE(response->headers.fields().size(), 1000);
        QCOMPARE(response->body, "x"_ba);
    }

    //! Each line that goes on with a field would copy all that came before it.
    void staysWithinTheLinesOfAField()
    {
        const auto many
            = "HTTP/1.1 200 OK\r\nX: a\r\n" + QByteArray(" a\r\n").repeated(65'536) + "Y: lost\r\n\r\nx";
        const auto response = parseCapture(many);
        QVERIFY(response);
        QCOMPARE(response->headers.value("x"_ba), QByteArray("a ").repeated(1000).chopped(1));
        QCOMPARE(response->headers.fields().size(), 1);
        QCOMPARE(response->body, "x"_ba);
    }

    void staysWithinTheValueOfAField_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::newRow("in one line") << QByteArray(200'000, 'a');
        QTest::newRow("folded") << QByteArray(1000, 'a')
                + QByteArray("\r\n " + QByteArray(1000, 'a')).repeated(200);
    }
    void staysWithinTheValueOfAField()
    {
        QFETCH(QByteArray, lines);
        const auto response = parseCapture("HTTP/1.1 200 OK\r\nX: " + lines + "\r\nY: b\r\n\r\nx");
        QVERIFY(response);
        QCOMPARE(response->headers.value("x"_ba).size(), qsizetype(64) * 1024);
        QCOMPARE(response->headers.value("y"_ba), "b"_ba);
        QCOMPARE(response->body, "x"_ba);
    }
};

QTEST_GUILESS_MAIN(HttpCaptureTest)
#include "tst_http_capture.moc"
