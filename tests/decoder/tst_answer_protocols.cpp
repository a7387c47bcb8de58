// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/answers.h"

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

Answer plain(const char *gateway, const QByteArray &body, ApiProtocol protocol = ApiProtocol::OpenAiChat)
{
    return answerOf(
        gateway, 200, body, {.protocol = protocol, .headers = {{"Content-Type"_ba, "application/json"_ba}}});
}

} // namespace

//! Answers that come in one piece.
class AnswerProtocolsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsChat()
    {
        const auto answer = plain("openrouter",
            R"({"id":"gen-1790000000-AbC","object":"chat.completion","model":"openai/gpt-5.2","provider":"OpenAI","choices":[{"index":0,"finish_reason":"stop","native_finish_reason":"completed","message":{"role":"assistant","content":"hi","refusal":null,"reasoning":null}},{"index":1,"finish_reason":"length","message":{"content":"no"}}],"usage":{"prompt_tokens":20,"completion_tokens":2,"cost":0,"is_byok":true,"prompt_tokens_details":{"cached_tokens":0},"completion_tokens_details":{"reasoning_tokens":0},"cost_details":{"upstream_inference_cost":0.0000024}}})");
        QVERIFY(!answer.isError && !answer.stream.isStream && answer.stream.isComplete);
        QCOMPARE(answer.text, u"hi"_s);
        QCOMPARE(answer.finishReason, u"stop"_s);
        QCOMPARE(answer.usage, (AnswerUsage{20, 2, 0, 0}));
        QCOMPARE(answer.cost.amount, std::optional(Money()));
        QCOMPARE(answer.cost.upstreamAmount, std::optional(Money::fromNanos(2400)));
        QCOMPARE(answer.cost.isByok, std::optional(true));
        QCOMPARE(answer.charged, Charged::Yes); // by the provider
        QCOMPARE(answer.ids.generation, u"gen-1790000000-AbC"_s);
        QCOMPARE(answer.servedProvider, u"OpenAI"_s);
        QCOMPARE(answer.provider, u""_s);
        QCOMPARE(answer.message, u""_s);
        QVERIFY(!answer.evidence.isEmpty());
    }

    void readsTheGatewaysOwnObject()
    {
        const auto answer = plain("chuizi",
            R"({"id":"gen-00aa","model":"vendor/a","choices":[{"index":0,"finish_reason":"stop","message":{"content":"x"}}],"usage":{"prompt_tokens":5,"completion_tokens":9},"x_chuizi":{"generation_id":"gen-00bb","latency_ms":700,"cost":"0.00003000"}})");
        QCOMPARE(answer.ids.generation, u"gen-00bb"_s);
        QCOMPARE(answer.cost.amount, std::optional(Money::fromNanos(30'000)));
        QCOMPARE(answer.cost.upstreamAmount, std::optional<Money>());
        QCOMPARE(answer.cost.isByok, std::optional<bool>());
        QCOMPARE(answer.charged, Charged::Yes);
    }

    void readsPartsAndToolCalls()
    {
        const auto answer = plain("openai-compatible",
            R"({"model":"m","choices":[{"finish_reason":"tool_calls","message":{"content":[{"type":"text","text":"a"},{"type":"text","text":"b"}],"reasoning_content":"hm","tool_calls":[{"id":"1","function":{"name":"f","arguments":"{}"}},{"id":"2","function":{"name":"g","arguments":"[]"}}]}}]})");
        QVERIFY(!answer.isError);
        QCOMPARE(answer.text, u"ab"_s);
        QCOMPARE(answer.reasoning, u"hm"_s);
        QCOMPARE(answer.toolCalls, (QList<ToolCall>{{u"1"_s, u"f"_s, u"{}"_s}, {u"2"_s, u"g"_s, u"[]"_s}}));
        QCOMPARE(answer.charged, Charged::Yes);
    }

    void readsResponses()
    {
        const auto answer = plain("openai-compatible",
            R"({"id":"resp_1","object":"response","status":"completed","error":null,"incomplete_details":null,"model":"gpt","output":[{"type":"reasoning","summary":[{"type":"summary_text","text":"hm"}]},{"type":"message","content":[{"type":"output_text","text":"hello"}]},{"type":"function_call","call_id":"c1","name":"f","arguments":"{}"}],"usage":{"input_tokens":3,"output_tokens":4,"input_tokens_details":{"cached_tokens":1},"output_tokens_details":{"reasoning_tokens":2}}})",
            ApiProtocol::OpenAiResponses);
        QVERIFY(!answer.isError);
        QCOMPARE(answer.text, u"hello"_s);
        QCOMPARE(answer.reasoning, u"hm"_s);
        QCOMPARE(answer.toolCalls.size(), 1);
        QCOMPARE(answer.usage, (AnswerUsage{3, 4, 1, 2}));
        QCOMPARE(answer.finishReason, u"completed"_s);
    }

    void anEndlessToolCallIsCut()
    {
        const auto endless = QByteArray(400'000, 'a');
        const auto answer = plain("openai-compatible",
            R"({"model":"m","choices":[{"finish_reason":"tool_calls","message":{"tool_calls":[{"id":"1","function":{"name":"f","arguments":")"
                + endless + R"("}}]}}]})");
        QCOMPARE(answer.toolCalls.size(), 1);
        QCOMPARE(answer.toolCalls.constFirst().arguments.size(), 256 * 1024);
    }

    void readsMessages()
    {
        const auto answer = plain("openai-compatible",
            R"({"id":"msg_1","type":"message","role":"assistant","model":"claude","content":[{"type":"thinking","thinking":"hm"},{"type":"text","text":"salut"},{"type":"tool_use","id":"t1","name":"f","input":{"a":1}}],"stop_reason":"end_turn","usage":{"input_tokens":3,"cache_read_input_tokens":2,"output_tokens":4}})",
            ApiProtocol::AnthropicMessages);
        QVERIFY(!answer.isError);
        QCOMPARE(answer.text, u"salut"_s);
        QCOMPARE(answer.reasoning, u"hm"_s);
        QCOMPARE(answer.toolCalls, (QList<ToolCall>{{u"t1"_s, u"f"_s, u"{\"a\":1}"_s}}));
        QCOMPARE(answer.usage, (AnswerUsage{5, 4, 2, {}}));
        QCOMPARE(answer.ids.generation, u"msg_1"_s);
    }

    void readsGemini()
    {
        const auto answer = plain("openai-compatible",
            R"({"candidates":[{"content":{"parts":[{"text":"ciao"}]},"finishReason":"STOP"}],"usageMetadata":{"promptTokenCount":1,"candidatesTokenCount":2},"modelVersion":"g"})",
            ApiProtocol::Gemini);
        QVERIFY(!answer.isError && !answer.stream.isStream);
        QCOMPARE(answer.text, u"ciao"_s);
        QCOMPARE(answer.usage, (AnswerUsage{1, 2, {}, {}}));
    }

    void aSuccessMayBeNone_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("category");
        QTest::addColumn<bool>("isComplete");

        const auto row
            = [](const char *name, const QByteArray &body, const char *category, bool isComplete = true) {
                  QTest::newRow(name) << body << QString::fromLatin1(category) << isComplete;
              };
        row("an error beside nothing", R"({"error":{"code":502,"message":"no"}})", "provider");
        row("a code of the gateway", R"({"code":"API_KEY_EXPIRED","message":"no"})", "credentials");
        row("a number for a code", R"({"code":429,"message":"no","reason":"RATE_LIMITED"})", "rate_limit");
        row("a finish that is an error",
            R"({"choices":[{"finish_reason":"error","message":{"content":"half"}}]})", "provider", false);
        row("an error within the choice",
            R"({"choices":[{"finish_reason":"error","message":{"content":"half"},"error":{"code":503,"message":"no","metadata":{"error_type":"provider_overloaded"}}}]})",
            "provider", false);
        row("an empty answer", R"({"choices":[{"finish_reason":"stop","message":{"content":""}}]})",
            "provider");
        row("no choice", R"({"choices":[]})", "provider");
        row("tokens used up before any text",
            R"({"choices":[{"finish_reason":"length","message":{"content":""}}]})", "request");
        row("tokens used up within the text",
            R"({"choices":[{"finish_reason":"length","message":{"content":"x"}}]})", "none");
        row("filtered", R"({"choices":[{"finish_reason":"content_filter","message":{"content":"x"}}]})",
            "moderation", false);
        row("a refusal is an answer",
            R"({"choices":[{"finish_reason":"stop","message":{"content":null,"refusal":"I can not"}}]})",
            "none");
        row("JSON that breaks off", "{\"choices\":[{\"finish_reason\":\"st", "stream_interrupted", false);
        row("JSON of something else", R"({"hello":"world"})", "unknown");
        row("text", "It works!", "unknown");
        row("a page", "<!doctype html><title>x</title>", "request");
        row("nothing", "", "provider");
        row("Gemini: the prompt is blocked",
            R"({"promptFeedback":{"blockReason":"SAFETY"},"usageMetadata":{}})", "moderation");
        row("Gemini: the answer is blocked", R"({"candidates":[{"finishReason":"SAFETY"}]})", "moderation");
        row("Anthropic refuses", R"({"type":"message","content":[],"stop_reason":"refusal"})", "moderation");
        row("a failed response",
            R"({"object":"response","status":"failed","error":{"code":"server_error","message":"no"},"output":[]})",
            "provider");
    }

    void aSuccessMayBeNone()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, category);
        QFETCH(bool, isComplete);
        const auto answer = answerOf("torouter", 200, body);
        QCOMPARE(word(answer.category), category);
        QCOMPARE(answer.isError, category != u"none");
        QCOMPARE(answer.stream.isComplete, isComplete);
        QVERIFY(!answer.evidence.isEmpty());
    }

    void whatIsInNoKnownFormStillSaysWhy_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("message");
        QTest::newRow("a panel's envelope")
            << R"({"success":false,"message":"something broke"})"_ba << u"something broke"_s;
        QTest::newRow("a message inside")
            << R"({"success":false,"message":)" + quoted(R"({"message":"it broke"})") + '}' << u"it broke"_s;
        QTest::newRow("by another name") << R"({"detail":"Not Found"})"_ba << u"Not Found"_s;
        QTest::newRow("a list") << R"([{"msg":"it broke"}])"_ba << u"it broke"_s;
        QTest::newRow("with secrets")
            << R"({"message":"no sk-abcdef0123 of org_55","user_id":"org_55"})"_ba << u"no sk-… of …"_s;
        QTest::newRow("nothing") << R"({"hello":"world"})"_ba << u""_s;
    }

    void whatIsInNoKnownFormStillSaysWhy()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, message);
        const auto answer = plain("new-api", body);
        QCOMPARE(word(answer.category), u"unknown"_s);
        QCOMPARE(answer.message, message);
    }

    void whatIsNoApiHasItsStatus_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("category");
        QTest::newRow("a redirect") << 302 << u"request"_s;
        QTest::newRow("the gateway's front") << 502 << u"gateway"_s;
        QTest::newRow("its deadline") << 524 << u"timeout"_s;
        QTest::newRow("its rule") << 403 << u"policy"_s;
    }

    void whatIsNoApiHasItsStatus()
    {
        QFETCH(int, status);
        QFETCH(QString, category);
        const auto answer = answerOf("openrouter", status, "<html><h1>no</h1></html>");
        QVERIFY(answer.isError);
        QCOMPARE(word(answer.category), category);
    }
};

QTEST_GUILESS_MAIN(AnswerProtocolsTest)
#include "tst_answer_protocols.moc"
