// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/network_http_client.h"
#include "secrets/memory_secret_store.h"
#include "storage/account_repository.h"
#include "support/await.h"
#include "support/fake_clock.h"
#include "support/hostile_server.h"
#include "support/ledger_facts.h"
#include "support/scripted_http.h"
#include "support/temp_profile.h"
#include "sync/catch_up_service.h"
#include "sync/network_history_service.h"

#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr RepeatPolicy Fast{0, std::chrono::milliseconds(1), std::chrono::milliseconds(1)};
constexpr std::chrono::milliseconds Second(10); // so long a second lasts here

const QByteArray Models = R"({"data":[{"id":"m"}]})";

} // namespace

class CatchUpServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_storage.reset();
        m_profile = std::make_unique<TempProfile>();
        m_storage
            = std::make_unique<Storage>(m_profile->profile(), Storage::Access::ReadWrite, QTimeZone::utc());
        m_secrets = std::make_unique<MemorySecretStore>();
        m_clock.moveTo(june(18, 9));
    }

    void aConnectionThatDiedInSleepIsLeftBehind()
    {
        bool hasSlept = false;
        quint16 old = 0; // its address would be given to the next one
        HostileServer server([&](QTcpSocket *socket, const HostileServer::Request &) {
            if (!old)
                old = socket->peerPort();
            if (!hasSlept || socket->peerPort() != old) // a black hole takes what comes and never answers
                socket->write(HostileServer::plain(200, "Content-Type: application/json\r\n", Models));
        });
        const auto account = add(server.url(u"/v1"_s));
        NetworkHttpClient http;
        NetworkSyncService sync(http, *m_secrets, *m_storage, m_clock, Fast);
        CatchUpService catchUp(sync);
        QSignalSpy polled(&sync, &SyncService::usageChanged);
        sync.startSchedule();
        QTRY_COMPARE(polled.size(), 1);
        QCOMPARE(health(account).state, AccountState::Ok);

        hasSlept = true;
        m_clock.moveTo(june(18, 17));
        auto hanging = sync.poll(); // as one that was under way
        QTRY_COMPARE(server.seen().size(), 2);
        http.renewConnections();
        catchUp.start(Second);

        QTRY_COMPARE(health(account).fetchedAt, std::optional(june(18, 17)));
        const auto interrupted = await(std::move(hanging));
        QVERIFY(interrupted.has_value());
        QCOMPARE(interrupted->constFirst().problem->kind, Error::Kind::Cancelled);
        QCOMPARE(health(account).failures, 0); // which says nothing of the gateway
        QVERIFY(server.connections() >= 2);
        sync.stopSchedule();
        catchUp.stop();
        QTRY_VERIFY(!sync.isPolling());
    }

    void whoeverIsNotReachedIsAskedUntilHeIs()
    {
        add(QUrl(u"https://one.example"_s));
        int asked = 0;
        ScriptedHttp http([&asked](const QUrl &) {
            return ++asked < 5 ? Result<HttpResponse>(fail(Error::Kind::HostNotFound))
                               : ScriptedHttp::json(Models);
        });
        NetworkSyncService sync(http, *m_secrets, *m_storage, m_clock, Fast);
        CatchUpService catchUp(sync);
        sync.startSchedule();
        QTRY_VERIFY(sync.hasUnreachable()); // and not due before a minute has passed

        catchUp.start(Second);

        QTRY_VERIFY(!sync.hasUnreachable());
        QCOMPARE(asked, 5);
        QTRY_VERIFY(!sync.isPolling());
    }

    void whoAnswersIsLeftToTheSchedule_data()
    {
        QTest::addColumn<ScriptedAnswer>("answer");
        QTest::newRow("well") << ScriptedAnswer(ScriptedHttp::json(Models));
        QTest::newRow("with a refusal") << ScriptedAnswer(ScriptedHttp::json("{}", 401));
        QTest::newRow("that it is broken") << ScriptedAnswer(ScriptedHttp::json("{}", 503));
        QTest::newRow("that we are too many") << ScriptedAnswer(ScriptedHttp::json("{}", 429));
    }

    void whoAnswersIsLeftToTheSchedule()
    {
        QFETCH(const ScriptedAnswer, answer);
        add(QUrl(u"https://one.example"_s));
        ScriptedHttp http([&answer](const QUrl &) { return answer.result; });
        NetworkSyncService sync(http, *m_secrets, *m_storage, m_clock, Fast);
        QSignalSpy polled(&sync, &SyncService::usageChanged);
        sync.startSchedule();
        QTRY_COMPARE(polled.size(), 1);
        QVERIFY(!sync.hasUnreachable());
        sync.pollUnreachable();
        sync.pollUnreachable();
        QVERIFY(await(sync.poll()).has_value()); // comes after both
        QCOMPARE(http.asked().size(), 2);
    }

    void withoutAScheduleNobodyIsAsked()
    {
        add(QUrl(u"https://one.example"_s));
        ScriptedHttp http([](const QUrl &) { return ScriptedHttp::json(Models); });
        NetworkSyncService sync(http, *m_secrets, *m_storage, m_clock, Fast);
        CatchUpService catchUp(sync);
        catchUp.start(Second);
        QVERIFY(await(sync.poll(AccountId(1))).has_value());
        QCOMPARE(http.asked().size(), 1);
    }

    void aHistoryThatLostItsConnectionGoesOnAtOnce()
    {
        add(QUrl(u"https://one.example"_s), u"openrouter"_s);
        int asked = 0;
        ScriptedHttp http([&asked](const QUrl &) {
            return ++asked == 1 ? Result<HttpResponse>(fail(Error::Kind::Cancelled))
                                : ScriptedHttp::json(R"({"data":{"usage":1}})");
        });
        NetworkSyncService sync(http, *m_secrets, *m_storage, m_clock, Fast);
        NetworkHistoryService history(
            http, *m_secrets, *m_storage, m_clock, sync.turns(), sync.panels(), Fast);
        QSignalSpy stopped(&history, &HistoryService::stopped);
        history.start();
        QTRY_COMPARE(stopped.size(), 2); // interrupted, then read
        QTRY_VERIFY(!history.isReading());
        QCOMPARE(asked, 2);
        QVERIFY(!history.nextTryAt());
    }

private:
    AccountId add(const QUrl &url, const QString &gateway = u"openai-compatible"_s)
    {
        Account account;
        account.gateway = gateway;
        account.name = u"Main"_s;
        account.baseUrl = url;
        account.secretName = u"Main"_s;
        account.addedAt = june(1);
        const auto key = std::make_shared<const Secret>(*Secret::fromInput("sk-test"));
        (void)await(m_secrets->write(u"Main"_s, key));
        return *m_storage
                    ->write(
                        [account](Database &database) { return AccountRepository(database).add(account); })
                    .result();
    }
    AccountHealth health(AccountId account)
    {
        return *m_storage
                    ->read(
                        [account](Database &database) { return AccountRepository(database).health(account); })
                    .result();
    }

    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<SecretStore> m_secrets;
    FakeClock m_clock{june(18, 9)};
};

QTEST_GUILESS_MAIN(CatchUpServiceTest)
#include "tst_catch_up_service.moc"
