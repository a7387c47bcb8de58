// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/day_shape.h"
#include "simulator/figures.h"
#include "simulator/iso_duration.h"
#include "simulator/json_row.h"
#include "simulator/slots.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper::simulator;

class TestFiguresAndSlots : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsOnlyTheSlotsThatHaveEnded_data()
    {
        QTest::addColumn<QString>("moment");
        QTest::addColumn<qint64>("ended");
        QTest::addColumn<qint64>("from");
        QTest::newRow("before spend began") << u"2026-02-01T00:00:00Z"_s << 0LL << 0LL;
        QTest::newRow("first moment") << u"2026-03-01T00:00:00Z"_s << 0LL << 0LL;
        QTest::newRow("within the first slot") << u"2026-03-01T00:04:59.999Z"_s << 0LL << 1LL;
        QTest::newRow("first slot ended") << u"2026-03-01T00:05:00Z"_s << 1LL << 1LL;
        QTest::newRow("a millisecond later") << u"2026-03-01T00:05:00.001Z"_s << 1LL << 2LL;
        QTest::newRow("next day") << u"2026-03-02T00:00:00Z"_s << 288LL << 288LL;
        QTest::newRow("other offset") << u"2026-03-02T02:00:00+02:00"_s << 288LL << 288LL;
        QTest::newRow("past the end") << u"2050-01-01T00:00:00Z"_s << lastSlot() << lastSlot();
    }

    void countsOnlyTheSlotsThatHaveEnded()
    {
        QFETCH(QString, moment);
        const auto when = QDateTime::fromString(moment, Qt::ISODateWithMs);
        QTEST(slotsUntil(when), "ended");
        QTEST(slotFrom(when), "from");
    }

    void everyShapeHasWeightInEverySlot()
    {
        for (const auto rhythm : {Rhythm::Office, Rhythm::Customers, Rhythm::NightBatch}) {
            for (quint64 which = 0; which < 20; ++which) {
                const auto &shape = dayShape(rhythm, which);
                for (std::size_t slot = 1; slot < shape.size(); ++slot)
                    QVERIFY(shape.at(slot) > shape.at(slot - 1));
            }
        }
    }

    void officesWorkByDayAndBatchesByNight()
    {
        const auto partByDay = [](Rhythm rhythm) {
            const auto &shape = dayShape(rhythm, 0);
            return (shape.at(18 * 12) - shape.at(6 * 12)) * 100 / shape.back();
        };
        QVERIFY(partByDay(Rhythm::Office) > 80);
        QVERIFY(partByDay(Rhythm::NightBatch) < 20);
    }

    void readsDurations_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("seconds"); // -1: refused
        QTest::newRow("hours") << u"PT6H"_s << 21600LL;
        QTest::newRow("minutes") << u"PT5M"_s << 300LL;
        QTest::newRow("all parts") << u"P1DT2H3M4S"_s << 93784LL;
        QTest::newRow("days") << u"P30D"_s << 2592000LL;
        QTest::newRow("empty") << u""_s << -1LL;
        QTest::newRow("nothing") << u"P"_s << -1LL;
        QTest::newRow("no time after T") << u"P1DT"_s << -1LL;
        QTest::newRow("minus") << u"-PT5M"_s << -1LL;
        QTest::newRow("unit missing") << u"PT5"_s << -1LL;
        QTest::newRow("rubbish after it") << u"PT5M\n"_s << -1LL;
    }

    void readsDurations()
    {
        QFETCH(QString, text);
        const auto duration = isoDuration(text);
        QTEST(duration ? static_cast<qint64>(duration->count()) : -1LL, "seconds");
    }

    void writesMicrosAsDollars()
    {
        JsonRow row;
        row.amount("a", 12345678)
            .amount("b", 5000000)
            .amount("c", 1)
            .amount("d", 0)
            .text("e", "x")
            .count("f", 3);
        QCOMPARE(row.members(), R"("a":12.345678,"b":5,"c":0.000001,"d":0,"e":"x","f":3)"_ba);
    }
};

QTEST_GUILESS_MAIN(TestFiguresAndSlots)
#include "tst_figures_and_slots.moc"
