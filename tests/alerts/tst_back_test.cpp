// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/back_test.h"
#include "alerts/stored_rule_service.h"
#include "storage/alert_repository.h"
#include "support/await.h"
#include "support/fake_clock.h"
#include "support/rule_world.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

class BackTestTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world = std::make_unique<RuleWorld>(); }

    //! The ledger grows poll by poll and is looked at, as it is live; afterwards the whole of it is looked
    //! back at.
    void findsWhatTheLiveLooksFound()
    {
        const auto rule = m_world->rule(AlertKind::Spike);
        QSet<QString> live;
        for (int day = -25; day <= 18; ++day) {
            m_world->spend(u"a"_s, day, day == -2 || day == 11 || day == 12 ? 9000 : 2000);
            m_world->spend(u"b"_s, day, day == 15 ? 1500 : 100);
            const auto noon = june(day + 1, 12);
            for (const auto &finding : m_world->look(rule, noon).found)
                live.insert(finding.facts.name + u' ' + finding.occurrence);
        }
        const auto test = run(rule, 90, june(19, 12));
        QSet<QString> past;
        for (const auto &hit : test.hits)
            past.insert(hit.facts.name + u' ' + localDay(hit.at, QTimeZone::utc()).toString(Qt::ISODate));
        QCOMPARE(past.size(), test.hits.size()); // none twice
        QCOMPARE(past, live);
        QCOMPARE(live.size(), 4);
        QVERIFY(test.canTell);
        QCOMPARE(test.days, (DayRange{june(-25).date(), june(19).date()})); // what the ledger knows
    }

    void isMoreSilentWithALessSensitiveRule()
    {
        spendDaily([](int day) { return day == 11 ? 9000 : day == 12 ? 4000 : 2000; });
        const auto hits = [this](qint64 times) {
            return run(m_world->rule(AlertKind::Spike, u"times"_s, times), 90, june(19, 12)).hits.size();
        };
        QCOMPARE(hits(150), 2);
        QCOMPARE(hits(300), 1);
        QCOMPARE(hits(500), 0);
    }

    void looksNoFurtherBackThanAsked()
    {
        spendDaily([](int day) { return day == 1 || day == 15 ? 9000 : 2000; });
        const auto test = run(m_world->rule(AlertKind::Spike), 7, june(19, 12));
        QCOMPARE(test.days, (DayRange{june(13).date(), june(19).date()}));
        QCOMPARE(test.hits.size(), 1);
        QCOMPARE(localDay(test.hits.constFirst().at, QTimeZone::utc()), june(15).date());
    }

    void anOutageIsOneAlertHoweverOftenItIsLookedAt()
    {
        m_world->poll({}, june(18, 8));
        outage(june(18, 9), 4, june(18, 10));
        outage(june(18, 10, 20), 3, june(18, 11)); // back within the hour: the same one
        outage(june(18, 15), 1, june(18, 15, 5)); // too short
        outage(june(18, 20), 1, june(18, 20, 30)); // one poll, but long
        const auto test = run(m_world->rule(AlertKind::GatewayHealth), 30, june(19));
        QCOMPARE(test.hits.size(), 2);
        QVERIFY(test.hits.at(0).at > june(18, 9) && test.hits.at(0).at <= june(18, 9, 15));
        QCOMPARE(test.hits.at(1).at, june(18, 20, 15));
    }

    void findsEachBurstOfFailures()
    {
        for (const int hour : {9, 10, 17})
            rows(june(18, hour, 5), 40, 20);
        rows(june(18, 13), 40, 0);
        const auto test = run(m_world->rule(AlertKind::FailureRate), 30, june(19));
        QCOMPARE(test.hits.size(), 2); // the second is back within the hour
    }

    void aFailedPollOfThePastDecidesNothing()
    {
        rows(june(18, 9, 5), 40, 20);
        outage(june(18, 8), 1, june(18, 23));
        QCOMPARE(run(m_world->rule(AlertKind::FailureRate), 30, june(19)).hits.size(), 0);
    }

    void digestsOncePerWeek()
    {
        m_world->spend(u"a"_s, 1, 100);
        const auto test = run(m_world->rule(AlertKind::WeeklyDigest), 90, june(30));
        QCOMPARE(test.hits.size(), 4); // on the 7th, 14th, 21st and 28th
        QCOMPARE(test.hits.constFirst().at, june(7, 8));
    }

    void saysWhereItCannotTell_data()
    {
        QTest::addColumn<AlertKind>("kind");
        QTest::addColumn<bool>("canTell");
        QTest::newRow("caps are not kept") << AlertKind::KeyCap << false;
        QTest::newRow("no rows") << AlertKind::FailureRate << false;
        QTest::newRow("no rows for fallbacks") << AlertKind::FallbackRate << false;
        QTest::newRow("no rows for models") << AlertKind::ServedModel << false;
        QTest::newRow("spend") << AlertKind::Spike << true;
        QTest::newRow("expiry") << AlertKind::KeyExpiry << true;
        QTest::newRow("outages") << AlertKind::GatewayHealth << true;
    }
    void saysWhereItCannotTell()
    {
        QFETCH(const AlertKind, kind);
        m_world->spend(u"a"_s, 10, 100);
        QTEST(run(m_world->rule(kind), 90, june(19)).canTell, "canTell");
    }

    void anEmptyLedgerTellsNothing()
    {
        const auto test = run(m_world->rule(AlertKind::Spike), 90, june(19));
        QVERIFY(!test.canTell);
        QVERIFY(test.hits.isEmpty());
    }

    void theServiceKeepsRulesWithinTheirBounds()
    {
        Storage storage(m_world->profile(), Storage::Access::ReadWrite);
        const FakeClock clock(june(19));
        StoredRuleService service(storage, clock);
        QSignalSpy changed(&service, &RuleService::rulesChanged);
        auto rule = m_world->rule(AlertKind::Spike, u"times"_s, 109);
        QCOMPARE(await(service.save(rule)).error().kind, Error::Kind::InvalidInput);
        rule.values.clear();
        rule.values.insert(u"days"_s, 5);
        QCOMPARE(await(service.save(rule)).error().kind, Error::Kind::InvalidInput);
        QCOMPARE(await(service.backTest(rule, 30)).error().kind, Error::Kind::InvalidInput);
        QCOMPARE(await(service.save(m_world->rule(AlertKind::KeyCap, u"percent"_s, 60))).error().kind,
            Error::Kind::InvalidInput); // below the 80 percent of the warning
        QCOMPARE(changed.size(), 0);
        rule.values.clear();
        rule.values.insert(u"times"_s, 200);
        rule.isOn = false;
        rule.severity = AlertSeverity::Critical;
        rule.channels.removeFirst();
        QVERIFY(await(service.save(rule)).has_value());
        QCOMPARE(changed.size(), 1);
        const auto lines = await(service.rules());
        QCOMPARE(lines->constFirst().rule, rule);
        QVERIFY(!lines->constFirst().lastRaisedAt);
    }

    void theServiceSaysWhatARuleRaisedLast()
    {
        Alert alert;
        alert.kind = AlertKind::Spike;
        alert.occurrence = u"a"_s;
        alert.facts.name = u"batch"_s;
        alert.raisedAt = alert.lastTrueAt = june(11);
        QVERIFY(AlertRepository(m_world->database()).addOnce(alert)->has_value());
        alert.occurrence = u"b"_s;
        alert.facts.name = u"search"_s;
        alert.raisedAt = june(12);
        QVERIFY(AlertRepository(m_world->database()).addOnce(alert)->has_value());
        spendDaily([](int day) { return day == 15 ? 9000 : 2000; });
        Storage storage(m_world->profile(), Storage::Access::ReadWrite);
        const FakeClock clock(june(19));
        StoredRuleService service(storage, clock);
        const auto lines = await(service.rules());
        QCOMPARE(lines->constFirst().lastRaisedAt, std::optional(june(12)));
        QCOMPARE(lines->constFirst().lastSubject, u"search"_s);
        QCOMPARE(await(service.backTest(m_world->rule(AlertKind::Spike), 90))->hits.size(), 1);
    }

