// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/json_members.h"

#include <QTest>

#include <limits>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class JsonMembersTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesAmountsDigitByDigit_data()
    {
        QTest::addColumn<qint64>("nanos");
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << qint64(0) << R"({"a":0})"_ba;
        QTest::newRow("whole") << qint64(50'000'000'000) << R"({"a":50})"_ba;
        QTest::newRow("with cents") << qint64(12'340'000'000) << R"({"a":12.34})"_ba;
        QTest::newRow("the smallest") << qint64(1) << R"({"a":0.000000001})"_ba;
        QTest::newRow("below zero") << qint64(-500'000'000) << R"({"a":-0.5})"_ba;
        QTest::newRow("more digits than a double has")
            << qint64(9'007'199'254'740'993) << R"({"a":9007199.254740993})"_ba;
        QTest::newRow("the largest") << std::numeric_limits<qint64>::max()
                                     << R"({"a":9223372036.854775807})"_ba;
    }

    void writesAmountsDigitByDigit()
    {
        QFETCH(qint64, nanos);
        QFETCH(QByteArray, json);
        QCOMPARE(JsonMembers().amount("a", Money::fromNanos(nanos)).toJson(), json);
    }

    void writesEveryKindOfMember()
    {
        JsonMembers members;
        QVERIFY(members.isEmpty());
        members.text("t", u"a \"b\"\n\\ ü"_s).texts("l", {u"1"_s, u"]"_s}).texts("e", {});
        members.count("c", 7).flag("y", true).flag("n", false).null("z");
        QVERIFY(!members.isEmpty());
        const auto expected = "{\"t\":\"a \\\"b\\\"\\n\\\\ ü\",\"l\":[\"1\",\"]\"],\"e\":[],"
                              "\"c\":7,\"y\":true,\"n\":false,\"z\":null}"_ba;
        QCOMPARE(members.toJson(), expected);
    }
};

QTEST_GUILESS_MAIN(JsonMembersTest)
#include "tst_json_members.moc"
