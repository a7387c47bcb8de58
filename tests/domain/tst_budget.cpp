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
        Budget budget;
        budget.limit = *Money::fromText(u"12000");
        budget.thresholds = {100, 50, 80};

        QCOMPARE(reachedThresholds(budget, *Money::fromText(spent)), reached);
    }

    void aBudgetOfNothingReachesNothing()
    {
        QVERIFY(reachedThresholds(Budget{}, *Money::fromText(u"5")).isEmpty());
    }

    void onlyTheWholeLimitIsCritical()
    {
        QCOMPARE(severityOf(80), AlertSeverity::Warning);
        QCOMPARE(severityOf(100), AlertSeverity::Critical);
    }
};

QTEST_GUILESS_MAIN(BudgetTest)
#include "tst_budget.moc"
