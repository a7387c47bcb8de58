// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/import/time_fields.h"

#include <QRandomGenerator>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

QString utc(qint64 ms)
{
    return QDateTime::fromMSecsSinceEpoch(ms, Qt::UTC).toString(u"yyyy-MM-ddTHH:mm:ss.zzz"_s);
}

} // namespace

class TimeFieldsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatFilesWrite_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("moment");

        QTest::newRow("Z") << "2026-06-18T14:32:07Z"_ba << u"2026-06-18T14:32:07.000"_s;
        QTest::newRow("milliseconds") << "2026-06-18T14:32:07.123Z"_ba << u"2026-06-18T14:32:07.123"_s;
        QTest::newRow("finer") << "2026-06-18T14:32:07.123987654Z"_ba << u"2026-06-18T14:32:07.123"_s;
        QTest::newRow("one digit") << "2026-06-18T14:32:07.5Z"_ba << u"2026-06-18T14:32:07.500"_s;
        QTest::newRow("blank, no offset") << "2026-06-18 14:32:07"_ba << u"2026-06-18T14:32:07.000"_s;
        QTest::newRow("slashes") << "2026/06/18 14:32:07"_ba << u"2026-06-18T14:32:07.000"_s;
        QTest::newRow("no seconds") << "2026-06-18 14:32"_ba << u"2026-06-18T14:32:00.000"_s;
        QTest::newRow("east") << "2026-06-18T14:32:07+05:45"_ba << u"2026-06-18T08:47:07.000"_s;
        QTest::newRow("west") << "2026-06-18T22:32:07-0330"_ba << u"2026-06-19T02:02:07.000"_s;
        QTest::newRow("hours only") << "2026-06-18 14:32:07+00"_ba << u"2026-06-18T14:32:07.000"_s;
        QTest::newRow("the word UTC") << "2026-06-18 14:32:07 UTC"_ba << u"2026-06-18T14:32:07.000"_s;
        QTest::newRow("leap day") << "2028-02-29T00:00:00Z"_ba << u"2028-02-29T00:00:00.000"_s;
        QTest::newRow("leap second") << "2026-06-30T23:59:60Z"_ba << u"2026-06-30T23:59:59.000"_s;
        QTest::newRow("epoch seconds") << "1781793127"_ba << u"2026-06-18T14:32:07.000"_s;
        QTest::newRow("epoch with a fraction") << "1781793127.123"_ba << u"2026-06-18T14:32:07.123"_s;
        QTest::newRow("epoch milliseconds") << "1781793127123"_ba << u"2026-06-18T14:32:07.123"_s;
        QTest::newRow("epoch microseconds") << "1781793127123456"_ba << u"2026-06-18T14:32:07.123"_s;
    }

    void readsWhatFilesWrite()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, moment);

        const auto read = TimeFields(QTimeZone::utc()).read(text);

        QVERIFY(read);
        QCOMPARE(utc(*read), moment);
    }

    void agreesWithTheCalendar()
    {
        auto random = QRandomGenerator(11);
        TimeFields times(QTimeZone::utc());
        for (int round = 0; round < 20'000; ++round) {
            const auto ms = 1'420'070'400'000 + random.bounded(quint64(5'800'000'000'000));
            const auto text = utc(static_cast<qint64>(ms)).toLatin1() + 'Z';
            QCOMPARE(*times.read(text), static_cast<qint64>(ms));
        }
    }

    void refusesWhatIsNoMoment_data()
    {
        QTest::addColumn<QByteArray>("text");

        for (const auto *text :
            {"2026-06-18", "2026-02-29T00:00:00Z", "2026-13-01T00:00:00Z", "18.06.2026 14:32",
                "2026-06-18T24:00:00Z", "2026-06-18T14:32:07Zulu", "2026-06-18T14:32:07+25:00", "soon",
                "12345", "2014-12-31T23:59:59Z", "2200-01-01T00:00:00Z", "2026-06-18T"})
            QTest::newRow(text) << QByteArray(text);
    }

    void refusesWhatIsNoMoment()
    {
        QFETCH(QByteArray, text);
        const auto read = TimeFields(QTimeZone::utc()).read(text);
        QVERIFY(!read);
        QCOMPARE(read.error(), RowFault::BadTime);
    }

    void sayThatNoTimeIsTold() { QCOMPARE(TimeFields(QTimeZone::utc()).read("").error(), RowFault::NoTime); }

    void readsLocalTimesOfAZone_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QString>("moment");

        QTest::newRow("winter") << "2026-01-15 12:00:00"_ba << u"2026-01-15T11:00:00.000"_s;
        QTest::newRow("summer") << "2026-07-15 12:00:00"_ba << u"2026-07-15T10:00:00.000"_s;
        QTest::newRow("before the gap") << "2026-03-29 01:59:59"_ba << u"2026-03-29T00:59:59.000"_s;
        QTest::newRow("in the gap") << "2026-03-29 02:30:00"_ba << QString();
        QTest::newRow("after the gap") << "2026-03-29 03:00:00"_ba << u"2026-03-29T01:00:00.000"_s;
        QTest::newRow("told twice") << "2026-10-25 02:30:00"_ba << u"2026-10-25T00:30:00.000"_s;
        QTest::newRow("after it") << "2026-10-25 03:00:00"_ba << u"2026-10-25T02:00:00.000"_s;
        QTest::newRow("an offset wins") << "2026-07-15 12:00:00Z"_ba << u"2026-07-15T12:00:00.000"_s;
    }

    void readsLocalTimesOfAZone()
    {
        QFETCH(QByteArray, text);
        QFETCH(QString, moment);
        TimeFields times(QTimeZone("Europe/Berlin"));
        (void)times.read("2026-07-15 12:30:00"); // what it remembers must not matter

        const auto read = times.read(text);

        QCOMPARE(read.has_value(), !moment.isEmpty());
        if (read)
            QCOMPARE(utc(*read), moment);
        else
            QCOMPARE(read.error(), RowFault::NoSuchTime);
    }
};

QTEST_GUILESS_MAIN(TimeFieldsTest)
#include "tst_time_fields.moc"
