// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/spend_count.h"
#include "storage/listing_repository.h"
#include "support/send_world.h"

#include <QTest>

#include <limits>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

Money dollars(const char *text)
{
    return *Money::fromText(QString::fromLatin1(text));
}

//! A dollar for a million tokens to say, ten for those to answer.
ModelListing priced(const QString &model, const char *currency = "USD")
{
    const auto money = *Currency::fromCode(QString::fromLatin1(currency));
    ModelListing listing;
    listing.model = model;
    listing.input = UnitPrice{1'000'000'000, money};
    listing.output = UnitPrice{10'000'000'000, money};
    return listing;
}

//! 1,000 tokens to say, 900 to answer: a cent at most.
SendOrder order(std::optional<qint64> maxTokens = 900)
{
    SendOrder order;
    order.request.messages = {{ChatMessage::Role::User, QString(4000, u'x')}};
    order.request.maxTokens = maxTokens;
    order.policy.costCeiling = dollars("1");
    return order;
}

const auto Overloaded = R"({"error":{"message":"Overloaded","type":"overloaded_error","code":529}})"_ba;

} // namespace

class SpendCountTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsNotToldCountsForTheMostItCanCost_data()
    {
        QTest::addColumn<AnswerCost>("cost");
        QTest::addColumn<Charged>("charged");
        QTest::addColumn<qint64>("maxTokens"); // 0: none
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("counted");
        const auto yuan = *Currency::fromCode(u"CNY");
        const auto row = [](const char *name, const AnswerCost &cost, Charged charged, qint64 maxTokens,
                             const QString &model, const QString &counted) {
            QTest::newRow(name) << cost << charged << maxTokens << model << counted;
        };
        const auto unknown = Charged::Unknown;
        row("told", {dollars("0.02"), {}, {}}, Charged::Yes, 900, u"a"_s, u"0.020000000"_s);
        row("with an own key", {dollars("0"), dollars("0.03"), true}, Charged::Yes, 900, u"a"_s,
            u"0.030000000"_s);
        row("nothing was charged", {}, Charged::No, 0, u"nobody's"_s, u"0.000000000"_s);
        row("by its price", {}, unknown, 900, u"a"_s, u"0.010000000"_s);
        row("a success without a cost", {}, Charged::Yes, 900, u"a"_s, u"0.010000000"_s);
        row("part of an own key's is not told", {dollars("0.001"), {}, true}, Charged::Yes, 900, u"a"_s,
            u"0.010000000"_s);
        row("no limit of the answer", {}, unknown, 0, u"a"_s, {});
        row("no price", {}, unknown, 900, u"nobody's"_s, {});
        row("a price in another currency", {}, unknown, 900, u"yuan"_s, {});
        row("told in another currency", {Money::fromNanos(5, yuan), {}, {}}, Charged::Yes, 900, u"a"_s, {});
        row("nothing in another currency", {Money::fromNanos(0, yuan), {}, {}}, Charged::No, 900, u"a"_s,
            u"0.000000000"_s);
    }
    void whatIsNotToldCountsForTheMostItCanCost()
    {
        QFETCH(AnswerCost, cost);
        QFETCH(Charged, charged);
        QFETCH(qint64, maxTokens);
        QFETCH(QString, model);
        QFETCH(QString, counted);
        SpendCount count(order(maxTokens > 0 ? std::optional(maxTokens) : std::nullopt),
            {priced(u"a"_s), priced(u"yuan"_s, "CNY")});
        SentRequest sent;
        sent.model = model;
        sent.answer.cost = cost;
        sent.answer.charged = charged;

        count.add(sent);

        QCOMPARE(count.counted() ? count.counted()->amountText() : QString(), counted);
    }

    void whatTheGatewayMayGoOnWithCounts_data()
    {
        QTest::addColumn<QByteArray>("models");
        QTest::addColumn<bool>("isTold");
        QTest::newRow("with a price") << R"(["b"])"_ba << true;
        QTest::newRow("without one") << R"(["unpriced"])"_ba << false;
    }
    void whatTheGatewayMayGoOnWithCounts()
    {
        QFETCH(QByteArray, models);
        QFETCH(bool, isTold);
        auto raw = order();
        raw.request.rawBody = R"({"model":"a","max_tokens":900,"models":)" + models + '}';
        SpendCount count(raw, {priced(u"a"_s), priced(u"b"_s)});
        SentRequest sent;
        sent.model = u"a"_s;
        count.add(sent);
        QCOMPARE(count.counted().has_value(), isTold);
    }

    void whatCannotBeToldOnceNeverCanAgain()
    {
        SpendCount count(order(), {});
        SentRequest sent;
        count.add(sent);
        sent.answer.cost.amount = dollars("0.02");
        count.add(sent);
        QVERIFY(!count.counted());
    }

    void aSumBeyondAllMoneyStaysTheMost()
    {
        SpendCount count(order(), {});
        SentRequest sent;
        sent.answer.cost.amount = dollars("9000000000");
        count.add(sent);
        count.add(sent);
        QCOMPARE(count.counted(), std::optional(Money::fromNanos(std::numeric_limits<qint64>::max())));
    }

    void withoutACeilingNothingIsCounted()
    {
        auto plain = order();
        plain.policy.costCeiling.reset();
        SpendCount count(plain, {priced(u"a"_s)});
        SentRequest sent;
        sent.answer.cost.amount = dollars("0.02");
        count.add(sent);
        QVERIFY(!count.counted());
    }

    //! An overloaded provider tells no cost, and may bill it nevertheless.
    void aRunEndsAtItsCeilingAlsoWhereNoCostIsTold_data()
    {
        QTest::addColumn<bool>("hasPrice");
        QTest::addColumn<int>("posts");
        QTest::newRow("a cent at most each") << true << 3;
        QTest::newRow("it cannot be told") << false << 1;
    }
    void aRunEndsAtItsCeilingAlsoWhereNoCostIsTold()
    {
        QFETCH(bool, hasPrice);
        QFETCH(int, posts);
        SendWorld world({SendWorld::json(529, Overloaded)});
        world.order.request = order().request;
        world.order.policy.retries = 9;
        world.order.policy.costCeiling = dollars("0.025");
        if (hasPrice)
            QVERIFY(world.storage
                        .write([account = world.order.account, model = world.order.model,
                                   at = world.clock.now()](Database &database) {
                            return database.inTransaction([&] {
                                return ListingRepository(database).replace(account, {priced(model)}, at);
                            });
                        })
                        .result());

        const auto run = world.send();

        QVERIFY(run);
        QCOMPARE(run->answer.charged, Charged::Unknown);
        QCOMPARE(run->end, RunEnd::CostCeiling);
        QCOMPARE(run->sent.size(), posts);
        QCOMPARE(run->counted, hasPrice ? std::optional(dollars("0.03")) : std::nullopt);
    }
};

QTEST_GUILESS_MAIN(SpendCountTest)
#include "tst_spend_count.moc"
