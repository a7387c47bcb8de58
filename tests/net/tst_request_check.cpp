// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/request_check.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class RequestCheckTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void judgesAnAddress_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("refusedAs"); // empty: accepted

        QTest::newRow("https anywhere") << u"https://gateway.example/v1"_s << u""_s;
        QTest::newRow("http to this machine by name") << u"http://localhost:8080/v1"_s << u""_s;
        QTest::newRow("http to this machine, IPv4") << u"http://127.0.0.1/v1"_s << u""_s;
        QTest::newRow("http to the whole loopback net") << u"http://127.9.8.7/v1"_s << u""_s;
        QTest::newRow("http to this machine, IPv6") << u"http://[::1]:9/v1"_s << u""_s;
        QTest::newRow("http elsewhere") << u"http://gateway.example/v1"_s << u"http"_s;
        QTest::newRow("a name that begins like loopback") << u"http://127.0.0.1.example/"_s << u"http"_s;
        QTest::newRow("a name that ends like localhost") << u"http://notlocalhost/"_s << u"http"_s;
        QTest::newRow("a private address is not loopback") << u"http://192.168.1.2/"_s << u"http"_s;
        QTest::newRow("a file") << u"file:///etc/passwd"_s << u"url"_s;
        QTest::newRow("another scheme") << u"ftp://gateway.example/"_s << u"url: scheme"_s;
        QTest::newRow("a password in the address")
            << u"https://me:pw@gateway.example/"_s << u"url: user info"_s;
        QTest::newRow("nothing") << u""_s << u"url"_s;
    }

    void judgesAnAddress()
    {
        QFETCH(QString, address);
        QFETCH(QString, refusedAs);

        const auto checked = checkRequest(HttpRequest{.url = QUrl(address)});

        QCOMPARE(checked.has_value(), refusedAs.isEmpty());
        if (!checked) {
            QCOMPARE(checked.error().kind, Error::Kind::InvalidInput);
            QCOMPARE(checked.error().detail, refusedAs);
        }
    }

    void refusesAHeaderThatInjects_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<bool>("accepted");

        QTest::newRow("plain") << "X-Title"_ba
                               << "two words"_ba << true;
        QTest::newRow("CR LF in the value") << "X-Title"_ba
                                            << "a\r\nX-Evil: b"_ba << false;
        QTest::newRow("LF alone") << "X-Title"_ba
                                  << "a\nb"_ba << false;
        QTest::newRow("NUL") << "X-Title"_ba << QByteArray("a\0b", 3) << false;
        QTest::newRow("tab") << "X-Title"_ba
                             << "a\tb"_ba << false;
        QTest::newRow("not ASCII") << "X-Title"_ba
                                   << "caf\xc3\xa9"_ba << false;
        QTest::newRow("CR LF in the name") << "X\r\nY"_ba
                                           << "a"_ba << false;
        QTest::newRow("colon in the name") << "X: a"_ba
                                           << "a"_ba << false;
        QTest::newRow("no name") << ""_ba
                                 << "a"_ba << false;
        QTest::newRow("the key is not the caller's to write") << "authorization"_ba
                                                              << "Bearer x"_ba << false;
        QTest::newRow("nor is a configuration with keys in it") << "X-Portkey-Config"_ba
                                                                << "{}"_ba << false;
        QTest::newRow("switching decoding off") << "Accept-Encoding"_ba
                                                << "gzip"_ba << false;
    }

    void refusesAHeaderThatInjects()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QFETCH(bool, accepted);
        HttpRequest request{.url = QUrl(u"https://gateway.example/"_s)};
        request.headers.append(name, value);

        const auto checked = checkRequest(request);

        QCOMPARE(checked.has_value(), accepted);
        if (!checked)
            QCOMPARE(checked.error().kind, Error::Kind::InvalidInput);
    }

    void refusesAMethodWithALineBreak()
    {
        const auto checked = checkRequest(
            HttpRequest{.method = "GET / x\r\nY"_ba, .url = QUrl(u"https://gateway.example/"_s)});
        QVERIFY(!checked);
        QCOMPARE(checked.error().kind, Error::Kind::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(RequestCheckTest)
#include "tst_request_check.moc"
