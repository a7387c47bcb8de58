// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/amounts.h"

#include <QTest>

#include <limits>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class AmountsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void refusesNegativeSpend()
    {
        const QJsonObject object{{u"a"_s, -0.5}, {u"b"_s, u"-1"_s}, {u"c"_s, -2}, {u"d"_s, 0}};
        QCOMPARE(requiredSpend(object, u"a").error().detail, u"\"a\" is negative"_s);
        QCOMPARE(optionalSpend(object, u"b").error().kind, Error::Kind::Protocol);
        QCOMPARE(optionalTally(object, u"c").error().kind, Error::Kind::Protocol);
        QVERIFY(requiredSpend(object, u"d")->isZero());
        QVERIFY(!optionalSpend(object, u"e")->has_value());
    }

    void moreThanARequestCanCostIsNotTold()
    {
        const QJsonObject object{{u"most"_s, 1'000'000}, {u"more"_s, u"1000000.01"_s},
            {u"absurd"_s, 9'223'372'036.0}, {u"less"_s, -1}};
        QCOMPARE((*optionalCost(object, u"most"))->nanos(), qint64(1'000'000'000'000'000));
        QVERIFY(!optionalCost(object, u"more")->has_value());
        QVERIFY(!optionalCost(object, u"absurd")->has_value());
        QVERIFY(!optionalCost(object, u"none")->has_value());
        QCOMPARE(optionalCost(object, u"less").error().kind, Error::Kind::Protocol);
    }

    void refusesWhatDoesNotFit()
    {
        const auto most = Money::fromNanos(std::numeric_limits<qint64>::max());
        QCOMPARE(sum(most, Money::fromNanos(1), u"a").error().detail, u"\"a\" is too large"_s);
        QCOMPARE(difference(Money::fromNanos(-2), most, u"b").error().kind, Error::Kind::Protocol);
        QCOMPARE(difference(Money::fromNanos(5), Money::fromNanos(7), u"c")->nanos(), -2);
    }

    void readsPricesAsTextOrNumber()
    {
        const QJsonObject object{{u"text"_s, u"1.05"_s}, {u"number"_s, 0.000002}, {u"free"_s, u"0"_s},
            {u"varies"_s, u"-1"_s}, {u"none"_s, QJsonValue()}, {u"rubbish"_s, u"free"_s}, {u"odd"_s, true}};
        QCOMPARE((*optionalPricePerMillion(object, u"text"))->femtos, qint64(1'050'000'000));
        QCOMPARE((*optionalPrice(object, u"number"))->femtos, qint64(2'000'000'000));
        QCOMPARE((*optionalPrice(object, u"free"))->femtos, qint64(0));
        QVERIFY(!optionalPrice(object, u"varies")->has_value());
        QVERIFY(!optionalPrice(object, u"none")->has_value());
        QVERIFY(!optionalPrice(object, u"absent")->has_value());
        QVERIFY(optionalPrice(object, u"rubbish").error().detail.contains(u"\"rubbish\""_s));
        QCOMPARE(optionalPrice(object, u"odd").error().kind, Error::Kind::Protocol);
    }

    void durationsMayHaveAFraction()
    {
        const QJsonObject object{{u"a"_s, 1250.5}, {u"b"_s, u"80.51"_s}, {u"c"_s, -1}, {u"d"_s, u"soon"_s}};
        QCOMPARE(*optionalMilliseconds(object, u"a"), std::optional<qint64>(1250));
        QCOMPARE(*optionalMilliseconds(object, u"b"), std::optional<qint64>(81));
        QVERIFY(!optionalMilliseconds(object, u"c"));
        QVERIFY(!optionalMilliseconds(object, u"d"));
        QVERIFY(!optionalMilliseconds(object, u"e")->has_value());
    }

    void addsRowsOfOneBucket()
    {
        BucketFacts bucket;
        bucket.amount.billed = Money::fromNanos(1);
        BucketFacts row;
        row.amount = {Money::fromNanos(2), Money::fromNanos(3)};
        row.requests = 4;

        QVERIFY(addTo(bucket, row));
        QVERIFY(addTo(bucket, row));

        QCOMPARE(bucket.amount.billed.nanos(), 5);
        QCOMPARE(bucket.amount.byok.nanos(), 6);
        QCOMPARE(bucket.requests, std::optional<qint64>(8));
        QVERIFY(!bucket.inputTokens);
    }
};

QTEST_GUILESS_MAIN(AmountsTest)
#include "tst_amounts.moc"
