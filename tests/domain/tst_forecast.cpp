// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/forecast.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const DayRange June{QDate(2026, 6, 1), QDate(2026, 6, 30)};
const QDate Thursday(2026, 6, 18);

Money dollars(double amount)
{
    return Money::fromNanos(qRound64(amount * 1e9));
}

bool isWeekend(QDate day)
{
    return day.dayOfWeek() > 5;
}

//! Workdays of 100, weekends of 10, for `days` days before today.
ForecastFacts office(int days, QDate today = Thursday)
{
    ForecastFacts facts{{}, today, dollars(0), 0};
    for (int i = 1; i <= days; ++i) {
        const auto day = today.addDays(-i);
        facts.days.append({day, dollars(isWeekend(day) ? 10 : 100)});
    }
    return facts;
}

//! What June costs in that office: 22 workdays and 8 days of weekends.
constexpr double WholeJune = 22 * 100 + 8 * 10;

} // namespace

class ForecastTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void belowTheMinimumThereIsNone()
    {
        QVERIFY(!forecast(office(FewestForecastDays - 1), June));
        QVERIFY(forecast(office(FewestForecastDays), June));
        QVERIFY(!forecast(ForecastFacts{{}, Thursday, dollars(5), 0.5}, June));
    }

    void itKnowsWeekdays()
    {
        const auto found = forecast(office(40), June);
        QCOMPARE(found->expected, dollars(WholeJune));
        QVERIFY(found->low < found->expected && found->expected < found->high);
        QCOMPARE(found->daysLearntFrom, 40);
        // a straight line from a Monday morning on is far off
        const auto monday = office(40, QDate(2026, 6, 8));
        QCOMPARE(forecast(monday, June)->expected, dollars(WholeJune));
        QVERIFY(*straightLine(monday, June) < dollars(WholeJune - 40));
    }

    void todayCountsForWhatIsLeftOfIt()
    {
        auto facts = office(40);
        facts.dayGone = 0.5;
        facts.todaySoFar = dollars(80); // more than usual by noon
        QCOMPARE(forecast(facts, June)->expected, dollars(WholeJune - 50 + 80));
    }

    void aNewLevelIsFollowedWithinTwoWeeks()
    {
        auto facts = office(56);
        for (auto &day : facts.days) {
            if (day.day >= Thursday.addDays(-14))
                day.amount = dollars(isWeekend(day.day) ? 20 : 200);
        }
        const auto found = forecast(facts, June);
        double spent = 0;
        for (const auto &day : facts.days)
            spent += day.day >= June.first ? day.amount.approximate() : 0;
        double left = 0;
        for (auto day = Thursday; day <= June.last; day = day.addDays(1))
            left += isWeekend(day) ? 20 : 200;
        const auto miss = found->expected.approximate() - (spent + left);
        QVERIFY2(std::abs(miss) < 0.2 * left, qPrintable(QString::number(miss)));
    }

    void steadyGrowthIsFollowed()
    {
        auto facts = office(56);
        for (auto &day : facts.days)
            day.amount = dollars(day.amount.approximate() * (1 - 0.005 * double(day.day.daysTo(Thursday))));
        double june = 0;
        for (auto day = June.first; day <= June.last; day = day.addDays(1))
            june += (isWeekend(day) ? 10 : 100) * (1 - 0.005 * double(day.daysTo(Thursday)));
        const auto miss = std::abs(forecast(facts, June)->expected.approximate() - june);
        QVERIFY2(miss < 0.02 * june, qPrintable(QString::number(miss)));
    }

    void oneSpikeIsNoHabit()
    {
        auto facts = office(56);
        facts.days[21].amount = dollars(5000); // three weeks ago
        const auto found = forecast(facts, June);
        const auto spiked = facts.days.at(21).day >= June.first ? 4900.0 : 0.0;
        QVERIFY(found->expected.approximate() < (WholeJune + spiked) * 1.6);
        QVERIFY(
            found->high - found->low > forecast(office(56), June)->high - forecast(office(56), June)->low);
    }

    void theBandHoldsFourOfFiveNoisyMonths()
    {
        int inside = 0;
        constexpr int Months = 400;
        quint32 seed = 7;
        const auto noisy = [&seed](double usual) {
            seed = seed * 1664525u + 1013904223u;
            return usual * (0.6 + 0.8 * double(seed >> 8) / double(1u << 24));
        };
        for (int month = 0; month < Months; ++month) {
            auto facts = office(40);
            double actual = 0;
            for (auto &day : facts.days) {
                day.amount = dollars(noisy(day.amount.approximate()));
                actual += day.day >= June.first ? day.amount.approximate() : 0;
            }
            for (auto day = Thursday; day <= June.last; day = day.addDays(1))
                actual += noisy(isWeekend(day) ? 10 : 100);
            const auto found = forecast(facts, June);
            inside += found->low <= dollars(actual) && dollars(actual) <= found->high ? 1 : 0;
        }
        QVERIFY2(inside > Months * 0.7 && inside < Months * 0.99, qPrintable(QString::number(inside)));
    }

    void whatIsSpentStaysSpent()
    {
        auto facts = office(40, QDate(2026, 6, 30));
        facts.dayGone = 1;
        facts.todaySoFar = dollars(300);
        const auto found = forecast(facts, June);
        QCOMPARE(found->expected, dollars(WholeJune + 200));
        QVERIFY(found->low >= dollars(WholeJune + 200));
    }

    void dayByDayItEndsWhereTheForecastDoes()
    {
        const auto days = forecastByDay(office(40), June);
        QCOMPARE(days.size(), 13);
        QCOMPARE(days.constLast(), *forecast(office(40), June));
        for (qsizetype i = 1; i < days.size(); ++i) {
            QVERIFY(days.at(i).expected > days.at(i - 1).expected);
            QVERIFY(days.at(i).high - days.at(i).low > days.at(i - 1).high - days.at(i - 1).low);
        }
    }

    void silentDaysAreDaysToo()
    {
        auto facts = office(40);
        facts.days.removeIf([](const DaySpend &day) { return isWeekend(day.day); });
        QCOMPARE(forecast(facts, June)->expected, dollars(22 * 100));
    }

    void aStraightLineNeedsSomethingToStretch()
    {
        auto facts = office(40, June.first);
        QVERIFY(!straightLine(facts, June));
        facts.dayGone = 0.5;
        facts.todaySoFar = dollars(10);
        QCOMPARE(*straightLine(facts, June), dollars(600));
    }
};

QTEST_GUILESS_MAIN(ForecastTest)
#include "tst_forecast.moc"
