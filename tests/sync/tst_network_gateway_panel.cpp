// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/account_repository.h"
#include "storage/history_repository.h"
#include "storage/key_repository.h"
#include "support/await.h"
#include "support/fake_clock.h"
#include "support/fake_panel.h"
#include "support/ledger_facts.h"
#include "support/scripted_secret_store.h"
#include "support/temp_profile.h"
#include "sync/network_gateway_service.h"
#include "sync/network_history_service.h"
#include "sync/network_sync_service.h"

#include <QDirIterator>
#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr RepeatPolicy Fast{0, std::chrono::milliseconds(1), std::chrono::milliseconds(1)};
const auto Rows = u"GET /api/v1/usage"_s;
const auto Renewal = u"POST /api/v1/auth/refresh"_s;

} // namespace

//! An account with a login at its panel, from the login to the day it is over.
class NetworkGatewayPanelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_sync.reset();
        m_gateways.reset();
        m_storage.reset();
        m_profile = std::make_unique<TempProfile>();
        m_storage
            = std::make_unique<Storage>(m_profile->profile(), Storage::Access::ReadWrite, QTimeZone::utc());
        m_store = std::make_unique<ScriptedSecretStore>();
        m_panel = std::make_unique<FakePanel>();
        m_clock.moveTo(june(18, 9));
        renew();
        const auto key = std::make_shared<const Secret>(*Secret::fromInput(m_panel->key));
        NewAccount draft{u"torouter"_s, u"Main"_s};
        draft.baseUrl = QUrl(u"https://panel.example/v1"_s);
        m_account = *await(m_gateways->add(draft, key));
        m_store->diary.clear();
    }

    void aLoginIsProvedThenKeptThenNoted()
    {
        QSignalSpy changed(m_gateways.get(), &GatewayService::accountsChanged);
        const auto loggedIn = logIn();
        QVERIFY2(loggedIn, loggedIn ? "" : qPrintable(loggedIn.error().detail));
        const auto account = stored();
        QCOMPARE(account.panel(), PanelState::LoggedIn);
        QCOMPARE(account.panelUser, u"a@b.example"_s);
        QCOMPARE(m_store->textOf(account.panelSecretName), m_panel->newestRefresh());
        QVERIFY(m_panel->count(u"GET /api/v1/keys"_s) == 1 && m_panel->count(Rows) == 1);
        QCOMPARE(changed.size(), 1);
        const auto history
            = m_storage->read(
                           [this](Database &database) { return HistoryRepository(database).of(m_account); })
                  .result();
        QVERIFY(history && *history && (*history)->state == HistoryState::Running);
    }

    void aSecondFactorIsAskedForAndUsed()
    {
        m_panel->code = u"123456"_s;
        QCOMPARE(logIn().error().kind, Error::Kind::SecondFactorNeeded);
        QCOMPARE(logIn(u"000000"_s).error().kind, Error::Kind::LoginRefused);
        QCOMPARE(stored().panel(), PanelState::None);
        QVERIFY(logIn(u"123456"_s));
        QCOMPARE(stored().panel(), PanelState::LoggedIn);
    }

    void whereNoLoginIsOfferedNoPasswordGoesOut_data()
    {
        QTest::addColumn<QJsonObject>("settings");
        QTest::addColumn<QString>("obstacle");
        QTest::newRow("a captcha") << QJsonObject{{u"turnstile_enabled"_s, true}} << u"captcha"_s;
        QTest::newRow("administrators only") << QJsonObject{{u"backend_mode_enabled"_s, true}} << u"admins"_s;
    }

    void whereNoLoginIsOfferedNoPasswordGoesOut()
    {
        QFETCH(QJsonObject, settings);
        QFETCH(QString, obstacle);
        m_panel->settings = settings;
        const auto loggedIn = logIn();
        QVERIFY(!loggedIn);
        QCOMPARE(loggedIn.error().kind, Error::Kind::LoginNotOffered);
        QCOMPARE(loggedIn.error().detail, obstacle);
        QCOMPARE(await(m_gateways->canLogIn(m_account)).error().detail, obstacle);
        QCOMPARE(m_panel->count(u"POST /api/v1/auth/login"_s), 0);
    }

    void anAddressWithoutAPanelSaysSo()
    {
        QVERIFY(await(m_gateways->canLogIn(m_account)));
        m_panel->instead = [](const HttpRequest &request) -> std::optional<FakePanel::Response> {
            if (!request.url.path().endsWith(u"/public"_s))
                return std::nullopt;
            return HttpResponse{.status = 404, .body = "404 page not found"};
        };
        const auto offered = await(m_gateways->canLogIn(m_account));
        QCOMPARE(offered.error().kind, Error::Kind::LoginNotOffered);
        QCOMPARE(offered.error().detail, u"panel"_s);
    }

    void aLoginThatFailsLeavesNothingBehind_data()
    {
        QTest::addColumn<int>("trouble");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("a wrong password") << 0 << Error::Kind::LoginRefused;
        QTest::newRow("a locked keychain") << 1 << Error::Kind::KeychainLocked;
        QTest::newRow("a profile that cannot be written") << 2 << Error::Kind::ProfileLocked;
        QTest::newRow("the login of somebody else") << 3 << Error::Kind::LoginRefused;
        QTest::newRow("no rows in the panel") << 4 << Error::Kind::Rejected;
        QTest::newRow("a session that opens nothing") << 5 << Error::Kind::LoginRefused;
    }

    void aLoginThatFailsLeavesNothingBehind()
    {
        QFETCH(int, trouble);
        QFETCH(Error::Kind, kind);
        const auto entries = m_store->kept.size();
        if (trouble == 1)
            m_store->writeFails = Error::Kind::KeychainLocked;
        if (trouble == 2) {
            m_storage = std::make_unique<Storage>(m_profile->profile(), Storage::Access::ReadOnly);
            renew();
        }
        m_panel->instead = [trouble](const HttpRequest &request) -> std::optional<FakePanel::Response> {
            const auto path = request.url.path();
            if (trouble == 3 && path == u"/api/v1/keys"_s)
                return FakePanel::ok({{u"items"_s,
                                          QJsonArray{QJsonObject{
                                              {u"id"_s, 8}, {u"key"_s, u"sk-other-key-fedcba9876543210"_s}}}},
                    {u"total"_s, 1}});
            if (trouble == 4 && path == u"/api/v1/usage"_s)
                return FakePanel::refusal(404, u"NOT_FOUND"_s);
            if (trouble == 5 && path.startsWith(u"/api/v1/keys"_s))
                return FakePanel::refusal(401, u"SESSION_BINDING_MISMATCH"_s);
            return std::nullopt;
        };
        const auto loggedIn = logIn({}, trouble == 0 ? "wrong"_ba : m_panel->password);
        QVERIFY(!loggedIn);
        QCOMPARE(loggedIn.error().kind, kind);
        QCOMPARE(m_store->kept.size(), entries);
        QCOMPARE(stored().panel(), PanelState::None);
        if (trouble != 0) // the panel has opened a session: it is closed again
            QVERIFY(m_panel->loggedOut.contains(m_panel->newestRefresh()));
    }

    void aPollTellsEveryKeyAndRequestOnce()
    {
        QVERIFY(logIn());
        const auto result = poll();
        QCOMPARE(result.state, AccountState::Ok);
        QVERIFY(!result.panelProblem);
        QCOMPARE(keysNow(), (QStringList{u"8 batch"_s, u"self shop"_s}));
        QCOMPARE(rowsNow(), 2);
        QCOMPARE(
            spentNanos(), qint64(5'000'000'000)); // of both keys; what the own key tells of itself is in it
    }

    void aTokenThatIsOverIsRenewedWithinThePoll()
    {
        QVERIFY(logIn());
        QVERIFY(!poll().panelProblem);
        m_panel->forgetAccess();
        m_clock.moveTo(june(18, 9, 5));
        const auto result = poll();
        QCOMPARE(result.state, AccountState::Ok);
        QVERIFY(!result.panelProblem);
        QCOMPARE(m_store->textOf(stored().panelSecretName), m_panel->newestRefresh());
    }

    void aSessionThatIsOverCostsNoPollAndIsAskedForNoMore()
    {
        QVERIFY(logIn());
        QVERIFY(!poll().panelProblem);
        const auto entry = stored().panelSecretName;
        m_panel->endSessions();
        m_clock.moveTo(june(18, 9, 5));
        const auto result = poll();
        QCOMPARE(result.state, AccountState::Ok); // the key goes on
        QCOMPARE(result.panelProblem->kind, Error::Kind::LoginNeeded);
        QCOMPARE(stored().panel(), PanelState::LoginNeeded);
        QCOMPARE(stored().panelUser, u"a@b.example"_s);
        QVERIFY(!m_store->kept.contains(entry)); // of no use to anybody

        const auto renewals = m_panel->count(Renewal);
        m_clock.moveTo(june(18, 9, 10));
        QCOMPARE(poll().panelProblem->kind, Error::Kind::LoginNeeded);
        QCOMPARE(m_panel->count(Renewal), renewals);
        QVERIFY(logIn());
        QVERIFY(!poll().panelProblem);
    }

    void aRestartFindsASessionThatWasUsedElsewhere()
    {
        QVERIFY(logIn());
        const auto copied = m_store->textOf(stored().panelSecretName);
        QVERIFY(!poll().panelProblem);
        m_store->kept.insert_or_assign(stored().panelSecretName, *Secret::fromInput(copied)); // an old backup
        renew();
        m_clock.moveTo(june(18, 9, 5));
        QCOMPARE(poll().panelProblem->kind, Error::Kind::LoginNeeded);
        QCOMPARE(stored().panel(), PanelState::LoginNeeded);
    }

    void aPanelOutOfReachIsNoLostSession()
    {
        QVERIFY(logIn());
        renew(); // nothing in memory
        m_panel->instead = [](const HttpRequest &request) -> std::optional<FakePanel::Response> {
            if (request.url.path().endsWith(u"/refresh"_s))
                return FakePanel::refusal(503, u"x"_s);
            return std::nullopt;
        };
        const auto result = poll();
        QCOMPARE(result.state, AccountState::Ok);
        QCOMPARE(result.panelProblem->kind, Error::Kind::Rejected);
        QCOMPARE(stored().panel(), PanelState::LoggedIn);
    }

    void aNewLoginTakesThePlaceOfTheOld()
    {
        QVERIFY(logIn());
        const auto old = stored().panelSecretName;
        const auto oldToken = m_store->textOf(old);
        QVERIFY(logIn());
        QVERIFY(stored().panelSecretName != old);
        QVERIFY(!m_store->kept.contains(old));
        QVERIFY(m_panel->loggedOut.contains(oldToken));
    }

    void loggingOutLeavesWhatWasTold()
    {
        QVERIFY(logIn());
        QVERIFY(!poll().panelProblem);
        const auto entry = stored().panelSecretName;
        m_store->removeFails = Error::Kind::KeychainLocked;
        QCOMPARE(await(m_gateways->logOut(m_account)).error().kind, Error::Kind::KeychainLocked);
        QCOMPARE(stored().panel(), PanelState::LoggedIn);
        m_store->removeFails.reset();
        QVERIFY(await(m_gateways->logOut(m_account)));
        QCOMPARE(stored().panel(), PanelState::None);
        QVERIFY(!m_store->kept.contains(entry));
        QCOMPARE(rowsNow(), 2);
        const auto result = poll();
        QVERIFY(result.state == AccountState::Ok && !result.panelProblem);
    }

    void removingAnAccountRemovesItsSessionToo()
    {
        QVERIFY(logIn());
        QVERIFY(await(m_gateways->remove(m_account)));
        QVERIFY(m_store->kept.empty());
    }

    void aHistoryBegunWithALoginGoesOnWithoutIt()
    {
        QVERIFY(logIn());
        NetworkHistoryService histories(
            *m_panel, *m_store, *m_storage, m_clock, m_sync->turns(), m_sync->panels(), Fast);
        m_panel->instead = [](const HttpRequest &request) -> std::optional<FakePanel::Response> {
            if (request.url.path() == u"/api/v1/usage"_s) // asks to be left alone in the middle of it
                return FakePanel::refusal(429, u"RATE_LIMITED"_s);
            return std::nullopt;
        };
        QVERIFY(!await(histories.runToEnd()));
        m_panel->instead = {};
        QVERIFY(await(m_gateways->logOut(m_account)));
        const auto read = await(histories.runToEnd({m_account}));
        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        QVERIFY(m_panel->asked.constLast().endsWith(u"/v1/usage"_s));
    }

    void noSecretIsWrittenAnywhere()
    {
        m_panel->code = u"123456"_s;
        QVERIFY(logIn(u"123456"_s));
        QVERIFY(!poll().panelProblem);
        QVERIFY(!m_store->holds(m_panel->password));
        for (const auto &body : m_panel->bodies) {
            for (const auto &secret : {m_panel->password, "refresh-token"_ba, "temporary-token"_ba})
                QVERIFY2(!body.contains(secret), body.constData());
        }
        m_sync.reset();
        m_gateways.reset();
        m_storage.reset();
        int files = 0;
        QDirIterator entries(m_profile->path(), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
        while (entries.hasNext()) {
            QFile file(entries.next());
            QVERIFY(file.open(QIODevice::ReadOnly));
            const auto content = file.readAll();
            for (const auto &secret : {m_panel->password, "refresh-token"_ba, "access-token"_ba, m_panel->key,
                     "fedcba9876543210"_ba})
                QVERIFY2(!content.contains(secret), qPrintable(file.fileName()));
            ++files;
        }
        QVERIFY(files > 0);
    }

private:
    void renew()
    {
        m_gateways = std::make_unique<NetworkGatewayService>(*m_panel, *m_store, *m_storage, m_clock, Fast);
        m_sync = std::make_unique<NetworkSyncService>(*m_panel, *m_store, *m_storage, m_clock, Fast);
    }
    Outcome logIn(const QString &code = {}, QByteArray password = {})
    {
        if (password.isEmpty())
            password = m_panel->password;
        return await(m_gateways->logIn(m_account,
            {u" a@b.example "_s, std::make_shared<const Secret>(*Secret::fromPassword(password)), code}));
    }
    PollResult poll() { return await(m_sync->poll(m_account))->constFirst(); }
    Account stored()
    {
        return *m_storage
                    ->read([this](Database &database) { return AccountRepository(database).byId(m_account); })
                    .result();
    }
    QStringList keysNow()
    {
        const auto keys
            = *m_storage->read([](Database &database) { return KeyRepository(database).all(); }).result();
        QStringList names;
        for (const auto &key : keys) {
            if (!key.goneAt)
                names << key.remoteId + u' ' + key.name;
        }
        names.sort();
        return names;
    }
    qint64 single(const QString &sql)
    {
        return m_storage->read([sql](Database &database) { return database.value(sql); })
            .result()
            ->toLongLong();
    }
    qint64 rowsNow() { return single(u"SELECT COUNT(*) FROM request"_s); }
    qint64 spentNanos() { return single(u"SELECT SUM(billed_nanos) FROM piece"_s); }

    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<ScriptedSecretStore> m_store;
    std::unique_ptr<FakePanel> m_panel;
    std::unique_ptr<NetworkGatewayService> m_gateways;
    std::unique_ptr<NetworkSyncService> m_sync;
    FakeClock m_clock{june(18, 9)};
    AccountId m_account;
};

QTEST_GUILESS_MAIN(NetworkGatewayPanelTest)
#include "tst_network_gateway_panel.moc"
