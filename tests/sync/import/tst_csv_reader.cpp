// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/record_steps.h"
#include "sync/import/csv_reader.h"

#include <QRandomGenerator>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

QStringList read(QByteArrayView text, const QList<qsizetype> &cuts = {}, std::size_t expected = 0)
{
    CsvReader reader;
    reader.expectFields(expected);
    return stepsOver(text, cuts, reader);
}

} // namespace

class CsvReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsRecords_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("said");

        QTest::newRow("nothing") << ""_ba << QStringList();
        QTest::newRow("one line without an end") << "a,b"_ba << QStringList{u"1: a|b"_s};
        QTest::newRow("LF") << "a,b\nc,d\n"_ba << QStringList{u"1: a|b"_s, u"2: c|d"_s};
        QTest::newRow("CR LF") << "a,b\r\nc,d\r\n"_ba << QStringList{u"1: a|b"_s, u"2: c|d"_s};
        QTest::newRow("CR") << "a,b\rc,d\r"_ba << QStringList{u"1: a|b"_s, u"2: c|d"_s};
        QTest::newRow("byte order mark") << "\xef\xbb\xbf\"a\",b\n"_ba << QStringList{u"1: a|b"_s};
        QTest::newRow("blank lines") << "\n\na,b\n\r\n\nc,d"_ba << QStringList{u"3: a|b"_s, u"6: c|d"_s};
        QTest::newRow("comments before the heading")
            << "# one, \"two\n# three\r\na,b\n# c,d\n"_ba << QStringList{u"3: a|b"_s, u"4: # c|d"_s};
        QTest::newRow("a heading that begins with #") << "#,b\n"_ba << QStringList{u"1: #|b"_s};
        QTest::newRow("empty fields") << ",\n,,a\n"_ba << QStringList{u"1: |"_s, u"2: ||a"_s};
        QTest::newRow("ends with a separator") << "a,"_ba << QStringList{u"1: a|"_s};
        QTest::newRow("quotes") << "\"a,b\",\"c \"\"d\"\"\",\"\"\n"_ba << QStringList{u"1: a,b|c \"d\"|"_s};
        QTest::newRow("only doubled quotes") << "\"\"\"\"\n"_ba << QStringList{u"1: \""_s};
        QTest::newRow("line ends in quotes")
            << "\"a\nb\r\nc\",d\ne,f\n"_ba << QStringList{u"1: a\nb\r\nc|d"_s, u"4: e|f"_s};
        QTest::newRow("a quote inside a plain field") << "a\"b,c\n"_ba << QStringList{u"1: a\"b|c"_s};
        QTest::newRow("UTF-8") << "\xe6\x97\xb6\xe9\x97\xb4,\xc3\xa9\n"_ba << QStringList{u"1: 时间|é"_s};
        QTest::newRow("not UTF-8") << "a,b\nc,\xff\ne,f\n"_ba
                                   << QStringList{u"1: a|b"_s, u"2! not_utf8"_s, u"3: e|f"_s};
        QTest::newRow("text behind a quote")
            << "a,b\n\"c\"d,e\nf,g\n"_ba << QStringList{u"1: a|b"_s, u"2! text_after_quote"_s, u"3: f|g"_s};
        QTest::newRow("a quote that is never closed")
            << "a,b\nc,\"d\ne,f\ng,h\n"_ba
            << QStringList{u"1: a|b"_s, u"2! unclosed_quote"_s, u"3: e|f"_s, u"4: g|h"_s};
    }

    void readsRecords()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, said);
        QCOMPARE(read(text), said);
    }

    void readsTheSameHoweverTheBytesAreCut_data() { readsRecords_data(); }

    void readsTheSameHoweverTheBytesAreCut()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, said);

        QList<qsizetype> everywhere;
        for (qsizetype at = 1; at < text.size(); ++at) {
            everywhere.append(at);
            QCOMPARE(read(text, {at}), said);
        }
        QCOMPARE(read(text, everywhere), said);
    }

    void aQuoteThatClosesInAnotherRowCostsItsOwnLineOnly()
    {
        const auto text = "a,b\nc,\"d\ne,f\ng,\"h\",i\nj,k\n"_ba;

        const QStringList said{
            u"1: a|b"_s, u"2! text_after_quote"_s, u"3: e|f"_s, u"4: g|h|i"_s, u"5: j|k"_s};
        QCOMPARE(read(text, {}, 2), said);
        // The quote closes where a field could end: only the number of fields gives it away.
        const QStringList saidToo{u"1: a|b"_s, u"2! unclosed_quote"_s, u"3: e|f"_s, u"4: g\"|h"_s};
        QCOMPARE(read("a,b\nc,\"d\ne,f\ng\",h\n", {}, 2), saidToo);
    }

    void anEndlessQuoteDoesNotSwallowTheFile()
    {
        QByteArray text = "a,b\nc,\"d\n";
        QStringList said{u"1: a|b"_s, u"2! unclosed_quote"_s};
        for (int line = 3; text.size() < 3 * CsvReader::LongestRecord; ++line) {
            text += "plain,text\n";
            said.append(u"%1: plain|text"_s.arg(line));
        }

        QCOMPARE(read(text), said);
        QCOMPARE(read(text, {100, 50'000, CsvReader::LongestRecord + 5}), said);
    }

    void aHugeLineIsLeftOut()
    {
        const auto text = "a,b\n" + QByteArray(3 * CsvReader::LongestRecord, 'x') + ",y\nc,d\n";

        const QStringList said{u"1: a|b"_s, u"2! too_long"_s, u"3: c|d"_s};
        QCOMPARE(read(text), said);
        QCOMPARE(read(text, {10, 300'000, 2 * CsvReader::LongestRecord}), said);
    }

    void goesOnWhereAnotherStopped()
    {
        const auto text = "a,b\r\n\"c\nd\",e\r\nf,g\r\n"_ba;
        CsvReader first;
        first.feed(text);
        (void)first.next();
        (void)first.next();

        CsvReader second;
        second.startAt(first.offset(), first.linesDone());
        second.feed(QByteArrayView(text).sliced(first.offset()));

        QCOMPARE(second.next(), RecordReader::Step::Record);
        QCOMPARE(second.record().line, 4);
        QCOMPARE(second.record().fields[1], QByteArrayView("g"));
        QCOMPARE(second.offset(), text.size());
    }

    void anyBytesEndSomewhere()
    {
        auto random = QRandomGenerator(20260618);
        constexpr QByteArrayView Letters = "a,\"\"\n\r#\xc3\xa9\xff x";
        for (int round = 0; round < 20'000; ++round) {
            QByteArray text;
            for (auto length = random.bounded(40); length > 0; --length)
                text += Letters[random.bounded(static_cast<int>(Letters.size()))];
            const QList<qsizetype> cut{random.bounded(static_cast<int>(text.size()) + 1)};

            const auto whole = read(text, {}, 2);

            QVERIFY2(whole.size() <= text.size() + 1, text.toHex().constData());
            QVERIFY2(read(text, cut, 2) == whole,
                (text.toHex() + " cut at " + QByteArray::number(cut.first())).constData());
        }
    }
};

QTEST_GUILESS_MAIN(CsvReaderTest)
#include "tst_csv_reader.moc"
