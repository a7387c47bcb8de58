// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json_tree.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

QString randomText(QRandomGenerator &chance)
{
    static const QStringList pieces{u"a"_s, u"\""_s, u"\\"_s, u"/"_s, u"\n"_s, u"\t"_s, u"\b"_s, u"é"_s,
        u"漢"_s, u"😀"_s, QString(QChar(u'\0')), QString(QChar(0x1f)), u"{"_s, u"]"_s, u","_s};
    QString text;
    for (int i = chance.bounded(6); i > 0; --i)
        text += pieces.at(chance.bounded(pieces.size()));
    return text;
}

QJsonValue randomValue(QRandomGenerator &chance, int depth)
{
    switch (chance.bounded(depth > 0 ? 6 : 4)) {
    case 0:
        return randomText(chance);
    case 1:
        return chance.bounded(2) == 0 ? QJsonValue(chance.bounded(1000) - 500)
                                      : QJsonValue(chance.generateDouble());
    case 2:
        return chance.bounded(2) == 0;
    case 3:
        return QJsonValue::Null;
    case 4: {
        QJsonArray list;
        for (int i = chance.bounded(4); i > 0; --i)
            list.append(randomValue(chance, depth - 1));
        return list;
    }
    default: {
        QJsonObject object;
        for (int i = chance.bounded(4); i > 0; --i)
            object.insert(randomText(chance), randomValue(chance, depth - 1));
        return object;
    }
    }
}

} // namespace

class JsonTreeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsOrderAndDigits()
    {
        const auto written = R"({"z":1.50,"a":[12345678901234567890,{"y":"x\/\u00e9"}],"m":null})"_ba;

        const auto tree = JsonTree::parsed(written);

        QVERIFY(tree);
        QCOMPARE(tree->compact(), written);
        QCOMPARE(tree->member(u"a")->items().at(1).member(u"y")->toText(), u"x/é"_s);
    }

    void indentsForPeople()
    {
        auto tree = JsonTree::object();
        tree.set(u"b"_s, JsonTree::count(1)).set(u"a"_s, JsonTree::list().append(JsonTree::flag(true)));
        tree.set(u"n"_s, JsonTree::object()).set(u"b"_s, JsonTree::text(u"x\ny\x1"_s));

        QCOMPARE(
            tree.indented(), "{\n  \"b\": \"x\\ny\\u0001\",\n  \"a\": [\n    true\n  ],\n  \"n\": {}\n}"_ba);
    }

    //! Servers take the last one of a name.
    void aMemberThatIsSetIsThereOnce()
    {
        auto tree = *JsonTree::parsed(R"({"model":"a","n":1,"model":"b","model":"c"})"_ba);

        tree.set(u"model"_s, JsonTree::text(u"d"));

        QCOMPARE(tree.member(u"model")->toText(), u"d"_s);
        QCOMPARE(tree.compact(), R"({"model":"d","n":1})"_ba);
    }

    void readsAndWritesWhatQtDoes()
    {
        QRandomGenerator chance(20'261'118);
        for (int round = 0; round < 2000; ++round) {
            const QJsonObject object{{u"value"_s, randomValue(chance, 4)}};
            const auto bytes = QJsonDocument(object).toJson(
                round % 2 == 0 ? QJsonDocument::Compact : QJsonDocument::Indented);

            const auto tree = JsonTree::parsed(bytes);

            QVERIFY2(tree, bytes.constData());
            QCOMPARE(QJsonDocument::fromJson(tree->compact()).object(), object);
            QCOMPARE(QJsonDocument::fromJson(tree->indented()).object(), object);
            QVERIFY(tree->saysTheSame(*JsonTree::parsed(tree->indented())));
        }
    }

    void whatIsNoJsonIsNone()
    {
        for (const auto &bytes : {""_ba, "1"_ba, "{"_ba, "[1,]x"_ba, "{\"a\"}"_ba, "\"a\""_ba, "nonsense"_ba})
            QVERIFY2(!JsonTree::parsed(bytes), bytes.constData());
    }

    void countsAreWholeNumbers_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<qint64>("expected"); // -1: none
        QTest::newRow("plain") << "7"_ba << qint64(7);
        QTest::newRow("with a fraction of nothing") << "7.0"_ba << qint64(7);
        QTest::newRow("with an exponent") << "1e3"_ba << qint64(1000);
        QTest::newRow("beyond a double") << "9007199254740993"_ba << qint64(9007199254740993);
        QTest::newRow("half") << "0.5"_ba << qint64(-1);
        QTest::newRow("too large") << "1e30"_ba << qint64(-1);
        QTest::newRow("a text") << "\"7\""_ba << qint64(-1);
    }
    void countsAreWholeNumbers()
    {
        QFETCH(QByteArray, written);
        QFETCH(qint64, expected);
        const auto tree = JsonTree::parsed('[' + written + ']');
        QVERIFY(tree);
        QCOMPARE(tree->items().at(0).toCount().value_or(-1), expected);
    }

    void sayingTheSame_data()
    {
        QTest::addColumn<QByteArray>("one");
        QTest::addColumn<QByteArray>("other");
        QTest::addColumn<bool>("expected");
        QTest::newRow("another order") << R"({"a":1,"b":2})"_ba
                                       << R"({"b":2.0,"a":1e0})"_ba << true;
        QTest::newRow("another spelling") << R"(["\u0041/"])"_ba
                                          << R"([ "A\/" ])"_ba << true;
        QTest::newRow("another order of a list") << "[1,2]"_ba
                                                 << "[2,1]"_ba << false;
        QTest::newRow("a member twice") << R"({"a":1,"a":1})"_ba
                                        << R"({"a":1})"_ba << false;
        QTest::newRow("a text is no number") << R"(["1"])"_ba
                                             << "[1]"_ba << false;
        QTest::newRow("null is no text") << R"(["null"])"_ba
                                         << "[null]"_ba << false;
    }
    void sayingTheSame()
    {
        QFETCH(QByteArray, one);
        QFETCH(QByteArray, other);
        QFETCH(bool, expected);
        QCOMPARE(JsonTree::parsed(one)->saysTheSame(*JsonTree::parsed(other)), expected);
    }
};

QTEST_GUILESS_MAIN(JsonTreeTest)
#include "tst_json_tree.moc"
