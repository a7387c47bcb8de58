// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/panel_asking.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper::simulator;

namespace {

const QDateTime Thursday{QDate(2026, 6, 18), QTime(11, 0), Qt::UTC};

} // namespace

class TestPanelLogin : public QObject {
    Q_OBJECT

private:
    static void hasReason(const Answer &answer, int status, const QString &reason)
    {
        QCOMPARE(answer.status, status);
        const auto body = jsonOf(answer);
        QCOMPARE(body[u"code"_s].toInt(), status);
        QCOMPARE(body[u"reason"_s].toString(), reason);
    }

    //! A refusal of what stands before the panel has its code as text.
    static void isTurnedAway(const Answer &answer, const QString &code)
    {
        QCOMPARE(answer.status, 401);
        QCOMPARE(jsonOf(answer)[u"code"_s].toString(), code);
    }

private Q_SLOTS:
    void twoStepsGiveAPairOfTokensForADay()
    {
        PanelAsking asking(Thursday);
        const auto first = jsonOf(asking.firstStep())[u"data"_s];
        QCOMPARE(first[u"requires_2fa"_s].toBool(), true);
        QCOMPARE(first[u"user_email_masked"_s].toString(), u"b***@halden-freight.example"_s);
        QVERIFY(first[u"access_token"_s].isUndefined());
        const auto second = jsonOf(asking.secondStep(first[u"temp_token"_s].toString(), asking.code()));
        QCOMPARE(second[u"code"_s].toInt(-1), 0);
        const auto data = second[u"data"_s];
        QCOMPARE(data[u"expires_in"_s].toInt(), 86400);
        QCOMPARE(data[u"token_type"_s].toString(), u"Bearer"_s);
        QVERIFY(data[u"user"_s][u"balance"_s].toDouble() > 0);
        const auto me = asking.panel("/auth/me", data[u"access_token"_s].toString());
        QCOMPARE(me, data[u"user"_s]);
        QCOMPARE(me[u"email"_s].toString(), asking.ofUser(u"email"_s));
    }

    void wrongCredentialsAreRefused_data()
    {
        QTest::addColumn<QString>("email");
        QTest::addColumn<QString>("password");
        QTest::newRow("password") << u"billing@halden-freight.example"_s << u"guess"_s;
        QTest::newRow("email") << u"nobody@halden-freight.example"_s << u"guess"_s;
    }

    void wrongCredentialsAreRefused()
    {
        QFETCH(QString, email);
        QFETCH(QString, password);
        PanelAsking asking(Thursday);
        const auto answer
            = asking.post("/sub2api/api/v1/auth/login", {{u"email"_s, email}, {u"password"_s, password}});
        hasReason(answer, 401, u"INVALID_CREDENTIALS"_s);
    }

    void aTemporaryTokenLastsFiveMinutesAndOpensNothing()
    {
        PanelAsking asking(Thursday);
        const auto temporary = asking.temporary();
        isTurnedAway(asking.get("/sub2api/api/v1/auth/me", temporary), u"INVALID_TOKEN"_s);
        asking.setClock("2026-06-18T11:05:00Z");
        QCOMPARE(asking.secondStep(temporary, asking.code()).status, 400);
        QCOMPARE(asking.secondStep(u"made-up"_s, asking.code()).status, 400);
    }

    void fiveWrongCodesLockTheSecondStepForAQuarterOfAnHour()
    {
        PanelAsking asking(Thursday);
        const auto temporary = asking.temporary();
        const auto wrong = asking.code() == u"000000"_s ? u"000001"_s : u"000000"_s;
        for (int attempt = 0; attempt < 5; ++attempt)
            hasReason(asking.secondStep(temporary, wrong), 400, u"TOTP_INVALID_CODE"_s);
        hasReason(asking.secondStep(temporary, asking.code()), 429, u"TOTP_TOO_MANY_ATTEMPTS"_s);
        asking.setClock("2026-06-18T11:16:00Z");
        QCOMPARE(asking.secondStep(asking.temporary(), asking.code()).status, 200);
    }

    void anAccessTokenExpiresAfterADay()
    {
        PanelAsking asking(Thursday);
        const auto token = asking.accessToken();
        asking.setClock("2026-06-19T10:59:00Z");
        QCOMPARE(asking.get("/sub2api/api/v1/auth/me", token).status, 200);
        asking.setClock("2026-06-19T11:01:00Z");
        isTurnedAway(asking.get("/sub2api/api/v1/auth/me", token), u"TOKEN_EXPIRED"_s);
    }

