// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/zone_days.h"
#include "storage/alert_repository.h"
#include "storage/budget_repository.h"
#include "support/ledger_facts.h"
#include "support/temp_profile.h"

#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

class AlertRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TempProfile>();
        m_database = std::make_unique<Database>(m_profile->open());
        Budget budget;
        budget.name = u"Everything"_s;
        budget.limit = cents(10'000);
        m_budget = *BudgetRepository(*m_database).set(budget);
    }

    void aBudgetOfTheSameNameIsChangedNotAdded()
    {
        BudgetRepository budgets(*m_database);
        Budget budget;
        budget.name = u"Everything"_s;
        budget.limit = cents(77, currency(u"EUR"));
        budget.includesByok = true;
        budget.thresholds = {25, 110};
        QCOMPARE(*budgets.set(budget), m_budget);
        budget.id = m_budget;
        QCOMPARE(*budgets.all(), QList<Budget>{budget});
    }

    void aCrossingIsAddedOnce()
    {
        AlertRepository alerts(*m_database);
        QCOMPARE(*alerts.addOnce(crossing(80)), true);
        auto again = crossing(80);
        again.spent = cents(9'999);
        again.raisedAt = june(20);
        QCOMPARE(*alerts.addOnce(again), false);
        QCOMPARE(*alerts.addOnce(crossing(100)), true);
        auto july = crossing(80);
        july.period = monthOf(QDate(2026, 7, 3));
        QCOMPARE(*alerts.addOnce(july), true);
        QCOMPARE(alerts.latest(20)->size(), 3);
        QCOMPARE(*alerts.openCount(), 3);
    }

    void comesBackAsItWasAdded()
    {
        AlertRepository alerts(*m_database);
        auto alert = crossing(80);
        alert.isAtLeast = true;
        alert.limit = cents(10'000, currency(u"EUR"));
        alert.spent = cents(8'001, currency(u"EUR"));
        QVERIFY(*alerts.addOnce(alert));
        const auto stored = alerts.latest(1)->constFirst();
        QVERIFY(stored.id.isValid());
        QCOMPARE(stored.budget, m_budget);
        QCOMPARE(stored.budgetName, u"Everything"_s);
        QCOMPARE(stored.threshold, 80);
        QVERIFY(stored.period == alert.period);
        QCOMPARE(stored.limit, alert.limit);
        QCOMPARE(stored.spent, alert.spent);
        QCOMPARE(stored.raisedAt, alert.raisedAt);
        QVERIFY(stored.isAtLeast);
        QVERIFY(!stored.acknowledgedAt && !stored.isRepeated);
    }

    void latestComesFirst()
    {
        AlertRepository alerts(*m_database);
        for (const int threshold : {50, 80, 100}) {
            auto alert = crossing(threshold);
            alert.raisedAt = june(10 + threshold / 10);
            QVERIFY(*alerts.addOnce(alert));
        }
        const auto two = alerts.latest(2);
        QCOMPARE(two->size(), 2);
        QCOMPARE(two->at(0).threshold, 100);
        QCOMPARE(two->at(1).threshold, 80);
    }

    void aNoticeIsOwedUntilItWasShownOrCouldNot_data()
    {
        QTest::addColumn<Notice>("notice");
        QTest::addColumn<bool>("owed");
        QTest::newRow("not wanted then") << Notice::NotWanted << true;
        QTest::newRow("intended") << Notice::Intended << true;
        QTest::newRow("shown") << Notice::Shown << false;
        QTest::newRow("unavailable") << Notice::Unavailable << false;
    }
    void aNoticeIsOwedUntilItWasShownOrCouldNot()
    {
        QFETCH(const Notice, notice);
        QFETCH(const bool, owed);
        AlertRepository alerts(*m_database);
        QVERIFY(*alerts.addOnce(crossing(80)));
        const auto id = alerts.latest(1)->constFirst().id;
        QVERIFY(alerts.setNotice(id, notice, 41, true));
        QCOMPARE(alerts.owed()->size(), owed ? 1 : 0);
        const auto stored = alerts.latest(1)->constFirst();
        QCOMPARE(stored.notice, notice);
        QCOMPARE(stored.noticeId, 41U);
        QVERIFY(stored.isRepeated);
    }

    void nothingIsOwedForWhatSomebodySaw()
    {
        AlertRepository alerts(*m_database);
        QVERIFY(*alerts.addOnce(crossing(80)));
        const auto id = alerts.latest(1)->constFirst().id;
        QVERIFY(alerts.acknowledge(id, june(19)));
        QVERIFY(alerts.acknowledge(id, june(20)));
        QVERIFY(alerts.owed()->isEmpty());
        QCOMPARE(*alerts.openCount(), 0);
        QVERIFY(alerts.latest(1)->constFirst().acknowledgedAt == june(19));
    }

private:
    [[nodiscard]] BudgetAlert crossing(int threshold) const
    {
        BudgetAlert alert;
        alert.budget = m_budget;
        alert.budgetName = u"Everything"_s;
        alert.threshold = threshold;
        alert.period = monthOf(QDate(2026, 6, 18));
        alert.limit = cents(10'000);
        alert.spent = cents(8'100);
        alert.raisedAt = june(18, 9);
        return alert;
    }

    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Database> m_database;
    BudgetId m_budget;
};

QTEST_GUILESS_MAIN(AlertRepositoryTest)
#include "tst_alert_repository.moc"
