// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "domain/zone_days.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class ZoneDaysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void knowsTheDayOfAZone_data()
    {
        QTest::addColumn<QString>("moment");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("day");

        QTest::newRow("UTC") << u"2026-06-17T23:59:59Z"_s << "UTC"_ba << QDate(2026, 6, 17);
        QTest::newRow("east") << u"2026-06-17T12:00:00Z"_s << "Pacific/Auckland"_ba << QDate(2026, 6, 18);
        QTest::newRow("west") << u"2026-06-18T03:59:59Z"_s << "America/New_York"_ba << QDate(2026, 6, 17);
        QTest::newRow("quarter hours")
            << u"2026-06-17T18:15:00Z"_s << "Asia/Kathmandu"_ba << QDate(2026, 6, 18);
    }

    void knowsTheDayOfAZone()
    {
        QFETCH(QString, moment);
        QFETCH(QByteArray, zone);
        QFETCH(QDate, day);
        QCOMPARE(localDay(*parseUtc(moment), QTimeZone(zone)), day);
    }

    void daysOf23And25Hours()
    {
        const QTimeZone newYork("America/New_York");
        const auto hours = [&](QDate day) {
            return startOfDay(day, newYork).secsTo(startOfDay(day.addDays(1), newYork)) / 3600;
        };
        QCOMPARE(hours(QDate(2026, 3, 8)), 23);
        QCOMPARE(hours(QDate(2026, 11, 1)), 25);
        QCOMPARE(hours(QDate(2026, 6, 1)), 24);
    }

    void aSkippedMidnightStartsAtTheFirstMomentThereIs()
    {
        const QTimeZone saoPaulo("America/Sao_Paulo");
        QCOMPARE(utcText(startOfDay(QDate(2018, 11, 4), saoPaulo)), u"2018-11-04T03:00:00Z"_s);
    }

    void months()
    {
        QCOMPARE(monthOf(QDate(2028, 2, 10)), (DayRange{QDate(2028, 2, 1), QDate(2028, 2, 29)}));
        QCOMPARE(monthBefore(QDate(2026, 1, 31)), (DayRange{QDate(2025, 12, 1), QDate(2025, 12, 31)}));
    }
};

QTEST_GUILESS_MAIN(ZoneDaysTest)
#include "tst_zone_days.moc"
