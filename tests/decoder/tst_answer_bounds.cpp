// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/protocols.h"
#include "domain/request_bounds.h"
#include "support/answers.h"

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

using P = ApiProtocol;

QByteArray chat(const QByteArray &usage)
{
    return R"({"choices":[{"finish_reason":"stop","message":{"content":"x"}}],"usage":)" + usage + '}';
}

QByteArray huge()
{
    return QByteArray(100'000, 'x');
}

AnswerDraft draftOf(ApiProtocol protocol, const QByteArray &json, const AnswerPlaces &places = {})
{
    AnswerDraft draft;
    const AnswerPiece piece{QJsonDocument::fromJson(json).object(), {}};
    readPiece(draft, protocol, piece);
    readCommon(draft, piece.json, places);
    return draft;
}

} // namespace

//! A server may say anything of any size: sums of it stay sums, and what is kept of it stays small.
class AnswerBoundsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void moreThanARequestCanCostIsNotTold_data()
    {
        QTest::addColumn<QByteArray>("cost");
        QTest::addColumn<QString>("told");
        QTest::newRow("a plain one") << "0.25"_ba << u"0.250000000"_s;
        QTest::newRow("the most") << "1000000"_ba << u"1000000.000000000"_s;
        QTest::newRow("more") << "1000000.01"_ba << QString();
        QTest::newRow("as much as money can be") << "9223372036.85"_ba << QString();
        QTest::newRow("as text") << "\"9223372036.85\""_ba << QString();
    }
    void moreThanARequestCanCostIsNotTold()
    {
        QFETCH(QByteArray, cost);
        QFETCH(QString, told);
        const auto answer = answerOf("openrouter", 200,
            chat(R"({"cost":)" + cost + R"(,"cost_details":{"upstream_inference_cost":)" + cost + "}}"));
        for (const auto &amount : {answer.cost.amount, answer.cost.upstreamAmount})
            QCOMPARE(amount ? amount->amountText() : QString(), told);
    }

    void norIsItInAHeader()
    {
        const auto costIn = [](const QByteArray &header) {
            return answerOf("litellm", 200, chat("{}"), {.headers = {{"x-litellm-response-cost", header}}})
                .cost.amount;
        };
        QCOMPARE(costIn("0.5"), std::optional(Money::fromNanos(500'000'000)));
        QCOMPARE(costIn("9223372036.85"), std::nullopt);
    }

    void moreTokensThanARequestCanHaveAreNotTold_data()
    {
        QTest::addColumn<P>("protocol");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("chat") << P::OpenAiChat << chat(R"({"prompt_tokens":%1,"completion_tokens":%1})");
        QTest::newRow("responses")
            << P::OpenAiResponses
            << R"({"object":"response","usage":{"input_tokens":%1,"output_tokens":%1}})"_ba;
        QTest::newRow("messages")
            << P::AnthropicMessages
            << R"({"type":"message","usage":{"input_tokens":%1,"output_tokens":%1}})"_ba;
        QTest::newRow("Gemini")
            << P::Gemini << R"({"usageMetadata":{"promptTokenCount":%1,"candidatesTokenCount":%1}})"_ba;
    }
    void moreTokensThanARequestCanHaveAreNotTold()
    {
        QFETCH(P, protocol);
        QFETCH(QByteArray, body);
        const auto read = [&](const QByteArray &count) {
            return draftOf(protocol, QByteArray(body).replace("%1", count)).usage;
        };
        const auto most = read(QByteArray::number(MostTokensOfOneRequest));
        QCOMPARE(most.inputTokens, std::optional(MostTokensOfOneRequest));
        QCOMPARE(most.outputTokens, std::optional(MostTokensOfOneRequest));
        const auto absurd = read("9000000000000000");
        QCOMPARE(absurd.inputTokens, std::nullopt);
        QCOMPARE(absurd.outputTokens, std::nullopt);
    }

    //! Whatever else stands in a usage would be moved about by each further member.
    void ofAUsageWhatIsReadIsKept_data()
    {
        QTest::addColumn<P>("protocol");
        QTest::addColumn<QByteArray>("event");
        QTest::newRow("messages")
            << P::AnthropicMessages
            << R"({"type":"message_delta","usage":{"input_tokens":3,"output_tokens":5%1}})"_ba;
        QTest::newRow("Gemini")
            << P::Gemini << R"({"usageMetadata":{"promptTokenCount":3,"candidatesTokenCount":5%1}})"_ba;
    }
    void ofAUsageWhatIsReadIsKept()
    {
        QFETCH(P, protocol);
        QFETCH(QByteArray, event);
        QByteArray others;
        for (int i = 0; i < 1000; ++i)
            others += ",\"u" + QByteArray::number(i) + "\":1";
        const auto draft = draftOf(protocol, event.replace("%1", others));
        QVERIFY(draft.rawUsage.size() <= 4);
        QCOMPARE(draft.usage.inputTokens, std::optional<qint64>(3));
        QCOMPARE(draft.usage.outputTokens, std::optional<qint64>(5));
    }

    void idsAndNamesAreCut_data()
    {
        QTest::addColumn<P>("protocol");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("chat")
            << P::OpenAiChat
            << R"({"id":"%1","model":"%1","provider":"%1","choices":[{"finish_reason":"%1","message":{"tool_calls":[{"id":"%1","function":{"name":"%1"}}]}}]})"_ba;
        QTest::newRow("responses")
            << P::OpenAiResponses
            << R"({"object":"response","id":"%1","model":"%1","provider":"%1","status":"incomplete","incomplete_details":{"reason":"%1"},"output":[{"type":"function_call","call_id":"%1","name":"%1"}]})"_ba;
        QTest::newRow("messages")
            << P::AnthropicMessages
            << R"({"type":"message","id":"%1","model":"%1","provider":"%1","stop_reason":"%1","content":[{"type":"tool_use","id":"%1","name":"%1"}]})"_ba;
        QTest::newRow("Gemini")
            << P::Gemini
            << R"({"responseId":"%1","modelVersion":"%1","provider":"%1","candidates":[{"finishReason":"%1","content":{"parts":[{"functionCall":{"id":"%1","name":"%1"}}]}}]})"_ba;
    }
    void idsAndNamesAreCut()
    {
        QFETCH(P, protocol);
        QFETCH(QByteArray, body);
        const auto draft = draftOf(protocol, body.replace("%1", huge()));
        QCOMPARE(draft.toolCalls.size(), 1);
        const auto &call = draft.toolCalls.constFirst();
        for (const auto &name :
            {draft.id, draft.model, draft.provider, draft.finishReason, call.id, call.name})
            QCOMPARE(name.size(), AnswerDraft::MostName);
    }

    void soAreThoseOfProvidersThatWereAsked()
    {
        const auto draft = draftOf(P::OpenAiChat,
            QByteArray(R"({"provider":"%1","choices":[],"debug":{"echo_upstream_body":{"model":"%1"}}})")
                .replace("%1", huge()));
        QCOMPARE(draft.asked.size(), 1);
        QCOMPARE(draft.asked.constFirst().provider.size(), AnswerDraft::MostName);
        QCOMPARE(draft.asked.constFirst().model.size(), AnswerDraft::MostName);
    }
};

QTEST_GUILESS_MAIN(AnswerBoundsTest)
#include "tst_answer_bounds.moc"
