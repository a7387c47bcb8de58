// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/answer_streams.h"
#include "support/answers.h"

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

using P = ApiProtocol;

Answer read(ApiProtocol protocol, const QByteArray &body)
{
    return answerOf("openai-compatible", 200, body, {.protocol = protocol});
}

QByteArray chat(const QByteArray &message, const QByteArray &finish, const QByteArray &usage = "{}"_ba)
{
    return R"({"choices":[{"finish_reason":")" + finish + R"(","message":)" + message + R"(}],"usage":)"
        + usage + '}';
}

QByteArray response(const QByteArray &output, const QByteArray &more = R"("status":"completed")"_ba)
{
    return R"({"object":"response","output":[)" + output + "]," + more + '}';
}

QByteArray message(const QByteArray &blocks, const QByteArray &stop, int outputTokens)
{
    return R"({"type":"message","content":[)" + blocks + R"(],"stop_reason":")" + stop
        + R"(","usage":{"input_tokens":3,"output_tokens":)" + QByteArray::number(outputTokens) + "}}";
}

QByteArray candidate(const QByteArray &parts, const QByteArray &finish, const QByteArray &usage = "{}"_ba)
{
    return R"({"candidates":[{"content":{"parts":[)" + parts + R"(]},"finishReason":")" + finish
        + R"("}],"usageMetadata":)" + usage + '}';
}

} // namespace

