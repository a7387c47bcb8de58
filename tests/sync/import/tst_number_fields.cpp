// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/decimal.h"
#include "sync/import/number_fields.h"

#include <QRandomGenerator>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class NumberFieldsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAsTheDecimalParserDoes()
    {
        auto random = QRandomGenerator(7);
        constexpr QByteArrayView Letters = "0123456789012345678.-+e";
        for (int round = 0; round < 100'000; ++round) {
            QByteArray text;
            for (auto length = random.bounded(1, 24); length > 0; --length)
                text += Letters[random.bounded(static_cast<int>(Letters.size()))];
            const auto scale = random.bounded(13);
            const auto expected = parseDecimal(QString::fromLatin1(text), scale);

            const auto value = decimalField(text, scale);

            const bool isNothing = value && !*value; // "-" alone
            QVERIFY2(isNothing ? text == "-" : value.has_value() == expected.has_value(), text.constData());
            if (value && *value)
                QCOMPARE(**value, *expected);
        }
    }

    void tellsWhyItReadsNothing_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<int>("fault"); // -1: nothing told

        QTest::newRow("empty") << ""_ba << -1;
        QTest::newRow("null") << "NULL"_ba << -1;
        QTest::newRow("dash") << "-"_ba << -1;
        QTest::newRow("n/a") << "N/A"_ba << -1;
        QTest::newRow("word") << "abc"_ba << static_cast<int>(RowFault::BadNumber);
        QTest::newRow("not a number") << "NaN"_ba << static_cast<int>(RowFault::BadNumber);
        QTest::newRow("thousands") << "1,234.5"_ba << static_cast<int>(RowFault::BadNumber);
        QTest::newRow("huge") << "99999999999999"_ba << static_cast<int>(RowFault::TooLarge);
    }

    void tellsWhyItReadsNothing()
    {
        QFETCH(QByteArray, text);
        QFETCH(int, fault);

        const auto value = decimalField(text, 9);

        QVERIFY(!value || !*value);
        QCOMPARE(value ? -1 : static_cast<int>(value.error()), fault);
    }

    void readsDecimalCommas()
    {
        QCOMPARE(**decimalField("0,0125", 9, ','), 12'500'000);
        QVERIFY(!decimalField("0.0125", 9, ','));
    }

    void readsWholeNumbersOnly()
    {
        QCOMPARE(**wholeField("1200"), 1200);
        QCOMPARE(**wholeField("1200.0"), 1200);
        QVERIFY(!wholeField("1200.5"));
        QCOMPARE(*wholeField(""), std::nullopt);
    }
};

QTEST_GUILESS_MAIN(NumberFieldsTest)
#include "tst_number_fields.moc"
