// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/request_body.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class RequestBodyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void tellsWhereJsonBreaks_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("line");
        QTest::addColumn<QString>("what");
        QTest::newRow("nothing") << ""_ba << 1 << u"empty"_s;
        QTest::newRow("blanks") << " \n "_ba << 1 << u"empty"_s;
        QTest::newRow("no colon") << "{\n  \"a\" 1\n}"_ba << 2 << u"colon"_s;
        QTest::newRow("no comma") << "[\n  1\n  2\n]"_ba << 3 << u"comma"_s;
        QTest::newRow("an open object") << "{\n  \"a\": 1\n"_ba << 3 << u"object"_s;
        QTest::newRow("an open text") << "{\n  \"a\": \"x\n}"_ba << 2 << u"text"_s;
        QTest::newRow("a word") << "{\n\n  \"a\": yes\n}"_ba << 3 << u"value"_s;
        QTest::newRow("more behind it") << "{}\nx"_ba << 2 << u"rest"_s;
        QTest::newRow("a comma too many") << "[\n1,\n]"_ba << 3 << u"value"_s;
        QTest::newRow("a member too few") << "{\"a\":1,\n}"_ba << 2 << u"name"_s;
        QTest::newRow("a name without quotes") << "{\n a: 1}"_ba << 2 << u"name"_s;
        QTest::newRow("an open list") << "[1"_ba << 1 << u"list"_s;
        QTest::newRow("an open text at the end") << "[\n\"x"_ba << 2 << u"text"_s;
        QTest::newRow("a number with nothing behind its point") << "[1.]"_ba << 1 << u"number"_s;
        QTest::newRow("a number that begins with 0") << "[01]"_ba << 1 << u"comma"_s;
        QTest::newRow("no UTF-8") << "[\n\"\xff\"]"_ba << 2 << u"encoding"_s;
        QTest::newRow("deeper than is read") << QByteArray(5000, '[') << 1 << u"depth"_s;
        QTest::newRow("a number alone") << "7"_ba << 1 << u"value"_s;
        QTest::newRow("an escape") << "[\n\"\\x\"]"_ba << 2 << u"escape"_s;
    }
    void tellsWhereJsonBreaks()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, line);
        QFETCH(QString, what);

        const auto fault = faultIn(text);

        QVERIFY(fault);
        QCOMPARE(fault->what, what);
        QCOMPARE(fault->line, line);
        QVERIFY(fault->column >= 1);
    }

    void countsColumnsAsEditorsDo()
    {
        const auto fault = faultIn("{\"😀é\" 1}"_ba);
        QVERIFY(fault);
        QCOMPARE(fault->line, 1);
        QCOMPARE(fault->column, 8);
    }

    void findsNothingInJson()
    {
        for (const auto &text : {"{}"_ba, "[]"_ba, " {\"a\":[1,null,-0.5e+3,true,false]}\n"_ba,
                 "\xef\xbb\xbf{\"\\u00e9\\n\":\"é\"}"_ba})
            QVERIFY2(!faultIn(text), text.constData());
    }

    //! What passes here is read, whatever else Qt would read.
    void whatPassesIsRead()
    {
        QRandomGenerator chance(3);
        const auto whole = R"({"a":[1,-2.5e3,"x\u0041\n"],"b":{"c":null,"d":true}})"_ba;
        for (int round = 0; round < 5000; ++round) {
            auto text = whole;
            for (int i = 1 + chance.bounded(2); i > 0; --i)
                text[chance.bounded(text.size())] = "{}[]\",:0-.eun\\ \n"[chance.bounded(16)];
            if (!faultIn(text))
                QVERIFY2(!QJsonDocument::fromJson(text).isNull(), text.constData());
        }
    }
};

QTEST_GUILESS_MAIN(RequestBodyTest)
#include "tst_request_body.moc"
