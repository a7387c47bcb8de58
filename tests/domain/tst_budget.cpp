// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/budget.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class BudgetTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void reachesThresholds_data()
    {
        QTest::addColumn<QString>("spent");
        QTest::addColumn<QList<int>>("reached");

        QTest::newRow("nothing") << u"0"_s << QList<int>{};
        QTest::newRow("just below") << u"5999.999999999"_s << QList<int>{};
        QTest::newRow("exactly half") << u"6000"_s << QList<int>{50};
        QTest::newRow("several at once") << u"9600"_s << QList<int>{50, 80};
        QTest::newRow("over") << u"12000.01"_s << QList<int>{50, 80, 100};
    }

    void reachesThresholds()
    {
        QFETCH(QString, spent);
        QFETCH(QList<int>, reached);
        QCOMPARE(
            reachedThresholds({100, 50, 80}, *Money::fromText(u"12000"), *Money::fromText(spent)), reached);
    }

    void aBudgetOfNothingReachesNothing()
    {
        QVERIFY(reachedThresholds({50}, Money(), *Money::fromText(u"5")).isEmpty());
    }

    void onlyTheWholeLimitIsCritical()
    {
        QCOMPARE(severityOf(AlertKind::BudgetSpent, 50), AlertSeverity::Info);
        QCOMPARE(severityOf(AlertKind::BudgetSpent, 80), AlertSeverity::Warning);
        QCOMPARE(severityOf(AlertKind::BudgetSpent, 100), AlertSeverity::Critical);
        QCOMPARE(severityOf(AlertKind::BudgetForecast, 100), AlertSeverity::Warning);
    }

    void aDayLiesInItsPeriod_data()
    {
        using Kind = BudgetPeriod::Kind;
        QTest::addColumn<BudgetPeriod::Kind>("kind");
        QTest::addColumn<Qt::DayOfWeek>("weekStart");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<QString>("period"); // empty: none
        QTest::newRow("a day") << Kind::Daily << Qt::Monday << QDate(2026, 6, 18)
                               << u"2026-06-18 2026-06-18"_s;
        QTest::newRow("a week from Monday")
            << Kind::Weekly << Qt::Monday << QDate(2026, 6, 18) << u"2026-06-15 2026-06-21"_s;
        QTest::newRow("its first day")
            << Kind::Weekly << Qt::Monday << QDate(2026, 6, 15) << u"2026-06-15 2026-06-21"_s;
        QTest::newRow("a week from Sunday")
            << Kind::Weekly << Qt::Sunday << QDate(2026, 6, 20) << u"2026-06-14 2026-06-20"_s;
        QTest::newRow("a week over the new year")
            << Kind::Weekly << Qt::Saturday << QDate(2027, 1, 1) << u"2026-12-26 2027-01-01"_s;
        QTest::newRow("a leap February")
            << Kind::Monthly << Qt::Monday << QDate(2028, 2, 29) << u"2028-02-01 2028-02-29"_s;
        QTest::newRow("in the custom days")
            << Kind::Custom << Qt::Monday << QDate(2026, 7, 15) << u"2026-05-20 2026-07-15"_s;
        QTest::newRow("after them") << Kind::Custom << Qt::Monday << QDate(2026, 7, 16) << QString();
    }
    void aDayLiesInItsPeriod()
    {
        QFETCH(const BudgetPeriod::Kind, kind);
        QFETCH(const Qt::DayOfWeek, weekStart);
        QFETCH(const QDate, day);
        QFETCH(const QString, period);
        const BudgetPeriod rule{kind, weekStart, {QDate(2026, 5, 20), QDate(2026, 7, 15)}};
        const auto found = rule.around(day);
        QCOMPARE(
            found ? found->first.toString(Qt::ISODate) + u' ' + found->last.toString(Qt::ISODate) : QString(),
            period);
    }
};

QTEST_GUILESS_MAIN(BudgetTest)
#include "tst_budget.moc"
