// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/answer_streams.h"
#include "support/answers.h"

#include <QRandomGenerator>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::array Protocols{ApiProtocol::OpenAiChat, ApiProtocol::OpenAiResponses,
    ApiProtocol::AnthropicMessages, ApiProtocol::Gemini};

//! What holds for every answer, whatever the bytes were.
bool makesSense(const Answer &answer)
{
    const bool isNamed = answer.isError == (answer.category != Category::None);
    const bool hasReason = !answer.evidence.isEmpty();
    const bool hasDelay = answer.retry != Retry::AfterDelay || answer.retryAfter;
    const bool isTraced = answer.isTracePublished || answer.attempts.isEmpty();
    const bool isBounded = answer.message.size() <= 1000 && answer.ids.request.size() <= 20
        && answer.attempts.size() <= 500 && answer.toolCalls.size() <= AnswerDraft::MostToolCalls;
    return isNamed && hasReason && hasDelay && isTraced && isBounded;
}

} // namespace

//! Any bytes give an answer, in bounded time.
class AnswerReaderTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anyBytesGiveAnAnswer()
    {
        QRandomGenerator chance(7);
        for (int round = 0; round < 3000; ++round) {
            QByteArray body(chance.bounded(200), Qt::Uninitialized);
            for (auto &c : body)
                c = static_cast<char>(chance.bounded(256));
            const AnswerOptions options{.protocol = Protocols.at(chance.bounded(4)),
                .headers = {{"content-type", round % 2 ? "text/event-stream" : "application/json"}}};
            QVERIFY(makesSense(answerOf("openai-compatible", chance.bounded(100, 600), body, options)));
        }
    }

    void changedAnswersGiveAnAnswer()
    {
        QRandomGenerator chance(11);
        const auto samples = sampleStreams();
        for (int round = 0; round < 1500; ++round) {
            const auto &sample = samples.at(chance.bounded(int(samples.size())));
            auto body = sample.bytes;
            for (int i = 0; i < 4; ++i)
                body[chance.bounded(int(body.size()))] = static_cast<char>(chance.bounded(256));
            const auto at = chance.bounded(int(body.size()));
            body.insert(at, body.mid(chance.bounded(int(body.size())), 60));
            QVERIFY(makesSense(answerOf(sample.gateway, 200, body, {.protocol = sample.protocol})));
        }
    }

    void fieldsOfAnyTypeGiveAnAnswer_data()
    {
        QTest::addColumn<QByteArray>("value");
        for (const auto *value : {"null", "true", "7", "-1", "1e999", "9007199254740993", "\"text\"", "[]",
                 "{}", "[[{}]]", "{\"a\":{\"b\":[1,\"x\",null]}}"})
            QTest::newRow(value) << QByteArray(value);
    }
    void fieldsOfAnyTypeGiveAnAnswer()
    {
        QFETCH(QByteArray, value);
        const std::array members{"id", "model", "provider", "choices", "usage", "error", "code", "message",
            "type", "object", "output", "status", "content", "delta", "candidates", "usageMetadata",
            "promptFeedback", "response", "item", "openrouter_metadata", "x_chuizi", "debug", "request_id",
            "user_id", "metadata", "finish_reason"};
        for (const auto *outer : members) {
            const auto plain = "{\"" + QByteArray(outer) + "\":" + value + '}';
            QVERIFY(makesSense(answerOf("openai-compatible", 200, plain)));
            for (const auto *inner : members) {
                const auto nested = "{\"" + QByteArray(outer) + "\":{\"" + inner + "\":" + value + "}}";
                for (const auto protocol : Protocols)
                    QVERIFY(makesSense(answerOf("openai-compatible", 429, nested, {.protocol = protocol})));
            }
        }
    }

    void largeAnswersStayBounded_data()
    {
        QTest::addColumn<QByteArray>("body");
        constexpr qsizetype Million = 1'000'000;
        QTest::newRow("deep") << QByteArray(Million, '[');
        QTest::newRow("deep objects") << QByteArray("{\"error\":").repeated(100'000);
        QTest::newRow("a list of objects") << "[" + QByteArray("{\"candidates\":[]},").repeated(60'000);
        QTest::newRow("one long string") << "{\"error\":\"" + QByteArray(4 * Million, 'a') + "\"}";
        QTest::newRow("a long message")
            << "{\"error\":{\"message\":\"" + QByteArray(" try again in 1").repeated(300'000) + "\"}}";
        QTest::newRow("many events")
            << QByteArray("data: {\"choices\":[{\"delta\":{\"content\":\"x\"}}]}\n\n").repeated(20'000);
        QTest::newRow("blanks") << QByteArray(4 * Million, ' ');
        QTest::newRow("comments") << QByteArray(":\n").repeated(Million);
        QTest::newRow("one line without an end") << "data: " + QByteArray(9 * Million, 'a');
        QTest::newRow("more than is read") << "{" + QByteArray(17 * Million, ' ');
    }
    void largeAnswersStayBounded()
    {
        QFETCH(QByteArray, body);
        for (const auto &type : {"text/event-stream"_ba, "application/json"_ba})
            QVERIFY(makesSense(answerOf(
                "openrouter", 200, body, {.headers = {{"content-type", type}}, .pieceSize = 65'536})));
    }

    void theTextCanBeReadWhileItComes()
    {
        AnswerReader reader(*dialectFor(u"openrouter"), {});
        HttpHeaders headers;
        headers.append("Content-Type", "text/event-stream");
        reader.begin(200, headers);
        const auto bytes = chatText();
        QStringList seen;
        for (qsizetype at = 0; at < bytes.size(); ++at) {
            reader.feed(QByteArrayView(bytes).sliced(at, 1));
            if (seen.isEmpty() || seen.constLast() != reader.text())
                seen << reader.text();
        }
        QCOMPARE(seen, (QStringList{u""_s, u"Grüße, "_s, u"Grüße, Welt 🌍"_s}));
        QVERIFY(!reader.finish(ReadAt).isError);
    }
};

QTEST_GUILESS_MAIN(AnswerReaderTest)
#include "tst_answer_reader.moc"
