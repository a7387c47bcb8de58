// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/chat_asking.h"

#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper::simulator;

namespace {

const QDateTime Thursday{QDate(2026, 6, 18), QTime(11, 0), Qt::UTC};

struct Counts {
    int input = 0;
    int output = 0;
    int total = 0;
};

//! What an answer says it took; from a stream's event where it is nested in one.
Counts countsOf(const QString &protocol, const QJsonValue &body)
{
    if (protocol == u"gemini"_s) {
        const auto usage = body[u"usageMetadata"_s];
        return {usage[u"promptTokenCount"_s].toInt(), usage[u"candidatesTokenCount"_s].toInt(),
            usage[u"totalTokenCount"_s].toInt()};
    }
    const bool isChat = protocol == u"chat"_s;
    const auto usage = body[u"usage"_s];
    Counts counts{usage[isChat ? u"prompt_tokens"_s : u"input_tokens"_s].toInt(),
        usage[isChat ? u"completion_tokens"_s : u"output_tokens"_s].toInt(),
        usage[u"total_tokens"_s].toInt()};
    if (protocol == u"messages"_s)
        counts.total = counts.input + counts.output; // Anthropic tells no sum
    return counts;
}

QString finishOf(const QString &protocol, const QJsonValue &body)
{
    if (protocol == u"chat"_s)
        return body[u"choices"_s][0][u"finish_reason"_s].toString();
    if (protocol == u"gemini"_s)
        return body[u"candidates"_s][0][u"finishReason"_s].toString();
    return body[protocol == u"responses"_s ? u"status"_s : u"stop_reason"_s].toString();
}

//! How many words of a protocol say the same: ended by itself, cut by the limit.
const QHash<QString, QStringList> Finishes{{u"chat"_s, {u"stop"_s, u"length"_s}},
    {u"responses"_s, {u"completed"_s, u"incomplete"_s}}, {u"messages"_s, {u"end_turn"_s, u"max_tokens"_s}},
    {u"gemini"_s, {u"STOP"_s, u"MAX_TOKENS"_s}}};

QJsonObject limit(const QString &protocol, int tokens)
{
    if (protocol == u"gemini"_s)
        return {{u"generationConfig"_s, QJsonObject{{u"maxOutputTokens"_s, tokens}}}};
    return {{protocol == u"responses"_s ? u"max_output_tokens"_s : u"max_tokens"_s, tokens}};
}

QString modelOf(const QString &protocol, const QJsonValue &body)
{
    return body[protocol == u"gemini"_s ? u"modelVersion"_s : u"model"_s].toString();
}

} // namespace

class TestChatAnswers : public QObject {
    Q_OBJECT

private:
    static void everyPlace()
    {
        QTest::addColumn<QByteArray>("where");
        for (const auto &[name, place] : chatPlaces())
            QTest::newRow(name.constData()) << name;
    }

private Q_SLOTS:
    void aWholeAnswerHasWordsModelAndCounts_data() { everyPlace(); }

    void aWholeAnswerHasWordsModelAndCounts()
    {
        QFETCH(QByteArray, where);
        const auto &place = chatPlace(where);
        Asking asking(Thursday);
        const auto answer = askModel(asking, place, place.model);
        QCOMPARE(answer.status, 200);
        QVERIFY(answer.contentType.startsWith("application/json"));
        const auto body = jsonOf(answer);
        QVERIFY(textOf(place.protocol, body).size() > 40);
        QCOMPARE(modelOf(place.protocol, body), place.model);
        QCOMPARE(finishOf(place.protocol, body), Finishes[place.protocol][0]);
        const auto counts = countsOf(place.protocol, body);
        QVERIFY(counts.input > 4 && counts.output > 10);
        QCOMPARE(counts.total, counts.input + counts.output);
    }

    void aStreamSaysTheSame_data() { everyPlace(); }

