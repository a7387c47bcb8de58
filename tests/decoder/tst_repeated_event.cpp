// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/answer_streams.h"
#include "support/answers.h"
#include "support/parted_events.h"

#include <QRandomGenerator>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

//! All that an answer says but how many events it took, and a message that may be an excerpt of them.
QStringList meaningOf(const char *gateway, const QByteArray &bytes, ApiProtocol protocol, int status = 200)
{
    auto answer = answerOf(gateway, status, bytes,
        {.protocol = protocol, .headers = {{"Content-Type"_ba, "text/event-stream"_ba}}});
    answer.stream.events = 0;
    answer.message.clear();
    auto lines = linesOf(answer);
    lines << answer.evidence.constFirst().what << QString::number(answer.attempts.size());
    return lines;
}

QByteArray withText(QByteArray piece, const QByteArray &text)
{
    return piece.replace("<>", text);
}

constexpr const char *ChatPiece
    = R"({"id":"c-1","object":"chat.completion.chunk","model":"m/x","choices":[{"index":0,"delta":{"content":"<>"},"finish_reason":null}]})";

//! Pieces that are read whole for a reason, or could be mistaken for ones that need not be. "<>": the text.
const QList<std::pair<const char *, const char *>> Pieces{
    {"a usual one", ChatPiece},
    {"blanks behind names", R"({"id": "c", "choices": [{"index": 0, "delta": {"content": "<>"}}]})"},
    {"blanks before colons", R"({"id":"c","choices":[{"index":0,"delta":{"content" : "<>"}}]})"},
    {"blanks around", R"(  {"id":"c","choices":[{"index":0,"delta":{"content":"<>"}}]} )"},
    {"a role each time", R"({"choices":[{"index":0,"delta":{"role":"assistant","content":"<>"}}]})"},
    {"nulls",
        R"({"choices":[{"delta":{"content":"<>","refusal":null,"tool_calls":null},"text":null}],"usage":null})"},
    {"usage each time",
        R"({"choices":[{"delta":{"content":"<>"}}],"usage":{"prompt_tokens":3,"cost":0.001}})"},
    {"another choice", R"({"choices":[{"index":1,"delta":{"content":"<>"}}]})"},
    {"two choices",
        R"({"choices":[{"index":0,"delta":{"content":"<>"}},{"index":1,"delta":{"content":"<>"}}]})"},
    {"the same choice twice", R"({"choices":[{"delta":{"content":"<>"}},{"delta":{"content":"b"}}]})"},
    {"the older completions", R"({"choices":[{"index":0,"text":"<>"}]})"},
    {"both ways", R"({"choices":[{"index":0,"text":"t","delta":{"content":"<>"}}]})"},
    {"a whole message", R"({"choices":[{"index":0,"message":{"content":"<>"}}]})"},
    {"parts", R"({"choices":[{"delta":{"content":[{"type":"text","text":"<>"}]}}]})"},
    {"reasoning", R"({"choices":[{"delta":{"reasoning":"<>"}}]})"},
    {"reasoning by another name", R"({"choices":[{"delta":{"content":null,"reasoning_content":"<>"}}]})"},
    {"reasoning beside", R"({"choices":[{"delta":{"content":"<>","reasoning":"r"}}]})"},
    {"reasoning twice", R"({"choices":[{"delta":{"reasoning":"<>","reasoning_content":"r"}}]})"},
    {"a refusal", R"({"choices":[{"delta":{"content":"<>","refusal":"no"}}]})"},
    {"a tool",
        R"({"choices":[{"delta":{"content":"<>","tool_calls":[{"index":0,"function":{"arguments":"a"}}]}}]})"},
    {"an old tool", R"({"choices":[{"delta":{"content":"<>","function_call":{"arguments":"a"}}}]})"},
    {"who was asked",
        R"({"provider":"A","debug":{"echo_upstream_body":{"model":"u"}},"choices":[{"delta":{"content":"<>"}}]})"},
    {"who was asked, inside",
        R"({"message":{"debug":{"echo_upstream_body":{"model":"u"}}},"choices":[{"delta":{"content":"<>"}}]})"},
    {"an error beside", R"({"error":{"code":502,"message":"<>"},"choices":[{"delta":{"content":"<>"}}]})"},
    {"an end each time", R"({"choices":[{"delta":{"content":"<>"},"finish_reason":"length"}]})"},
    {"a name twice", R"({"choices":[{"delta":{"content":"<>","content":"b"}}]})"},
    {"a name twice, the other way", R"({"choices":[{"delta":{"content":"b","content":"<>"}}]})"},
    {"a name written otherwise", R"({"choices":[{"delta":{"content":"<>","c\u006fntent":"x"}}]})"},
    {"a name in a text", R"({"id":"\"content\":\"","choices":[{"delta":{"content":"<>"}}]})"},
    {"the name elsewhere too", R"({"extra":{"content":"e"},"choices":[{"delta":{"content":"<>"}}]})"},
    {"a message's piece",
        R"({"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"<>"}})"},
    {"a message's thinking",
        R"({"type":"content_block_delta","index":0,"delta":{"type":"thinking_delta","thinking":"<>"}})"},
    {"a message's tool",
        R"({"type":"content_block_delta","index":0,"delta":{"type":"input_json_delta","partial_json":"<>"}})"},
    {"a message's start", R"({"type":"content_block_start","content_block":{"type":"text","text":"<>"}})"},
    {"a response's piece", R"({"type":"response.output_text.delta","sequence_number":4,"delta":"<>"})"},
    {"Gemini's piece", R"({"candidates":[{"content":{"parts":[{"text":"<>"}]}}]})"},
    {"no JSON", R"({"choices":[{"delta":{"content":"<>"}})"},
    {"no object", R"("<>")"},
    {"a list", R"([{"choices":[{"delta":{"content":"<>"}}]}])"},
};

