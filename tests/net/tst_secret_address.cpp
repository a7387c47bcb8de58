// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/network_http_client.h"
#include "net/secret_address.h"
#include "net/signature.h"
#include "support/await.h"
#include "support/hostile_server.h"

#include <QLoggingCategory>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

QStringList logged;

void remember(QtMsgType /*type*/, const QMessageLogContext & /*context*/, const QString &text)
{
    logged.append(text);
}

Secret secret(const QByteArray &text)
{
    return *Secret::fromInput(text);
}

SecretAddress address(const QByteArray &text, const QByteArray &query = {})
{
    return {std::make_shared<const Secret>(secret(text)), query};
}

} // namespace

//! Addresses that are secrets, and what is signed with one.
class SecretAddressTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void takesHttpsAndThisMachineAlone_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("refused");

        QTest::newRow("https") << "https://hooks.example.com/services/T0/B0/abcdefgh"_ba
                               << u"hooks.example.com"_s << QString();
        QTest::newRow("https with a port")
            << "https://chat.example.com:8443/hook"_ba << u"chat.example.com:8443"_s << QString();
        QTest::newRow("http here") << "http://127.0.0.1:9/hook"_ba << u"127.0.0.1:9"_s << QString();
        QTest::newRow("http elsewhere") << "http://hooks.example.com/x"_ba << QString() << u"http"_s;
        QTest::newRow("another scheme") << "ftp://hooks.example.com/x"_ba << QString() << u"url: scheme"_s;
        QTest::newRow("a file") << "file:///etc/passwd"_ba << QString() << u"url"_s;
        QTest::newRow("a password in it")
            << "https://me:word@hooks.example.com/x"_ba << QString() << u"url: user info"_s;
        QTest::newRow("no address") << "hunter2"_ba << QString() << u"url"_s;
    }

    void takesHttpsAndThisMachineAlone()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, host);
        QFETCH(QString, refused);

        const auto seen = hostOf(secret(text));

        QCOMPARE(seen.value_or(QString()), host);
        QCOMPARE(seen ? QString() : seen.error().detail, refused);
    }

    void addsAQueryBehindItsOwn()
    {
        QCOMPARE(urlOf(address("https://x.example/send?access_token=a%2Bb", "timestamp=1&sign=c%2Bd%3D"))
                     ->toEncoded(),
            "https://x.example/send?access_token=a%2Bb&timestamp=1&sign=c%2Bd%3D"_ba);
        QCOMPARE(urlOf(address("https://x.example/send", "sign=1"))->toEncoded(),
            "https://x.example/send?sign=1"_ba);
    }

    void takesOutWhatIsSaidBack_data()
    {
        QTest::addColumn<QByteArray>("kept");
        QTest::addColumn<QString>("said");
        QTest::addColumn<QString>("left");

        const auto hook = "https://hooks.example.com/services/T0/B0/abcd1234"_ba;
        QTest::newRow("the whole address")
            << hook << u"no hook %1 here"_s.arg(QString::fromLatin1(hook)) << u"no hook … here"_s;
        QTest::newRow("a part of its path") << hook << u"abcd1234 is unknown"_s << u"… is unknown"_s;
        QTest::newRow("a value of its query")
            << "https://x.example/send?key=73febdcb-1b38"_ba << u"bad key 73febdcb-1b38"_s << u"bad key …"_s;
        QTest::newRow("a token") << "word-of-mouth"_ba << u"not word-of-mouth!"_s << u"not …!"_s;
        QTest::newRow("nothing of it") << hook << u"channel_not_found"_s << u"channel_not_found"_s;
    }

    void takesOutWhatIsSaidBack()
    {
        QFETCH(QByteArray, kept);
        QFETCH(QString, said);
        QTEST(withoutSecret(said, secret(kept)), "left");
    }

    void postsToItAndLogsNoMoreThanTheHost()
    {
        HostileServer server(HostileServer::raw(HostileServer::plain(200, "", "ok")));
        NetworkHttpClient client;
        HttpRequest request{.method = "POST"_ba, .body = "{}"_ba, .credentialHeader = CredentialHeader::None};
        request.secretAddress
            = address(server.url(u"/services/canary-in-the-path?token=canary-in-the-query"_s).toEncoded(),
                "sign=a%2Fb");
        logged.clear();
        QLoggingCategory::setFilterRules(u"*=true"_s);
        const auto before = qInstallMessageHandler(remember);

        const auto answer = await(client.send(request));

        qInstallMessageHandler(before);
        QLoggingCategory::setFilterRules({});
        QVERIFY(answer);
        QCOMPARE(answer->status, 200);
        QCOMPARE(server.seen().constFirst().line(),
            "POST /services/canary-in-the-path?token=canary-in-the-query&sign=a%2Fb HTTP/1.1"_ba);
        QVERIFY(logged.join(u'\n').contains(u"127.0.0.1"_s)); // the log was really on
        QVERIFY2(!logged.join(u'\n').contains(u"canary"_s), qPrintable(logged.join(u'\n')));
    }

    void refusesWithoutTellingTheAddress()
    {
        NetworkHttpClient client;
        HttpRequest request{.method = "POST"_ba, .body = "{}"_ba};
        request.secretAddress = address("http://hooks.example.com/canary");
        const auto answer = await(client.send(request));
        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::InvalidInput);
        QCOMPARE(answer.error().detail, u"http"_s);
    }

    void signsAsOthersDo()
    {
        // RFC 4231, test case 2
        QCOMPARE(hmacSha256(secret("Jefe"), "what do ya want for nothing?"_ba).toHex(),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843"_ba);
        // Python: hmac.new(secret, timestamp + b"\n" + secret, sha256)
        QCOMPARE(hmacOfLineAndSecret(secret("SECtest-0123456789"), "1781773320000"_ba).toBase64(),
            "uk9crLb6j84KbP/9CZSoPBMB6qnbq9I8I3bqi+EYrlg="_ba);
        // Python: hmac.new(timestamp + b"\n" + secret, b"", sha256)
        QCOMPARE(hmacKeyedByLineAndSecret(secret("SECtest-0123456789"), "1781773320"_ba).toBase64(),
            "P87nmQ90e968Kqy9jWEhjiM4sKDNF+5MYZo05SmxA0E="_ba);
    }
};

QTEST_GUILESS_MAIN(SecretAddressTest)
#include "tst_secret_address.moc"
