// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/registry.h"
#include "support/await.h"
#include "support/fake_clock.h"
#include "support/fake_panel.h"
#include "support/scripted_secret_store.h"
#include "sync/gateway_poll.h"
#include "sync/panel_session.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const auto Entry = u"entry"_s;
const auto Renewal = u"POST /api/v1/auth/refresh"_s;

QByteArray text(const Result<std::shared_ptr<const Secret>> &token)
{
    return token ? (*token)->reveal() : QByteArray();
}

} // namespace

//! A refresh token works once: whatever breaks between its use and the keeping of the next one, a session is
//! lost only where the panel itself has lost it.
class PanelSessionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_panel = std::make_unique<FakePanel>();
        m_store = std::make_unique<ScriptedSecretStore>();
        m_clock.moveTo(Start);
        m_store->kept.insert_or_assign(Entry, *Secret::fromInput(loggedIn()));
    }

    void theNextTokenIsKeptBeforeTheSessionGoesOn()
    {
        const auto before = m_store->textOf(Entry);
        const auto token = ask(session());

        QCOMPARE(text(token), "access-token-2"_ba);
        QCOMPARE(m_store->textOf(Entry), m_panel->newestRefresh());
        QVERIFY(m_store->textOf(Entry) != before);
        QCOMPARE(m_panel->count(Renewal), 1);
        QVERIFY(!m_store->holds("access-token"_ba)); // lives in memory
    }

    void aFreshTokenIsNotRenewed()
    {
        const auto panel = session();
        const auto first = text(ask(panel));
        m_clock.moveTo(Start.addSecs(3000));
        QCOMPARE(text(ask(panel)), first);
        QCOMPARE(m_panel->count(Renewal), 1);
    }

    void aTokenIsRenewedALittleBeforeItsEnd()
    {
        const auto panel = session();
        QVERIFY(ask(panel));
        m_clock.moveTo(Start.addSecs(3600 - 59));
        QCOMPARE(text(ask(panel)), "access-token-3"_ba);
        QCOMPARE(m_store->textOf(Entry), m_panel->newestRefresh());
    }

    void aRefusedTokenIsRenewed()
    {
        const auto panel = session();
        QVERIFY(ask(panel));
        panel->refuseToken();
        QCOMPARE(text(ask(panel)), "access-token-3"_ba);
    }

    void twoWhoAskAtOnceRenewOnce()
    {
        const auto panel = session();
        auto first = panel->token();
        auto second = panel->token();
        const auto one = await(std::move(first));
        const auto other = await(std::move(second));
        QCOMPARE(text(one), "access-token-2"_ba);
        QCOMPARE(text(other), "access-token-2"_ba);
        QCOMPARE(m_panel->count(Renewal), 1);
    }

    void aRestartGoesOnFromTheKeychain()
    {
        QVERIFY(ask(session()));
        QCOMPARE(text(ask(session())), "access-token-3"_ba); // as after a crash right behind the write
    }

    void aCrashBeforeTheWriteLosesTheSessionAndSaysSo()
    {
        m_store->writeFails = Error::Kind::KeychainFailed;
        QVERIFY(ask(session())); // the panel has moved on, the keychain has not, the program dies
        m_store->writeFails.reset();
        const auto token = ask(session());
        QVERIFY(!token);
        QCOMPARE(token.error().kind, Error::Kind::LoginNeeded);
        QCOMPARE(token.error().code, u"REFRESH_TOKEN_REUSED"_s);
    }

    void aKeychainThatDoesNotTakeItLosesNothingWhileWeRun()
    {
        const auto panel = session();
        m_store->writeFails = Error::Kind::KeychainLocked;
        QVERIFY(ask(panel));
        m_clock.moveTo(Start.addSecs(7200));
        QCOMPARE(text(ask(panel)), "access-token-3"_ba); // with the one in memory
        m_store->writeFails.reset();
        QVERIFY(ask(panel));
        QCOMPARE(m_store->textOf(Entry), m_panel->newestRefresh());
        QCOMPARE(m_panel->count(Renewal), 2);
    }

    void aLockedKeychainIsNoLostSession()
    {
        m_store->readFails = Error::Kind::KeychainLocked;
        const auto panel = session();
        QCOMPARE(ask(panel).error().kind, Error::Kind::KeychainLocked);
        m_store->readFails.reset();
        QVERIFY(ask(panel));
    }

    void whatEndsASessionAndWhatDoesNot_data()
    {
        QTest::addColumn<ScriptedAnswer>("answer");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("reused") << ScriptedAnswer(FakePanel::refusal(401, u"REFRESH_TOKEN_REUSED"_s))
                                << Error::Kind::LoginNeeded;
        QTest::newRow("expired") << ScriptedAnswer(FakePanel::refusal(401, u"REFRESH_TOKEN_EXPIRED"_s))
                                 << Error::Kind::LoginNeeded;
        QTest::newRow("a person who was let go")
            << ScriptedAnswer(FakePanel::refusal(401, u"USER_INACTIVE"_s)) << Error::Kind::LoginNeeded;
        QTest::newRow("too often") << ScriptedAnswer(FakePanel::refusal(429, u"RATE_LIMITED"_s))
                                   << Error::Kind::Rejected;
        QTest::newRow("a panel that fails")
            << ScriptedAnswer(FakePanel::refusal(503, u"x"_s)) << Error::Kind::Rejected;
        QTest::newRow("no connection") << ScriptedAnswer(fail(Error::Kind::Network)) << Error::Kind::Network;
        QTest::newRow("an odd answer") << ScriptedAnswer(ScriptedHttp::json("{}")) << Error::Kind::Protocol;
    }

    void whatEndsASessionAndWhatDoesNot()
    {
        QFETCH(const ScriptedAnswer, answer);
        QFETCH(const Error::Kind, kind);
        m_panel->instead = [&answer](const HttpRequest &request) {
            return request.url.path().endsWith(u"/refresh"_s) ? std::optional(answer.result) : std::nullopt;
        };
        const auto token = ask(session());
        QVERIFY(!token);
        QCOMPARE(token.error().kind, kind);
        QCOMPARE(m_panel->count(Renewal), 1); // a POST goes out once
    }

    void anEntryThatIsGoneAsksForALogin()
    {
        m_store->kept.clear();
        QCOMPARE(ask(session()).error().kind, Error::Kind::LoginNeeded);
        QCOMPARE(m_panel->count(Renewal), 0);
    }

    void aPanelThatDoesNotTellTheLifeOfATokenIsBelievedUntilItRefuses()
    {
        m_panel->life = 0;
        const auto panel = session();
        QVERIFY(ask(panel));
        m_clock.moveTo(Start.addYears(1));
        QVERIFY(ask(panel));
        QCOMPARE(m_panel->count(Renewal), 1);
    }

    void endingTellsThePanelAndForgets()
    {
        const auto refresh = m_store->textOf(Entry);
        QVERIFY(await(session()->end()));
        QVERIFY(m_panel->loggedOut.contains(refresh));
        QVERIFY(m_store->kept.empty());
    }

    void endingIsOnlyOverWhenTheKeychainSaysSo()
    {
        m_store->removeFails = Error::Kind::KeychainLocked;
        QCOMPARE(await(session()->end()).error().kind, Error::Kind::KeychainLocked);
        m_store->removeFails.reset();
        m_panel->instead = [](const HttpRequest &) {
            return std::optional<FakePanel::Response>(fail(Error::Kind::Network));
        };
        QVERIFY(await(session()->end())); // a panel out of reach keeps nobody logged in here
        QVERIFY(m_store->kept.empty());
    }

    void aChangeThatIsRefusedWithItsTokenGoesOutOnce_data()
    {
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("sent");
        QTest::newRow("a question") << "GET"_ba << 2;
        QTest::newRow("a change") << "PUT"_ba << 1;
        QTest::newRow("a deletion") << "DELETE"_ba << 1;
    }

    void aChangeThatIsRefusedWithItsTokenGoesOutOnce()
    {
        QFETCH(const QByteArray, method);
        QFETCH(const int, sent);
        GatewayPoll poll(*m_panel, m_clock);
        const auto panel = session();
        QVERIFY(ask(panel));
        m_panel->forgetAccess();
        HttpRequest request;
        request.method = method;
        request.url = QUrl(u"https://panel.example/api/v1/auth/me"_s);
        request.credentialKind = CredentialKind::PanelSession;
        const auto exchange = await(poll.exchange(connectorFor(u"torouter"), request, nullptr, panel));
        QCOMPARE(exchange.response.has_value(), sent == 2);
        QCOMPARE(m_panel->count(QString::fromLatin1(method) + u" /api/v1/auth/me"_s), sent);
        if (!exchange.response)
            QCOMPARE(exchange.response.error().httpStatus, 401);
        QCOMPARE(text(ask(panel)), "access-token-3"_ba); // the next question finds the session renewed
    }

private:
    //! The refresh token of a login.
    QByteArray loggedIn()
    {
        HttpRequest login;
        login.method = "POST"_ba;
        login.url = QUrl(u"https://panel.example/api/v1/auth/login"_s);
        login.secretFields
            = {{"password"_ba, std::make_shared<const Secret>(*Secret::fromPassword(m_panel->password))}};
        (void)await(m_panel->send(login));
        return m_panel->newestRefresh();
    }

    std::shared_ptr<PanelSession> session()
    {
        return std::make_shared<PanelSession>(*m_panel, *m_store, m_clock,
            PanelSession::Place{connectorFor(u"torouter"), QUrl(u"https://panel.example"_s), Entry});
    }

    static Result<std::shared_ptr<const Secret>> ask(const std::shared_ptr<PanelSession> &panel)
    {
        return await(panel->token());
    }

    const QDateTime Start{QDate(2026, 6, 18), QTime(9, 0), Qt::UTC};
    std::unique_ptr<FakePanel> m_panel;
    std::unique_ptr<ScriptedSecretStore> m_store;
    FakeClock m_clock{Start};
};

QTEST_GUILESS_MAIN(PanelSessionTest)
#include "tst_panel_session.moc"
