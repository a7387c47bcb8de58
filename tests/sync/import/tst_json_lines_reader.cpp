// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/record_steps.h"
#include "sync/import/json_lines_reader.h"

#include <QJsonDocument>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

QStringList read(QByteArrayView text, const QStringList &columns, const QList<qsizetype> &cuts = {})
{
    JsonLinesReader reader(columns);
    return stepsOver(text, cuts, reader);
}

} // namespace

class JsonLinesReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatTheColumnsName_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QStringList>("said");

        QTest::newRow("nothing") << ""_ba << QStringList();
        QTest::newRow("text, number, truth")
            << R"({"id":"é","cost":0.1,"ok":true})"_ba << QStringList{u"1: é|0.1|true|"_s};
        QTest::newRow("absent and null") << R"({"id":null})"_ba << QStringList{u"1: |||"_s};
        QTest::newRow("a number beyond double")
            << R"({"id":9007199254740993})"_ba << QStringList{u"1: 9007199254740993|||"_s};
        QTest::newRow("inside another object")
            << R"({"id":"a","usage":{"cost":3}})"_ba << QStringList{u"1: a|||3"_s};
        QTest::newRow("a name with a point")
            << R"({"id":"a","usage.cost":3})"_ba << QStringList{u"1: a|||3"_s};
        QTest::newRow("lines, blank ones left out") << "{\"id\":1}\r\n\n  \n{\"id\":2}\r{\"id\":3}"_ba
                                                    << QStringList{u"1: 1|||"_s, u"4: 2|||"_s, u"5: 3|||"_s};
        QTest::newRow("byte order mark") << "\xef\xbb\xbf{\"id\":1}\n"_ba << QStringList{u"1: 1|||"_s};
        QTest::newRow("broken lines")
            << "{\"id\":1}\n{\"id\":\n[1]\n\"x\"\n{\"id\":\"\xff\"}\n{\"id\":2}\n"_ba
            << QStringList{u"1: 1|||"_s, u"2! not_json"_s, u"3! not_json"_s, u"4! not_json"_s,
                   u"5! not_utf8"_s, u"6: 2|||"_s};
    }

    void readsWhatTheColumnsName()
    {
        QFETCH(QByteArray, text);
        QFETCH(QStringList, said);
        const QStringList columns{u"id"_s, u"cost"_s, u"ok"_s, u"usage.cost"_s};

        QCOMPARE(read(text, columns), said);
        for (qsizetype at = 1; at < text.size(); ++at)
            QCOMPARE(read(text, columns, {at}), said);
    }

    void aHugeLineIsLeftOut()
    {
        const auto text
            = "{\"id\":\"" + QByteArray(2 * JsonLinesReader::LongestLine, 'x') + "\"}\n{\"id\":2}\n";

        const QStringList said{u"1! too_long"_s, u"2: 2"_s};
        QCOMPARE(read(text, {u"id"_s}), said);
        QCOMPARE(read(text, {u"id"_s}, {5'000'000}), said);
    }

    void namesTheColumnsOfAnObject()
    {
        const auto object
            = QJsonDocument::fromJson(R"({"id":1,"usage":{"cost":2,"deep":{"er":3}},"list":[]})");

        QCOMPARE(columnsOf(object.object()),
            (QStringList{u"id"_s, u"list"_s, u"usage.cost"_s, u"usage.deep.er"_s}));
    }
};

QTEST_GUILESS_MAIN(JsonLinesReaderTest)
#include "tst_json_lines_reader.moc"
