// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/configuration.h"

#include <QJsonDocument>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class ConfigurationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void comesOnOneLineWithoutLoss_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("line"); // empty: refused

        const auto same
            = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text << text; };
        const auto refused
            = [](const char *name, const QByteArray &text) { QTest::newRow(name) << text << ""_ba; };
        QTest::newRow("pretty-printed") << "{\r\n  \"a\": [ 1,\n\t2 ],\n  \"b\" : { }\n}\n"_ba
                                        << R"({"a":[1,2],"b":{}})"_ba;
        same("the order of its members", R"({"z":1,"a":2,"m":3})");
        same("a member that comes twice", R"({"a":1,"a":2})");
        same("digits that no double holds", R"({"a":12345678901234567890,"b":1.10,"c":1E+2,"d":-0.0})");
        same("blanks inside a string", R"({"a b":" c  d "})");
        same("quotes and braces inside a string", R"({"a":"\" { \\\" } \\"})");
        same("escapes", R"({"a":"\u0000\n\/\uD83D\uDE00\b"})");
        QTest::newRow("letters of other languages") << "{\"a\":\"Gr\u00fc\u00dfe \u4f60 \U0001F600\"}"_ba
                                                    << R"({"a":"Gr\u00fc\u00dfe \u4f60 \ud83d\ude00"})"_ba;
        QTest::newRow("delete") << "{\"a\":\"\x7f\"}"_ba
                                << R"({"a":"\u007f"})"_ba;
        QTest::newRow("the mark of an editor") << "\xef\xbb\xbf{ }"_ba
                                               << "{}"_ba;
        refused("cut", R"({"targets":[{"api_key":"k"})");
        refused("a comma too many", R"({"a":1,})");
        refused("single quotes", "{'a':1}");
        refused("a comment", "{\"a\":1 /* one */}");
        refused("something behind it", "{\"a\":1} x");
        refused("a line break inside a string", "{\"a\":\"b\nc\"}");
        refused("NUL inside a string", QByteArray("{\"a\":\"b\0c\"}", 11));
        refused("an escape that JSON has not", R"({"a":"\q"})");
        refused("an escape that is cut", R"({"a":"\u12"})");
        refused("a list", "[{}]");
        refused("a text", "\"{}\"");
        refused("no UTF-8", "{\"a\":\"\xff\"}");
        refused("nothing", "");
    }

    void comesOnOneLineWithoutLoss()
    {
        QFETCH(QByteArray, written);
        QFETCH(QByteArray, line);

        const auto compact = compactJson(written);

        QCOMPARE(compact.value_or(QByteArray()), line);
        if (compact) {
            QCOMPARE(*compactJson(*compact), line); // what was read back from the keychain is the same
        } else {
            QCOMPARE(compact.error().kind, Error::Kind::InvalidInput);
            QCOMPARE(compact.error().detail, u"json"_s);
        }
    }

    void findsTheKeysOfTheProviders()
    {
        const auto keys = secretValuesIn(
            R"({"targets":[{"provider":"openai","api_key":"first-key","custom_host":"https://a.b"},)"
            R"({"targets":[{"aws_secret_access_key":"a-longer-key","x":{"Authorization":["Bearer abc"]}}]},)"
            R"({"api_key":"short","virtual_key":7,"vertex":{"private_key":"line\nbreak"}}]})");
        QCOMPARE(
            keys, (QList<QByteArray>{"a-longer-key"_ba, "Bearer abc"_ba, "line\nbreak"_ba, "first-key"_ba}));
        QVERIFY(secretValuesIn("no json").isEmpty());
    }

    void tellsStrategiesAndNothingElse_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<QByteArray>("kept");
        QTest::newRow("one inside another")
            << R"({"strategy":{"mode":"fallback","on_status_codes":[429]},"retry":{"attempts":2},"targets":[{"provider":"openai","api_key":"first-key"},{"strategy":{"mode":"loadbalance"},"targets":[{"api_key":"k"},7]}]})"_ba
            << R"({"strategy":{"mode":"fallback"},"targets":[{},{"strategy":{"mode":"loadbalance"},"targets":[{},{}]}]})"_ba;
        QTest::newRow("no targets") << R"({"strategy":{"mode":"single"},"api_key":"k"})"_ba
                                    << "{}"_ba;
        QTest::newRow("a mode of another kind")
            << R"({"strategy":{"mode":{"api_key":"k"}},"targets":[{}]})"_ba
            << R"({"targets":[{}]})"_ba;
        QTest::newRow("no JSON") << "no json"_ba
                                 << "{}"_ba;
    }

    void tellsStrategiesAndNothingElse()
    {
        QFETCH(QByteArray, written);
        QFETCH(QByteArray, kept);
        QCOMPARE(strategiesIn(written), QJsonDocument::fromJson(kept).object());
    }
};

QTEST_GUILESS_MAIN(ConfigurationTest)
#include "tst_configuration.moc"
