// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/budget_evaluation.h"
#include "storage/alert_repository.h"
#include "storage/budget_repository.h"
#include "storage/poll_repository.h"
#include "support/ledger_facts.h"
#include "support/temp_profile.h"

#include <QTest>

#include <memory>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

class BudgetEvaluationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TempProfile>();
        m_database = std::make_unique<Database>(m_profile->open());
        m_account = addAccount(*m_database, u"Main"_s);
    }

    void raisesEveryThresholdThatWasReached_data()
    {
        QTest::addColumn<int>("spent");
        QTest::addColumn<QList<int>>("raised");
        QTest::newRow("nothing") << 0 << QList<int>{};
        QTest::newRow("just below") << 4999 << QList<int>{};
        QTest::newRow("exactly half") << 5000 << QList<int>{50};
        QTest::newRow("two at once") << 8000 << QList<int>{50, 80};
        QTest::newRow("all at once") << 10'000 << QList<int>{50, 80, 100};
        QTest::newRow("far beyond") << 99'000 << QList<int>{50, 80, 100};
    }
    void raisesEveryThresholdThatWasReached()
    {
        QFETCH(const int, spent);
        QFETCH(const QList<int>, raised);
        setBudget(cents(10'000));
        spend(17, spent);
        QCOMPARE(thresholdsAt(june(18, 9)), raised);
        QCOMPARE(thresholdsAt(june(18, 10)), QList<int>{}); // once
    }

    void saysWhatWasSpentOfWhat()
    {
        setBudget(cents(10'000));
        spend(17, 8100);
        const auto alerts = recordCrossings(*m_database, june(18, 9), Notice::NotWanted);
        QVERIFY(alerts.has_value());
        const auto alert = alerts->constLast();
        QCOMPARE(alert.threshold, 80);
        QCOMPARE(alert.spent, cents(8100));
        QCOMPARE(alert.limit, cents(10'000));
        QCOMPARE(alert.raisedAt, june(18, 9));
        QCOMPARE(alert.period.first, QDate(2026, 6, 1));
        QCOMPARE(alert.period.last, QDate(2026, 6, 30));
        QVERIFY(!alert.isAtLeast);
    }

    void countsFromTheNextThresholdOn()
    {
        setBudget(cents(10'000));
        spend(16, 6000);
        QCOMPARE(thresholdsAt(june(18, 9)), QList<int>{50});
        spend(17, 2500);
        QCOMPARE(thresholdsAt(june(18, 10)), QList<int>{80});
    }

    void fallingBackAndRisingAgainRaisesNothingNew()
    {
        setBudget(cents(10'000));
        spend(17, 8000);
        QCOMPARE(thresholdsAt(june(18, 9)), (QList<int>{50, 80}));
        spend(17, 1000); // restated
        QCOMPARE(thresholdsAt(june(18, 10)), QList<int>{});
        spend(17, 8000);
        QCOMPARE(thresholdsAt(june(18, 11)), QList<int>{});
        setBudget(cents(20'000));
        setBudget(cents(10'000));
        QCOMPARE(thresholdsAt(june(18, 12)), QList<int>{});
    }

    void theNextMonthBeginsInTheReportingZone()
    {
        setZone(*m_database, "America/New_York"); // four hours behind
        setBudget(cents(10'000));
        spendAt(june(29, 12), 5000);
        QCOMPARE(thresholdsAt(june(30, 12)), QList<int>{50});
        spendAt(june(31, 1), 6000); // 1 July in UTC, still June in New York
        QCOMPARE(thresholdsAt(june(31, 3, 59)), (QList<int>{80, 100}));
        QCOMPARE(thresholdsAt(june(31, 4, 1)), QList<int>{}); // July: nothing yet
        spendAt(june(31, 6), 5000);
        QCOMPARE(thresholdsAt(june(31, 7)), QList<int>{50});
        const auto july = AlertRepository(*m_database).latest(1)->constFirst();
        QCOMPARE(july.period.first, QDate(2026, 7, 1));
        QCOMPARE(july.spent, cents(5000));
    }

    void byokCountsWhereTheBudgetSaysSo_data()
    {
        QTest::addColumn<bool>("includes");
        QTest::addColumn<QList<int>>("raised");
        QTest::newRow("in") << true << QList<int>{50, 80};
        QTest::newRow("out") << false << QList<int>{};
    }
    void byokCountsWhereTheBudgetSaysSo()
    {
        QFETCH(const bool, includes);
        QFETCH(const QList<int>, raised);
        setBudget(cents(10'000), includes);
        PollFacts facts;
        facts.buckets = {bucket(17, u"alpha"_s, 3000)};
        facts.buckets[0].amount.byok = cents(5000);
        QVERIFY(PollRepository(*m_database).store(m_account, facts, june(18)).has_value());
        QCOMPARE(thresholdsAt(june(18, 9)), raised);
    }

    void anotherCurrencyDoesNotCount()
    {
        setBudget(cents(10'000));
        PollFacts facts;
        facts.buckets = {bucket(17, u"alpha"_s, 90'000, {}, currency(u"CNY"))};
        QVERIFY(PollRepository(*m_database).store(m_account, facts, june(18)).has_value());
        QCOMPARE(thresholdsAt(june(18, 9)), QList<int>{});
    }

    void withoutABudgetNothingIsRaised()
    {
        spend(17, 99'999);
        QCOMPARE(thresholdsAt(june(18, 9)), QList<int>{});
    }

    void saysAtLeastWhenSomeAccountCannotTell_data()
    {
        QTest::addColumn<bool>("fails"); // else it never tells its spend
        QTest::newRow("an account that does not tell") << false;
        QTest::newRow("an account whose poll failed") << true;
    }
    void saysAtLeastWhenSomeAccountCannotTell()
    {
        QFETCH(const bool, fails);
        const auto other = addAccount(*m_database, u"Other"_s, fails);
        if (fails)
            QVERIFY(AccountRepository(*m_database).markFailed(other, june(18), {Error::Kind::Network}));
        setBudget(cents(10'000));
        spend(17, 5000);
        const auto alerts = recordCrossings(*m_database, june(18, 9), Notice::NotWanted);
        QVERIFY(alerts.has_value());
        QVERIFY(alerts->constFirst().isAtLeast);
    }

private:
    void setBudget(Money limit, bool includesByok = false)
    {
        Budget budget;
        budget.name = u"Everything"_s;
        budget.limit = limit;
        budget.includesByok = includesByok;
        QVERIFY(BudgetRepository(*m_database).set(budget).has_value());
    }
    void spend(int day, qint64 amount)
    {
        PollFacts facts;
        facts.buckets = {bucket(day, u"alpha"_s, amount)};
        QVERIFY(PollRepository(*m_database).store(m_account, facts, june(18)).has_value());
    }
    void spendAt(const QDateTime &moment, qint64 amount)
    {
        m_lifetime += amount;
        PollFacts before, after;
        before.counters = {counter(u"a"_s, m_lifetime - amount)};
        after.counters = {counter(u"a"_s, m_lifetime)};
        PollRepository polls(*m_database);
        QVERIFY(polls.store(m_account, before, moment.addSecs(-60)).has_value());
        QVERIFY(polls.store(m_account, after, moment).has_value());
    }
    QList<int> thresholdsAt(const QDateTime &now)
    {
        QList<int> thresholds;
        const auto alerts = recordCrossings(*m_database, now, Notice::NotWanted);
        if (!alerts)
            return {-1};
        for (const auto &alert : *alerts)
            thresholds.append(alert.threshold);
        return thresholds;
    }

    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Database> m_database;
    AccountId m_account;
    qint64 m_lifetime = 0;
};

QTEST_GUILESS_MAIN(BudgetEvaluationTest)
#include "tst_budget_evaluation.moc"
