// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/torouter/panel_protocol.h"
#include "support/connector_run.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const QUrl Base(u"https://portal.torouter.ai/v1"_s);

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

HttpResponse envelope(const QByteArray &data)
{
    return jsonAnswer("{\"code\":0,\"message\":\"success\",\"data\":" + data + "}");
}

std::shared_ptr<const Secret> secret(const QByteArray &text)
{
    return std::make_shared<const Secret>(*Secret::fromInput(text));
}

} // namespace

//! What the panel of sub2api says to a login, without any wire.
class ToRouterLoginTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void offersALoginUnlessACaptchaStandsBeforeIt_data()
    {
        QTest::addColumn<QByteArray>("settings");
        QTest::addColumn<QString>("obstacle"); // empty: offered
        QTest::newRow("open") << R"({"version":"0.1.120","turnstile_enabled":false,"totp_enabled":true})"_ba
                              << QString();
        QTest::newRow("nothing said") << R"({"version":"0.1.120"})"_ba << QString();
        QTest::newRow("Turnstile") << R"({"turnstile_enabled":true})"_ba << u"captcha"_s;
        QTest::newRow("Tencent") << R"({"turnstile_enabled":false,"tencent_captcha_enabled":true})"_ba
                                 << u"captcha"_s;
        QTest::newRow("Aliyun") << R"({"aliyun_captcha_enabled":true})"_ba << u"captcha"_s;
        QTest::newRow("a captcha nobody knows yet")
            << R"({"new_captcha_v9_enabled":true})"_ba << u"captcha"_s;
        QTest::newRow("a site key alone") << R"({"turnstile_site_key":"x"})"_ba << QString();
        QTest::newRow("administrators only") << R"({"backend_mode_enabled":true})"_ba << u"admins"_s;
    }

    void offersALoginUnlessACaptchaStandsBeforeIt()
    {
        QFETCH(QByteArray, settings);
        QFETCH(QString, obstacle);
        const torouter::PanelProtocol protocol;
        const auto offer = protocol.readSettings(envelope(settings));
        QVERIFY2(offer, offer ? "" : qPrintable(offer.error().detail));
        QCOMPARE(offer->obstacle, obstacle);
        QCOMPARE(offer->isOffered, obstacle.isEmpty());
        const auto request = protocol.settingsRequest(Base);
        QCOMPARE(request.url, QUrl(u"https://portal.torouter.ai/api/v1/settings/public"_s));
        QCOMPARE(request.credentialHeader, CredentialHeader::None);
    }

    void secretsNeverLieInABodyOfOurs()
    {
        const torouter::PanelProtocol protocol;
        const auto word = secret("canary-in-a-body"_ba);
        const QList<HttpRequest> requests{protocol.loginRequest(Base, u"a@b.example"_s, word),
            protocol.secondFactorRequest(Base, word, u"123456"_s), protocol.renewalRequest(Base, word),
            protocol.logoutRequest(Base, word)};
        const QStringList fields{u"password"_s, u"temp_token"_s, u"refresh_token"_s, u"refresh_token"_s};
        for (qsizetype i = 0; i < requests.size(); ++i) {
            const auto &request = requests.at(i);
            QCOMPARE(request.method, "POST"_ba);
            QVERIFY(request.url.toString().startsWith(u"https://portal.torouter.ai/api/v1/auth/"_s));
            QVERIFY(!request.url.toString().contains(u"canary"_s));
            QVERIFY(!request.body.contains("canary"));
            QCOMPARE(request.credentialHeader, CredentialHeader::None);
            QVERIFY(!request.credential);
            QCOMPARE(request.secretFields.size(), 1);
            QCOMPARE(QString::fromUtf8(request.secretFields.constFirst().name), fields.at(i));
        }
        QCOMPARE(object(requests.at(0).body)["email"_L1].toString(), u"a@b.example"_s);
        QCOMPARE(object(requests.at(1).body)["totp_code"_L1].toString(), u"123456"_s);
    }

    void readsTokensAndTheWishForACode()
    {
        const torouter::PanelProtocol protocol;
        const auto tokens = protocol.readLogin(envelope(
            R"({"access_token":"a.b.c","refresh_token":"r1","expires_in":86400,"token_type":"Bearer"})"));
        QVERIFY(tokens && tokens->tokens && !tokens->challenge);
        QCOMPARE(tokens->tokens->access->reveal(), "a.b.c"_ba);
        QCOMPARE(tokens->tokens->refresh->reveal(), "r1"_ba);
        QCOMPARE(tokens->tokens->life, std::chrono::hours(24));

        const auto challenge = protocol.readLogin(
            envelope(R"({"requires_2fa":true,"temp_token":"t1","user_email_masked":"a***@b.example"})"));
        QVERIFY(challenge && challenge->challenge && !challenge->tokens);
    }

    void anAnswerWithoutTokensIsNoLogin_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no refresh token") << R"({"code":0,"data":{"access_token":"a"}})"_ba;
        QTest::newRow("an empty token") << R"({"code":0,"data":{"access_token":"","refresh_token":"r"}})"_ba;
        QTest::newRow("a token with a line end")
            << R"({"code":0,"data":{"access_token":"a\nb","refresh_token":"r"}})"_ba;
        QTest::newRow("a failure inside 200") << R"({"code":401,"message":"no"})"_ba;
        QTest::newRow("a code as text")
            << R"({"code":"0","data":{"access_token":"a","refresh_token":"r"}})"_ba;
        QTest::newRow("a second factor without its token") << R"({"code":0,"data":{"requires_2fa":true}})"_ba;
        QTest::newRow("a page") << "<html></html>"_ba;
    }

    void anAnswerWithoutTokensIsNoLogin()
    {
        QFETCH(QByteArray, body);
        QVERIFY(!torouter::PanelProtocol().readLogin(jsonAnswer(body)));
    }
};

QTEST_GUILESS_MAIN(ToRouterLoginTest)
#include "tst_torouter_login.moc"
