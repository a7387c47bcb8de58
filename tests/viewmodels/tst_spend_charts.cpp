// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_overview.h"
#include "viewmodels/axis_scale.h"
#include "viewmodels/spend_charts.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class SpendChartsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addsUpToTheSameTotalHoweverFewSeriesAreNamed_data()
    {
        QTest::addColumn<int>("named");
        for (const int named : {0, 1, 5, 7, 9})
            QTest::newRow(qPrintable(QString::number(named))) << named;
    }

    void addsUpToTheSameTotalHoweverFewSeriesAreNamed()
    {
        QFETCH(int, named);
        const auto overview = scripted::overview();
        const auto folded = foldSeries(overview.byModel, named);
        Money total;
        Money lastDay;
        for (const auto &one : folded) {
            total += one.total;
            lastDay += one.days.at(17);
        }
        QCOMPARE(total.nanos(), overview.spent.nanos());
        QCOMPARE(lastDay.nanos(), overview.todaySoFar.nanos());
    }

    void countsWhatStandsForTheRest()
    {
        const auto folded = foldSeries(scripted::overview().byModel, 5);
        QCOMPARE(folded.size(), 7); // five, the rest, not itemised
        QCOMPARE(folded.at(5).members, 4);
        QCOMPARE(seriesName(folded.at(5)), u"4 others"_s);
        QCOMPARE(seriesName(folded.at(6)), u"not itemised"_s);
    }

    void beginsTheLineAtZeroAndEndsItNow()
    {
        const auto chart = cumulativeChart(scripted::overview());
        QCOMPARE(chart.points.constFirst().toPointF(), QPointF(0, 0));
        QCOMPARE(chart.points.constLast().toPointF(), QPointF(17.606, 7486.2));
        QCOMPARE(chart.points.size(), 19);
        QVERIFY(chart.top > 12000);
        QCOMPARE(chart.lastMonth.size(), 31); // zero and 30 days: the 31st of May has no place in June
    }

    void drawsNoBudgetWhereThereIsNone()
    {
        auto overview = scripted::overview();
        overview.budget.reset();
        QCOMPARE(cumulativeChart(overview).budget, 0.0);
    }

    void choosesRoundSteps_data()
    {
        QTest::addColumn<double>("highest");
        QTest::addColumn<double>("step");
        QTest::newRow("nothing spent") << 0.0 << 1.0;
        QTest::newRow("cents") << 0.07 << 0.02;
        QTest::newRow("hundreds") << 563.35 << 200.0;
        QTest::newRow("thousands") << 13316.0 << 4000.0;
    }

    void choosesRoundSteps()
    {
        QFETCH(double, highest);
        QFETCH(double, step);
        const auto scale = axisScale(highest, true);
        QCOMPARE(scale.step, step);
        QVERIFY(scale.top >= highest);
        QVERIFY(scale.ticks().size() <= 5);
    }
};

QTEST_APPLESS_MAIN(SpendChartsTest)
#include "tst_spend_charts.moc"