    void aStreamSaysTheSame()
    {
        QFETCH(QByteArray, where);
        const auto &place = chatPlace(where);
        Asking asking(Thursday);
        const auto whole = textOf(place.protocol, jsonOf(askModel(asking, place, place.model)));
        const auto answer = askModel(asking, place, place.model, true);
        QCOMPARE(answer.status, 200);
        QCOMPARE(answer.contentType, "text/event-stream"_ba);
        QVERIFY(answer.stream);
        QCOMPARE(answer.pieces.back().end, answer.body.size());
        const auto events = eventsOf(answer.body);
        QVERIFY(events.size() > 10);
        QVERIFY(isComplete(place.protocol, events));
        QCOMPARE(streamedText(place.protocol, events), whole);
    }

    void theLimitOfTokensIsKept_data() { everyPlace(); }

    void theLimitOfTokensIsKept()
    {
        QFETCH(QByteArray, where);
        const auto &place = chatPlace(where);
        Asking asking(Thursday);
        const auto body = jsonOf(askModel(asking, place, place.model, false, limit(place.protocol, 7)));
        const auto counts = countsOf(place.protocol, body);
        QVERIFY(counts.output > 0 && counts.output <= 7);
        QCOMPARE(finishOf(place.protocol, body), Finishes[place.protocol][1]);
    }

    void theSamePromptHasTheSameAnswerAndAnotherId()
    {
        Asking asking(Thursday);
        Asking other(Thursday, 8);
        const auto &place = chatPlace("OpenRouter chat");
        const auto first = jsonOf(askModel(asking, place, place.model));
        const auto second = jsonOf(askModel(asking, place, place.model));
        const auto elsewhere = jsonOf(askModel(other, place, place.model));
        QCOMPARE(textOf(u"chat"_s, first), textOf(u"chat"_s, second));
        QCOMPARE(textOf(u"chat"_s, first), textOf(u"chat"_s, elsewhere));
        QVERIFY(first[u"id"_s] != second[u"id"_s]);
    }

    void openRouterTellsCostProviderAndGeneration_data()
    {
        QTest::addColumn<QByteArray>("where");
        for (const auto *name : {"OpenRouter chat", "OpenRouter responses", "OpenRouter messages"})
            QTest::newRow(name) << QByteArray(name);
    }

    void openRouterTellsCostProviderAndGeneration()
    {
        QFETCH(QByteArray, where);
        const auto &place = chatPlace(where);
        Asking asking(Thursday);
        const auto answer = askModel(asking, place, place.model);
        const auto body = jsonOf(answer);
        const auto counts = countsOf(place.protocol, body);
        // gpt-5 costs 1.25 and 10 dollars per million; every part is rounded up to a millionth.
        const auto up = [](qint64 nanos) { return (nanos + 999) / 1000; };
        QCOMPARE(micros(body[u"usage"_s][u"cost"_s]), up(counts.input * 1250) + up(counts.output * 10000));
        QCOMPARE(body[u"usage"_s][u"is_byok"_s], QJsonValue(false));
        QVERIFY(headersOf(answer, "X-Generation-Id").value(0).startsWith("gen-"));
        if (place.protocol == u"responses"_s)
            QVERIFY(body[u"provider"_s].isUndefined());
        else
            QCOMPARE(body[u"provider"_s].toString(), u"OpenAI"_s);
        if (place.protocol == u"chat"_s)
            QCOMPARE(body[u"id"_s].toString().toLatin1(), headersOf(answer, "X-Generation-Id").value(0));
    }

    void openRouterKeepsAStreamAliveAndTellsItsUsageOnce()
    {
        Asking asking(Thursday);
        const auto &place = chatPlace("OpenRouter chat");
        const auto answer = askModel(asking, place, place.model, true);
        QVERIFY(answer.body.startsWith(": OPENROUTER PROCESSING\n\n"));
        int usages = 0;
        int ends = 0;
        for (const auto &event : eventsOf(answer.body)) {
            usages += event.data[u"usage"_s].isObject() ? 1 : 0;
            ends += event.data[u"choices"_s][0][u"finish_reason"_s].isString() ? 1 : 0;
        }
        QCOMPARE(usages, 1);
        QCOMPARE(ends, 2); // the chunk with the usage says the end again
    }