//! As they stand between the quotation marks; not all of them may.
const QByteArrayList Texts{"x", "", " the",
    "Gr\xc3\xbc\xc3\x9f"
    "e",
    "\xe6\x97\xa5", "\\n", "\\\"q\\\"", "\\\\", "\\", "\"", "\\u00fc", "\\ud83c", "\\udf0d",
    "\xf0\x9f\x8c\x8d", "\xff", "\xc3", "\t", "a\",\"b", "\"}}]}", "\\u12", "\\x", "a\"],[\"b",
    "\"},\"error\":{\"message\":\"e", QByteArray(1, '\0'), "\x7f", "[]", "{}", "null"};

} // namespace

//! An event that is read by what it repeats gives what the parser would have given. An empty event between
//! any two makes the reader forget what it could repeat, and says nothing itself.
class RepeatedEventTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everySampleIsReadAlike_data()
    {
        QTest::addColumn<int>("sample");
        int number = 0;
        for (const auto &sample : sampleStreams())
            QTest::newRow(sample.name) << number++;
    }
    void everySampleIsReadAlike()
    {
        QFETCH(int, sample);
        const auto stream = sampleStreams().at(sample);
        for (qsizetype size = 0; size <= stream.bytes.size(); ++size) {
            const auto bytes = stream.bytes.first(size);
            QCOMPARE(meaningOf(stream.gateway, bytes, stream.protocol),
                meaningOf(stream.gateway, partedEvents(bytes), stream.protocol));
        }
    }

    void everyPieceIsReadAlike_data()
    {
        QTest::addColumn<QByteArray>("piece");
        for (const auto &[name, piece] : Pieces)
            QTest::newRow(name) << QByteArray(piece);
    }
    void everyPieceIsReadAlike()
    {
        QFETCH(QByteArray, piece);
        for (const auto &first : Texts) {
            for (const auto &second : Texts) {
                const auto bytes
                    = chatStream({withText(piece, first), withText(piece, second), withText(piece, "z")});
                const auto one = meaningOf("openrouter", bytes, ApiProtocol::OpenAiChat);
                const auto other = meaningOf("openrouter", partedEvents(bytes), ApiProtocol::OpenAiChat);
                QVERIFY2(one == other, bytes.constData());
            }
        }
    }

    void anyOrderIsReadAlike()
    {
        QRandomGenerator chance(17);
        for (int round = 0; round < 3000; ++round) {
            QByteArray bytes;
            const auto favourite = chance.bounded(int(Pieces.size()));
            for (int i = chance.bounded(2, 12); i > 0; --i) {
                const auto other = chance.bounded(int(Pieces.size()));
                const auto *piece = Pieces.at(chance.bounded(3) == 0 ? other : favourite).second;
                bytes += QByteArrayList{"", "", "", "event: error\n", "event: x\n"}.at(chance.bounded(5));
                bytes += "data: " + withText(piece, Texts.at(chance.bounded(int(Texts.size())))) + "\n\n";
            }
            for (int i = chance.bounded(3); i > 0; --i)
                bytes[chance.bounded(int(bytes.size()))] = static_cast<char>(chance.bounded(256));
            const auto protocol
                = chance.bounded(2) ? ApiProtocol::OpenAiChat : ApiProtocol::AnthropicMessages;
            const int status = chance.bounded(4) ? 200 : 502;
            const auto one = meaningOf("openrouter", bytes, protocol, status);
            QVERIFY2(
                one == meaningOf("openrouter", partedEvents(bytes), protocol, status), bytes.constData());
        }
    }

    //! What all this is for: the text is found without a parser.
    void aPieceThatDiffersInItsTextIsAdded()
    {
        const auto first = withText(ChatPiece, "Hel");
        AnswerDraft draft;
        RepeatedEvent repeated;
        QVERIFY(!repeated.add(draft, first, {}));
        repeated.learn(first, {}, ApiProtocol::OpenAiChat, QJsonDocument::fromJson(first).object());
        QVERIFY(repeated.add(draft, withText(ChatPiece, "lo, "), {}));
        QVERIFY(repeated.add(draft, withText(ChatPiece, "\\ud83c"), {}));
        QVERIFY(repeated.add(draft, withText(ChatPiece, "\\udf0d"), {}));
        QCOMPARE(draft.text, u"lo, 🌍"_s);
        QVERIFY(!repeated.add(draft, withText(ChatPiece, "a\",\"b\":\"c"), {}));
        QVERIFY(!repeated.add(draft, withText(ChatPiece, "x"), "error"));
        QVERIFY(!repeated.add(draft, first.chopped(1), {}));
        QCOMPARE(draft.text, u"lo, 🌍"_s);
        repeated.forget();
        QVERIFY(!repeated.add(draft, first, {}));
    }
};

QTEST_GUILESS_MAIN(RepeatedEventTest)
#include "tst_repeated_event.moc"
