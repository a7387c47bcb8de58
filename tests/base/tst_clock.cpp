// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class ClockTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTimes_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("utc");

        QTest::newRow("Z") << u"2026-06-18T14:32:00Z"_s << u"2026-06-18T14:32:00Z"_s;
        QTest::newRow("no zone means UTC") << u"2026-06-18T14:32:00"_s << u"2026-06-18T14:32:00Z"_s;
        QTest::newRow("offset") << u"2026-06-18T14:32:00+02:00"_s << u"2026-06-18T12:32:00Z"_s;
        QTest::newRow("milliseconds") << u"2026-06-18T14:32:00.250Z"_s << u"2026-06-18T14:32:00.250Z"_s;
    }

    void readsTimes()
    {
        QFETCH(QString, text);
        QFETCH(QString, utc);
        QCOMPARE(utcText(*parseUtc(text)), utc);
    }

    void refusesWhatIsNoTime() { QVERIFY(!parseUtc(u"yesterday"_s)); }

    void runsOnFromWhereItWasSet()
    {
        StartedClock clock(*parseUtc(u"2026-06-18T14:32:00Z"_s));
        QVERIFY(clock.now() >= *parseUtc(u"2026-06-18T14:32:00Z"_s));
        clock.moveTo(*parseUtc(u"2026-07-01T00:00:00Z"_s));
        QVERIFY(clock.now() >= *parseUtc(u"2026-07-01T00:00:00Z"_s));
        QCOMPARE(clock.now().timeSpec(), Qt::UTC);
    }
};

QTEST_GUILESS_MAIN(ClockTest)
#include "tst_clock.moc"