    void usageIsOnlyStreamedWhereItIsAskedFor()
    {
        Asking asking(Thursday);
        const auto &place = chatPlace("OpenAI");
        const auto usages = [&](const QJsonObject &more) {
            int count = 0;
            for (const auto &event : eventsOf(askModel(asking, place, place.model, true, more).body))
                count += event.data[u"usage"_s].isObject() ? 1 : 0;
            return count;
        };
        QCOMPARE(usages({}), 0);
        QCOMPARE(usages({{u"stream_options"_s, QJsonObject{{u"include_usage"_s, true}}}}), 1);
    }

    void chuiziTellsItsBillInTheBody()
    {
        Asking asking(Thursday);
        const auto &place = chatPlace("Chuizi chat");
        const auto answer = askModel(asking, place, place.model);
        const auto body = jsonOf(answer);
        QCOMPARE(body[u"x_chuizi"_s][u"generation_id"_s], body[u"id"_s]);
        QVERIFY(microsOfText(body[u"x_chuizi"_s][u"cost"_s]) > 0);
        QVERIFY(headersOf(answer, "x-chuizi-generation-id").isEmpty());
        const auto old = askModel(asking, chatPlace("Chuizi of old"), u"openai/gpt-5"_s);
        QCOMPARE(
            headersOf(old, "x-chuizi-generation-id").value(0), jsonOf(old)[u"id"_s].toString().toLatin1());
    }

    void liteLlmTellsMuchInItsHeaders()
    {
        Asking asking(Thursday);
        const auto &place = chatPlace("LiteLLM");
        const auto answer = askModel(asking, place, place.model);
        for (const auto *name : {"x-litellm-call-id", "x-litellm-model-id", "x-litellm-model-group",
                 "x-litellm-model-api-base", "x-litellm-response-cost", "x-litellm-attempted-retries",
                 "x-litellm-attempted-fallbacks", "x-litellm-key-spend", "x-litellm-version"})
            QVERIFY2(!headersOf(answer, name).value(0).isEmpty(), name);
        QVERIFY(headersOf(askModel(asking, place, place.model, true), "x-litellm-response-cost").isEmpty());
    }

    void sub2apiMixesItsRequestIdsWithTheUpstreams_data()
    {
        QTest::addColumn<QByteArray>("where");
        QTest::addColumn<bool>("stream");
        QTest::addColumn<bool>("keepsOwn");
        QTest::newRow("chat") << "sub2api chat"_ba << false << true;
        QTest::newRow("chat, streamed") << "sub2api chat"_ba << true << true;
        QTest::newRow("messages") << "sub2api messages"_ba << false << true;
        QTest::newRow("messages, streamed") << "sub2api messages"_ba << true << false;
        QTest::newRow("responses, streamed") << "sub2api responses"_ba << true << false;
        QTest::newRow("gemini") << "sub2api gemini"_ba << false << false;
    }

    void sub2apiMixesItsRequestIdsWithTheUpstreams()
    {
        QFETCH(QByteArray, where);
        QFETCH(bool, stream);
        QFETCH(bool, keepsOwn);
        Asking asking(Thursday);
        const auto &place = chatPlace(where);
        const auto answer = askModel(asking, place, place.model, stream, {}, {{"X-Request-ID", "mine-17"}});
        const auto ids = headersOf(answer, "X-Request-ID");
        QCOMPARE(ids.size(), keepsOwn ? 2 : 1);
        QCOMPARE(ids.contains("mine-17"), keepsOwn);
        QVERIFY(ids.last().startsWith("req_"));
        QCOMPARE(headersOf(answer, "X-Client-Request-ID").value(0).size(), 36);
    }

