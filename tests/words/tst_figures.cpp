// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/figures.h"

#include <QLocale>
#include <QTest>

#include <limits>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class FiguresTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void writesMoney_data()
    {
        QTest::addColumn<qint64>("nanos");
        QTest::addColumn<QString>("currency");
        QTest::addColumn<int>("decimals");
        QTest::addColumn<QString>("text");
        constexpr qint64 Unit = 1'000'000'000;
        QTest::newRow("dollars") << 7486 * Unit + 200'000'000 << u"USD"_s << 2 << u"$7,486.20"_s;
        QTest::newRow("nothing") << qint64(0) << u"USD"_s << 2 << u"$0.00"_s;
        QTest::newRow("less than a cent") << qint64(4'999'999) << u"USD"_s << 2 << u"$0.00"_s;
        QTest::newRow("half a cent, to even") << qint64(5'000'000) << u"USD"_s << 2 << u"$0.00"_s;
        QTest::newRow("one and a half") << qint64(15'000'000) << u"USD"_s << 2 << u"$0.02"_s;
        QTest::newRow("two and a half") << qint64(25'000'000) << u"USD"_s << 2 << u"$0.02"_s;
        QTest::newRow("just over half") << qint64(25'000'001) << u"USD"_s << 2 << u"$0.03"_s;
        QTest::newRow("negative") << -(1234 * Unit + 560'000'000) << u"USD"_s << 2 << u"\u2212$1,234.56"_s;
        QTest::newRow("rounds to no minus") << qint64(-1) << u"USD"_s << 2 << u"$0.00"_s;
        QTest::newRow("euro") << 12 * Unit << u"EUR"_s << 2 << u"€12.00"_s;
        QTest::newRow("pound") << 12 * Unit << u"GBP"_s << 2 << u"£12.00"_s;
        QTest::newRow("yuan") << 9331 * Unit + 780'000'000 << u"CNY"_s << 2 << u"¥9,331.78"_s;
        QTest::newRow("no symbol of its own") << 1500 * Unit << u"JPY"_s << 0 << u"JPY\u00a01,500"_s;
        QTest::newRow("unknown") << Unit / 2 << u"XYZ"_s << 2 << u"XYZ\u00a00.50"_s;
        QTest::newRow("all digits") << qint64(1) << u"USD"_s << 9 << u"$0.000000001"_s;
        QTest::newRow("largest") << std::numeric_limits<qint64>::max() << u"USD"_s << 9
                                 << u"$9,223,372,036.854775807"_s;
        QTest::newRow("largest, rounded")
            << std::numeric_limits<qint64>::max() << u"USD"_s << 2 << u"$9,223,372,036.85"_s;
        QTest::newRow("smallest") << -std::numeric_limits<qint64>::max() << u"USD"_s << 2
                                  << u"\u2212$9,223,372,036.85"_s;
    }
    void writesMoney()
    {
        QFETCH(const qint64, nanos);
        QFETCH(const QString, currency);
        QFETCH(const int, decimals);
        QFETCH(const QString, text);
        QCOMPARE(moneyText(Money::fromNanos(nanos, *Currency::fromCode(currency)), decimals), text);
    }

    void writesTheCostOfOneRequest_data()
    {
        QTest::addColumn<qint64>("nanos");
        QTest::addColumn<QString>("text");
        QTest::newRow("usual") << qint64(17'164'000) << u"$0.01716"_s;
        QTest::newRow("nothing") << qint64(0) << u"$0.00"_s;
        QTest::newRow("less than can be shown") << qint64(9'999) << u"< $0.00001"_s;
        QTest::newRow("the least that can be shown") << qint64(10'000) << u"$0.00001"_s;
        QTest::newRow("given back, less than can be shown") << qint64(-9'999) << u"> \u2212$0.00001"_s;
        QTest::newRow("given back") << qint64(-20'000) << u"\u2212$0.00002"_s;
    }
    void writesTheCostOfOneRequest()
    {
        QFETCH(const qint64, nanos);
        QFETCH(const QString, text);
        QCOMPARE(requestMoneyText(Money::fromNanos(nanos)), text);
    }

    void writesPrices_data()
    {
        QTest::addColumn<qint64>("femtos");
        QTest::addColumn<QString>("text");
        QTest::newRow("whole") << qint64(3'000'000'000) << u"$3.00/M"_s;
        QTest::newRow("three decimals") << qint64(75'000'000) << u"$0.075/M"_s;
        QTest::newRow("more than four decimals") << qint64(1'234'560) << u"$0.0012/M"_s;
        QTest::newRow("free") << qint64(0) << u"$0.00/M"_s;
    }
    void writesPrices()
    {
        QFETCH(const qint64, femtos);
        QFETCH(const QString, text);
        QCOMPARE(priceText(UnitPrice{femtos, {}}), text);
    }

    void writesCountsSharesAndDurations()
    {
        QCOMPARE(countText(135'795), u"135,795"_s);
        QCOMPARE(percentText(qint64(4378), qint64(135'795)), u"3.2%"_s);
        QCOMPARE(durationText(8040), u"8.04 s"_s);
        QCOMPARE(durationText(999), u"999 ms"_s);
        QCOMPARE(durationText(1000), u"1.00 s"_s);
        QCOMPARE(durationText(5), u"5 ms"_s);
        QCOMPARE(durationText(1900, 1), u"1.9 s"_s);
        QCOMPARE(durationText(1'234'560), u"1,234.56 s"_s);
    }

    void writesTheMillisecondsThatAreTold()
    {
        const QDateTime told({2026, 6, 18}, {14, 31, 58, 204}, Qt::UTC);
        QCOMPARE(preciseTimeText(told, QTimeZone::utc()), u"14:31:58.204"_s);
        QCOMPARE(preciseTimeText(told, QTimeZone("Asia/Kolkata")), u"20:01:58.204"_s);
        QCOMPARE(preciseTimeText(told.addMSecs(-204), QTimeZone::utc()), u"14:31:58"_s);
    }

    void theLocaleGroupsAndSeparates()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QCOMPARE(moneyText(Money::fromNanos(7'486'200'000'000)), u"$7.486,20"_s);
        QCOMPARE(wholeMoneyText(Money::fromNanos(7'486'500'000'000)), u"$7.486"_s);
        QCOMPARE(percentText(Money::fromNanos(624), Money::fromNanos(1000)), u"62,4%"_s);
    }

    void writesAxes_data()
    {
        QTest::addColumn<double>("units");
        QTest::addColumn<QString>("text");
        QTest::newRow("zero") << 0.0 << u"$0"_s;
        QTest::newRow("quarter") << 0.25 << u"$0.25"_s;
        QTest::newRow("whole") << 3.0 << u"$3"_s;
        QTest::newRow("hundreds") << 750.0 << u"$750"_s;
        QTest::newRow("thousands") << 4000.0 << u"$4k"_s;
        QTest::newRow("and a half") << 2500.0 << u"$2.5k"_s;
    }
    void writesAxes()
    {
        QFETCH(const double, units);
        QFETCH(const QString, text);
        QCOMPARE(axisMoneyText(units, Currency()), text);
    }

    void writesPercent_data()
    {
        QTest::addColumn<qint64>("part");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << qint64(0) << u"0.0%"_s;
        QTest::newRow("some") << qint64(62'400) << u"62.4%"_s;
        QTest::newRow("to even, down") << qint64(62'450) << u"62.4%"_s;
        QTest::newRow("to even, up") << qint64(62'350) << u"62.4%"_s;
        QTest::newRow("all") << qint64(100'000) << u"100.0%"_s;
        QTest::newRow("more than all") << qint64(1'234'500) << u"1,234.5%"_s;
        QTest::newRow("negative") << qint64(-62'400) << u"\u221262.4%"_s;
        QTest::newRow("a little negative") << qint64(-400) << u"\u22120.4%"_s;
    }
    void writesPercent()
    {
        QFETCH(const qint64, part);
        QFETCH(const QString, text);
        QCOMPARE(percentText(Money::fromNanos(part), Money::fromNanos(100'000)), text);
    }

    void writesAges_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("in the future") << qint64(-100) << u"now"_s;
        QTest::newRow("now") << qint64(59) << u"now"_s;
        QTest::newRow("a minute") << qint64(60) << u"1 min"_s;
        QTest::newRow("under an hour") << qint64(3599) << u"59 min"_s;
        QTest::newRow("an hour") << qint64(3600) << u"1 h"_s;
        QTest::newRow("under two days") << qint64(48 * 3600 - 1) << u"47 h"_s;
        QTest::newRow("two days") << qint64(48 * 3600) << u"2 d"_s;
        QTest::newRow("weeks") << qint64(41 * 86400) << u"41 d"_s;
    }
    void writesAges()
    {
        QFETCH(const qint64, seconds);
        QFETCH(const QString, text);
        const QDateTime now(QDate(2026, 6, 18), QTime(14, 32), Qt::UTC);
        QCOMPARE(ageText(now.addSecs(-seconds), now), text);
    }

    void writesDaysAndTimes()
    {
        const QDate day(2026, 6, 18);
        QCOMPARE(dayText(day), u"Thu 18 June"_s);
        QCOMPARE(shortDayText(day), u"18 Jun"_s);
        QCOMPARE(monthText(day), u"June 2026"_s);
        QCOMPARE(monthNameText(day), u"June"_s);
        const QDateTime late(day, QTime(22, 32), Qt::UTC);
        QCOMPARE(timeText(late, QTimeZone::utc()), u"22:32"_s);
        QCOMPARE(timeText(late, QTimeZone("Europe/Berlin")), u"00:32"_s);
        QCOMPARE(zoneText(QTimeZone("Europe/Berlin")), u"Europe/Berlin"_s);
        QCOMPARE(zoneText(QTimeZone::utc()), u"UTC"_s);
    }
};

QTEST_GUILESS_MAIN(FiguresTest)
#include "tst_figures.moc"
