// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json_amount.h"

#include <QJsonDocument>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class JsonAmountTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAnAmount_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<qint64>("nanos");

        QTest::newRow("number") << "12.5"_ba << Q_INT64_C(12'500'000'000);
        QTest::newRow("decimal string where a number was expected")
            << "\"12.5\""_ba << Q_INT64_C(12'500'000'000);
        QTest::newRow("string with spaces around") << "\" 3 \""_ba << Q_INT64_C(3'000'000'000);
        QTest::newRow("whole number") << "7"_ba << Q_INT64_C(7'000'000'000);
        QTest::newRow("zero") << "0"_ba << Q_INT64_C(0);
        QTest::newRow("minus one") << "-1"_ba << Q_INT64_C(-1'000'000'000);
        QTest::newRow("thirteen digits") << "7486.201234567"_ba << Q_INT64_C(7'486'201'234'567);
        QTest::newRow("exponent") << "1e-7"_ba << Q_INT64_C(100);
    }

    void readsAnAmount()
    {
        QFETCH(QByteArray, json);
        QFETCH(qint64, nanos);

        const auto money = requiredMoney(object(json), u"usage");

        QVERIFY2(money, money ? "" : qPrintable(money.error().detail));
        QCOMPARE(money->nanos(), nanos);
    }

    void refusesRubbishAndNamesTheField_data()
    {
        QTest::addColumn<QByteArray>("json");

        QTest::newRow("words") << "\"lots\""_ba;
        QTest::newRow("empty string") << "\"\""_ba;
        QTest::newRow("boolean") << "true"_ba;
        QTest::newRow("list") << "[1]"_ba;
        QTest::newRow("object") << "{}"_ba;
        QTest::newRow("not a number") << "\"NaN\""_ba;
        QTest::newRow("too large") << "1e300"_ba;
    }

    void refusesRubbishAndNamesTheField()
    {
        QFETCH(QByteArray, json);

        const auto money = optionalMoney(object(json), u"usage");

        QVERIFY(!money);
        QCOMPARE(money.error().kind, Error::Kind::Protocol);
        QVERIFY(money.error().detail.contains(u"usage"));
    }

    void unknownIsNotZero()
    {
        QVERIFY(!optionalMoney(object("null"), u"usage")->has_value());
        QVERIFY(!optionalMoney({}, u"usage")->has_value());
        QVERIFY(!requiredMoney(object("null"), u"usage"));
        QVERIFY(!requiredMoney({}, u"usage"));
    }

    void countsMayBeText()
    {
        QCOMPARE(**optionalCount(object("\"42\""), u"usage"), 42);
        QCOMPARE(**optionalCount(object("9007199254740993"), u"usage"), Q_INT64_C(9007199254740993));
        QVERIFY(!optionalCount(object("1.5"), u"usage"));
        QVERIFY(!optionalCount(object("null"), u"usage")->has_value());
    }

private:
    static QJsonObject object(const QByteArray &value)
    {
        return QJsonDocument::fromJson("{\"usage\":" + value + '}').object();
    }
};

QTEST_GUILESS_MAIN(JsonAmountTest)
#include "tst_json_amount.moc"
