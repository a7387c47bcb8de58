// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/exchange.h"

#include <QTest>

#include <limits>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

Currency currency(QStringView code)
{
    return *Currency::fromCode(code);
}

ExchangeRate rate(QStringView base, QStringView quote, int day, QStringView value)
{
    return {currency(base), currency(quote), QDate(2026, 6, day), *rateFromText(value), u"typed"_s};
}

Money money(QStringView text, QStringView code)
{
    return *Money::fromText(text, currency(code));
}

const ExchangeRates Rates({rate(u"CNY", u"USD", 10, u"0.14"), rate(u"CNY", u"USD", 1, u"0.125"),
    rate(u"USD", u"EUR", 5, u"0.8"), rate(u"EUR", u"USD", 12, u"1.3"), rate(u"USD", u"JPY", 1, u"150")});

} // namespace

class ExchangeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void convertsByTheLatestRateOfTheDay_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("to");
        QTest::addColumn<int>("day");
        QTest::addColumn<QString>("amount"); // of 100 units; empty: no rate
        QTest::addColumn<int>("rateOf"); // day; 0: none needed

        QTest::newRow("before the first rate") << u"USD"_s << u"EUR"_s << 4 << QString() << 0;
        QTest::newRow("the day itself") << u"CNY"_s << u"USD"_s << 1 << u"12.500000000"_s << 1;
        QTest::newRow("until the next") << u"CNY"_s << u"USD"_s << 9 << u"12.500000000"_s << 1;
        QTest::newRow("the next") << u"CNY"_s << u"USD"_s << 10 << u"14.000000000"_s << 10;
        QTest::newRow("long after") << u"CNY"_s << u"USD"_s << 30 << u"14.000000000"_s << 10;
        QTest::newRow("the opposite pair") << u"USD"_s << u"CNY"_s << 9 << u"800.000000000"_s << 1;
        QTest::newRow("the direct rate is the only one")
            << u"USD"_s << u"EUR"_s << 11 << u"80.000000000"_s << 5;
        QTest::newRow("the opposite one is later") << u"USD"_s << u"EUR"_s << 12 << u"76.923076923"_s << 12;
        QTest::newRow("never by way of a third") << u"CNY"_s << u"EUR"_s << 20 << QString() << 0;
        QTest::newRow("of that currency already") << u"EUR"_s << u"EUR"_s << 1 << u"100.000000000"_s << 0;
    }

    void convertsByTheLatestRateOfTheDay()
    {
        QFETCH(QString, from);
        QFETCH(QString, to);
        QFETCH(int, day);
        QFETCH(QString, amount);
        QFETCH(int, rateOf);

        const auto converted = Rates.convert(money(u"100", from), currency(to), QDate(2026, 6, day));

        QCOMPARE(converted.has_value(), !amount.isEmpty());
        if (!converted) {
            QCOMPARE(converted.error().kind, Error::Kind::NotFound);
            return;
        }
        QCOMPARE(converted->amount.amountText(), amount);
        QCOMPARE(converted->amount.currency(), currency(to));
        QCOMPARE(converted->rate ? converted->rate->from.day() : 0, rateOf);
    }

    void roundsHalfToEven()
    {
        const ExchangeRates half({rate(u"EUR", u"USD", 1, u"0.5")});
        const QDate day(2026, 6, 1);
        const auto nanos = [&](qint64 amount) {
            return half.convert(Money::fromNanos(amount, currency(u"EUR")), Currency(), day)->amount.nanos();
        };
        QCOMPARE(nanos(1), 0);
        QCOMPARE(nanos(3), 2);
        QCOMPARE(nanos(-3), -2);
    }

    void saysWhenTheResultIsTooLarge()
    {
        const auto all = Money::fromNanos(std::numeric_limits<qint64>::max());
        const auto converted = Rates.convert(all, currency(u"JPY"), QDate(2026, 6, 1));
        QVERIFY(!converted);
        QCOMPARE(converted.error().kind, Error::Kind::InvalidInput);
    }

    void refusesWhatIsNoRate()
    {
        for (const auto *text : {"0", "-1", "x", "", "0.0000000001", "1e30"})
            QVERIFY2(!rateFromText(QString::fromLatin1(text)), text);
        QCOMPARE(*rateFromText(u"7.1234"), 7'123'400'000);
    }
};

QTEST_GUILESS_MAIN(ExchangeTest)
#include "tst_exchange.moc"
