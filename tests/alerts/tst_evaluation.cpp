// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/evaluation.h"
#include "storage/alert_repository.h"
#include "storage/budget_repository.h"
#include "storage/delivery_repository.h"
#include "storage/poll_repository.h"
#include "storage/workspace_repository.h"
#include "support/ledger_facts.h"
#include "support/rules_off.h"
#include "support/temp_profile.h"

#include <QTest>

#include <memory>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

//! Budgets against the ledger, look by look.
class EvaluationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_database.reset();
        m_profile = std::make_unique<TempProfile>();
        m_database = std::make_unique<Database>(m_profile->open());
        switchRulesOff(*m_database);
        m_account = addAccount(*m_database, u"Main"_s);
        m_budget = {};
        m_budget.createdAt = june(1);
        m_lifetime = 0;
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
        const auto alert = evaluateAlerts(*m_database, june(18, 9))->constLast();
        QCOMPARE(alert.step, 80);
        QCOMPARE(alert.facts.spent, std::optional(cents(8100)));
        QCOMPARE(alert.facts.limit, std::optional(cents(10'000)));
        QCOMPARE(alert.raisedAt, june(18, 9));
        QCOMPARE(alert.facts.periodFirst, QDate(2026, 6, 1));
        QCOMPARE(alert.facts.periodLast, QDate(2026, 6, 30));
        QCOMPARE(alert.severity, AlertSeverity::Warning);
        QVERIFY(!alert.facts.isAtLeast && !alert.isLate);
    }

    void restatedFiguresResolveAndReopenWithoutASecondNotice()
    {
        setBudget(cents(10'000));
        spend(17, 8000);
        QCOMPARE(thresholdsAt(june(18, 9)), (QList<int>{50, 80}));
        spend(17, 1000);
        QCOMPARE(thresholdsAt(june(18, 10)), QList<int>{});
        QCOMPARE(stateOf(80), AlertState::Resolved);
        spend(17, 8000);
        QCOMPARE(thresholdsAt(june(18, 11)), (QList<int>{50, 80}));
        QCOMPARE(stateOf(80), AlertState::Firing);
        QCOMPARE(AlertRepository(*m_database).latest(10)->size(), 2);
        QCOMPARE(
            noticesOf(80), (QStringList{u"resolved"_s, u"raised"_s})); // newest first; none for reopening
        QCOMPARE(eventsOf(80), (QStringList{u"raised"_s, u"resolved"_s, u"reopened"_s}));
    }

    void crossingAnotherLimitIsToldAgainInTheSameRecord()
    {
        setBudget(cents(10'000));
        spend(17, 10'000);
        QCOMPARE(thresholdsAt(june(18, 9)), (QList<int>{50, 80, 100}));
        setBudget(cents(30'000));
        QCOMPARE(thresholdsAt(june(18, 10)), QList<int>{});
        QCOMPARE(stateOf(100), AlertState::Resolved);
        spend(17, 30'000);
        QCOMPARE(thresholdsAt(june(18, 11)), (QList<int>{50, 80, 100}));
        QCOMPARE(AlertRepository(*m_database).latest(10)->size(), 3);
        QCOMPARE(noticesOf(100), (QStringList{u"raised"_s, u"resolved"_s, u"raised"_s}));
    }

    void aPeriodThatIsOverClosesItsAlertsQuietly()
    {
        setBudget(cents(10'000));
        spend(17, 8000);
        QCOMPARE(thresholdsAt(june(18, 9)), (QList<int>{50, 80}));
        QCOMPARE(thresholdsAt(june(31, 9)), QList<int>{}); // 1 July
        QCOMPARE(stateOf(80), AlertState::Resolved);
        QCOMPARE(eventsOf(80), (QStringList{u"raised"_s, u"period_over"_s}));
        QCOMPARE(noticesOf(80), QStringList{u"raised"_s});
    }

    void whatWasCrossedWhileNobodyLookedIsRaisedLate_data()
    {
        QTest::addColumn<BudgetPeriod::Kind>("kind");
        QTest::addColumn<QStringList>("occurrences"); // raised at 50 %
        QTest::newRow("by day") << BudgetPeriod::Kind::Daily
                                << QStringList{u"daily 2026-06-15"_s, u"daily 2026-06-17"_s};
        QTest::newRow("by week") << BudgetPeriod::Kind::Weekly << QStringList{u"weekly 2026-06-15"_s};
        QTest::newRow("by month") << BudgetPeriod::Kind::Monthly << QStringList{u"2026-06-01"_s};
    }
    void whatWasCrossedWhileNobodyLookedIsRaisedLate()
    {
        QFETCH(const BudgetPeriod::Kind, kind);
        QFETCH(const QStringList, occurrences);
        m_budget.period.kind = kind;
        m_budget.createdAt = june(1);
        m_budget.thresholds = {50};
        setBudget(cents(10'000));
        QCOMPARE(thresholdsAt(june(14, 9)), QList<int>{});
        spend(15, 5000);
        spend(16, 4999);
        spend(17, 9000);
        QVERIFY(evaluateAlerts(*m_database, june(24, 9)).has_value());
        QStringList raised;
        const auto every = *AlertRepository(*m_database).latest(10);
        for (const auto &alert : every) {
            raised.append(alert.occurrence);
            QVERIFY(alert.isLate);
            QCOMPARE(alert.state, AlertState::Firing); // for people to see
        }
        raised.sort();
        QCOMPARE(raised, occurrences);
    }

    void periodsFromBeforeTheBudgetRaiseNothing()
    {
        spend(3, 9000);
        m_budget.period.kind = BudgetPeriod::Kind::Daily;
        m_budget.createdAt = june(5, 12);
        setBudget(cents(10'000));
        QCOMPARE(thresholdsAt(june(5, 12)), QList<int>{});
        QCOMPARE(thresholdsAt(june(9, 12)), QList<int>{});
    }

    //! Three zones; the day changes its length in two of them.
    void aPeriodBeginsAtLocalMidnight_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<BudgetPeriod::Kind>("kind");
        QTest::addColumn<QDateTime>("lastMoment"); // UTC, of the period before
        QTest::addColumn<QDate>("first"); // of the period after
        const auto utc = [](int year, int month, int day, int hour, int minute) {
            return QDateTime(QDate(year, month, day), QTime(hour, minute), Qt::UTC);
        };
        using Kind = BudgetPeriod::Kind;
        QTest::newRow("a month in New York")
            << "America/New_York"_ba << Kind::Monthly << utc(2026, 7, 1, 3, 59) << QDate(2026, 7, 1);
        QTest::newRow("a month in UTC")
            << "UTC"_ba << Kind::Monthly << utc(2026, 2, 28, 23, 59) << QDate(2026, 3, 1);
        QTest::newRow("a month on Lord Howe, half an hour off")
            << "Australia/Lord_Howe"_ba << Kind::Monthly << utc(2026, 5, 31, 13, 29) << QDate(2026, 6, 1);
        QTest::newRow("the day of 23 hours in New York")
            << "America/New_York"_ba << Kind::Daily << utc(2026, 3, 9, 3, 59) << QDate(2026, 3, 9);
        QTest::newRow("the day before it")
            << "America/New_York"_ba << Kind::Daily << utc(2026, 3, 8, 4, 59) << QDate(2026, 3, 8);
        QTest::newRow("the day of 25 hours in New York")
            << "America/New_York"_ba << Kind::Daily << utc(2026, 11, 2, 4, 59) << QDate(2026, 11, 2);
        QTest::newRow("the day of 24 and a half hours on Lord Howe")
            << "Australia/Lord_Howe"_ba << Kind::Daily << utc(2026, 4, 5, 13, 29) << QDate(2026, 4, 6);
        QTest::newRow("the day of 23 and a half hours there")
            << "Australia/Lord_Howe"_ba << Kind::Daily << utc(2026, 10, 4, 12, 59) << QDate(2026, 10, 5);
        QTest::newRow("a week from Monday over the change")
            << "America/New_York"_ba << Kind::Weekly << utc(2026, 3, 9, 3, 59) << QDate(2026, 3, 9);
    }
    void aPeriodBeginsAtLocalMidnight()
    {
        QFETCH(const QByteArray, zone);
        QFETCH(const BudgetPeriod::Kind, kind);
        QFETCH(const QDateTime, lastMoment);
        QFETCH(const QDate, first);
        setZone(*m_database, zone);
        m_budget.period.kind = kind;
        m_budget.createdAt = lastMoment.addDays(-1);
        setBudget(cents(10'000));
        spendAt(lastMoment.addSecs(-300), 5000);
        QVERIFY(evaluateAlerts(*m_database, lastMoment).has_value());
        const auto before = AlertRepository(*m_database).latest(1)->constFirst();
        QCOMPARE(before.facts.periodLast, first.addDays(-1));
        QCOMPARE(before.facts.spent, std::optional(cents(5000)));
        QCOMPARE(thresholdsAt(lastMoment.addSecs(60)), QList<int>{}); // nothing of the new one yet
        QCOMPARE(stateOf(50), AlertState::Resolved);
        spendAt(lastMoment.addSecs(600), 5100);
        QCOMPARE(thresholdsAt(lastMoment.addSecs(660)), QList<int>{50});
        const auto after = AlertRepository(*m_database).latest(1)->constFirst();
        QCOMPARE(after.facts.periodFirst, first);
        QCOMPARE(after.facts.spent, std::optional(cents(5100)));
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
        m_budget.includesByok = includes;
        setBudget(cents(10'000));
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

    void aPausedBudgetRaisesNothingAndClosesWhatIsOpen()
    {
        setBudget(cents(10'000));
        spend(17, 5000);
        QCOMPARE(thresholdsAt(june(18, 9)), QList<int>{50});
        m_budget.isPaused = true;
        setBudget(cents(10'000));
        spend(17, 9000);
        QCOMPARE(thresholdsAt(june(18, 10)), QList<int>{});
        QCOMPARE(eventsOf(50), (QStringList{u"raised"_s, u"source_gone"_s}));
    }

    void aFailedPollChangesNothingButTheDoubt()
    {
        setBudget(cents(10'000));
        spend(17, 5000);
        QCOMPARE(thresholdsAt(june(18, 9)), QList<int>{50});
        QVERIFY(AccountRepository(*m_database)
                    .markFailed(m_account, june(18, 9, 30), {Error::Kind::Network})
                    .has_value());
        QCOMPARE(thresholdsAt(june(18, 10)), QList<int>{});
        QCOMPARE(stateOf(50), AlertState::Firing);
        QVERIFY(alertOf(50).facts.isAtLeast);
    }

    void theForecastRaisesOnceAndHoldsWhileItWavers()
    {
        m_budget.thresholds = {};
        for (int day = 1; day <= 17; ++day)
            spend(day, 100);
        setBudget(cents(2'900)); // 17 days of 1 and 13 to come: 30
        QCOMPARE(forecastsAt(june(18)), QList<int>{100});
        setBudget(cents(3'060)); // the forecast is 2 % below: it holds
        QCOMPARE(forecastsAt(june(18, 1)), QList<int>{});
        QCOMPARE(stateOf(100), AlertState::Firing);
        setBudget(cents(4'000));
        QCOMPARE(forecastsAt(june(18, 2)), QList<int>{});
        QCOMPARE(stateOf(100), AlertState::Resolved);
    }

    void withTooFewDaysNothingIsForecast()
    {
        m_budget.thresholds = {};
        spend(16, 1000);
        spend(17, 1000);
        setBudget(cents(2'500));
        QCOMPARE(forecastsAt(june(18)), QList<int>{});
    }

    void aSnoozeThatEndsSpeaksAgain()
    {
        setBudget(cents(10'000));
        spend(17, 5000);
        QCOMPARE(thresholdsAt(june(18, 9)), QList<int>{50});
        auto alert = AlertRepository(*m_database).latest(1)->constFirst();
        alert.state = AlertState::Snoozed;
        alert.snoozedUntil = june(18, 17);
        QVERIFY(AlertRepository(*m_database).update(alert).has_value());
        QVERIFY(evaluateAlerts(*m_database, june(18, 16, 59)).has_value());
        QCOMPARE(stateOf(50), AlertState::Snoozed);
        QVERIFY(evaluateAlerts(*m_database, june(18, 17)).has_value());
        QVERIFY(evaluateAlerts(*m_database, june(18, 18)).has_value());
        QCOMPARE(stateOf(50), AlertState::Firing);
        QCOMPARE(noticesOf(50), (QStringList{u"snooze_over"_s, u"raised"_s}));
    }

    void theOrderOfRowsInAPollDoesNotMatter()
    {
        QList<QList<int>> raised;
        for (const bool isReversed : {false, true}) {
            init();
            setBudget(cents(10'000));
            PollFacts facts;
            for (int day = 3; day < 17; ++day)
                facts.buckets.append(bucket(day, u"alpha"_s, 50 * day));
            if (isReversed)
                std::reverse(facts.buckets.begin(), facts.buckets.end());
            QVERIFY(PollRepository(*m_database).store(m_account, facts, june(18)).has_value());
            raised.append(thresholdsAt(june(18, 9)));
        }
        QCOMPARE(raised.constFirst(), QList<int>{50});
        QCOMPARE(raised.constLast(), raised.constFirst());
    }

private:
    void setBudget(Money limit)
    {
        m_budget.name = u"Everything"_s;
        m_budget.limit = limit;
        m_budget.id = *BudgetRepository(*m_database).save(m_budget);
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
    QList<int> stepsAt(const QDateTime &now, AlertKind kind)
    {
        QList<int> steps;
        const auto alerts = evaluateAlerts(*m_database, now);
        if (!alerts)
            return {-1};
        for (const auto &alert : *alerts) {
            if (alert.kind == kind)
                steps.append(alert.step);
        }
        return steps;
    }
    QList<int> thresholdsAt(const QDateTime &now) { return stepsAt(now, AlertKind::BudgetSpent); }
    QList<int> forecastsAt(const QDateTime &now) { return stepsAt(now, AlertKind::BudgetForecast); }

    [[nodiscard]] Alert alertOf(int step)
    {
        const auto every = *AlertRepository(*m_database).latest(20);
        for (const auto &alert : every) {
            if (alert.step == step && isOfBudget(alert.kind))
                return alert;
        }
        return {};
    }
    AlertState stateOf(int step) { return alertOf(step).state; }
    QStringList noticesOf(int step)
    {
        QStringList reasons;
        const auto every = *DeliveryRepository(*m_database).of(alertOf(step).id);
        for (const auto &delivery : every) {
            if (delivery.channel == DesktopChannel)
                reasons.append(toText(delivery.reason));
        }
        return reasons;
    }
    QStringList eventsOf(int step)
    {
        QStringList words;
        const auto events = *AlertRepository(*m_database).events(alertOf(step).id);
        for (const auto &event : events)
            words.append(toText(event.what));
        return words;
    }

    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Database> m_database;
    AccountId m_account;
    Budget m_budget;
    qint64 m_lifetime = 0;
};

QTEST_GUILESS_MAIN(EvaluationTest)
#include "tst_evaluation.moc"
