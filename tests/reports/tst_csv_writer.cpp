// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/csv_writer.h"

#include <QBuffer>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class CsvWriterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesATextAsOneField_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QByteArray>("field");

        QTest::newRow("plain") << u"plain text"_s << "plain text"_ba;
        QTest::newRow("nothing") << QString() << ""_ba;
        QTest::newRow("comma") << u"a,b"_s << "\"a,b\""_ba;
        QTest::newRow("quote") << u"a\"b"_s << "\"a\"\"b\""_ba;
        QTest::newRow("line end") << u"a\r\nb"_s << "\"a\r\nb\""_ba;
        QTest::newRow("beyond ASCII") << u"é时"_s << "\xc3\xa9\xe6\x97\xb6"_ba;
        QTest::newRow("formula") << u"=1+1"_s << "'=1+1"_ba;
        QTest::newRow("plus") << u"+1"_s << "'+1"_ba;
        QTest::newRow("minus") << u"-1"_s << "'-1"_ba;
        QTest::newRow("at") << u"@SUM(A1)"_s << "'@SUM(A1)"_ba;
        QTest::newRow("tab") << u"\t=1"_s << "\"'\t=1\""_ba;
        QTest::newRow("CR") << u"\r=1"_s << "\"'\r=1\""_ba;
        QTest::newRow("a command") << u"=cmd|' /C calc'!A0"_s << "'=cmd|' /C calc'!A0"_ba;
        QTest::newRow("behind an apostrophe") << u"'=1"_s << "''=1"_ba;
        QTest::newRow("only an apostrophe") << u"'til"_s << "'til"_ba;
        QTest::newRow("a sign inside") << u"a=b"_s << "a=b"_ba;
        QTest::newRow("NUL") << QString(u"a\0b"_s) << "ab"_ba;
        QTest::newRow("NUL before a formula") << QString(u"\0=1"_s) << "'=1"_ba;
    }

    void writesATextAsOneField()
    {
        QFETCH(QString, text);
        QFETCH(QByteArray, field);
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        CsvWriter csv(buffer);

        csv.text(text);
        csv.endRecord();

        QVERIFY(csv.flush());
        QCOMPARE(buffer.data(), field + "\r\n");
    }

    void numbersStayNumbers()
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        CsvWriter csv(buffer, CsvWriter::Mark::Utf8);

        csv.comment(u"two\nlines"_s);
        csv.number(-5);
        csv.decimal(-12'340'000, 6);
        csv.empty();
        csv.word("=ours"_L1);
        csv.endRecord();

        QVERIFY(csv.flush());
        QCOMPARE(buffer.data(), "\xef\xbb\xbf# two lines\r\n-5,-12.340000,,=ours\r\n"_ba);
    }

    void saysThatTheDiskIsFull()
    {
        QFile full(u"/dev/full"_s);
        if (!full.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            QSKIP("there is no /dev/full");
        CsvWriter csv(full);
        csv.text(u"anything"_s);

        const auto flushed = csv.flush();

        QVERIFY(!flushed);
        QCOMPARE(flushed.error().kind, Error::Kind::File);
        QCOMPARE(flushed.error().detail, u"disk full"_s);
    }
};

QTEST_GUILESS_MAIN(CsvWriterTest)
#include "tst_csv_writer.moc"
