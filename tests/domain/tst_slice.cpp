// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "domain/slice.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

Amounts dollars(double value)
{
    return {Money::fromNanos(qRound64(value * 1e9)), Money()};
}

QDateTime at(const char *text)
{
    return *parseUtc(QString::fromLatin1(text));
}

CounterReading reading(double lifetime, std::optional<double> day = {}, std::optional<double> week = {},
    std::optional<double> month = {})
{
    CounterReading counter;
    counter.endpoint = u"GET /keys"_s;
    counter.lifetime = dollars(lifetime);
    if (day)
        counter.utcDay = dollars(*day);
    if (week)
        counter.utcWeek = dollars(*week);
    if (month)
        counter.utcMonth = dollars(*month);
    return counter;
}

//! "from..until amount" for each slice, so that a failure can be read.
QStringList shown(const QList<Slice> &slices)
{
    QStringList lines;
    for (const auto &slice : slices)
        lines.append(u"%1..%2 %3"_s.arg(slice.start.toString(u"ddd dd HH:mm"_s),
            slice.end.toString(u"ddd dd HH:mm"_s), slice.amount.billed.amountText().chopped(7)));
    return lines;
}

} // namespace

class SliceTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void differencesCounters_data()
    {
        QTest::addColumn<double>("before");
        QTest::addColumn<QString>("beforeAt");
        QTest::addColumn<double>("now");
        QTest::addColumn<double>("today");
        QTest::addColumn<QStringList>("expected");

        QTest::newRow("same day") << 10.0 << u"2026-06-18T10:00:00Z"_s << 12.5 << 4.0
                                  << QStringList{u"Thu 18 10:00..Thu 18 14:00 2.50"_s};
        QTest::newRow("nothing spent") << 10.0 << u"2026-06-18T10:00:00Z"_s << 10.0 << 4.0 << QStringList{};
        QTest::newRow("over midnight is cut there exactly")
            << 10.0 << u"2026-06-17T23:58:00Z"_s << 15.0 << 4.5
            << QStringList{u"Wed 17 23:58..Thu 18 00:00 0.50"_s, u"Thu 18 00:00..Thu 18 14:00 4.50"_s};
        QTest::newRow("days asleep") << 10.0 << u"2026-06-12T09:00:00Z"_s << 30.0 << 5.0
                                     << QStringList{u"Fri 12 09:00..Thu 18 00:00 15.00"_s,
                                            u"Thu 18 00:00..Thu 18 14:00 5.00"_s};
        QTest::newRow("a reset starts again from the new value")
            << 100.0 << u"2026-06-18T10:00:00Z"_s << 3.0 << 3.0
            << QStringList{u"Thu 18 10:00..Thu 18 14:00 3.00"_s};
        QTest::newRow("counters that disagree are kept whole")
            << 10.0 << u"2026-06-17T23:00:00Z"_s << 11.0 << 5.0
            << QStringList{u"Wed 17 23:00..Thu 18 14:00 1.00"_s};
    }

    void differencesCounters()
    {
        QFETCH(double, before);
        QFETCH(QString, beforeAt);
        QFETCH(double, now);
        QFETCH(double, today);
        QFETCH(QStringList, expected);

        const auto slices = slicesFromCounters(
            reading(before), *parseUtc(beforeAt), reading(now, today), at("2026-06-18T14:00:00Z"), 7);

        QCOMPARE(shown(slices), expected);
        for (const auto &slice : slices)
            QCOMPARE(slice.key, 7);
    }

    void theFirstReadingReachesBackAsFarAsCalendarsTell_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QStringList>("expected");

        // month 100, week 30, day 10
        QTest::newRow("week began in this month")
            << u"2026-06-18T14:00:00Z"_s
            << QStringList{u"Thu 18 00:00..Thu 18 14:00 10.00"_s, u"Mon 15 00:00..Thu 18 00:00 20.00"_s,
                   u"Mon 01 00:00..Mon 15 00:00 70.00"_s};
        QTest::newRow("on a Monday day and week are one")
            << u"2026-06-15T14:00:00Z"_s
            << QStringList{u"Mon 15 00:00..Mon 15 14:00 10.00"_s, u"Mon 01 00:00..Mon 15 00:00 90.00"_s};
    }

    void theFirstReadingReachesBackAsFarAsCalendarsTell()
    {
        QFETCH(QString, now);
        QFETCH(QStringList, expected);

        const auto slices
            = slicesFromCounters(std::nullopt, {}, reading(5000, 10, 30, 100), *parseUtc(now), 7);

        QCOMPARE(shown(slices), expected);
    }

    void aWeekThatBeganLastMonthReachesFurtherThanTheMonth()
    {
        // Wed 3 June 2026: month 40, week 55 (from Mon 1 June is the month itself), so take Thu 2 July: week
        // from Mon 29 June
        const auto slices
            = slicesFromCounters(std::nullopt, {}, reading(5000, 10, 55, 40), at("2026-07-02T14:00:00Z"), 7);
        QCOMPARE(shown(slices),
            (QStringList{u"Thu 02 00:00..Thu 02 14:00 10.00"_s, u"Wed 01 00:00..Thu 02 00:00 30.00"_s,
                u"Mon 29 00:00..Wed 01 00:00 15.00"_s}));
    }

    void withoutCalendarCountersTheFirstReadingTellsNoSpend()
    {
        QVERIFY(slicesFromCounters(std::nullopt, {}, reading(5000), at("2026-06-18T14:00:00Z"), 7).isEmpty());
    }

    void byokIsKeptApart()
    {
        auto before = reading(10), now = reading(12, 4);
        before.lifetime.byok = Money::fromNanos(1'000'000'000);
        now.lifetime.byok = Money::fromNanos(3'000'000'000);
        const auto slices
            = slicesFromCounters(before, at("2026-06-18T10:00:00Z"), now, at("2026-06-18T14:00:00Z"), 7);
        QCOMPARE(slices.size(), 1);
        QCOMPARE(slices.first().amount.billed.nanos(), Q_INT64_C(2'000'000'000));
        QCOMPARE(slices.first().amount.byok.nanos(), Q_INT64_C(2'000'000'000));
    }
};

QTEST_GUILESS_MAIN(SliceTest)
#include "tst_slice.moc"
