// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/memory_secret_store.h"
#include "storage/account_repository.h"
#include "storage/listing_repository.h"
#include "storage/request_repository.h"
#include "storage/usage_repository.h"
#include "support/await.h"
#include "support/fake_clock.h"
#include "support/ledger_facts.h"
#include "support/scripted_http.h"
#include "support/temp_profile.h"
#include "sync/generation_look_up_service.h"
#include "sync/network_sync_service.h"

#include <QSignalSpy>
#include <QTest>
#include <QUrlQuery>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr RepeatPolicy Fast{0, std::chrono::milliseconds(1), std::chrono::milliseconds(1)};

QString idOf(const QUrl &url)
{
    return QUrlQuery(url).queryItemValue(u"id"_s);
}

Result<HttpResponse> bill(const QUrl &url)
{
    const auto body
        = u"{\"data\":{\"id\":\"%1\",\"created_at\":\"2026-06-18T08:59:00Z\",\"model\":\"acme/a\","
          "\"finish_reason\":\"stop\",\"usage\":0.25,\"is_byok\":false}}"_s;
    return ScriptedHttp::json(body.arg(idOf(url)).toUtf8());
}

Result<HttpResponse> refusal(int status)
{
    return ScriptedHttp::json("{\"error\":{\"message\":\"no\"}}", status);
}

} // namespace

class GenerationLookUpServiceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        endService();
        m_storage.reset();
        m_profile = std::make_unique<TempProfile>();
        m_storage
            = std::make_unique<Storage>(m_profile->profile(), Storage::Access::ReadWrite, QTimeZone::utc());
        m_clock.moveTo(june(18, 9));
        m_secrets = std::make_unique<MemorySecretStore>();
        m_http = std::make_unique<ScriptedHttp>(bill);
        m_turns = std::make_unique<AccountTurns>();
        m_account = add(u"Main"_s);
        m_service = service();
    }

    void aBillBecomesARow()
    {
        QSignalSpy found(m_service.get(), &GenerationLookUpService::found);
        QVERIFY(await(m_service->add(m_account, {u"gen-1"_s, u"gen-2"_s})));

        QVERIFY(await(m_service->askDue()));

        QCOMPARE(found.size(), 2);
        QCOMPARE(found.constFirst().at(1).toString(), u"gen-1"_s);
        QCOMPARE(summary().requests, 2);
        QCOMPARE(summary().spend, cents(50));
        QVERIFY(waiting().isEmpty());
        QVERIFY(m_http->alwaysWithKey());
        QCOMPARE(origin(), u"GET /generation"_s);
    }

    void aBillThatIsNotThereYetIsAskedAgainFurtherAndFurtherApart()
    {
        m_http->answerWith([](const QUrl &) { return refusal(404); });
        QVERIFY(await(m_service->add(m_account, {u"gen-1"_s})));
        QList<qint64> waits; // milliseconds
        for (int tries = 0; tries < 8; ++tries) {
            QVERIFY(await(m_service->askDue()));
            QCOMPARE(m_http->asked().size(), tries + 1); // and not twice
            waits.append(m_clock.now().msecsTo(waiting().constFirst().nextAt));
            m_clock.moveTo(waiting().constFirst().nextAt);
        }
        QCOMPARE(waits, (QList<qint64>{500, 1000, 2000, 4000, 8000, 60'000, 300'000, 1'800'000}));
        m_http->answerWith(bill);
        QVERIFY(await(service()->askDue())); // after a restart too
        QCOMPARE(summary().requests, 1);
    }

    void afterADayItIsGivenUp()
    {
        m_http->answerWith([](const QUrl &) { return refusal(404); });
        QSignalSpy gaveUp(m_service.get(), &GenerationLookUpService::gaveUp);
        QVERIFY(await(m_service->add(m_account, {u"gen-1"_s})));
        const auto began = m_clock.now();
        while (gaveUp.isEmpty()) {
            QVERIFY(await(m_service->askDue()));
            if (!waiting().isEmpty())
                m_clock.moveTo(waiting().constFirst().nextAt);
        }
        QVERIFY(began.secsTo(m_clock.now()) >= 24 * 3600 && began.secsTo(m_clock.now()) < 25 * 3600);
        QVERIFY(waiting().isEmpty());
        const auto asked = m_http->asked().size();
        m_clock.moveTo(june(30));
        QVERIFY(await(m_service->askDue()));
        QCOMPARE(m_http->asked().size(), asked);
    }

    void whatTheGatewayWillNotTellIsGivenUpAtOnce_data()
    {
        QTest::addColumn<int>("status");
        for (const auto status : {400, 403, 410, 422})
            QTest::addRow("%d", status) << status;
    }

    void whatTheGatewayWillNotTellIsGivenUpAtOnce()
    {
        QFETCH(int, status);
        m_http->answerWith(
            [status](const QUrl &url) { return idOf(url) == u"gen-1" ? refusal(status) : bill(url); });
        QSignalSpy gaveUp(m_service.get(), &GenerationLookUpService::gaveUp);
        QVERIFY(await(m_service->add(m_account, {u"gen-1"_s, u"gen-2"_s})));
        QVERIFY(await(m_service->askDue()));
        QCOMPARE(gaveUp.size(), 1);
        QCOMPARE(summary().requests, 1); // the other one is
        QVERIFY(waiting().isEmpty());
    }

    void whatIsNotAboutTheIdPutsOffTheAccount_data()
    {
        QTest::addColumn<ScriptedAnswer>("answer");
        QTest::addColumn<int>("seconds");
        QTest::newRow("nobody answers") << ScriptedAnswer(fail(Error::Kind::Network)) << 60;
        QTest::newRow("bad key") << ScriptedAnswer(refusal(401)) << 60;
        QTest::newRow("broken") << ScriptedAnswer(refusal(502)) << 60;
        auto slowDown = ScriptedHttp::json("{}", 429);
        slowDown.headers.append("Retry-After", "300");
        QTest::newRow("slow down") << ScriptedAnswer(slowDown) << 300;
    }

    void whatIsNotAboutTheIdPutsOffTheAccount()
    {
        QFETCH(const ScriptedAnswer, answer);
        QFETCH(const int, seconds);
        const auto other = add(u"Other"_s);
        m_http->answerWith(
            [&answer](const QUrl &url) { return url.host() == u"main.example" ? answer.result : bill(url); });
        QVERIFY(await(m_service->add(m_account, {u"gen-1"_s, u"gen-2"_s})));
        QVERIFY(await(m_service->add(other, {u"gen-3"_s})));

        QVERIFY(await(m_service->askDue()));

        QCOMPARE(m_http->asked().size(), 2); // once the one, once the other account
        QCOMPARE(summary().requests, 1);
        QCOMPARE(waiting().size(), 2);
        for (const auto &lookUp : waiting()) {
            QCOMPARE(lookUp.tries, 0);
            const auto wait = m_clock.now().secsTo(lookUp.nextAt);
            QVERIFY(wait >= seconds && wait <= seconds + 10);
        }
        m_clock.moveTo(waiting().constLast().nextAt);
        m_http->answerWith(bill);
        QVERIFY(await(m_service->askDue()));
        QCOMPARE(summary().requests, 3);
    }

    void anAnswerThatIsNoBillCountsAsNotThereYet()
    {
        m_http->answerWith([](const QUrl &) { return ScriptedHttp::json("{\"data\":{}}"); });
        QVERIFY(await(m_service->add(m_account, {u"gen-1"_s})));
        QVERIFY(await(m_service->askDue()));
        QCOMPARE(waiting().constFirst().tries, 1);
        QCOMPARE(summary().requests, 0);
    }

    void aGatewayWithoutBillsIsNotAsked()
    {
        const auto plain = add(u"Plain"_s, u"openai-compatible"_s);
        QSignalSpy gaveUp(m_service.get(), &GenerationLookUpService::gaveUp);
        QVERIFY(await(m_service->add(plain, {u"gen-1"_s})));
        QVERIFY(await(m_service->askDue()));
        QCOMPARE(gaveUp.size(), 1);
        QVERIFY(m_http->asked().isEmpty());
    }

    void aRowThatCannotBeStoredIsAskedAgain()
    {
        (void)m_storage
            ->write([](Database &database) {
                return database.execute(
                    u"CREATE TRIGGER refuse BEFORE DELETE ON generation_look_up BEGIN SELECT RAISE(ABORT, 'full'); END"_s);
            })
            .result();
        QVERIFY(await(m_service->add(m_account, {u"gen-1"_s})));
        QVERIFY(!await(m_service->askDue()));
        QCOMPARE(summary().requests, 0);
        QCOMPARE(waiting().size(), 1);
    }

    void aFailureThatIsOverIsForgotten()
    {
        QList<qint64> waits; // seconds
        for (const auto *id : {"gen-1", "gen-2"}) {
            m_http->answerWith([](const QUrl &) { return refusal(502); });
            QVERIFY(await(m_service->add(m_account, {QString::fromLatin1(id)})));
            QVERIFY(await(m_service->askDue()));
            waits.append(m_clock.now().secsTo(waiting().constFirst().nextAt));
            m_clock.moveTo(waiting().constFirst().nextAt);
            m_http->answerWith(bill);
            QVERIFY(await(m_service->askDue()));
        }
        QVERIFY(waits.at(1) < 70); // not two minutes, as after a second failure in a row
    }

    void aBillIsOfTheIdThatWasAsked()
    {
        m_http->answerWith([](const QUrl &) { return bill(QUrl(u"https://x.example/?id=another"_s)); });
        QVERIFY(await(m_service->add(m_account, {u"gen-1"_s})));
        QVERIFY(await(m_service->askDue()));
        const auto known = m_storage->read([this](Database &database) {
            return RequestRepository(database).known(m_account, {u"gen-1"_s});
        });
        QCOMPARE(*known.result(), 1);
    }

    void aModelHasTheNameThatRequestsUse()
    {
        ModelListing listing;
        listing.model = u"acme/plain"_s;
        listing.canonicalName = u"acme/a"_s;
        (void)m_storage
            ->write([this, listing](Database &database) {
                return ListingRepository(database).replace(m_account, {listing}, june(18));
            })
            .result();
        QVERIFY(await(m_service->add(m_account, {u"gen-1"_s})));
        QVERIFY(await(m_service->askDue()));
        const auto choices
            = m_storage->read([](Database &database) { return UsageRepository(database).choices(); })
                  .result();
        QCOMPARE(choices->servedModels, QStringList{u"acme/plain"_s});
    }

    void askedTwiceAtOnceItAsksOnce()
    {
        QVERIFY(await(m_service->add(m_account, {u"gen-1"_s})));
        auto first = m_service->askDue();
        auto second = m_service->askDue();
        QVERIFY(await(std::move(first)));
        QVERIFY(await(std::move(second)));
        QCOMPARE(m_http->asked().size(), 1);
    }

    void onceStartedItAsksAgainByItself()
    {
        m_http->answerWith([](const QUrl &) { return refusal(404); });
        QSignalSpy found(m_service.get(), &GenerationLookUpService::found);
        QVERIFY(await(m_service->add(m_account, {u"gen-1"_s})));
        m_service->start();
        QTRY_COMPARE(waiting().constFirst().tries, 1);
        m_clock.moveTo(june(18, 10));
        m_http->answerWith(bill);
        QTRY_COMPARE(found.size(), 1);
    }

    void onceStartedItAsksForNewIdsAtOnce()
    {
        QSignalSpy found(m_service.get(), &GenerationLookUpService::found);
        m_service->start();
        QVERIFY(await(m_service->askDue()));
        QVERIFY(await(m_service->add(m_account, {u"gen-1"_s})));
        QTRY_COMPARE(found.size(), 1);
        m_service->stop();
        QVERIFY(await(m_service->add(m_account, {u"gen-2"_s})));
        QCOMPARE(m_http->asked().size(), 1);
    }

    void takesTurnsWithThePolls()
    {
        NetworkSyncService sync(*m_http, *m_secrets, *m_storage, m_clock, Fast);
        GenerationLookUpService lookUps(*m_http, *m_secrets, *m_storage, m_clock, sync.turns(), Fast);
        QStringList ids;
        for (int i = 0; i < 20; ++i)
            ids << u"gen-%1"_s.arg(i);
        QVERIFY(await(lookUps.add(m_account, ids)));
        auto asking = lookUps.askDue();
        QVERIFY(await(sync.poll()).has_value());
        QVERIFY(await(std::move(asking)));
        QCOMPARE(m_http->mostInFlight(), 1);
        QCOMPARE(summary().requests, 20);
    }

