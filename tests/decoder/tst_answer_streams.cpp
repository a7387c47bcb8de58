// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/answer_streams.h"
#include "support/answers.h"

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

AnswerOptions streamed(ApiProtocol protocol = ApiProtocol::OpenAiChat)
{
    return {.protocol = protocol, .headers = {{"Content-Type"_ba, "text/event-stream; charset=utf-8"_ba}}};
}

Answer chat(const char *gateway, const QByteArray &bytes)
{
    return answerOf(gateway, 200, bytes, streamed());
}

bool has(const Answer &answer, Evidence::Kind kind)
{
    return std::ranges::any_of(answer.evidence, [kind](const auto &one) { return one.kind == kind; });
}

} // namespace

class AnswerStreamsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void howeverTheBytesAreSplit_data()
    {
        QTest::addColumn<int>("sample");
        int number = 0;
        for (const auto &sample : sampleStreams())
            QTest::newRow(sample.name) << number++;
    }
    void howeverTheBytesAreSplit()
    {
        QFETCH(int, sample);
        const auto stream = sampleStreams().at(sample);
        for (const bool saysSo : {true, false}) { // with and without its content type
            auto options = saysSo ? streamed(stream.protocol) : AnswerOptions{.protocol = stream.protocol};
            const auto whole = linesOf(answerOf(stream.gateway, 200, stream.bytes, options));
            for (options.splitAt = 0; options.splitAt <= stream.bytes.size(); ++options.splitAt) {
                const auto split = linesOf(answerOf(stream.gateway, 200, stream.bytes, options));
                QVERIFY2(split == whole, qPrintable(QString::number(options.splitAt)));
            }
            options.splitAt = -1;
            options.pieceSize = 1;
            QCOMPARE(linesOf(answerOf(stream.gateway, 200, stream.bytes, options)), whole);
        }
    }

    void whereverItBreaksOffItIsNoSuccess_data() { howeverTheBytesAreSplit_data(); }
    void whereverItBreaksOffItIsNoSuccess()
    {
        QFETCH(int, sample);
        const auto stream = sampleStreams().at(sample);
        const auto end = stream.bytes.trimmed().size();
        const auto whole = answerOf(stream.gateway, 200, stream.bytes, streamed(stream.protocol));
        for (qsizetype size = 0; size < end; ++size) {
            const auto cut
                = answerOf(stream.gateway, 200, stream.bytes.left(size), streamed(stream.protocol));
            const bool hasEnd = !whole.isError && cut.stream.terminator == whole.stream.terminator;
            QVERIFY2(cut.isError || hasEnd, qPrintable(QString::number(size)));
            QVERIFY(whole.text.startsWith(cut.text));
            QVERIFY(!cut.isError || !cut.stream.isComplete);
        }
    }

    //! The largest size is that of a body which is held whole; a stream is not.
    void aStreamHasNoLargestSizeHoweverMuchComesAtOnce()
    {
        const auto piece
            = "data: {\"choices\":[{\"index\":0,\"delta\":{\"content\":\"0123456789\"}}]}\n\n"_ba;
        const auto count = AnswerReader::MostBytes / piece.size() + 1000;
        const auto bytes = piece.repeated(count)
            + "data: {\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n"_ba;
        const auto answer = answerOf("openrouter", 200, bytes, streamed(ApiProtocol::OpenAiChat));
        QVERIFY(!answer.isError);
        QVERIFY(answer.stream.isComplete);
        QCOMPARE(answer.stream.events, count + 2);
        QCOMPARE(answer.stream.terminator, u"[DONE]"_s);
    }

    void chatIsGathered()
    {
        const auto answer = chat("openrouter", chatText());
        QVERIFY(!answer.isError && answer.stream.isStream && answer.stream.isComplete);
        QCOMPARE(answer.text, u"Grüße, Welt 🌍"_s);
        QCOMPARE(answer.stream.textCharacters, 13);
        QCOMPARE(answer.stream.events, 7);
        QCOMPARE(answer.stream.terminator, u"[DONE]"_s);
        QCOMPARE(answer.reasoning, u"hm"_s);
        QCOMPARE(answer.finishReason, u"stop"_s);
        QCOMPARE(answer.usage, (AnswerUsage{20, 7, 5, 2}));
        QCOMPARE(answer.cost.amount, std::optional(Money::fromNanos(4000)));
        QCOMPARE(answer.cost.isByok, std::optional(false));
        QCOMPARE(answer.ids.generation, u"gen-1"_s);
        QCOMPARE(answer.servedModel, u"acme/x"_s);
        QCOMPARE(answer.servedProvider, u"Acme"_s);
        QCOMPARE(answer.charged, Charged::Yes);
        QVERIFY(!answer.isTracePublished && answer.attempts.isEmpty());
    }

    void chatToolsAreGathered()
    {
        const auto answer = chat("openai-compatible", chatTools());
        QVERIFY(!answer.isError);
        const QList<ToolCall> calls{
            {u"call_1"_s, u"weather"_s, u"{\"city\":\"Bern\"}"_s}, {u"call_2"_s, u"time"_s, u"{}"_s}};
        QCOMPARE(answer.toolCalls, calls);
        QCOMPARE(answer.finishReason, u"tool_calls"_s);
        QCOMPARE(answer.usage.outputTokens, std::optional<qint64>(2));
    }

    void aProviderMayBreakOffInTheMiddle()
    {
        const auto answer = chat("openrouter", chatBrokenByProvider());
        QVERIFY(answer.isError && !answer.stream.isComplete && answer.stream.terminator.isEmpty());
        QCOMPARE(word(answer.category), u"provider"_s);
        QCOMPARE(answer.code, u"provider_unavailable"_s);
        QCOMPARE(answer.text, u"Half an "_s);
        QCOMPARE(answer.message, u"Provider disconnected"_s);
        QCOMPARE(answer.provider, u"Acme"_s);
        QCOMPARE(answer.finishReason, u"error"_s);
        QCOMPARE(answer.charged, Charged::Unknown);
        QVERIFY(has(answer, Evidence::Kind::ErrorInSuccess));
    }

    void errorsInsideOfSuccess_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("category");
        QTest::addColumn<QString>("retry");

        const auto begun = R"({"choices":[{"index":0,"delta":{"content":"x"}}]})"_ba;
        const auto event = [](const QByteArray &data) { return "event: error\ndata: " + data + "\n\n"; };
        QTest::newRow("a limit after heartbeats")
            << ":\n\n" + event(R"({"error":{"type":"rate_limit_error","message":"full"}})") << u"rate_limit"_s
            << u"backoff"_s;
        QTest::newRow("a window of the key")
            << event(R"({"error":{"type":"rate_limit_exceeded","message":"5h"}})") << u"key_budget"_s
            << u"after_reset"_s;
        QTest::newRow("a plain word")
            << chatStream({begun, R"({"error":"upstream_http2_stream_error"})"}, false)
            << u"stream_interrupted"_s << u"backoff"_s;
        QTest::newRow("a word nobody knows, after output")
            << chatStream({begun, R"({"error":"oops"})"}, false) << u"stream_interrupted"_s << u"backoff"_s;
        QTest::newRow("a word nobody knows, before output")
            << chatStream({R"({"error":"oops"})"}, false) << u"unknown"_s << u"never"_s;
        QTest::newRow("an error, and then the end mark")
            << chatStream({begun, R"({"error":{"message":"no","code":"server_error"}})"}) << u"provider"_s
            << u"backoff"_s;
        QTest::newRow("Anthropic's frame") << QByteArray(
            "data: {\"type\": \"ping\"}\n\ndata: "
            R"({"type":"error","error":{"type":"overloaded_error","message":"no"}})"
            "\n\n") << u"provider"_s << u"backoff"_s;
        QTest::newRow("a name alone says it")
            << event(R"({"message":"no","type":"api_error"})") << u"provider"_s << u"backoff"_s;
        QTest::newRow("the stream just ends")
            << chatStream({begun}, false) << u"stream_interrupted"_s << u"backoff"_s;
        QTest::newRow("keep-alives and no more")
            << ": a\n\n: b\n\n"_ba << u"stream_interrupted"_s << u"backoff"_s;
        QTest::newRow("nothing at all") << ""_ba << u"stream_interrupted"_s << u"backoff"_s;
        QTest::newRow("only the end mark") << "data: [DONE]\n\n"_ba << u"provider"_s << u"backoff"_s;
        QTest::newRow("a finish that is an error")
            << chatStream({R"({"choices":[{"index":0,"delta":{},"finish_reason":"error"}]})"})
            << u"provider"_s << u"backoff"_s;
        QTest::newRow("an error within the choice") << chatStream(
            {R"({"choices":[{"index":0,"delta":{},"finish_reason":"error","error":{"code":429,"message":"slow"}}]})"})
                                                    << u"rate_limit"_s << u"backoff"_s;
        QTest::newRow("filtered") << chatStream(
            {begun, R"({"choices":[{"index":0,"delta":{},"finish_reason":"content_filter"}]})"})
                                  << u"moderation"_s << u"after_fix"_s;
    }

    void errorsInsideOfSuccess()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, category);
        QFETCH(QString, retry);
        const auto answer = chat("torouter", bytes);
        QVERIFY(answer.isError);
        QVERIFY(!answer.stream.isComplete || answer.text.isEmpty());
        QCOMPARE(word(answer.category), category);
        QCOMPARE(QString(toText(answer.retry)), retry);
        QCOMPARE(answer.httpStatus, 200);
    }

    void responsesAreGathered()
    {
        const auto answer
            = answerOf("openai-compatible", 200, responsesText(), streamed(ApiProtocol::OpenAiResponses));
        QVERIFY(!answer.isError);
        QCOMPARE(answer.text, u"Hello there"_s);
        QCOMPARE(answer.reasoning, u"hm"_s);
        QCOMPARE(answer.toolCalls, (QList<ToolCall>{{u"call_1"_s, u"f"_s, u"{}"_s}}));
        QCOMPARE(answer.stream.terminator, u"response.completed"_s);
        QCOMPARE(answer.servedModel, u"gpt-served"_s);
        QCOMPARE(answer.usage, (AnswerUsage{11, 5, 3, 1}));
        QCOMPARE(answer.cost.amount, std::optional(Money::fromNanos(10'000'000)));
    }

    void aResponseMayFailOrEndEarly_data()
    {
        QTest::addColumn<QByteArray>("last");
        QTest::addColumn<QString>("category");
        QTest::addColumn<QString>("finish");
        QTest::addColumn<QString>("terminator");
        const auto row = [](const char *name, const QByteArray &event, const QByteArray &data,
                             const char *category, const char *finish, const QString &terminator) {
            QTest::newRow(name) << namedStream({{event, data}}) << QString::fromLatin1(category)
                                << QString::fromLatin1(finish) << terminator;
        };
        row("failed", "response.failed",
            R"({"type":"response.failed","response":{"object":"response","status":"failed","error":{"code":"rate_limit_exceeded","message":"slow"}}})",
            "rate_limit", "failed", u"response.failed"_s);
        row("failed, with the gateway's type beside the response", "response.failed",
            R"({"type":"response.failed","error_type":"provider_overloaded","response":{"object":"response","status":"failed","error":{"code":"server_error","message":"no"}}})",
            "provider", "failed", u"response.failed"_s);
        row("failed, with the gateway's type", "response.failed",
            R"({"type":"response.failed","response":{"object":"response","status":"failed","error":{"code":"server_error","message":"no"},"error_type":"provider_overloaded"}})",
            "provider", "failed", u"response.failed"_s);
        row("an error event", "error",
            R"({"type":"error","code":"server_error","message":"no","param":null})", "provider", "", {});
        row("out of tokens", "response.incomplete",
            R"({"type":"response.incomplete","response":{"object":"response","status":"incomplete","incomplete_details":{"reason":"max_output_tokens"}}})",
            "none", "max_output_tokens", u"response.incomplete"_s);
        row("filtered", "response.incomplete",
            R"({"type":"response.incomplete","response":{"object":"response","status":"incomplete","incomplete_details":{"reason":"content_filter"}}})",
            "moderation", "content_filter", u"response.incomplete"_s);
    }
    void aResponseMayFailOrEndEarly()
    {
        QFETCH(QByteArray, last);
        QFETCH(QString, category);
        QFETCH(QString, finish);
        QFETCH(QString, terminator);
        const auto begun = namedStream(
            {{"response.output_text.delta", R"({"type":"response.output_text.delta","delta":"Half"})"}});
        const auto answer = answerOf("openrouter", 200, begun + last, streamed(ApiProtocol::OpenAiResponses));
        QCOMPARE(word(answer.category), category);
        QCOMPARE(answer.finishReason, finish);
        QCOMPARE(answer.stream.terminator, terminator);
        QCOMPARE(answer.text, u"Half"_s);
        QCOMPARE(answer.stream.isComplete, category == u"none");
    }

    void messagesAreGathered()
    {
        const auto answer
            = answerOf("openai-compatible", 200, messagesText(), streamed(ApiProtocol::AnthropicMessages));
        QVERIFY(!answer.isError);
        QCOMPARE(answer.text, u"Bonjour"_s);
        QCOMPARE(answer.reasoning, u"hm"_s);
        QCOMPARE(answer.toolCalls, (QList<ToolCall>{{u"toolu_1"_s, u"f"_s, u"{\"a\":1}"_s}}));
        QCOMPARE(answer.finishReason, u"tool_use"_s);
        QCOMPARE(answer.stream.terminator, u"message_stop"_s);
        QCOMPARE(answer.usage, (AnswerUsage{20, 9, 6, {}}));
    }

    void geminiIsGathered()
    {
        for (const auto &name : {"gemini: text", "gemini: a list"}) {
            const auto samples = sampleStreams();
            const auto sample = std::ranges::find_if(
                samples, [name](const auto &one) { return qstrcmp(one.name, name) == 0; });
            const auto answer
                = answerOf("openai-compatible", 200, sample->bytes, {.protocol = ApiProtocol::Gemini});
            QVERIFY(!answer.isError);
            QVERIFY(answer.stream.isStream);
            QCOMPARE(answer.stream.events, 3);
            QCOMPARE(answer.text, u"Ciao bella"_s);
            QCOMPARE(answer.reasoning, u"hm"_s);
            QCOMPARE(answer.toolCalls, (QList<ToolCall>{{u""_s, u"f"_s, u"{\"a\":1}"_s}}));
            QCOMPARE(answer.stream.terminator, u"finishReason"_s);
            QCOMPARE(answer.finishReason, u"STOP"_s);
            QCOMPARE(answer.usage, (AnswerUsage{8, 7, 2, 3}));
            QCOMPARE(answer.servedModel, u"gemini-x"_s);
        }
    }

    void anotherProtocolThanAskedIsNoticed()
    {
        const auto answer = answerOf("openai-compatible", 200, messagesText(), streamed());
        QVERIFY(!answer.isError);
        QCOMPARE(answer.text, u"Bonjour"_s);
        QVERIFY(has(answer, Evidence::Kind::OtherProtocol));
    }
};

QTEST_GUILESS_MAIN(AnswerStreamsTest)
#include "tst_answer_streams.moc"
