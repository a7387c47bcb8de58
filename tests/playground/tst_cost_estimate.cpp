// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/request_bounds.h"
#include "playground/cost_estimate.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 Dollar = 1'000'000'000; // nanos

//! Prices in whole dollars for a million tokens.
ModelListing listing(
    const QString &model, qint64 input, std::optional<qint64> output, const char *currency = "USD")
{
    const auto money = *Currency::fromCode(QString::fromLatin1(currency));
    ModelListing one;
    one.model = model;
    one.input = UnitPrice{input * Dollar, money};
    if (output)
        one.output = UnitPrice{*output * Dollar, money};
    return one;
}

//! 1,000 tokens to say, 500 to answer.
PlaygroundRequest thousandTokens()
{
    PlaygroundRequest request;
    request.messages = {{ChatMessage::Role::User, QString(4000, u'x')}};
    request.maxTokens = 500;
    return request;
}

std::optional<Money> dollars(const char *text, const char *currency = "USD")
{
    return *Money::fromText(QString::fromLatin1(text), *Currency::fromCode(QString::fromLatin1(currency)));
}

} // namespace

class CostEstimateTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void countsTokensByTheScript_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<qint64>("tokens");
        QTest::newRow("nothing") << QString() << qint64(0);
        QTest::newRow("one letter") << u"a"_s << qint64(1);
        QTest::newRow("four letters") << u"word"_s << qint64(1);
        QTest::newRow("five letters") << u"words"_s << qint64(2);
        QTest::newRow("Chinese") << u"你好世界"_s << qint64(4);
        QTest::newRow("Japanese") << u"こんにちはカナ"_s << qint64(7);
        QTest::newRow("Korean") << u"안녕하세요"_s << qint64(5);
        QTest::newRow("Chinese punctuation") << u"好。！"_s << qint64(3);
        QTest::newRow("mixed") << u"Hi 你好 there"_s << qint64(2 + 3);
        QTest::newRow("beyond the basic plane") << u"𠀀𠀁"_s << qint64(2);
        QTest::newRow("an emoji is a character like others") << u"😀😀😀😀"_s << qint64(1);
    }
    void countsTokensByTheScript()
    {
        QFETCH(QString, text);
        QFETCH(qint64, tokens);
        QCOMPARE(estimatedTokens(text), tokens);
    }

    void countsAllThatIsSent()
    {
        auto request = thousandTokens();
        request.system = u"abcd"_s;
        request.tools = "[    ]  "_ba;
        request.responseSchema = "{}  "_ba;
        QCOMPARE(estimatedTokens(request), 1000 + 1 + 2 + 1);
        request.rawBody = R"({"a":1 })"_ba;
        QCOMPARE(estimatedTokens(request), 2);
    }

    void isFromTheCheapestToTheDearest()
    {
        const QList<ModelListing> catalogue{
            listing(u"a"_s, 1, 2), listing(u"b"_s, 10, 20), listing(u"c"_s, 3, 4)};

        const auto cost = estimatedCost(thousandTokens(), {u"a"_s, u"b"_s, u"c"_s}, catalogue);

        QCOMPARE(cost.inputTokens, 1000);
        QCOMPARE(cost.outputTokens, 500);
        QCOMPARE(cost.least, dollars("0.002"));
        QCOMPARE(cost.most, dollars("0.02"));
        QCOMPARE(cost.dearest, u"b"_s);
        QVERIFY(cost.unpriced.isEmpty());
    }

    void oneModelHasOneFigure()
    {
        const auto cost = estimatedCost(thousandTokens(), {u"a"_s}, {listing(u"a"_s, 1, 2)});
        QCOMPARE(cost.least, cost.most);
        QCOMPARE(cost.dearest, u"a"_s);
    }

    void addsAPriceForEachRequest()
    {
        auto model = listing(u"a"_s, 1, 2);
        model.request = UnitPrice{Dollar * 10'000'000 / 1000, {}}; // a cent
        QCOMPARE(estimatedCost(thousandTokens(), {u"a"_s}, {model}).most, dollars("0.012"));
    }

    void knowsAModelByItsLastingName()
    {
        auto model = listing(u"a"_s, 1, 2);
        model.canonicalName = u"a-20260101"_s;
        QCOMPARE(estimatedCost(thousandTokens(), {u"a-20260101"_s}, {model}).most, dollars("0.002"));
    }

    void withoutALimitOnlyTheInputIsKnown()
    {
        auto request = thousandTokens();
        request.maxTokens.reset();
        const auto cost = estimatedCost(request, {u"a"_s}, {listing(u"a"_s, 1, 2)});
        QVERIFY(!cost.outputTokens);
        QCOMPARE(cost.least, dollars("0.001"));
        // This protocol always sends one.
        request.protocol = ApiProtocol::AnthropicMessages;
        QCOMPARE(estimatedCost(request, {u"a"_s}, {}).outputTokens, 1024);
    }

    void readsTheLimitOfAnOwnBody()
    {
        PlaygroundRequest request;
        request.rawBody = R"({"model":"a","max_tokens":70,"messages":[]})"_ba;
        request.maxTokens = 5;
        QCOMPARE(estimatedCost(request, {u"a"_s}, {}).outputTokens, 70);
    }

    void eachChoiceOfAnOwnBodyIsPaid_data()
    {
        QTest::addColumn<ApiProtocol>("protocol");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<qint64>("tokens"); // 0: no limit
        using P = ApiProtocol;
        const auto row = [](const char *name, P protocol, const QByteArray &body, qint64 tokens) {
            QTest::newRow(name) << protocol << body << tokens;
        };
        row("fifty", P::OpenAiChat, R"({"max_tokens":70,"n":50})"_ba, 3500);
        row("one", P::OpenAiChat, R"({"max_tokens":70,"n":1})"_ba, 70);
        row("less than one", P::OpenAiChat, R"({"max_tokens":70,"n":0})"_ba, 70);
        row("no number", P::OpenAiChat, R"({"max_tokens":70,"n":null})"_ba, 70);
        row("without a limit", P::OpenAiChat, R"({"n":50})"_ba, 0);
        row("the last of a name counts", P::OpenAiChat, R"({"max_tokens":70,"n":1,"n":3})"_ba, 210);
        row("the newer limit", P::OpenAiChat, R"({"max_tokens":1,"max_completion_tokens":70,"n":2})"_ba, 140);
        row("more than there can be", P::OpenAiChat, R"({"max_tokens":9000000000000000,"n":9000000})"_ba,
            MostTokensOfOneRequest);
        row("of Gemini", P::Gemini, R"({"generationConfig":{"maxOutputTokens":70,"candidateCount":4}})"_ba,
            280);
        row("Gemini has no n", P::Gemini, R"({"n":4,"generationConfig":{"maxOutputTokens":70}})"_ba, 70);
        row("messages have no n", P::AnthropicMessages, R"({"max_tokens":70,"n":4})"_ba, 70);
        row("responses have no n", P::OpenAiResponses, R"({"max_output_tokens":70,"n":4})"_ba, 70);
    }
    void eachChoiceOfAnOwnBodyIsPaid()
    {
        QFETCH(ApiProtocol, protocol);
        QFETCH(QByteArray, body);
        QFETCH(qint64, tokens);
        PlaygroundRequest request;
        request.protocol = protocol;
        request.rawBody = body;
        QCOMPARE(estimatedCost(request, {u"a"_s}, {}).outputTokens.value_or(0), tokens);
    }

    void whatTheGatewayMayGoOnWithCounts_data()
    {
        QTest::addColumn<QByteArray>("members");
        QTest::addColumn<QString>("dearest");
        QTest::addColumn<QStringList>("unpriced");
        QTest::newRow("models") << R"("models":["b"])"_ba << u"b"_s << QStringList();
        QTest::newRow("the one asked among them") << R"("models":["a","a"])"_ba << u"a"_s << QStringList();
        QTest::newRow("without a price") << R"("models":["b","z"])"_ba << u"b"_s << QStringList{u"z"_s};
        QTest::newRow("fallbacks of messages")
            << R"("fallbacks":[{"model":"b"}])"_ba << u"b"_s << QStringList();
        QTest::newRow("no list") << R"("models":"b","fallbacks":[7,{}])"_ba << u"a"_s << QStringList();
    }
    void whatTheGatewayMayGoOnWithCounts()
    {
        QFETCH(QByteArray, members);
        QFETCH(QString, dearest);
        QFETCH(QStringList, unpriced);
        PlaygroundRequest request;
        request.rawBody = R"({"model":"a","max_tokens":1000,)" + members + '}';
        const auto cost = estimatedCost(request, {u"a"_s}, {listing(u"a"_s, 1, 2), listing(u"b"_s, 10, 20)});
        QCOMPARE(cost.dearest, dearest);
        QCOMPARE(cost.unpriced, unpriced);
    }

    void namesWhatHasNoPrice_data()
    {
        QTest::addColumn<ModelListing>("other");
        auto perSecond = listing(u"b"_s, 1, 1);
        perSecond.unit = PriceUnit::Second;
        auto mixed = listing(u"b"_s, 1, 1);
        mixed.output->currency = *Currency::fromCode(u"CNY");
        QTest::newRow("not in the catalogue") << listing(u"z"_s, 1, 1);
        auto varying = listing(u"b"_s, 1, 1);
        varying.input.reset();
        QTest::newRow("varies") << varying;
        QTest::newRow("no price for output") << listing(u"b"_s, 1, std::nullopt);
        QTest::newRow("for each second") << perSecond;
        QTest::newRow("in another currency") << listing(u"b"_s, 1, 1, "CNY");
        QTest::newRow("in two currencies") << mixed;
    }
    void namesWhatHasNoPrice()
    {
        QFETCH(ModelListing, other);
        const auto cost
            = estimatedCost(thousandTokens(), {u"a"_s, u"b"_s, u"b"_s}, {listing(u"a"_s, 1, 2), other});
        QCOMPARE(cost.unpriced, QStringList{u"b"_s});
        QCOMPARE(cost.least, dollars("0.002"));
        QCOMPARE(cost.most, dollars("0.002"));
    }

    void theHighestPriceThatIsAllowedBoundsWhatHasNone_data()
    {
        QTest::addColumn<std::optional<Money>>("input");
        QTest::addColumn<std::optional<Money>>("output");
        QTest::addColumn<PriceUnit>("unit");
        QTest::addColumn<std::optional<Money>>("most");
        using Known = std::optional<Money>;
        QTest::newRow("both") << dollars("6") << dollars("30") << PriceUnit::Token << dollars("0.021");
        QTest::newRow("of input alone") << dollars("6") << Known() << PriceUnit::Token << Known();
        QTest::newRow("of output alone") << Known() << dollars("30") << PriceUnit::Token << Known();
        QTest::newRow("not by token") << dollars("6") << dollars("30") << PriceUnit::Second << Known();
    }
    void theHighestPriceThatIsAllowedBoundsWhatHasNone()
    {
        QFETCH(std::optional<Money>, input);
        QFETCH(std::optional<Money>, output);
        QFETCH(PriceUnit, unit);
        QFETCH(std::optional<Money>, most);
        auto request = thousandTokens();
        request.routing.maxInputPrice = input;
        request.routing.maxOutputPrice = output;
        auto varying = listing(u"b"_s, 1, 1);
        varying.unit = unit;
        varying.input.reset();
        const auto alone = estimatedCost(request, {u"b"_s}, {varying});
        QCOMPARE(alone.most, most);
        QVERIFY(!alone.least); // it may be as cheap as can be
        QCOMPARE(alone.unpriced.isEmpty(), most.has_value());
        const auto both = estimatedCost(request, {u"a"_s, u"b"_s}, {listing(u"a"_s, 1, 2), varying});
        QCOMPARE(both.least, dollars("0.002"));
        QCOMPARE(both.most, most ? most : dollars("0.002"));
        QCOMPARE(both.dearest, most ? u"b"_s : u"a"_s);
    }

    void theFirstPriceSaysTheCurrency()
    {
        const QList<ModelListing> catalogue{listing(u"a"_s, 1, 2, "CNY"), listing(u"b"_s, 1, 2)};
        const auto cost = estimatedCost(thousandTokens(), {u"x"_s, u"a"_s, u"b"_s}, catalogue);
        QCOMPARE(cost.most, dollars("0.002", "CNY"));
        QCOMPARE(cost.unpriced, (QStringList{u"x"_s, u"b"_s}));
    }

    void aPriceForARequestIsNotForItsTokens()
    {
        auto model = listing(u"a"_s, 1, std::nullopt);
        model.unit = PriceUnit::Request;
        model.input->femtos = Dollar * 20'000'000 / 1000; // two cents
        QCOMPARE(estimatedCost(thousandTokens(), {u"a"_s}, {model}).most, dollars("0.02"));
    }

    void nothingPricedIsNoAmount()
    {
        const auto cost = estimatedCost(thousandTokens(), {u"a"_s}, {});
        QVERIFY(!cost.least && !cost.most);
        QVERIFY(cost.dearest.isEmpty());
    }
};

QTEST_GUILESS_MAIN(CostEstimateTest)
#include "tst_cost_estimate.moc"
