// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/curl_mail_client.h"
#include "support/await.h"
#include "support/mail_server.h"

#include <QJsonArray>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

Mail mailTo(const MailServer &server)
{
    return Mail{.host = u"127.0.0.1"_s,
        .port = server.port(),
        .security = MailSecurity::None,
        .from = u"tollkeeper@example.com"_s,
        .to = {u"finance@example.com"_s, u"platform@example.com"_s},
        .subject = u"Budget at 80%"_s,
        .body = u"$800.00 of $1,000.00 is used."_s,
        .date = QDateTime(QDate(2026, 6, 18), QTime(9, 2), Qt::UTC)};
}

void logIn(Mail &mail, const QByteArray &password)
{
    mail.user = u"tollkeeper"_s;
    mail.password = std::make_shared<const Secret>(*Secret::fromPassword(password));
}

} // namespace

//! E-mail to a real server on this machine, and to servers that fail.
class CurlMailClientTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        if (QProcess::execute(u"/usr/bin/python3"_s, {u"-c"_s, u"import aiosmtpd"_s}) != 0)
            QSKIP("python3-aiosmtpd is not here");
    }

    void arrivesAsItWasMeant_data()
    {
        QTest::addColumn<QString>("subject");
        QTest::addColumn<QString>("body");

        QTest::newRow("plain") << u"Budget at 80%"_s << u"$800.00 of $1,000.00 is used."_s;
        QTest::newRow("another script")
            << u"预算已用 80%：平台团队的本月预算，还剩两百美元，预计二十五日用完，请看一看"_s
            << u"已用 $800.00，还剩 $200.00。"_s;
        QTest::newRow("emoji and quotes")
            << u"“ci-evals” 🔑 expires in 7 days"_s << u"Rotate it now. = 100%"_s;
        QTest::newRow("a long subject") << QString(180, u'x') << u"."_s;
        QTest::newRow("lines and dots") << u"s"_s << u"one\n.\n..two\n\nFrom me\n"_s + QString(2000, u'y');
    }

    void arrivesAsItWasMeant()
    {
        QFETCH(QString, subject);
        QFETCH(QString, body);
        MailServer server;
        QVERIFY(server.start(u"plain"_s));
        CurlMailClient client;
        auto mail = mailTo(server);
        mail.subject = subject;
        mail.body = body;

        const auto answer = await(client.send(mail));

        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
        QCOMPARE(*answer, u"250 2.0.0 kept as number 7"_s);
        const auto seen = server.next();
        QCOMPARE(seen["from"_L1].toString(), mail.from);
        QCOMPARE(seen["to"_L1].toVariant().toStringList(), mail.to);
        QCOMPARE(seen["hello"_L1].toString(), u"[127.0.0.1]"_s);
        const auto headers = seen["headers"_L1].toObject();
        QCOMPARE(headers["Subject"_L1].toString(), subject);
        QCOMPARE(headers["From"_L1].toString(), u"Tollkeeper <tollkeeper@example.com>"_s);
        QCOMPARE(headers["Date"_L1].toString(), u"Thu, 18 Jun 2026 09:02:00 +0000"_s);
        QCOMPARE(headers["Auto-Submitted"_L1].toString(), u"auto-generated"_s);
        QCOMPARE(seen["type"_L1].toString(), u"text/plain"_s);
        QCOMPARE(seen["charset"_L1].toString(), u"utf-8"_s);
        QCOMPARE(seen["text"_L1].toString().replace("\r\n"_L1, "\n"_L1).trimmed(), body.trimmed());
        QVERIFY(seen["longest_line"_L1].toInt() <= 998); // RFC 5321, 4.5.3.1
    }

    void sayingWhatWentWrong_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("text");

        using Kind = Error::Kind;
        QTest::newRow("come back later")
            << u"greylist"_s << Kind::Rejected << u"450"_s << u"450 4.2.0 come back later"_s;
        QTest::newRow("no such recipient") << u"unknown"_s << Kind::Rejected << u"550"_s
                                           << u"550 5.1.1 no such mailbox <finance@example.com>"_s;
        QTest::newRow("mailbox full")
            << u"full"_s << Kind::Rejected << u"552"_s << u"552 5.2.2 mailbox is full"_s;
        QTest::newRow("silence") << u"silent"_s << Kind::Timeout << QString() << u"127.0.0.1"_s;
        QTest::newRow("silence after the greeting")
            << u"hangs"_s << Kind::Timeout << QString() << u"127.0.0.1"_s;
        QTest::newRow("a dropped connection") << u"drops"_s << Kind::Network << QString() << QString();
    }

    void sayingWhatWentWrong()
    {
        QFETCH(QString, mode);
        QFETCH(Error::Kind, kind);
        QFETCH(QString, code);
        QFETCH(QString, text);
        MailServer server;
        QVERIFY(server.start(mode));
        CurlMailClient client;
        auto mail = mailTo(server);
        mail.deadline = kind == Error::Kind::Timeout ? 500ms : 30s;

        const auto answer = await(client.send(mail));

        QVERIFY(!answer);
        QCOMPARE(toText(answer.error().kind), toText(kind));
        QCOMPARE(answer.error().code, code);
        if (!text.isEmpty())
            QCOMPARE(answer.error().detail, text);
    }

    void nobodyListens()
    {
        MailServer server;
        CurlMailClient client;
        auto mail = mailTo(server);
        mail.port = 1;
        QCOMPARE(await(client.send(mail)).error().kind, Error::Kind::Network);
    }

    void logsInWithThePassword()
    {
        MailServer server;
        QVERIFY(server.start(u"login"_s));
        CurlMailClient client;
        auto mail = mailTo(server);
        logIn(mail, "right-password");

        const auto answer = await(client.send(mail));

        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
        QVERIFY(server.next()["login"_L1].toBool());
    }

    void saysThatTheLoginWasRefused()
    {
        MailServer server;
        QVERIFY(server.start(u"login"_s));
        CurlMailClient client;
        auto mail = mailTo(server);
        logIn(mail, "wrong-password");

        const auto answer = await(client.send(mail));

        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::LoginRefused);
        QCOMPARE(answer.error().code, u"535"_s);
        QVERIFY(!answer.error().detail.contains(u"wrong-password"_s));
    }

    void aPasswordThatIsSaidBackStaysAway()
    {
        MailServer server;
        QVERIFY(server.start(u"echo"_s));
        CurlMailClient client;
        auto mail = mailTo(server);
        logIn(mail, "right-password");
        QCOMPARE(await(client.send(mail)).error().detail, u"554 5.7.1 denied for …"_s);
    }

    void encryptsAndChecksTheCertificate_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<MailSecurity>("security");
        QTest::newRow("starttls") << u"starttls"_s << MailSecurity::StartTls;
        QTest::newRow("tls") << u"tls"_s << MailSecurity::Tls;
    }

    void encryptsAndChecksTheCertificate()
    {
        QFETCH(QString, mode);
        QFETCH(MailSecurity, security);
        MailServer server;
        QVERIFY(server.makeCertificate());
        QVERIFY(server.start(mode));
        auto mail = mailTo(server);
        mail.security = security;
        CurlMailClient stranger;
        const auto refused = await(stranger.send(mail));
        QVERIFY(!refused);
        QCOMPARE(refused.error().kind, Error::Kind::Tls);
        QVERIFY(refused.error().code.isEmpty());

        CurlMailClient friendly(server.certificate());
        const auto answer = await(friendly.send(mail));

        QVERIFY2(answer, answer ? "" : qPrintable(answer.error().detail));
        QVERIFY(server.next()["tls"_L1].toBool());
    }

    void sendsNothingWhereEncryptionIsNotOffered()
    {
        MailServer server;
        QVERIFY(server.start(u"login"_s));
        CurlMailClient client;
        auto mail = mailTo(server);
        mail.security = MailSecurity::StartTls;
        logIn(mail, "right-password");

        const auto answer = await(client.send(mail));

        QVERIFY(!answer);
        QCOMPARE(answer.error().kind, Error::Kind::Tls);
        QCOMPARE(answer.error().code, u"starttls"_s);
    }

    void sendsSeveralSideBySide()
    {
        MailServer server;
        MailServer mute;
        QVERIFY(server.start(u"plain"_s));
        QVERIFY(mute.start(u"silent"_s));
        CurlMailClient client;
        auto stuck = client.send(mailTo(mute));
        QVERIFY(await(client.send(mailTo(server)))); // although the first one hangs
        QVERIFY(!stuck.isReady());
    }

    void closesWithAMailUnderWay_data()
    {
        QTest::addColumn<QString>("mode");
        QTest::addColumn<int>("lines");
        QTest::newRow("before the greeting") << u"silent"_s << 0;
        QTest::newRow("after it") << u"hangs"_s << 0;
        QTest::newRow("in the middle of the message") << u"stuck"_s << 1;
    }

    void closesWithAMailUnderWay()
    {
        QFETCH(QString, mode);
        QFETCH(int, lines);
        MailServer mute;
        QVERIFY(mute.start(mode));
        auto client = std::make_unique<CurlMailClient>();
        std::optional<Result<QString>> answer;
        auto waiting = client->send(mailTo(mute)).then([&answer](Result<QString> said) {
            answer.emplace(std::move(said));
        });
        QCOMPARE(mute.next()["connected"_L1].toBool(), true); // it has come that far
        if (lines > 0)
            QCOMPARE(mute.next()["data"_L1].toBool(), true);

        client.reset(); // at once: a polite end would wait for the server

        QTRY_VERIFY(answer.has_value());
        QCOMPARE(answer->error().kind, Error::Kind::Cancelled);
    }
};

QTEST_GUILESS_MAIN(CurlMailClientTest)
#include "tst_curl_mail_client.moc"
