// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/look_up_schedule.h"

#include <QTest>

using namespace tollkeeper;
using namespace std::chrono_literals;

class LookUpScheduleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void isQuickAtFirstAndThenPatient()
    {
        const std::chrono::milliseconds expected[] = {500ms, 1s, 2s, 4s, 8s, 1min, 5min, 30min, 30min};
        for (int tries = 1; tries <= 9; ++tries)
            QCOMPARE(lookUpDelay(tries), std::optional(expected[tries - 1]));
    }

    void givesUpAfterADay()
    {
        std::chrono::milliseconds waited{0};
        int tries = 0;
        while (const auto delay = lookUpDelay(++tries)) {
            QVERIFY(waited < 24h);
            waited += *delay;
        }
        QVERIFY(waited >= 24h && waited < 25h);
        QVERIFY(!lookUpDelay(tries + 1));
    }
};

QTEST_GUILESS_MAIN(LookUpScheduleTest)
#include "tst_look_up_schedule.moc"
