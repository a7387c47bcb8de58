// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/openrouter/openrouter_connector.h"
#include "support/connector_run.h"

#include <QFile>
#include <QTest>
#include <QUrlQuery>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

Result<RequestFacts> read(const QByteArray &body)
{
    return openrouter::OpenRouterConnector().readGeneration(jsonAnswer(body));
}

//! A generation that tells only what every one tells, and these fields.
Result<RequestFacts> readWith(const QByteArray &fields)
{
    return read(R"({"data":{"id":"gen-1","created_at":"2026-11-18T11:33:19+00:00","model":"acme/a")"
        + (fields.isEmpty() ? QByteArray() : "," + fields) + "}}");
}

Money usd(const char *text)
{
    return Money::fromText(QString::fromLatin1(text)).value_or(Money());
}

} // namespace

class OpenRouterGenerationTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheWholeBill()
    {
        QFile file(QFINDTESTDATA(u"openrouter/fixtures/generation.json"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));

        const auto facts = read(file.readAll());

        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().detail));
        QCOMPARE(facts->requestId, u"gen-1790000000-invented"_s);
        QCOMPARE(facts->startedAt, QDateTime({2026, 11, 18}, {11, 33, 19, 433}, Qt::UTC));
        QCOMPARE(facts->servedModel, u"acme/alpha-1-20260101"_s);
        QCOMPARE(facts->requestedModel, QString()); // what was tried need not be what was asked for
        QCOMPARE(facts->provider, u"Bravo"_s);
        QCOMPARE(facts->outcome, RequestOutcome::Complete);
        QCOMPARE(facts->fellBack, FellBack::Provider);
        QCOMPARE(facts->httpStatus, std::optional(200));
        QCOMPARE(facts->inputTokens, std::optional<qint64>(10)); // the provider's own count
        QCOMPARE(facts->outputTokens, std::optional<qint64>(25));
        QCOMPARE(facts->cost, std::optional(Amounts{usd("0.0015"), usd("0")}));
        QCOMPARE(facts->totalMs, std::optional<qint64>(1250));
        QVERIFY(!facts->firstByteMs);
        QCOMPARE(facts->detail.gatewayRequestId, u"req-1"_s);
        QCOMPARE(facts->detail.upstreamId, u"up-1"_s);
        QCOMPARE(facts->detail.finishReason, u"stop"_s);
        QCOMPARE(facts->detail.isStreamed, std::optional(true));
        QCOMPARE(facts->detail.cachedTokens, std::optional<qint64>(3));
        QCOMPARE(facts->detail.reasoningTokens, std::optional<qint64>(5));
        QCOMPARE(facts->detail.parts.tools, std::optional(usd("0.0003")));
        QCOMPARE(facts->detail.attempts.size(), 2);
        QCOMPARE(
            facts->detail.attempts.at(0), (AttemptFacts{u"Acme"_s, u"acme/alpha-1-20260101"_s, 429, 80}));
        QCOMPARE(facts->detail.attempts.at(1).httpStatus, std::optional(200));
    }

    void whatIsNotToldIsNotZero()
    {
        const auto facts = readWith({});
        QVERIFY(facts);
        QVERIFY(!facts->cost && !facts->inputTokens && !facts->outputTokens && !facts->totalMs
            && !facts->httpStatus && !facts->detail.isStreamed && !facts->detail.parts.tools);
        QVERIFY(facts->provider.isEmpty() && facts->requestedModel.isEmpty());
        QCOMPARE(facts->fellBack, FellBack::No);
    }

    void theNormalisedCountStandsIn()
    {
        const auto facts
            = readWith(R"("tokens_prompt":"11","native_tokens_prompt":null,"tokens_completion":26)");
        QVERIFY(facts);
        QCOMPARE(facts->inputTokens, std::optional<qint64>(11));
        QCOMPARE(facts->outputTokens, std::optional<qint64>(26));
    }

    void theCostIsWhatTheCreditsPaid_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QString>("billed");
        QTest::addColumn<QString>("byok");
        QTest::addColumn<QString>("tools"); // empty: not told
        const auto row = [](const char *name, const char *fields, const char *billed, const char *byok,
                             const char *tools) {
            QTest::newRow(name) << QByteArray(fields) << QString::fromLatin1(billed)
                                << QString::fromLatin1(byok) << QString::fromLatin1(tools);
        };
        row("credits", R"("usage":0.01,"total_cost":0.02)", "0.010000000", "0.000000000", "");
        row("only the total", R"("total_cost":0.02)", "0.020000000", "0.000000000", "");
        row("own key", R"("usage":0.001,"is_byok":true,"upstream_inference_cost":0.02)", "0.001000000",
            "0.020000000", "");
        row("own key with searches",
            R"("usage":0.001,"is_byok":true,"upstream_inference_cost":0.02,"num_search_results":3)",
            "0.001000000", "0.020000000", "");
        row("upstream is a part of it", R"("usage":0.01,"is_byok":false,"upstream_inference_cost":0.004)",
            "0.010000000", "0.000000000", "");
        row("searches are the rest of it",
            R"("usage":0.01,"upstream_inference_cost":0.004,"num_search_results":3)", "0.010000000",
            "0.000000000", "0.006000000");
        row("searches of an untold price",
            R"("usage":0.01,"upstream_inference_cost":0,"num_search_results":3)", "0.010000000",
            "0.000000000", "");
        row("as text", R"("usage":"0.01")", "0.010000000", "0.000000000", "");
    }

    void theCostIsWhatTheCreditsPaid()
    {
        QFETCH(QByteArray, fields);
        QFETCH(QString, billed);
        QFETCH(QString, byok);
        QFETCH(QString, tools);
        const auto facts = readWith(fields);
        QVERIFY(facts && facts->cost);
        QCOMPARE(facts->cost->billed.amountText(), billed);
        QCOMPARE(facts->cost->byok.amountText(), byok);
        QCOMPARE(facts->detail.parts.tools ? facts->detail.parts.tools->amountText() : QString(), tools);
    }

    void theLargerTimeIsTheWhole_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<int>("total");
        QTest::addColumn<int>("first"); // -1: not told
        QTest::newRow("latency is the whole") << R"("latency":1250,"generation_time":1200)"_ba << 1250 << -1;
        QTest::newRow("latency is the first token")
            << R"("latency":300.4,"generation_time":4000)"_ba << 4000 << 300;
        QTest::newRow("only latency") << R"("latency":300,"generation_time":null)"_ba << 300 << -1;
        QTest::newRow("only generation") << R"("generation_time":4000)"_ba << 4000 << -1;
    }

    void theLargerTimeIsTheWhole()
    {
        QFETCH(QByteArray, fields);
        QFETCH(int, total);
        QFETCH(int, first);
        const auto facts = readWith(fields);
        QVERIFY(facts);
        QCOMPARE(facts->totalMs, std::optional<qint64>(total));
        QCOMPARE(facts->firstByteMs.value_or(-1), first);
    }

    void howItEnded_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<RequestOutcome>("outcome");
        const auto refused = R"("provider_responses":[{"status":503,"provider_name":"Acme"}])"_ba;
        QTest::newRow("stop") << R"("finish_reason":"stop")"_ba << RequestOutcome::Complete;
        QTest::newRow("a provider's own word")
            << R"("native_finish_reason":"done")"_ba << RequestOutcome::Complete;
        QTest::newRow("error") << R"("finish_reason":"error")"_ba << RequestOutcome::Failed;
        QTest::newRow("cancelled") << R"("finish_reason":"stop","cancelled":true)"_ba
                                   << RequestOutcome::Incomplete;
        QTest::newRow("no end") << R"("finish_reason":null)"_ba << RequestOutcome::Incomplete;
        QTest::newRow("an embedding")
            << R"("finish_reason":null,"api_type":"embeddings")"_ba << RequestOutcome::Complete;
        QTest::newRow("nobody answered") << refused << RequestOutcome::Failed;
        QTest::newRow("cancelled while refused")
            << refused + R"(,"cancelled":true)" << RequestOutcome::Incomplete;
    }

    void howItEnded()
    {
        QFETCH(QByteArray, fields);
        QFETCH(RequestOutcome, outcome);
        const auto facts = readWith(fields);
        QVERIFY(facts);
        QCOMPARE(facts->outcome, outcome);
    }

    void whoAnsweredInsteadIsInTheTries_data()
    {
        QTest::addColumn<QByteArray>("tries");
        QTest::addColumn<FellBack>("fellBack");
        QTest::newRow("null") << "null"_ba << FellBack::No;
        QTest::newRow("one") << R"([{"status":200,"provider_name":"A","model_permaslug":"m"}])"_ba
                             << FellBack::No;
        QTest::newRow("the same again")
            << R"([{"status":502,"provider_name":"A"},{"status":200,"provider_name":"A"}])"_ba
            << FellBack::No;
        QTest::newRow("another provider") << R"([{"status":502,"provider_name":"A","model_permaslug":"m"},
                {"status":200,"provider_name":"B","model_permaslug":"m"}])"_ba
                                          << FellBack::Provider;
        QTest::newRow("another model") << R"([{"status":502,"provider_name":"A","model_permaslug":"m"},
                {"status":null,"provider_name":"B","model_permaslug":"n"}])"_ba
                                       << FellBack::Model;
        QTest::newRow("nothing told")
            << R"([{"status":502},{"status":200,"provider_name":"B"}])"_ba << FellBack::No;
    }

    void whoAnsweredInsteadIsInTheTries()
    {
        QFETCH(QByteArray, tries);
        QFETCH(FellBack, fellBack);
        const auto facts = readWith("\"finish_reason\":\"stop\",\"provider_responses\":" + tries);
        QVERIFY(facts);
        QCOMPARE(facts->fellBack, fellBack);
    }

    void aRouterWasAskedAndNotAModel()
    {
        const auto facts = readWith(
            R"("router":"openrouter/auto","provider_responses":[{"status":200,"model_permaslug":"acme/a"}])");
        QVERIFY(facts);
        QCOMPARE(facts->requestedModel, u"openrouter/auto"_s);
        QCOMPARE(facts->servedModel, u"acme/a"_s);
        QCOMPARE(facts->fellBack, FellBack::No);
    }

    void refusesWhatIsNoBill_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no id") << R"({"data":{"created_at":"2026-11-18T11:33:19Z"}})"_ba;
        QTest::newRow("no time") << R"({"data":{"id":"gen-1"}})"_ba;
        QTest::newRow("rubbish time") << R"({"data":{"id":"gen-1","created_at":"noon"}})"_ba;
        QTest::newRow("rubbish cost")
            << R"({"data":{"id":"gen-1","created_at":"2026-11-18T11:33:19Z","usage":"much"}})"_ba;
        QTest::newRow("negative cost")
            << R"({"data":{"id":"gen-1","created_at":"2026-11-18T11:33:19Z","usage":-1}})"_ba;
        QTest::newRow("half a token")
            << R"({"data":{"id":"gen-1","created_at":"2026-11-18T11:33:19Z","tokens_prompt":1.5}})"_ba;
        QTest::newRow("negative time")
            << R"({"data":{"id":"gen-1","created_at":"2026-11-18T11:33:19Z","latency":-5}})"_ba;
    }

    void refusesWhatIsNoBill()
    {
        QFETCH(QByteArray, body);
        const auto facts = read(body);
        QVERIFY(!facts);
        QCOMPARE(facts.error().kind, Error::Kind::Protocol);
    }

    void anIdIsAskedAsItIs()
    {
        const auto request = openrouter::OpenRouterConnector().generationRequest(
            QUrl(u"https://openrouter.ai"_s), u"gen-1&x=2 +%"_s);
        QCOMPARE(request.url.path(), u"/api/v1/generation"_s);
        QCOMPARE(QUrlQuery(request.url).queryItemValue(u"id"_s, QUrl::FullyDecoded), u"gen-1&x=2 +%"_s);
        QVERIFY(request.url.query(QUrl::FullyEncoded).contains(u"%2B"_s)); // a plus would be read as a space
    }
};

QTEST_GUILESS_MAIN(OpenRouterGenerationTest)
#include "tst_openrouter_generation.moc"
