// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/event_log.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using std::chrono::milliseconds;

namespace {

ReceivedEvents logOf(int count)
{
    EventLog log;
    for (int i = 0; i < count; ++i)
        log.add({"delta", QByteArray::number(i), {}}, milliseconds(i));
    return log.events();
}

} // namespace

class EventLogTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsTheFirstAndTheLast_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("last");
        QTest::newRow("none") << 0 << 0;
        QTest::newRow("few") << 3 << 0;
        QTest::newRow("as many as come first") << 500 << 0;
        QTest::newRow("one more") << 501 << 1;
        QTest::newRow("as many as are kept") << 2000 << 1500;
        QTest::newRow("one is dropped") << 2001 << 1500;
        QTest::newRow("many rounds of the ring") << 7777 << 1500;
    }
    void keepsTheFirstAndTheLast()
    {
        QFETCH(int, count);
        QFETCH(int, last);

        const auto events = logOf(count);

        QCOMPARE(events.total, qint64(count));
        QCOMPARE(events.first.size(), std::min(count, 500));
        QCOMPARE(events.last.size(), last);
        for (int i = 0; i < events.first.size(); ++i)
            QCOMPARE(events.first.at(i).data, QString::number(i));
        for (int i = 0; i < last; ++i) {
            const auto number = count - last + i;
            QCOMPARE(events.last.at(i),
                (ReceivedEvent{milliseconds(number), u"delta"_s, QString::number(number)}));
        }
    }

    void showsTheBeginningOfALargeOne()
    {
        EventLog log;
        log.add({{}, QByteArray(3'000'000, 'a'), {}}, milliseconds(1));
        log.add({{}, QString(2500, u'漢').toUtf8(), {}}, milliseconds(2));

        const auto events = log.events();

        for (const auto &event : events.first)
            QVERIFY(event.data.size() <= 2000);
        QCOMPARE(events.first.at(1).data.size(), 2000);
    }

    void masksKeysAndKeepsTheRestAsItCame()
    {
        EventLog log;
        log.add({{}, "{\"text\":\"two  blanks\",\"x\":\"sk-secret-0123456789\"}", {}}, milliseconds(1));
        QCOMPARE(log.events().first.at(0).data, u"{\"text\":\"two  blanks\",\"x\":\"sk-…\"}"_s);
    }
};

QTEST_GUILESS_MAIN(EventLogTest)
#include "tst_event_log.moc"
