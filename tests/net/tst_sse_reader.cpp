// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/sse_reader.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

//! Everything of a stream that was closed; an unfinished event is not among it.
QList<SseEvent> readInPieces(const QByteArray &bytes, qsizetype size)
{
    SseReader reader;
    QList<SseEvent> events;
    for (qsizetype at = 0; at < bytes.size(); at += size)
        events += reader.feed(QByteArrayView(bytes).sliced(at, std::min(size, bytes.size() - at)));
    return events;
}

QList<SseEvent> data(const QList<QByteArray> &all)
{
    QList<SseEvent> events;
    for (const auto &one : all)
        events.append({{}, one, {}});
    return events;
}

void addStreams()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QList<SseEvent>>("events");

    QTest::newRow("LF") << "data: a\n\ndata: b\n\n"_ba << data({"a"_ba, "b"_ba});
    QTest::newRow("CRLF") << "data: a\r\n\r\ndata: b\r\n\r\n"_ba << data({"a"_ba, "b"_ba});
    QTest::newRow("CR") << "data: a\r\rdata: b\r\r"_ba << data({"a"_ba, "b"_ba});
    QTest::newRow("all three") << "data: a\r\ndata: b\rdata: c\n\r\ndata: d\n\n"_ba
                               << data({"a\nb\nc"_ba, "d"_ba});
    QTest::newRow("CR before LF is one end") << "data: a\r\n\ndata: b\n\r\n"_ba << data({"a"_ba, "b"_ba});
    QTest::newRow("byte order mark") << "\xef\xbb\xbf"
                                        "data: a\n\n"_ba
                                     << data({"a"_ba});
    QTest::newRow("a mark later is text") << "data: \xef\xbb\xbf\n\n"_ba << data({"\xef\xbb\xbf"_ba});
    QTest::newRow("several lines of data")
        << "data: YHOO\ndata: +2\ndata: 10\n\n"_ba << data({"YHOO\n+2\n10"_ba});
    QTest::newRow("comments") << ": keep\n\n:\n\n: OPENROUTER PROCESSING\ndata: a\n:x\n\n"_ba
                              << data({"a"_ba});
    QTest::newRow("one blank belongs to the field")
        << "data:a\n\ndata: a\n\ndata:  a\n\n"_ba << data({"a"_ba, "a"_ba, " a"_ba});
    QTest::newRow("a field without colon") << "data\n\ndata\ndata\n\n"_ba << data({""_ba, "\n"_ba});
    QTest::newRow("an event needs data")
        << "event: a\n\nid: 7\n\ndata: b\n\n"_ba << QList<SseEvent>{{{}, "b"_ba, "7"_ba}};
    QTest::newRow("names and ids") << "event: add\nid: 1\ndata: a\n\ndata: b\nid\n\ndata: c\n\n"_ba
                                   << QList<SseEvent>{
                                          {"add"_ba, "a"_ba, "1"_ba}, {{}, "b"_ba, {}}, {{}, "c"_ba, {}}};
    QTest::newRow("an id with NUL is none") << QByteArray("id: a\0b\ndata: x\n\n", 17) << data({"x"_ba});
    QTest::newRow("unknown fields") << "retry: 10\nother: 1\n data: no\ndata: a\n\n"_ba << data({"a"_ba});
    QTest::newRow("a colon in the value") << "data: {\"a\":1}\n\n"_ba << data({"{\"a\":1}"_ba});
    QTest::newRow("umlauts") << "data: \xc3\xa4\xc3\xb6\n\n"_ba << data({"\xc3\xa4\xc3\xb6"_ba});
    QTest::newRow("the last is not closed") << "data: a\n\ndata: b"_ba << data({"a"_ba});
    QTest::newRow("closed by one end alone") << "data: a\n\ndata: b\n"_ba << data({"a"_ba});
    QTest::newRow("nothing") << ""_ba << QList<SseEvent>();
}

} // namespace

//! The rules of the WHATWG, HTML 9.2.6.
class SseReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEvents_data() { addStreams(); }
    void readsEvents()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QList<SseEvent>, events);
        QCOMPARE(readInPieces(bytes, std::max<qsizetype>(1, bytes.size())), events);
    }

    void howeverTheBytesAreSplit_data() { addStreams(); }
    void howeverTheBytesAreSplit()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QList<SseEvent>, events);
        for (qsizetype size = 1; size <= 7; ++size)
            QCOMPARE(readInPieces(bytes, size), events);
        for (qsizetype at = 0; at <= bytes.size(); ++at) {
            SseReader reader;
            auto split = reader.feed(QByteArrayView(bytes).first(at));
            split += reader.feed(QByteArrayView(bytes).sliced(at));
            QVERIFY2(split == events, qPrintable(QString::number(at)));
        }
    }

    void anUnfinishedEventCanStillBeTaken()
    {
        for (const auto &bytes : {"data: a\n\ndata: [DONE]"_ba, "data: a\n\ndata: [DONE]\n"_ba}) {
            SseReader reader;
            QCOMPARE(reader.feed(bytes).size(), 1);
            QCOMPARE(reader.takeUnfinished(), std::optional(SseEvent{{}, "[DONE]"_ba, {}}));
        }
        SseReader nothing;
        QVERIFY(nothing.feed("data: a\n\n: bye"_ba).size() == 1);
        QVERIFY(!nothing.takeUnfinished());
    }

    void countsKeepAlives()
    {
        SseReader reader;
        QVERIFY(reader.feed(": one\n\n:\n\n"_ba).isEmpty());
        QCOMPARE(reader.comments(), 2);
    }

    void whatIsTooLargeIsLeftOutAlone_data()
    {
        QTest::addColumn<QByteArray>("large");
        QTest::newRow("a line") << QByteArray("data: " + QByteArray(200, 'x') + "\n\n");
        QTest::newRow("many lines") << QByteArray("data: 0123456789\n").repeated(20) + "\n";
        QTest::newRow("a line that is no data")
            << QByteArray("x: " + QByteArray(200, 'x') + "\ndata: no\n\n");
    }
    void whatIsTooLargeIsLeftOutAlone()
    {
        QFETCH(QByteArray, large);
        const auto bytes = "data: a\n\n" + large + "data: b\n\n";
        for (qsizetype size = 1; size <= bytes.size(); ++size) {
            SseReader reader(100, 100);
            QList<SseEvent> events;
            for (qsizetype at = 0; at < bytes.size(); at += size)
                events += reader.feed(QByteArrayView(bytes).sliced(at, std::min(size, bytes.size() - at)));
            QCOMPARE(events, data({"a"_ba, "b"_ba}));
            QVERIFY(reader.isOverflown());
        }
    }
};

QTEST_GUILESS_MAIN(SseReaderTest)
#include "tst_sse_reader.moc"
