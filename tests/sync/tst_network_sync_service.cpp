// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/memory_secret_store.h"
#include "storage/account_repository.h"
#include "storage/spend_repository.h"
#include "support/await.h"
#include "support/fake_clock.h"
#include "support/ledger_facts.h"
#include "support/scripted_http.h"
#include "support/scripted_secret_store.h"
#include "support/temp_profile.h"
#include "sync/network_sync_service.h"

#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

const DayRange WholeJune{QDate(2026, 6, 1), QDate(2026, 6, 30)};
constexpr RepeatPolicy Fast{2, std::chrono::milliseconds(1), std::chrono::milliseconds(1)};

//! What one key has cost on 17 June and so far today.
Result<HttpResponse> usage(double yesterday, double today)
{
    const QByteArray row = "{\"date\":\"2026-06-%1\",\"actual_cost\":%2}";
    const auto days = QString::fromLatin1(row).arg(17).arg(yesterday) + u','
        + QString::fromLatin1(row).arg(18).arg(today);
    return ScriptedHttp::json("{\"mode\":\"unrestricted\",\"isValid\":true,\"unit\":\"USD\",\"balance\":12.5,"
                              "\"daily_usage\":["
        + days.toLatin1() + "]}");
}

Result<HttpResponse> refusal(int status)
{
    return ScriptedHttp::json("{\"error\":{\"message\":\"no\"}}", status);
}

//! A store that only fails.
class FailingStore final : public SecretStore {
public:
    explicit FailingStore(Error::Kind kind) : m_kind(kind) { }
    Async<Secret> read(QString) override { co_return fail(m_kind); }
    Async<Done> write(QString, std::shared_ptr<const Secret>) override { co_return fail(m_kind); }
    Async<Done> remove(QString) override { co_return fail(m_kind); }
    [[nodiscard]] bool isPersistent() const override { return true; }
    [[nodiscard]] QString backendName() const override { return u"failing"_s; }

private:
    Error::Kind m_kind;
};

} // namespace