private:
    BackTest run(const AlertRule &rule, int days, const QDateTime &now)
    {
        const auto test = backTest(m_world->database(), rule, days, now, QTimeZone::utc());
        if (!test)
            qFatal("back-test: %s", qPrintable(test.error().detail));
        return *test;
    }
    //! From the 6th of May to the 18th of June, told at once.
    void spendDaily(int (*centsOf)(int day))
    {
        PollFacts facts;
        for (int day = -25; day <= 18; ++day)
            facts.buckets.append(bucket(day, {}, centsOf(day), u"a"_s));
        m_world->poll(facts, june(19, 6));
    }
    void outage(const QDateTime &from, int polls, const QDateTime &until)
    {
        for (int poll = 0; poll < polls; ++poll)
            m_world->pollFails(from.addSecs(300 * poll));
        m_world->poll({}, until);
    }
    void rows(const QDateTime &at, int count, int failed)
    {
        PollFacts facts;
        for (int i = 0; i < count; ++i) {
            auto row = request(u"r%1"_s.arg(++m_number), at.addSecs(i), 1);
            row.remoteKeyId = u"k"_s;
            if (i < failed)
                row.outcome = RequestOutcome::Failed;
            facts.requests.append(row);
        }
        facts.requestsEndpoint = u"GET /usage"_s;
        facts.whole = WholeInterval{june(18), at.addSecs(600)};
        m_world->poll(facts, at.addSecs(600));
    }

    std::unique_ptr<RuleWorld> m_world;
    int m_number = 0;
};

QTEST_GUILESS_MAIN(BackTestTest)
#include "tst_back_test.moc"
