// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/memory_secret_store.h"
#include "storage/account_repository.h"
#include "storage/history_repository.h"
#include "storage/spend_repository.h"
#include "support/await.h"
#include "support/fake_clock.h"
#include "support/ledger_facts.h"
#include "support/scripted_http.h"
#include "support/temp_profile.h"
#include "sync/network_history_service.h"
#include "sync/network_sync_service.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

const DayRange WholeJune{QDate(2026, 6, 1), QDate(2026, 6, 30)};
constexpr RepeatPolicy Fast{0, std::chrono::milliseconds(1), std::chrono::milliseconds(1)};

//! A management account with three keys, each of which spent $1 on 16 June. The history is seven pages: the
//! key, no workspaces, two pages of keys, three keys of which one never spent.
Result<HttpResponse> account(const QUrl &url)
{
    const QUrlQuery query(url);
    const auto name = url.path().section(u'/', -1);
    if (name == "workspaces"_L1)
        return ScriptedHttp::json(R"({"error":{"message":"no"}})", 404);
    if (name == "key"_L1)
        return ScriptedHttp::json(R"({"data":{"usage":0,"is_management_key":true}})");
    if (name == "keys"_L1 && query.queryItemValue(u"offset"_s) == u"0")
        return ScriptedHttp::json(
            R"({"data":[{"hash":"a","name":"a","usage":3,"usage_daily":0,"usage_weekly":0},
            {"hash":"b","name":"b","usage":2,"usage_daily":0,"usage_weekly":0},
            {"hash":"c","name":"c","usage":1,"usage_daily":0,"usage_weekly":0},
            {"hash":"d","name":"d","usage":0,"usage_daily":0,"usage_weekly":0}]})");
    if (name == "credits"_L1)
        return ScriptedHttp::json(R"({"data":{"total_credits":10,"total_usage":6}})");
    if (name == "activity"_L1 && query.hasQueryItem(u"api_key_hash"_s))
        return ScriptedHttp::json(
            R"({"data":[{"date":"2026-06-16","model":"m","provider_name":"p","usage":1}]})");
    return ScriptedHttp::json(R"({"data":[]})");
}

} // namespace

class NetworkHistoryServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_storage.reset();
        m_profile = std::make_unique<TempProfile>();
        m_storage
            = std::make_unique<Storage>(m_profile->profile(), Storage::Access::ReadWrite, QTimeZone::utc());
        m_clock.moveTo(june(18, 9));
        m_secrets = std::make_unique<MemorySecretStore>();
        m_http = std::make_unique<ScriptedHttp>(account);
        m_turns = std::make_unique<AccountTurns>();
        m_panels = std::make_unique<PanelSessions>(*m_http, *m_secrets, m_clock);
        m_account = add(u"Main"_s);
    }

    void readsAHistoryToItsEndAndSaysHowFarItIs()
    {
        auto history = service();
        QSignalSpy progressed(history.get(), &HistoryService::progressed);
        QSignalSpy stopped(history.get(), &HistoryService::stopped);

        history->start();

        QTRY_COMPARE(stopped.size(), 1);
        QCOMPARE(stateNow().state, HistoryState::Done);
        QCOMPARE(stateNow().done, 3);
        QCOMPARE(total(), 300);
        QCOMPARE(keysAsked(), (QStringList{u"a"_s, u"b"_s, u"c"_s})); // who spent most comes first
        const auto last = progressed.constLast();
        QCOMPARE(last.at(0).value<AccountId>(), m_account);
        QCOMPARE(last.at(1).toInt(), 2);
        QCOMPARE(last.at(2).toInt(), 3);
        QVERIFY(!health().fetchedAt); // a history is no poll
        QVERIFY(m_http->alwaysWithKey());
    }

    void whatWasReadIsNotReadAgain()
    {
        auto history = service();
        QVERIFY(await(history->runToEnd()));
        const auto asked = m_http->asked().size();
        QVERIFY(await(history->runToEnd()));
        QVERIFY(await(service()->runToEnd()));
        QCOMPARE(m_http->asked().size(), asked);
    }

    void goesOnAfterARestartWhereItWas()
    {
        for (int pages = 1; pages < 7; ++pages) {
            init();
            readPages(pages);
            const auto asked = m_http->asked();
            QCOMPARE(asked.size(), pages);
            m_clock.moveTo(june(20, 9)); // days later

            QVERIFY(await(service()->runToEnd()));

            QCOMPARE(keysAsked(), (QStringList{u"a"_s, u"b"_s, u"c"_s})); // each of them once
            QCOMPARE(m_http->asked().size(), 7);
            QCOMPARE(total(), 300);
        }
    }

    void aPauseStaysUntilItIsLifted()
    {
        readPages(5);
        auto history = service();
        QVERIFY(await(history->pause(m_account)));
        QVERIFY(await(history->runToEnd()));
        QVERIFY(await(service()->runToEnd())); // after a restart too
        QCOMPARE(m_http->asked().size(), 5);
        QCOMPARE(stateNow().state, HistoryState::Paused);
        QCOMPARE(total(), 100); // what was read stays

        QSignalSpy stopped(history.get(), &HistoryService::stopped);
        QVERIFY(await(history->resume(m_account)));
        QTRY_COMPARE(stopped.size(), 1);
        QCOMPARE(total(), 300);
        QCOMPARE(stateNow().state, HistoryState::Done);
    }

    void aPauseEndsAHistoryThatIsBeingRead()
    {
        auto history = service();
        QSignalSpy stopped(history.get(), &HistoryService::stopped);
        connect(history.get(), &HistoryService::progressed, this, [&](AccountId id, int done) {
            if (done == 1)
                QCoro::connect(history->pause(id), this, [](const Outcome &) {});
        });
        history->start();
        QTRY_COMPARE(stopped.size(), 1);
        QCOMPARE(stateNow().state, HistoryState::Paused);
        QVERIFY(keysAsked().size() < 3);
    }

    void aFailureLeavesTheCursorAndIsTriedAgain_data()
    {
        QTest::addColumn<ScriptedAnswer>("answer");
        QTest::addColumn<int>("earliest"); // seconds until the next try
        QTest::newRow("nobody answers") << ScriptedAnswer(fail(Error::Kind::Network)) << 60;
        QTest::newRow("broken") << ScriptedAnswer(ScriptedHttp::json("{}", 503)) << 60;
        QTest::newRow("odd") << ScriptedAnswer(ScriptedHttp::json("{\"data\":1}")) << 60;
        auto slowDown = ScriptedHttp::json("{}", 429);
        slowDown.headers.append("Retry-After", "600");
        QTest::newRow("slow down") << ScriptedAnswer(slowDown) << 600;
    }

    void aFailureLeavesTheCursorAndIsTriedAgain()
    {
        QFETCH(const ScriptedAnswer, answer);
        QFETCH(const int, earliest);
        m_http->answerWith([&answer](const QUrl &url) {
            const bool isB = QUrlQuery(url).queryItemValue(u"api_key_hash"_s) == u"b";
            return isB ? answer.result : account(url);
        });
        auto history = service();
        QSignalSpy stopped(history.get(), &HistoryService::stopped);
        history->start();
        QTRY_COMPARE(stopped.size(), 1);
        QCOMPARE(stateNow().state, HistoryState::Running);
        QCOMPARE(stateNow().done, 1);
        QCOMPARE(total(), 100);
        const auto next = history->nextTryAt();
        QVERIFY(
            next && *next >= june(18, 9).addSecs(earliest) && *next <= june(18, 9).addSecs(earliest + 10));

        history->start(); // too early
        m_clock.moveTo(*next);
        m_http->answerWith(account);
        history->start();

        QTRY_COMPARE(stateNow().state, HistoryState::Done);
        QCOMPARE(keysAsked(), (QStringList{u"a"_s, u"b"_s, u"b"_s, u"c"_s}));
        QCOMPARE(total(), 300);
        QVERIFY(!history->nextTryAt());
    }

    void failuresInARowAreFurtherAndFurtherApart()
    {
        m_http->answerWith([](const QUrl &) { return Result<HttpResponse>(fail(Error::Kind::Network)); });
        auto history = service();
        QSignalSpy stopped(history.get(), &HistoryService::stopped);
        QList<qint64> minutes;
        for (int round = 1; round <= 5; ++round) {
            history->start();
            QTRY_COMPARE(stopped.size(), round);
            minutes.append(m_clock.now().secsTo(*history->nextTryAt()) / 60);
            m_clock.moveTo(*history->nextTryAt());
        }
        QVERIFY(minutes.at(0) == 1 && minutes.at(1) == 2 && minutes.at(2) == 5);
        QVERIFY(minutes.at(3) >= 10 && minutes.at(4) >= 10 && minutes.at(4) <= 11);
    }

    void whatIsBeingTriedIsNotPlannedToo()
    {
        m_http->answerWith([](const QUrl &) { return Result<HttpResponse>(fail(Error::Kind::Network)); });
        auto history = service();
        QSignalSpy stopped(history.get(), &HistoryService::stopped);
        history->start();
        QTRY_COMPARE(stopped.size(), 1);
        m_clock.moveTo(*history->nextTryAt());
        bool isPlanned = true;
        m_http->answerWith([&](const QUrl &url) {
            isPlanned = history->nextTryAt().has_value();
            return account(url);
        });
        history->start();
        QTRY_COMPARE(stateNow().state, HistoryState::Done);
        QVERIFY(!isPlanned);
    }

    void aResumedOneIsTriedAtOnce()
    {
        m_http->answerWith([](const QUrl &) { return Result<HttpResponse>(fail(Error::Kind::Network)); });
        auto history = service();
        QSignalSpy stopped(history.get(), &HistoryService::stopped);
        history->start();
        QTRY_COMPARE(stopped.size(), 1);
        m_http->answerWith(account);
        QVERIFY(await(history->resume(m_account)));
        QTRY_COMPARE(stateNow().state, HistoryState::Done);
    }

    void pollAndHistoryNeverAskOneAccountAtOnce()
    {
        NetworkSyncService sync(*m_http, *m_secrets, *m_storage, m_clock, Fast);
        NetworkHistoryService history(
            *m_http, *m_secrets, *m_storage, m_clock, sync.turns(), sync.panels(), Fast);
        QSignalSpy stopped(&history, &HistoryService::stopped);

        history.start();
        const auto polled = await(sync.poll());

        QVERIFY(polled && polled->constFirst().state == AccountState::Ok);
        QTRY_COMPARE(stopped.size(), 1);
        QCOMPARE(m_http->mostInFlight(), 1);
        QTRY_VERIFY(!history.isReading());
        QCOMPARE(stateNow().state, HistoryState::Done);
        QVERIFY(health().fetchedAt);
    }

    void accountsAreReadSideBySide()
    {
        add(u"Other"_s);
        auto history = service();
        QSignalSpy stopped(history.get(), &HistoryService::stopped);
        history->start();
        history->start(); // twice is not more
        QTRY_COMPARE(stopped.size(), 2);
        QCOMPARE(m_http->mostInFlight(), 2);
        QCOMPARE(m_http->asked().size(), 14);
        QCOMPARE(await(history->all())->size(), 2);
    }

    void anAccountThatTellsNoHistoryIsLeftAlone()
    {
        remove(m_account);
        add(u"Plain"_s, u"openai-compatible"_s);
        QVERIFY(await(service()->runToEnd()));
        QVERIFY(m_http->asked().isEmpty());
        QVERIFY(await(service()->all())->isEmpty());
    }

    void anAccountThatIsRemovedMeanwhileIsForgotten()
    {
        m_http->answerWith([this](const QUrl &url) {
            if (QUrlQuery(url).queryItemValue(u"api_key_hash"_s) == u"b")
                remove(m_account);
            return account(url);
        });
        auto history = service();
        QSignalSpy stopped(history.get(), &HistoryService::stopped);
        history->start();
        QTRY_COMPARE(stopped.size(), 1);
        QVERIFY(!history->nextTryAt());
        QCOMPARE(keysAsked(), (QStringList{u"a"_s, u"b"_s}));
    }

    void aPageThatCannotBeStoredMovesNothing()
    {
        readPages(5);
        const auto before = stateNow();
        (void)m_storage
            ->write([](Database &database) {
                return database.execute(
                    u"CREATE TRIGGER refuse BEFORE INSERT ON slice BEGIN SELECT RAISE(ABORT, 'full'); END"_s);
            })
            .result();
        QVERIFY(!await(service()->runToEnd()));
        QCOMPARE(stateNow(), before);
        QCOMPARE(total(), 100);
    }

    void aCursorThatCannotBeStoredTakesItsPageWithIt()
    {
        readPages(5);
        (void)m_storage
            ->write([](Database &database) {
                return database.execute(
                    u"CREATE TRIGGER refuse BEFORE UPDATE ON history BEGIN SELECT RAISE(ABORT, 'full'); END"_s);
            })
            .result();
        QVERIFY(!await(service()->runToEnd()));
        QCOMPARE(total(), 100);
    }

    void aGapWantsTheHistoryAgain_data()
    {
        QTest::addColumn<QDateTime>("next");
        QTest::addColumn<bool>("isGap");
        QTest::newRow("the same day") << june(18, 23) << false;
        QTest::newRow("the next day") << june(19, 23) << false; // a poll asks for the day before
        QTest::newRow("the day after") << june(20, 0) << true;
    }

    void aGapWantsTheHistoryAgain()
    {
        QFETCH(QDateTime, next);
        QFETCH(bool, isGap);
        NetworkSyncService sync(*m_http, *m_secrets, *m_storage, m_clock, Fast);
        QSignalSpy gaps(&sync, &NetworkSyncService::gapFound);
        QVERIFY(await(service()->runToEnd()));
        QVERIFY(await(sync.poll()));
        QCOMPARE(stateNow().state, HistoryState::Done);
        QVERIFY(gaps.isEmpty());

        m_clock.moveTo(next);
        QVERIFY(await(sync.poll()));

        QCOMPARE(gaps.size(), isGap ? 1 : 0);
        QCOMPARE(stateNow().state, isGap ? HistoryState::Running : HistoryState::Done);
        if (isGap)
            QCOMPARE(stateNow().startedAt, next);
    }

    void whatIsWantedAnewMeanwhileBeginsAnew()
    {
        m_http->answerWith([this](const QUrl &url) {
            const bool isFirstOfB
                = QUrlQuery(url).queryItemValue(u"api_key_hash"_s) == u"b" && keysAsked().count(u"b"_s) == 1;
            if (isFirstOfB) {
                (void)m_storage
                    ->write([this](Database &database) {
                        return HistoryRepository(database).begin(m_account, june(18, 10));
                    })
                    .result();
            }
            return account(url);
        });
        QVERIFY(await(service()->runToEnd()));
        QCOMPARE(keysAsked(), (QStringList{u"a"_s, u"b"_s, u"a"_s, u"b"_s, u"c"_s}));
        QCOMPARE(stateNow().state, HistoryState::Done);
        QCOMPARE(total(), 300);
    }

