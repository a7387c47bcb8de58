// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/send_world.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class StreamedEventsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheEventsOfAStream()
    {
        SendWorld world({SendWorld::stream(
            {SendWorld::said("Hel"), SendWorld::said("sk-world-0123456789"), SendWorld::finished()})});
        world.order.request.streams = true;

        const auto run = world.send();

        QVERIFY(run);
        const auto &events = run->sent.constFirst().events;
        QCOMPARE(events.total, 4);
        QCOMPARE(events.first.size(), 4);
        QCOMPARE(events.first.at(0).data, QString::fromUtf8(SendWorld::said("Hel")));
        QVERIFY2(events.first.at(1).data.contains(u"sk-…"_s), qPrintable(events.first.at(1).data));
        QCOMPARE(events.first.at(3).data, u"[DONE]"_s);
        QVERIFY(events.last.isEmpty());
        for (const auto &event : events.first)
            QVERIFY(event.at <= run->sent.constFirst().timings.total + 1s);
    }

    void aPlainAnswerHasNoEvents()
    {
        SendWorld world({SendWorld::served()});
        QCOMPARE(world.send()->sent.constFirst().events, ReceivedEvents());
    }
};

QTEST_GUILESS_MAIN(StreamedEventsTest)
#include "tst_streamed_events.moc"