//! What counts as an answer, and what is paid for where none is to be seen.
class AnswerOutputTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasThoughtMayBeCharged_data()
    {
        QTest::addColumn<int>("protocol");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("charged");
        QTest::addColumn<bool>("hasOwnWords");
        const auto row = [](const char *name, P protocol, const QByteArray &body, const char *charged,
                             bool hasOwnWords = true) {
            QTest::newRow(name) << int(protocol) << body << QString::fromLatin1(charged) << hasOwnWords;
        };
        const auto empty = R"({"content":""})"_ba;
        row("chat", P::OpenAiChat,
            chat(empty, "length",
                R"({"completion_tokens":64,"completion_tokens_details":{"reasoning_tokens":64}})"),
            "unknown");
        row("chat, thoughts alone are counted", P::OpenAiChat,
            chat(empty, "length", R"({"completion_tokens_details":{"reasoning_tokens":64}})"), "unknown");
        row("chat, nothing is counted", P::OpenAiChat, chat(empty, "length"), "unknown");
        row("chat, nothing was written", P::OpenAiChat, chat(empty, "length", R"({"completion_tokens":0})"),
            "no", false);
        row("chat, it costs nothing", P::OpenAiChat,
            chat(empty, "length", R"({"completion_tokens":64,"cost":0})"), "no");
        row("chat, it costs", P::OpenAiChat,
            chat(empty, "length", R"({"completion_tokens":64,"cost":0.001})"), "yes");
        row("responses", P::OpenAiResponses,
            response(R"({"type":"reasoning","summary":[]})",
                R"("status":"incomplete","incomplete_details":{"reason":"max_output_tokens"},"usage":{"output_tokens":64,"output_tokens_details":{"reasoning_tokens":64}})"),
            "unknown");
        row("messages, thoughts are hidden", P::AnthropicMessages,
            message(R"({"type":"redacted_thinking","data":"x"})", "max_tokens", 64), "unknown");
        row("messages, a search and no words", P::AnthropicMessages,
            message(
                R"({"type":"server_tool_use","id":"s","name":"web_search","input":{}})", "max_tokens", 64),
            "unknown");
        row("chat, it did not think", P::OpenAiChat,
            chat(empty, "length",
                R"({"completion_tokens":64,"completion_tokens_details":{"reasoning_tokens":0}})"),
            "unknown", false);
        row("Gemini", P::Gemini,
            candidate("", "MAX_TOKENS", R"({"promptTokenCount":3,"thoughtsTokenCount":64})"), "unknown");
    }
    void whatWasThoughtMayBeCharged()
    {
        QFETCH(int, protocol);
        QFETCH(QByteArray, body);
        QFETCH(QString, charged);
        QFETCH(bool, hasOwnWords);
        const auto answer = read(static_cast<P>(protocol), body);
        QCOMPARE(word(answer.category), u"request"_s);
        QCOMPARE(answer.retry, Retry::Never);
        QCOMPARE(answer.actor, Actor::Developer);
        QCOMPARE(QString(toText(answer.charged)), charged);
        QCOMPARE(answer.texts.title != nullptr, hasOwnWords);
        QCOMPARE(answer.evidence.constFirst().kind, Evidence::Kind::EmptyAnswer);
    }

    void whatFailsAfterTokensWereWrittenIsNotCalledFree()
    {
        const auto body = [](int tokens) {
            return R"({"error":{"code":429,"message":"slow"},"choices":[],"usage":{"completion_tokens":)"
                + QByteArray::number(tokens) + "}}";
        };
        QCOMPARE(read(P::OpenAiChat, body(7)).charged, Charged::Unknown);
        QCOMPARE(read(P::OpenAiChat, body(0)).charged, Charged::No);
        const auto refused = answerOf("openai-compatible", 429, body(7));
        QCOMPARE(refused.charged, Charged::No);
    }

    void otherCallsAreAnAnswerToo_data()
    {
        QTest::addColumn<int>("protocol");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, P protocol, const QByteArray &body) {
            QTest::newRow(name) << int(protocol) << body;
        };
        for (const auto *type : {"local_shell_call", "web_search_call", "computer_call", "mcp_call",
                 "image_generation_call", "mcp_approval_request", "a_call_of_tomorrow"})
            row(type, P::OpenAiResponses, response(R"({"type":")"_ba + type + R"(","id":"x"})"));
        row("a custom tool", P::OpenAiResponses,
            response(R"({"type":"custom_tool_call","call_id":"c","name":"f","input":"x"})"));
        row("responses, streamed", P::OpenAiResponses,
            namedStream({{"response.output_item.added",
                             R"({"type":"response.output_item.added","output_index":0,"item":{"type":"web_search_call","id":"ws_1"}})"},
                {"response.completed",
                    R"({"type":"response.completed","response":{"object":"response","status":"completed","output":[]}})"}}));
        for (const auto *stop : {"pause_turn", "end_turn"})
            row(stop, P::AnthropicMessages,
                message(R"({"type":"server_tool_use","id":"s","name":"web_search","input":{}})", stop, 4));
        row("a block of tomorrow", P::AnthropicMessages, message(R"({"type":"new_thing"})", "end_turn", 4));
        row("messages, streamed", P::AnthropicMessages,
            namedStream(
                {{"content_block_start",
                     R"({"type":"content_block_start","index":0,"content_block":{"type":"server_tool_use","id":"s","name":"web_search","input":{}}})"},
                    {"message_delta", R"({"type":"message_delta","delta":{"stop_reason":"pause_turn"}})"},
                    {"message_stop", R"({"type":"message_stop"})"}}));
        row("Gemini: code", P::Gemini,
            candidate(R"({"executableCode":{"language":"PYTHON","code":"1"}})", "STOP"));
        row("Gemini: a file", P::Gemini, candidate(R"({"fileData":{"fileUri":"x"}})", "STOP"));
    }
    void otherCallsAreAnAnswerToo()
    {
        QFETCH(int, protocol);
        QFETCH(QByteArray, body);
        const auto answer = read(static_cast<P>(protocol), body);
        QCOMPARE(word(answer.category), u"none"_s);
        QVERIFY(!answer.isError && answer.stream.isComplete);
        QCOMPARE(answer.retry, Retry::Never);
        QCOMPARE(answer.charged, Charged::Yes);
    }

    void nothingButThoughtsOrRemarksIsNoAnswer_data()
    {
        QTest::addColumn<int>("protocol");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("responses") << int(P::OpenAiResponses)
                                   << response(R"({"type":"reasoning","summary":[]})");
        QTest::newRow("messages") << int(P::AnthropicMessages)
                                  << message(R"({"type":"redacted_thinking","data":"x"})", "end_turn", 4);
        QTest::newRow("Gemini") << int(
            P::Gemini) << candidate(R"({"text":"","thoughtSignature":"x","partMetadata":{"a":1}})", "STOP");
    }
    void nothingButThoughtsOrRemarksIsNoAnswer()
    {
        QFETCH(int, protocol);
        QFETCH(QByteArray, body);
        QCOMPARE(word(read(static_cast<P>(protocol), body).category), u"provider"_s);
    }

    //! A call that was seen to begin must not keep the text from being read, where that comes whole.
    void textAtTheEndOfAStreamIsReadBesideAnotherCall()
    {
        const auto answer = read(P::OpenAiResponses,
            namedStream({{"response.output_item.added",
                             R"({"type":"response.output_item.added","output_index":0,"item":{"type":"web_search_call","id":"ws_1"}})"},
                {"response.completed",
                    R"({"type":"response.completed","response":{"object":"response","status":"completed","output":[{"type":"web_search_call"},{"type":"message","content":[{"type":"output_text","text":"found"}]}]}})"}}));
        QCOMPARE(answer.text, u"found"_s);
    }

    void thoughtsArePartOfTheOutput_data()
    {
        QTest::addColumn<QList<QByteArray>>("usages");
        QTest::addColumn<qint64>("output"); // -1: not told
        using Usages = QList<QByteArray>;
        QTest::newRow("both") << Usages{R"({"candidatesTokenCount":4,"thoughtsTokenCount":3})"} << qint64(7);
        QTest::newRow("thoughts alone") << Usages{R"({"thoughtsTokenCount":3})"} << qint64(3);
        QTest::newRow("text alone") << Usages{R"({"candidatesTokenCount":4})"} << qint64(4);
        QTest::newRow("neither") << Usages{R"({"promptTokenCount":4})"} << qint64(-1);
        QTest::newRow("one after the other")
            << Usages{R"({"thoughtsTokenCount":3})", R"({"candidatesTokenCount":4})"} << qint64(7);
        QTest::newRow("the other way round")
            << Usages{R"({"candidatesTokenCount":"4"})", R"({"thoughtsTokenCount":3})"} << qint64(7);
        QTest::newRow("nonsense takes nothing back")
            << Usages{R"({"candidatesTokenCount":4})", R"({"candidatesTokenCount":"many"})"} << qint64(4);
    }
    void thoughtsArePartOfTheOutput()
    {
        QFETCH(QList<QByteArray>, usages);
        QFETCH(qint64, output);
        QByteArray bytes;
        for (const auto &usage : usages)
            bytes += "data: " + candidate(R"({"text":"x"})", "STOP", usage) + "\n\n";
        QCOMPARE(read(P::Gemini, bytes).usage.outputTokens.value_or(-1), output);
    }
};

QTEST_GUILESS_MAIN(AnswerOutputTest)
#include "tst_answer_output.moc"
