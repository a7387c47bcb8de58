// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/channels/channel_senders.h"
#include "net/network_http_client.h"
#include "support/await.h"
#include "support/fake_clock.h"
#include "support/hostile_server.h"
#include "support/ledger_facts.h"
#include "support/scripted_mail.h"
#include "support/scripted_secret_store.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray Canary = "canary-0123456789"_ba;

QStringList logged;

void remember(QtMsgType /*type*/, const QMessageLogContext & /*context*/, const QString &text)
{
    logged.append(text);
}

AlertMessage message()
{
    AlertMessage made;
    made.title = u"Platform passed 80%"_s;
    made.body = u"$200.00 is left."_s;
    return made;
}

} // namespace

//! Messages to a real server on loopback that fails, hangs, drops, refuses with a smile, and recovers.
class WebhookSenderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_secrets.kept.clear();
        m_secrets.readFails.reset();
    }

    void tellsWhatBecameOfIt_data()
    {
        QTest::addColumn<ChannelKind>("kind");
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<DeliveryState>("state");
        QTest::addColumn<bool>("isFinal");
        QTest::addColumn<QString>("text");

        using Kind = ChannelKind;
        using State = DeliveryState;
        const auto http = [](int status, const QByteArray &body, const QByteArray &fields = {}) {
            return HostileServer::plain(status, fields, body);
        };
        QTest::newRow("taken") << Kind::Webhook << http(204, {}) << State::Delivered << true << u"204"_s;
        QTest::newRow("taken by Slack")
            << Kind::Slack << http(200, "ok") << State::Delivered << true << u"200"_s;
        QTest::newRow("wrong address")
            << Kind::Slack << http(404, "no_service") << State::GivenUp << true << u"404. “no_service”"_s;
        QTest::newRow("refused with a page")
            << Kind::Webhook << http(403, "<html>no</html>") << State::GivenUp << true << u"403."_s;
        QTest::newRow("points elsewhere")
            << Kind::Webhook << http(302, {}, "Location: http://127.0.0.1:1/thief\r\n") << State::GivenUp
            << true << u"another address"_s;
        QTest::newRow("too often") << Kind::Slack << http(429, "rate_limited") << State::Failed << false
                                   << u"429"_s;
        QTest::newRow("fails") << Kind::Webhook << http(500, "oops") << State::Failed << false << u"500"_s;
        QTest::newRow("down") << Kind::Webhook << http(503, {}) << State::Failed << false << u"503"_s;
        QTest::newRow("drops the connection")
            << Kind::Webhook << QByteArray() << State::Failed << false << u"connection"_s;
        QTest::newRow("taken by Feishu") << Kind::Feishu << http(200, R"({"code":0,"msg":"success"})")
                                         << State::Delivered << true << u"took it"_s;
        QTest::newRow("taken by an older Feishu")
            << Kind::Feishu << http(200, R"({"StatusCode":0,"StatusMessage":"success"})") << State::Delivered
            << true << u"took it"_s;
        QTest::newRow("refused by Feishu with 200")
            << Kind::Feishu << http(200, R"({"code":19021,"msg":"sign match fail"})") << State::GivenUp
            << true << u"19021. “sign match fail”"_s;
        QTest::newRow("too often for Feishu")
            << Kind::Feishu << http(200, R"({"code":11232,"msg":"frequency limited"})") << State::Failed
            << false << u"11232"_s;
        QTest::newRow("taken by DingTalk") << Kind::DingTalk << http(200, R"({"errcode":0,"errmsg":"ok"})")
                                           << State::Delivered << true << u"took it"_s;
        QTest::newRow("refused by DingTalk with 200")
            << Kind::DingTalk << http(200, R"({"errcode":310000,"errmsg":"sign not match"})")
            << State::GivenUp << true << u"310000. “sign not match”"_s;
        QTest::newRow("too often for DingTalk")
            << Kind::DingTalk << http(200, R"({"errcode":130101,"errmsg":"too fast"})") << State::Failed
            << false << u"130101"_s;
        QTest::newRow("taken by WeCom") << Kind::WeCom << http(200, R"({"errcode":0,"errmsg":"ok"})")
                                        << State::Delivered << true << u"took it"_s;
        QTest::newRow("refused by WeCom with 200")
            << Kind::WeCom << http(200, R"({"errcode":93000,"errmsg":"invalid webhook url"})")
            << State::GivenUp << true << u"93000"_s;
        QTest::newRow("too often for WeCom")
            << Kind::WeCom << http(200, R"({"errcode":45009,"errmsg":"freq out of limit"})") << State::Failed
            << false << u"45009"_s;
        QTest::newRow("a page in place of a robot")
            << Kind::WeCom << http(200, "<html>log in</html>") << State::Failed << false << u"robot"_s;
    }

    void tellsWhatBecameOfIt()
    {
        QFETCH(ChannelKind, kind);
        QFETCH(QByteArray, answer);
        QFETCH(QString, text);
        HostileServer server(HostileServer::rawThenClose(answer));

        const auto receipt = await(send(channelTo(kind, server)));

        QVERIFY(receipt);
        QTEST(receipt->state, "state");
        QTEST(receipt->isFinal, "isFinal");
        QVERIFY2(receipt->text.contains(text), qPrintable(receipt->text));
        QCOMPARE(server.seen().size(), 1);
        QVERIFY(server.seen().constFirst().line().startsWith("POST "));
    }

    void honoursTheTimeItIsTold()
    {
        HostileServer server(HostileServer::raw(HostileServer::plain(429, "Retry-After: 90\r\n", "")));
        const auto receipt = await(send(channelTo(ChannelKind::Slack, server)));
        QCOMPARE(receipt->retryAt, std::optional(m_clock.now().addSecs(90)));
    }

    void comesThroughOnceTheServerRecovers()
    {
        int asked = 0;
        HostileServer server([&asked](QTcpSocket *socket, const HostileServer::Request &) {
            socket->write(HostileServer::plain(++asked < 3 ? 503 : 200, "", "ok"));
        });
        const auto channel = channelTo(ChannelKind::Webhook, server);
        QVERIFY(!await(send(channel))->isFinal);
        QVERIFY(!await(send(channel))->isFinal);
        QCOMPARE(await(send(channel))->state, DeliveryState::Delivered);
    }

    void aServerThatHangsIsWorthAnotherTry()
    {
        HostileServer server(HostileServer::raw(""));
        auto sending = send(channelTo(ChannelKind::Webhook, server));
        QTRY_COMPARE(server.seen().size(), 1);
        m_http->renewConnections(); // in place of the ten seconds
        const auto receipt = await(std::move(sending));
        QCOMPARE(receipt->state, DeliveryState::Failed);
        QVERIFY(!receipt->isFinal);
    }

    void givesUpAServerThatHangsAfterTenSeconds()
    {
        ScriptedMail mail;
        struct Recorder : HttpClient {
            std::chrono::milliseconds deadline{};
            qint64 maxBytes = 0;
            Async<HttpResponse> send(HttpRequest request) override
            {
                deadline = request.deadline;
                maxBytes = request.maxBytes;
                co_return fail(Error::Kind::Timeout, u"deadline"_s);
            }
        } http;
        HostileServer server(HostileServer::raw(""));
        WebhookSender sender(http, m_secrets, m_clock);
        const auto receipt = await(sender.send(channelTo(ChannelKind::Webhook, server), message(), 0));
        QVERIFY(!receipt->isFinal);
        QCOMPARE(http.deadline, std::chrono::milliseconds(10'000));
        QVERIFY(http.maxBytes <= 64 * 1024);
    }

    void provesItselfWithItsSecret_data()
    {
        QTest::addColumn<ChannelKind>("kind");
        QTest::addColumn<QString>("use");
        QTest::addColumn<QByteArray>("proof");
        QTest::newRow("signed by default")
            << ChannelKind::Webhook << QString() << "tollkeeper-signature: sha256="_ba;
        QTest::newRow("signed") << ChannelKind::Webhook << u"signature"_s
                                << "tollkeeper-signature: sha256="_ba;
        QTest::newRow("token") << ChannelKind::Webhook << u"bearer"_s
                               << "authorization: bearer shared-secret"_ba;
        QTest::newRow("DingTalk") << ChannelKind::DingTalk << QString()
                                  << "&timestamp=1781773320000&sign="_ba;
    }

    void provesItselfWithItsSecret()
    {
        QFETCH(ChannelKind, kind);
        QFETCH(QString, use);
        QFETCH(QByteArray, proof);
        HostileServer server(HostileServer::raw(HostileServer::plain(200, "", R"({"errcode":0})")));
        auto channel = channelTo(kind, server, "shared-secret");
        channel.settings.insert(u"secret_use"_s, use);

        QCOMPARE(await(send(channel))->state, DeliveryState::Delivered);

        const auto seen = server.seen().constFirst();
        QVERIFY2(seen.has(proof), seen.head.constData());
        QVERIFY(!seen.body.contains("shared-secret"));
        QCOMPARE(seen.has("shared-secret"), use == u"bearer");
    }

    void addressStandsInNoReceiptAndNoLog()
    {
        for (const auto kind : {ChannelKind::Webhook, ChannelKind::Slack, ChannelKind::WeCom}) {
            HostileServer server([](QTcpSocket *socket, const HostileServer::Request &request) {
                const auto path = request.line().split(' ').value(1); // said back, as some do
                socket->write(HostileServer::plain(400, "", "unknown hook " + path));
            });
            logged.clear();
            QLoggingCategory::setFilterRules(u"*=true"_s);
            const auto before = qInstallMessageHandler(remember);

            const auto receipt = await(send(channelTo(kind, server, "shared-" + Canary)));

            qInstallMessageHandler(before);
            QLoggingCategory::setFilterRules({});
            QVERIFY(receipt->text.contains(u"unknown hook"_s));
            QVERIFY2(!receipt->text.contains(QString::fromLatin1(Canary)), qPrintable(receipt->text));
            QVERIFY(!logged.isEmpty());
            QVERIFY(!logged.join(u'\n').contains(QString::fromLatin1(Canary)));
        }
    }

    void neverLeavesThisMachineInClearText()
    {
        m_secrets.kept.insert_or_assign(u"a"_s, *Secret::fromInput("http://hooks.example.com/" + Canary));
        Channel channel{.kind = ChannelKind::Webhook, .addressSecretName = u"a"_s};
        const auto receipt = await(send(channel));
        QCOMPARE(receipt->state, DeliveryState::GivenUp);
        QVERIFY(!receipt->text.contains(QString::fromLatin1(Canary)));
    }

    void anAddressThatIsGoneIsFinalAndALockedKeychainIsNot()
    {
        Channel channel{.kind = ChannelKind::Webhook, .addressSecretName = u"gone"_s};
        QCOMPARE(await(send(channel))->state, DeliveryState::GivenUp);
        m_secrets.readFails = Error::Kind::KeychainLocked;
        const auto locked = await(send(channel));
        QVERIFY(!locked);
        QCOMPARE(locked.error().kind, Error::Kind::KeychainLocked);
    }

    void picksTheSenderByItsKind()
    {
        QCOMPARE(await(send(Channel{.kind = ChannelKind::Tray}))->state, DeliveryState::Delivered);
        QCOMPARE(await(send(Channel{.kind = ChannelKind::Desktop}))->state, DeliveryState::Unavailable);
        Channel mail{.kind = ChannelKind::Mail, .secretName = u"m"_s};
        m_secrets.kept.insert_or_assign(u"m"_s, *Secret::fromPassword("pass word"));
        mail.settings = {{u"host"_s, u"mail.example.com"_s}, {u"port"_s, u"587"_s},
            {u"from"_s, u"a@example.com"_s}, {u"to"_s, u"b@example.com, c@example.com"_s}};
        auto words = message();
        words.title = u"two\r\nlines"_s;
        const auto receipt = await(m_senders->send(mail, words, 0));
        QCOMPARE(receipt->text, u"250 kept"_s);
        QCOMPARE(m_mail.sent.size(), 1);
        QCOMPARE(m_mail.sent.first().subject, u"two lines"_s); // no header can be put behind it
        QCOMPARE(m_mail.sent.first().to, (QStringList{u"b@example.com"_s, u"c@example.com"_s}));
        QVERIFY(m_mail.sent.first().password);
    }

    void mailReceipts_data()
    {
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<QString>("code");
        QTest::addColumn<bool>("isFinal");
        QTest::newRow("come back later") << Error::Kind::Rejected << u"450"_s << false;
        QTest::newRow("no such mailbox") << Error::Kind::Rejected << u"550"_s << true;
        QTest::newRow("wrong password") << Error::Kind::LoginRefused << u"535"_s << true;
        QTest::newRow("login fails for now") << Error::Kind::LoginRefused << u"454"_s << false;
        QTest::newRow("no encryption") << Error::Kind::Tls << u"starttls"_s << true;
        QTest::newRow("silence") << Error::Kind::Timeout << QString() << false;
        QTest::newRow("no network") << Error::Kind::HostNotFound << QString() << false;
    }

    void mailReceipts()
    {
        QFETCH(Error::Kind, kind);
        QFETCH(QString, code);
        m_mail.fails = Error{.kind = kind, .code = code};
        Channel mail{.kind = ChannelKind::Mail};
        const auto receipt = await(send(mail));
        m_mail.fails.reset();
        QTEST(receipt->isFinal, "isFinal");
        QCOMPARE(receipt->state, receipt->isFinal ? DeliveryState::GivenUp : DeliveryState::Failed);
    }

    void theAppMayCloseWithAMessageUnderWay()
    {
        HostileServer server(HostileServer::raw(""));
        auto http = std::make_unique<NetworkHttpClient>();
        auto sender = std::make_unique<WebhookSender>(*http, m_secrets, m_clock);
        std::optional<Result<Receipt>> receipt;
        auto waiting = sender->send(channelTo(ChannelKind::Webhook, server), message(), 0)
                           .then([&receipt](Result<Receipt> one) { receipt.emplace(std::move(one)); });
        QTRY_COMPARE(server.seen().size(), 1);
        sender.reset();
        http.reset();
        QTRY_VERIFY(receipt.has_value());
        QVERIFY(!(*receipt)->isFinal);
    }

private:
    Channel channelTo(ChannelKind kind, const HostileServer &server, const QByteArray &secret = {})
    {
        const auto url = server.url(
            u"/hook/"_s + QString::fromLatin1(Canary) + u"?key="_s + QString::fromLatin1(Canary));
        m_secrets.kept.insert_or_assign(u"address"_s, *Secret::fromInput(url.toEncoded()));
        Channel channel{.kind = kind, .addressSecretName = u"address"_s};
        if (!secret.isEmpty()) {
            m_secrets.kept.insert_or_assign(u"secret"_s, *Secret::fromInput(secret));
            channel.secretName = u"secret"_s;
        }
        return channel;
    }
    Async<Receipt> send(Channel channel) { return m_senders->send(channel, message(), 0); }

    FakeClock m_clock{QDateTime(QDate(2026, 6, 18), QTime(9, 2), Qt::UTC)};
    ScriptedSecretStore m_secrets;
    ScriptedMail m_mail;
    std::unique_ptr<NetworkHttpClient> m_http = std::make_unique<NetworkHttpClient>();
    std::unique_ptr<ChannelSenders> m_senders = std::make_unique<ChannelSenders>(
        ChannelSenders::Partners{*m_http, m_mail, m_secrets, m_clock, nullptr});
};

QTEST_GUILESS_MAIN(WebhookSenderTest)
#include "tst_webhook_sender.moc"