private:
    std::unique_ptr<GenerationLookUpService> service()
    {
        return std::make_unique<GenerationLookUpService>(
            *m_http, *m_secrets, *m_storage, m_clock, *m_turns, Fast);
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
    //! As the application does: what is under way comes to its end before the service goes.
    void endService()
    {
        if (!m_service)
            return;
        m_service->stop();
        for (int answers = 0; answers < 3; ++answers) { // read, asked, stored
            const auto read = m_storage->read([](Database &) -> Outcome { return Done{}; });
            QTRY_VERIFY(read.isFinished());
        }
        m_service.reset();
    }

    QList<LookUp> waiting()
    {
        return *m_storage->read([](Database &database) { return LookUpRepository(database).due(june(300)); })
                    .result();
    }
    UsageSummary summary()
    {
        UsageFilter filter;
        filter.days = {QDate(2026, 6, 1), QDate(2026, 6, 30)};
        return m_storage
            ->read([filter, now = m_clock.now()](
                       Database &database) { return UsageRepository(database).outline(filter, now); })
            .result()
            ->summary;
    }
    QString origin()
    {
        return m_storage
            ->read([](Database &database) {
                return database.value(u"SELECT DISTINCT origin FROM request_batch"_s);
            })
            .result()
            ->toString();
    }

    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<SecretStore> m_secrets;
    std::unique_ptr<ScriptedHttp> m_http;
    std::unique_ptr<AccountTurns> m_turns;
    std::unique_ptr<GenerationLookUpService> m_service;
    FakeClock m_clock{june(18, 9)};
    AccountId m_account;
};

QTEST_GUILESS_MAIN(GenerationLookUpServiceTest)
#include "tst_generation_look_up_service.moc"
