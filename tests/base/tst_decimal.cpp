// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/decimal.h"
#include "base/money.h"

#include <QTest>

#include <limits>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class DecimalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsDecimalTextExactly_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("nanos");

        QTest::newRow("whole") << u"12"_s << Q_INT64_C(12'000'000'000);
        QTest::newRow("cents") << u"12.34"_s << Q_INT64_C(12'340'000'000);
        QTest::newRow("minus") << u"-0.000001"_s << Q_INT64_C(-1'000);
        QTest::newRow("exponent") << u"1e-7"_s << Q_INT64_C(100);
        QTest::newRow("large exponent") << u"2.5E+3"_s << Q_INT64_C(2'500'000'000'000);
        QTest::newRow("a sum that doubles get wrong") << u"0.30000000000000004"_s << Q_INT64_C(300'000'000);
        QTest::newRow("half goes to even, down") << u"0.0000000005"_s << Q_INT64_C(0);
        QTest::newRow("half goes to even, up") << u"0.0000000015"_s << Q_INT64_C(2);
        QTest::newRow("just over a half") << u"0.00000000050000000001"_s << Q_INT64_C(1);
        QTest::newRow("no digit before the point") << u".5"_s << Q_INT64_C(500'000'000);
        QTest::newRow("no digit after it") << u"5."_s << Q_INT64_C(5'000'000'000);
        QTest::newRow("far below the unit") << u"1e-300"_s << Q_INT64_C(0);
        QTest::newRow("largest") << u"9223372036.854775807"_s << std::numeric_limits<qint64>::max();
    }

    void readsDecimalTextExactly()
    {
        QFETCH(QString, text);
        QFETCH(qint64, nanos);

        const auto money = Money::fromText(text);

        QVERIFY2(money, money ? "" : qPrintable(money.error().detail));
        QCOMPARE(money->nanos(), nanos);
    }

    void refusesWhatIsNoDecimal_data()
    {
        QTest::addColumn<QString>("text");

        for (const auto *text : {"", " ", "-", ".", "abc", "1,5", "1.2.3", "0x10", "NaN", "inf", "1e",
                 "1e5000", "12 ", "9223372036.854775808", "1e30", "$5"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void refusesWhatIsNoDecimal()
    {
        QFETCH(QString, text);

        const auto money = Money::fromText(text);

        QVERIFY(!money);
        QCOMPARE(money.error().kind, Error::Kind::Protocol);
    }

    void writesWhatItReads_data()
    {
        QTest::addColumn<QString>("text");

        for (const auto *text : {"0.000000000", "12.340000000", "-0.000001000", "9223372036.854775807"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }

    void writesWhatItReads()
    {
        QFETCH(QString, text);
        QCOMPARE(Money::fromText(text)->amountText(), text);
    }

    void writesTheSmallestInteger()
    {
        QCOMPARE(decimalText(std::numeric_limits<qint64>::min(), 9), u"-9223372036.854775808"_s);
    }

    void scalesWithoutOverflow()
    {
        const auto large = std::numeric_limits<qint64>::max() / 2;
        QCOMPARE(scaledHalfEven(large, 1'000'000, 1'000'000), large);
        QCOMPARE(scaledHalfEven(5, 1, 2), 2);
        QCOMPARE(scaledHalfEven(7, 1, 2), 4);
        QCOMPARE(scaledHalfEven(-7, 1, 2), -4);
    }

    void saysWhenAResultDoesNotFit()
    {
        const auto large = std::numeric_limits<qint64>::max() / 2;
        QCOMPARE(scaledIfItFits(large, 2, 1), large * 2);
        QCOMPARE(scaledIfItFits(large, 3, 1), std::nullopt);
        QCOMPARE(scaledIfItFits(-large, 3, 1), std::nullopt);
    }

    void readsCurrencyCodes()
    {
        QCOMPARE(Currency::fromCode(u"cny")->code(), u"CNY"_s);
        QVERIFY(!Currency::fromCode(u"$"));
        QVERIFY(!Currency::fromCode(u"EURO"));
        QVERIFY(!Currency::fromCode(u"U5D"));
    }
};

QTEST_GUILESS_MAIN(DecimalTest)
#include "tst_decimal.moc"