private:
    //! Ends a service as the application does: first its pages, then itself.
    struct Drained {
        void operator()(NetworkHistoryService *service) const
        {
            const std::unique_ptr<NetworkHistoryService> owned(service);
            service->stop();
            QTRY_VERIFY(!service->isReading());
        }
    };
    std::unique_ptr<NetworkHistoryService, Drained> service()
    {
        return std::unique_ptr<NetworkHistoryService, Drained>(
            new NetworkHistoryService(*m_http, *m_secrets, *m_storage, m_clock, *m_turns, *m_panels, Fast));
    }
    //! Reads so many pages, as if the program had ended then.
    void readPages(int pages)
    {
        auto history = service();
        QSignalSpy stopped(history.get(), &HistoryService::stopped);
        m_http->answerWith([&, left = pages](const QUrl &url) mutable {
            if (--left == 0)
                history->stop();
            return account(url);
        });
        history->start();
        QTRY_COMPARE(stopped.size(), 1);
        m_http->answerWith(account);
    }
    AccountId add(const QString &name, const QString &gateway = u"openrouter"_s)
    {
        Account one;
        one.gateway = gateway;
        one.name = name;
        one.baseUrl = QUrl(u"https://"_s + name.toLower() + u".example"_s);
        one.secretName = name;
        one.addedAt = june(1);
        const auto key = std::make_shared<const Secret>(*Secret::fromInput("sk-test"));
        (void)await(m_secrets->write(name, key));
        return *m_storage->write([one](Database &database) { return AccountRepository(database).add(one); })
                    .result();
    }
    void remove(AccountId id)
    {
        (void)m_storage
            ->write([id](Database &database) { return AccountRepository(database).remove(id, june(18)); })
            .result();
    }
    AccountHistory stateNow()
    {
        const auto history
            = m_storage
                  ->read([id = m_account](Database &database) { return HistoryRepository(database).of(id); })
                  .result();
        return history->value_or(AccountHistory());
    }
    AccountHealth health()
    {
        return *m_storage
                    ->read([id = m_account](
                               Database &database) { return AccountRepository(database).health(id); })
                    .result();
    }
    qint64 total()
    {
        const auto spent = m_storage
                               ->read([](Database &database) {
                                   return SpendRepository(database).total(WholeJune, Currency());
                               })
                               .result();
        return spent->billed.nanos() / 10'000'000;
    }
    QStringList keysAsked()
    {
        QStringList keys;
        for (const auto &url : m_http->asked()) {
            const QUrlQuery query(url);
            if (query.hasQueryItem(u"api_key_hash"_s))
                keys << query.queryItemValue(u"api_key_hash"_s);
        }
        return keys;
    }

    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<ScriptedHttp> m_http;
    std::unique_ptr<AccountTurns> m_turns;
    std::unique_ptr<PanelSessions> m_panels;
    FakeClock m_clock{june(18, 9)};
    AccountId m_account;
};

QTEST_GUILESS_MAIN(NetworkHistoryServiceTest)
#include "tst_network_history_service.moc"