class NetworkSyncServiceTest : public QObject {
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
        m_http = std::make_unique<ScriptedHttp>([](const QUrl &) { return usage(4, 1.5); });
    }

    void aPollLandsInTheLedger()
    {
        const auto account = add(u"Main"_s, u"one.example"_s);
        NetworkSyncService sync(*m_http, *m_secrets, *m_storage, m_clock, Fast);
        QSignalSpy changed(&sync, &SyncService::usageChanged);

        const auto results = await(sync.poll());

        QVERIFY(results.has_value());
        QCOMPARE(results->size(), 1);
        const auto result = results->constFirst();
        QCOMPARE(result.state, AccountState::Ok);
        QCOMPARE(result.account, account);
        QCOMPARE(result.accountName, u"Main"_s);
        QVERIFY(result.fetchedAt == june(18, 9));
        QVERIFY(result.newRows > 0);
        QVERIFY(result.requests >= 1);
        QVERIFY(!result.problem);
        QCOMPARE(total(), 550);
        QCOMPARE(changed.size(), 1);
        QVERIFY(!sync.isPolling());
        QVERIFY(sync.lastPolledAt() == june(18, 9));
        QVERIFY(!sync.nextPollAt().has_value());
        QVERIFY(m_http->alwaysWithKey());
    }

    void aPollThatFailsKeepsTheFiguresAndSaysWhy_data()
    {
        QTest::addColumn<ScriptedAnswer>("answer");
        QTest::addColumn<AccountState>("state");
        const auto failed = [](Error::Kind kind) { return ScriptedAnswer(fail(kind)); };
        QTest::newRow("network") << failed(Error::Kind::Network) << AccountState::Unreachable;
        QTest::newRow("no host") << failed(Error::Kind::HostNotFound) << AccountState::Unreachable;
        QTest::newRow("timeout") << failed(Error::Kind::Timeout) << AccountState::Unreachable;
        QTest::newRow("certificate") << failed(Error::Kind::Tls) << AccountState::Unreachable;
        QTest::newRow("too large") << failed(Error::Kind::TooLarge) << AccountState::Stale;
        QTest::newRow("redirect") << ScriptedAnswer(refusal(302)) << AccountState::Stale;
        QTest::newRow("401") << ScriptedAnswer(refusal(401)) << AccountState::Refused;
        QTest::newRow("402") << ScriptedAnswer(refusal(402)) << AccountState::Refused;
        QTest::newRow("403") << ScriptedAnswer(refusal(403)) << AccountState::Refused;
        QTest::newRow("404") << ScriptedAnswer(refusal(404)) << AccountState::Stale;
        QTest::newRow("429") << ScriptedAnswer(refusal(429)) << AccountState::Slowed;
        QTest::newRow("500") << ScriptedAnswer(refusal(500)) << AccountState::Unreachable;
        QTest::newRow("503") << ScriptedAnswer(refusal(503)) << AccountState::Unreachable;
        QTest::newRow("504") << ScriptedAnswer(refusal(504)) << AccountState::Unreachable;
        QTest::newRow("odd shape") << ScriptedAnswer(ScriptedHttp::json("[1]")) << AccountState::Stale;
        QTest::newRow("cut off") << ScriptedAnswer(ScriptedHttp::json("{\"mode\":")) << AccountState::Stale;
        QTest::newRow("no money") << ScriptedAnswer(ScriptedHttp::json(
            "{\"mode\":\"x\",\"daily_usage\":[{\"date\":\"2026-06-17\",\"actual_cost\":\"many\"}]}"))
                                  << AccountState::Stale;
    }
    void aPollThatFailsKeepsTheFiguresAndSaysWhy()
    {
        QFETCH(const ScriptedAnswer, answer);
        QFETCH(const AccountState, state);
        const auto account = add(u"Main"_s, u"one.example"_s);
        NetworkSyncService sync(*m_http, *m_secrets, *m_storage, m_clock, Fast);
        QVERIFY(await(sync.poll()).has_value());
        m_clock.moveTo(june(18, 10));
        m_http->answerWith([&answer](const QUrl &) { return answer.result; });

        const auto results = await(sync.poll());

        QVERIFY(results.has_value());
        const auto result = results->constFirst();
        QCOMPARE(toText(result.state), toText(state));
        QVERIFY(result.problem.has_value());
        QVERIFY(result.fetchedAt == june(18, 9));
        QCOMPARE(total(), 550);
        const auto health = healthOf(account);
        QCOMPARE(toText(health.state), toText(state));
        QCOMPARE(health.failures, 1);
        QVERIFY(health.fetchedAt == june(18, 9));
        QVERIFY(health.triedAt == june(18, 10));
        QVERIFY(health.problem.has_value());
        QCOMPARE(health.problem->kind, result.problem->kind);
    }

    void aKeyThatCannotBeReadLocksTheAccount_data()
    {
        QTest::addColumn<Error::Kind>("kind");
        for (const auto kind :
            {Error::Kind::KeychainLocked, Error::Kind::KeychainMissing, Error::Kind::KeychainDenied,
                Error::Kind::KeychainWaiting, Error::Kind::KeychainFailed, Error::Kind::SecretMissing})
            QTest::newRow(toText(kind).data()) << kind;
    }
    void aKeyThatCannotBeReadLocksTheAccount()
    {
        QFETCH(const Error::Kind, kind);
        add(u"Main"_s, u"one.example"_s);
        FailingStore store(kind);
        NetworkSyncService sync(*m_http, store, *m_storage, m_clock, Fast);
        const auto results = await(sync.poll());
        QVERIFY(results.has_value());
        QCOMPARE(results->constFirst().state, AccountState::Locked);
        QCOMPARE(results->constFirst().problem->kind, kind);
        QCOMPARE(results->constFirst().requests, 0);
        QVERIFY(m_http->asked().isEmpty());
    }

    void aKeyThatAnotherProgramRemovedIsNotedOnceUntilItIsBack()
    {
        const auto account = add(u"Main"_s, u"one.example"_s);
        const auto key = std::make_shared<const Secret>(*Secret::fromInput("sk-test"));
        NetworkSyncService sync(*m_http, *m_secrets, *m_storage, m_clock, Fast);
        const auto poll = [&] { QVERIFY(await(sync.poll(account)).has_value()); };
        poll();
        for (const int missed : {1, 2}) {
            QVERIFY(await(m_secrets->remove(u"Main"_s)));
            poll();
            poll();
            QCOMPARE(eventsOf("secret_missed"), missed);
            QVERIFY(await(m_secrets->write(u"Main"_s, key)));
            poll();
            poll();
            QCOMPARE(eventsOf("secret_stored"), missed);
        }
    }

    void aPollLearnsTheFingerprintOfTheAccountsKey()
    {
        const auto account = add(u"Main"_s, u"one.example"_s);
        const auto fingerprint = [&] {
            return *m_storage
                        ->read([account](Database &database) {
                            return AccountRepository(database).keyFingerprint(account);
                        })
                        .result();
        };
        QVERIFY(fingerprint().isEmpty());
        NetworkSyncService sync(*m_http, *m_secrets, *m_storage, m_clock, Fast);
        QVERIFY(await(sync.poll()).has_value());
        QCOMPARE(fingerprint(), Secret::fromInput("sk-test")->fingerprint());
    }

    void accountsRunSideBySideWithOneRequestEach()
    {
        add(u"One"_s, u"one.example"_s);
        add(u"Two"_s, u"two.example"_s);
        m_http->answerWith(
            [](const QUrl &url) { return url.host() == u"one.example" ? refusal(503) : usage(4, 1.5); });
        m_http->setPause(std::chrono::milliseconds(100)); // the second is asked meanwhile
        NetworkSyncService sync(*m_http, *m_secrets, *m_storage, m_clock, Fast);
        const auto results = await(sync.poll());
        QVERIFY(results.has_value());
        QCOMPARE(results->size(), 2);
        QCOMPARE(results->at(0).state, AccountState::Unreachable);
        QCOMPARE(results->at(1).state, AccountState::Ok); // the one does not stop the other
        QCOMPARE(m_http->mostInFlight(), 2);
        QCOMPARE(m_http->mostInFlightFor(u"one.example"_s), 1);
        QCOMPARE(m_http->mostInFlightFor(u"two.example"_s), 1);
    }

    void aSecondPollJoinsTheOneThatRuns()
    {
        add(u"Main"_s, u"one.example"_s);
        NetworkSyncService sync(*m_http, *m_secrets, *m_storage, m_clock, Fast);
        auto first = sync.poll();
        auto second = sync.poll();
        const auto one = await(std::move(first));
        const auto two = await(std::move(second));
        QVERIFY(one && two);
        QCOMPARE(m_http->asked().size(), one->constFirst().requests);
        QCOMPARE(two->constFirst().requests, one->constFirst().requests);
    }

    void onlyTheAccountThatWasNamedIsAsked()
    {
        add(u"One"_s, u"one.example"_s);
        const auto two = add(u"Two"_s, u"two.example"_s);
        NetworkSyncService sync(*m_http, *m_secrets, *m_storage, m_clock, Fast);
        const auto results = await(sync.poll(two));
        QVERIFY(results.has_value());
        QCOMPARE(results->size(), 1);
        QCOMPARE(m_http->mostInFlightFor(u"one.example"_s), 0);
        const auto unknown = await(sync.poll(AccountId(99)));
        QVERIFY(!unknown.has_value());
        QCOMPARE(unknown.error().kind, Error::Kind::NotFound);
    }

    void anAccountRemovedWhileItIsAskedKeepsItsFigures()
    {
        const auto account = add(u"Main"_s, u"one.example"_s);
        NetworkSyncService sync(*m_http, *m_secrets, *m_storage, m_clock, Fast);
        QVERIFY(await(sync.poll()).has_value());
        m_http->answerWith([this, account](const QUrl &) {
            (void)m_storage
                ->write([account](Database &database) {
                    return AccountRepository(database).remove(account, june(18, 10));
                })
                .result();
            return usage(9, 9);
        });
        const auto results = await(sync.poll());
        QVERIFY(results.has_value());
        QVERIFY(results->constFirst().problem.has_value());
        QCOMPARE(results->constFirst().problem->kind, Error::Kind::NotFound);
        QCOMPARE(total(), 550);
        QVERIFY(await(sync.poll())->isEmpty());
    }

    void theScheduleStartsAtOnceAndPlansTheNext()
    {
        add(u"Main"_s, u"one.example"_s);
        NetworkSyncService sync(*m_http, *m_secrets, *m_storage, m_clock, Fast);
        QSignalSpy changed(&sync, &SyncService::usageChanged);
        sync.startSchedule(std::chrono::minutes(5));
        QTRY_COMPARE(changed.size(), 1);
        const auto next = sync.nextPollAt();
        QVERIFY(next.has_value());
        QVERIFY(*next >= june(18, 9, 5) && *next <= june(18, 9, 5).addSecs(30));
        sync.stopSchedule();
        QVERIFY(!sync.nextPollAt().has_value());
    }

    void aKeyringThatStartsLateIsAskedAgainByItself()
    {
        add(u"Main"_s, u"one.example"_s);
        ScriptedSecretStore late;
        late.kept.insert_or_assign(u"Main"_s, *Secret::fromInput("sk-test"));
        late.readFails = Error::Kind::KeychainMissing;
        NetworkSyncService sync(*m_http, late, *m_storage, m_clock, Fast);
        QSignalSpy changed(&sync, &SyncService::usageChanged);
        for (const auto delay : {10, 20, 40}) {
            changed.clear();
            sync.startSchedule(std::chrono::minutes(5));
            QTRY_COMPARE(changed.size(), 1);
            QCOMPARE(sync.nextPollAt(), m_clock.now().addSecs(delay));
            m_clock.moveTo(*sync.nextPollAt());
        }
        QVERIFY(m_http->asked().isEmpty());

        late.readFails.reset();
        changed.clear();
        sync.startSchedule(std::chrono::minutes(5));
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(total(), 550);
        QVERIFY(*sync.nextPollAt() >= m_clock.now().addSecs(300));

        m_clock.moveTo(*sync.nextPollAt()); // and the next time begins with 10 s again
        late.readFails = Error::Kind::KeychainLocked;
        changed.clear();
        sync.startSchedule(std::chrono::minutes(5));
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(sync.nextPollAt(), m_clock.now().addSecs(10));
        sync.stopSchedule();
    }

private:
    AccountId add(const QString &name, const QString &host)
    {
        Account account;
        account.gateway = u"torouter"_s;
        account.name = name;
        account.baseUrl = QUrl(u"https://"_s + host);
        account.secretName = name;
        account.addedAt = june(1);
        const auto key = std::make_shared<const Secret>(*Secret::fromInput("sk-test"));
        (void)await(m_secrets->write(name, key));
        return *m_storage
                    ->write(
                        [account](Database &database) { return AccountRepository(database).add(account); })
                    .result();
    }
    int eventsOf(const char *what)
    {
        return m_storage
            ->read([what](Database &database) {
                return database.value(u"SELECT COUNT(*) FROM key_event WHERE what = :what"_s,
                    {{":what", QString::fromLatin1(what)}});
            })
            .result()
            ->toInt();
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
    AccountHealth healthOf(AccountId account)
    {
        return *m_storage
                    ->read(
                        [account](Database &database) { return AccountRepository(database).health(account); })
                    .result();
    }

    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<ScriptedHttp> m_http;
    FakeClock m_clock{june(18, 9)};
};

QTEST_GUILESS_MAIN(NetworkSyncServiceTest)
#include "tst_network_sync_service.moc"