    void refreshTokensRotateAndReuseEndsTheSession()
    {
        PanelAsking asking(Thursday);
        const auto refresh = [&](const QJsonValue &token) {
            return asking.post("/sub2api/api/v1/auth/refresh", {{u"refresh_token"_s, token}});
        };
        const auto first = asking.login();
        const auto second = jsonOf(refresh(first[u"refresh_token"_s]))[u"data"_s];
        QVERIFY(second[u"refresh_token"_s] != first[u"refresh_token"_s]);
        const auto access = second[u"access_token"_s].toString();
        QCOMPARE(asking.get("/sub2api/api/v1/auth/me", access).status, 200);

        hasReason(refresh(first[u"refresh_token"_s]), 401, u"REFRESH_TOKEN_REUSED"_s);
        isTurnedAway(asking.get("/sub2api/api/v1/auth/me", access), u"TOKEN_REVOKED"_s);
        QCOMPARE(refresh(second[u"refresh_token"_s]).status, 401);
        QCOMPARE(refresh(u"made-up"_s).status, 401);
        QCOMPARE(asking.get("/sub2api/api/v1/auth/me", asking.accessToken()).status, 200);
    }

    void refreshTokensLastThirtyDays()
    {
        PanelAsking asking(Thursday);
        const auto token = asking.login()[u"refresh_token"_s];
        asking.setClock("2026-07-18T11:01:00Z");
        const auto answer = asking.post("/sub2api/api/v1/auth/refresh", {{u"refresh_token"_s, token}});
        hasReason(answer, 401, u"REFRESH_TOKEN_EXPIRED"_s);
    }

    void loggingOutEndsTheSession()
    {
        PanelAsking asking(Thursday);
        const auto pair = asking.login();
        const auto access = pair[u"access_token"_s].toString();
        const QJsonObject body{{u"refresh_token"_s, pair[u"refresh_token"_s]}};
        QCOMPARE(asking.post("/sub2api/api/v1/auth/logout", body, access).status, 200);
        isTurnedAway(asking.get("/sub2api/api/v1/keys", access), u"TOKEN_REVOKED"_s);
    }

    void thePanelIsClosedWithoutAToken_data()
    {
        QTest::addColumn<QByteArray>("target");
        for (const auto &target : {"auth/me"_ba, "keys"_ba, "usage"_ba, "usage/stats"_ba})
            QTest::newRow(target.constData()) << "/sub2api/api/v1/" + target;
    }

    void thePanelIsClosedWithoutAToken()
    {
        QFETCH(QByteArray, target);
        PanelAsking asking(Thursday);
        isTurnedAway(asking.get(target), u"UNAUTHORIZED"_s);
        isTurnedAway(asking.get(target, u"sub2api_web"_s), u"INVALID_TOKEN"_s);
        isTurnedAway(asking.get(target, u" "_s), u"EMPTY_TOKEN"_s);
    }

    void toRouterAsksForACaptcha()
    {
        PanelAsking asking(Thursday);
        const QJsonObject body{
            {u"email"_s, asking.ofUser(u"email"_s)}, {u"password"_s, asking.ofUser(u"password"_s)}};
        hasReason(asking.post("/torouter/api/v1/auth/login", body), 400, u"TURNSTILE_VERIFICATION_FAILED"_s);
        isTurnedAway(asking.get("/torouter/api/v1/keys", asking.accessToken()), u"INVALID_TOKEN"_s);
    }

    void publicSettingsTellWhichDoorsThereAre()
    {
        PanelAsking asking(Thursday);
        const auto torouter = asking.json("/torouter/api/v1/settings/public");
        QCOMPARE(torouter[u"code"_s].toInt(-1), 0);
        QCOMPARE(torouter[u"data"_s][u"turnstile_enabled"_s].toBool(), true);
        const auto sub2api = asking.json("/sub2api/api/v1/settings/public")[u"data"_s];
        for (const auto &captcha :
            {u"turnstile_enabled"_s, u"tencent_captcha_enabled"_s, u"aliyun_captcha_enabled"_s}) {
            QVERIFY(sub2api[captcha].isBool());
            QCOMPARE(sub2api[captcha].toBool(true), false);
        }
        QCOMPARE(sub2api[u"totp_enabled"_s].toBool(), true);
        QCOMPARE(sub2api[u"server_timezone"_s].toString(), u"UTC"_s);
        QCOMPARE(asking.get("/sub2api/health").body, R"({"status":"ok"})"_ba);
    }
};

QTEST_GUILESS_MAIN(TestPanelLogin)
#include "tst_panel_login.moc"