    void theKeyMayStandInGeminisAddressOnly()
    {
        Asking asking(Thursday);
        auto place = chatPlace("sub2api gemini");
        const auto key = asking.text(place.key);
        const auto body = QJsonDocument(place.body({}, false)).toJson();
        place.key.clear();
        const auto send = [&](const QByteArray &path, const QByteArray &query) {
            return asking.ask({.method = "POST", .path = path, .query = query, .body = body}).status;
        };
        QCOMPARE(send(place.target(u"gpt-5"_s, false), "key=" + key), 200);
        QCOMPARE(send(place.target(u"gpt-5"_s, false), "api_key=" + key), 400);
        QCOMPARE(send("/sub2api/v1/chat/completions", "key=" + key), 400);
    }

    void geminiWithoutEventsStreamsAList()
    {
        Asking asking(Thursday);
        const auto &place = chatPlace("sub2api gemini");
        const auto answer = asking.send("POST", "/sub2api/v1beta/models/gpt-5:streamGenerateContent",
            place.key, QJsonDocument(place.body({}, true)).toJson());
        const auto list = QJsonDocument::fromJson(answer.body).array();
        QVERIFY(list.size() > 10);
        QCOMPARE(list.last()[u"candidates"_s][0][u"finishReason"_s].toString(), u"STOP"_s);
    }

    void toolsAndReasoningComeInEveryProtocol_data()
    {
        QTest::addColumn<QByteArray>("where");
        QTest::addColumn<QByteArray>("toolMark");
        QTest::addColumn<QByteArray>("reasoningMark");
        QTest::newRow("chat") << "OpenRouter chat"_ba
                              << "\"tool_calls\""_ba
                              << "\"reasoning\":\""_ba;
        QTest::newRow("responses") << "OpenRouter responses"_ba
                                   << "\"function_call\""_ba
                                   << "\"summary_text\""_ba;
        QTest::newRow("messages") << "OpenRouter messages"_ba
                                  << "\"tool_use\""_ba
                                  << "\"thinking\""_ba;
        QTest::newRow("gemini") << "sub2api gemini"_ba
                                << "\"functionCall\""_ba
                                << "\"thought\":true"_ba;
    }

    void toolsAndReasoningComeInEveryProtocol()
    {
        QFETCH(QByteArray, where);
        QFETCH(QByteArray, toolMark);
        QFETCH(QByteArray, reasoningMark);
        const auto &place = chatPlace(where);
        Asking asking(Thursday);
        for (const bool stream : {false, true}) {
            const auto tool = askModel(asking, place, u"sim/calls-a-tool"_s, stream);
            QVERIFY(tool.body.contains(toolMark));
            QVERIFY(tool.body.contains("look_up_shipment"));
            const auto reasons = askModel(asking, place, u"sim/reasons"_s, stream);
            QVERIFY(reasons.body.contains(reasoningMark));
            QVERIFY(!askModel(asking, place, u"sim/answers"_s, stream).body.contains(reasoningMark));
        }
    }

    void theToolThatMustBeCalledIsCalled()
    {
        Asking asking(Thursday);
        const auto &place = chatPlace("OpenRouter chat");
        const QJsonObject tool{
            {u"type"_s, u"function"_s}, {u"function"_s, QJsonObject{{u"name"_s, u"find_truck"_s}}}};
        const QJsonObject more{{u"tools"_s, QJsonArray{tool}}, {u"tool_choice"_s, u"required"_s}};
        const auto choice = jsonOf(askModel(asking, place, place.model, false, more))[u"choices"_s][0];
        QCOMPARE(choice[u"finish_reason"_s].toString(), u"tool_calls"_s);
        QCOMPARE(
            choice[u"message"_s][u"tool_calls"_s][0][u"function"_s][u"name"_s].toString(), u"find_truck"_s);
    }

    void chuiziHasNoResponses()
    {
        Asking asking(Thursday);
        QCOMPARE(asking.send("POST", "/chuizi/v1/responses", u"chuizi_new"_s, "{}").status, 404);
    }
};

QTEST_GUILESS_MAIN(TestChatAnswers)
#include "tst_chat_answers.moc"
