// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/chat_asking.h"
#include "simulator/chat_scenarios.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper::simulator;

namespace {

const QDateTime Thursday{QDate(2026, 6, 18), QTime(11, 0), Qt::UTC};
const HeaderList WithTrace{{"X-OpenRouter-Metadata", "enabled"}};

QJsonValue lastError(const QList<StreamEvent> &events)
{
    return events.isEmpty() ? QJsonValue() : events.last().data[u"error"_s];
}

} // namespace

class TestChatScenarios : public QObject {
    Q_OBJECT

private:
    static void everyPlace()
    {
        QTest::addColumn<QByteArray>("where");
        for (const auto &[name, place] : chatPlaces())
            QTest::newRow(name.constData()) << name;
    }

private Q_SLOTS:
    void everyScenarioIsAModelEverywhere()
    {
        Asking asking(Thursday);
        for (const auto &[name, place] : chatPlaces()) {
            for (const auto &scenario : scenarios()) {
                const auto model = u"sim/"_s + QString::fromLatin1(scenario.name);
                const auto answer = askModel(asking, place, model, true);
                const bool refused = answer.status >= 400;
                const bool mayRefuse = scenario.twist == Twist::Fail || scenario.twist == Twist::AllFail
                    || scenario.twist == Twist::Html;
                QVERIFY2(refused == mayRefuse, qPrintable(QString::fromLatin1(name) + u' ' + model));
            }
        }
    }

    void namesTakeTheFailureThatFollowsThem()
    {
        QCOMPARE(scenarioNamed("fails")->code, "503"_ba);
        QCOMPARE(scenarioNamed("fails-429")->code, "429"_ba);
        QCOMPARE(scenarioNamed("fails-in-stream-502")->twist(), Twist::FailInStream);
        QCOMPARE(scenarioNamed("fails-in-stream-502")->code, "502"_ba);
        QVERIFY(!scenarioNamed("hangs-429"));
        QVERIFY(!scenarioNamed("fails-"));
        QVERIFY(!scenarioNamed(""));
    }

    void halfAStreamHasSomeOfTheText_data() { everyPlace(); }

    void halfAStreamHasSomeOfTheText()
    {
        QFETCH(QByteArray, where);
        const auto &place = chatPlace(where);
        Asking asking(Thursday);
        const auto whole = textOf(place.protocol, jsonOf(askModel(asking, place, u"sim/answers"_s)));
        for (const auto *name : {"sim/cuts-mid-stream", "sim/error-mid-stream", "sim/text-code-mid-stream"}) {
            const auto answer = askModel(asking, place, QString::fromLatin1(name), true);
            QCOMPARE(answer.status, 200);
            const auto events = eventsOf(answer.body);
            const auto text = streamedText(place.protocol, events);
            QVERIFY(text.size() > 10 && text.size() < whole.size() && whole.startsWith(text));
            QVERIFY(!isComplete(place.protocol, events));
            QCOMPARE(answer.cutAfterBytes.has_value(), name == "sim/cuts-mid-stream"_ba);
        }
    }

    void withoutTerminatorAllTextComes_data() { everyPlace(); }

    void withoutTerminatorAllTextComes()
    {
        QFETCH(QByteArray, where);
        const auto &place = chatPlace(where);
        Asking asking(Thursday);
        const auto whole = textOf(place.protocol, jsonOf(askModel(asking, place, u"sim/answers"_s)));
        const auto answer = askModel(asking, place, u"sim/no-terminator"_s, true);
        const auto events = eventsOf(answer.body);
        QCOMPARE(streamedText(place.protocol, events), whole);
        QVERIFY(!isComplete(place.protocol, events));
        QVERIFY(!answer.cutAfterBytes);
    }

    void aStreamTellsItsFailureInEachDialect_data()
    {
        QTest::addColumn<QByteArray>("where");
        QTest::addColumn<QString>("scenario");
        QTest::addColumn<QByteArray>("event");
        QTest::addColumn<QByteArray>("mark");
        QTest::newRow("OpenRouter chat") << "OpenRouter chat"_ba << u"error-mid-stream"_s << QByteArray()
                                         << R"("finish_reason":"error")"_ba;
        QTest::newRow("OpenRouter chat, number")
            << "OpenRouter chat"_ba << u"error-mid-stream"_s << QByteArray() << R"("error":{"code":502,)"_ba;
        QTest::newRow("OpenRouter chat, text") << "OpenRouter chat"_ba << u"text-code-mid-stream"_s
                                               << QByteArray() << R"("error":{"code":"502",)"_ba;
        QTest::newRow("OpenRouter messages")
            << "OpenRouter messages"_ba << u"error-mid-stream"_s << "error"_ba
            << R"("error_type":"provider_unavailable")"_ba;
        QTest::newRow("OpenRouter responses")
            << "OpenRouter responses"_ba << u"error-mid-stream"_s << "response.failed"_ba
            << R"("status":"failed")"_ba;
        QTest::newRow("sub2api chat")
            << "sub2api chat"_ba << u"error-mid-stream-stream_read_error"_s << "error"_ba
            << R"("code":"stream_read_error")"_ba;
        QTest::newRow("sub2api messages")
            << "sub2api messages"_ba << u"fails-in-stream-rate_limit_error"_s << "error"_ba
            << R"({"error":{"message":"too many requests at once","type":"rate_limit_error"},"type":"error"})"_ba;
        QTest::newRow("sub2api, a word")
            << "sub2api chat"_ba << u"error-mid-stream-stream_word"_s << "error"_ba
            << R"({"error":"stream_read_error")"_ba;
        QTest::newRow("Chuizi") << "Chuizi chat"_ba << u"error-mid-stream"_s << QByteArray()
                                << R"("code":"provider_error")"_ba;
        QTest::newRow("LiteLLM") << "LiteLLM"_ba << u"fails-in-stream"_s << QByteArray()
                                 << R"("type":"throttling_error")"_ba;
    }

    void aStreamTellsItsFailureInEachDialect()
    {
        QFETCH(QByteArray, where);
        QFETCH(QString, scenario);
        QFETCH(QByteArray, event);
        QFETCH(QByteArray, mark);
        Asking asking(Thursday);
        const auto answer = askModel(asking, chatPlace(where), u"sim/"_s + scenario, true);
        QCOMPARE(answer.status, 200);
        const auto events = eventsOf(answer.body);
        QCOMPARE(events.last().name, event);
        QVERIFY2(events.last().raw.contains(mark), events.last().raw.constData());
    }

    void someOfSub2apisStreamsJustEnd()
    {
        Asking asking(Thursday);
        auto place = chatPlace("sub2api chat");
        Q_UNUSED(asking.post("/_control/answer", {{u"scenario"_s, u"error-mid-stream"_s}, {u"times"_s, 1}}));
        const auto events = eventsOf(askModel(asking, place, u"claude-opus-4.7"_s, true).body);
        QVERIFY(lastError(events).isUndefined());
        QVERIFY(!isComplete(u"chat"_s, events));
    }

    void failuresCanComeWithAStatusOf200()
    {
        Asking asking(Thursday);
        const auto &place = chatPlace("OpenRouter chat");
        const auto answer = askModel(asking, place, u"sim/fails-in-body"_s);
        QCOMPARE(answer.status, 200);
        QCOMPARE(jsonOf(answer)[u"error"_s][u"code"_s].toInt(), 502);
        const auto finished = jsonOf(askModel(asking, place, u"sim/finish-error"_s));
        QCOMPARE(finished[u"choices"_s][0][u"finish_reason"_s].toString(), u"error"_s);
        QVERIFY(finished[u"choices"_s][0][u"error"_s].isObject());
        QCOMPARE(micros(finished[u"usage"_s][u"cost"_s]), 0);
        const auto empty = jsonOf(askModel(asking, place, u"sim/empty"_s));
        QCOMPARE(textOf(u"chat"_s, empty), QString());
        QVERIFY(empty[u"choices"_s][0][u"finish_reason"_s].isNull());
        QCOMPARE(micros(empty[u"usage"_s][u"cost"_s]), 0);
    }

    void connectionsCanBreakHangAndBeReset()
    {
        Asking asking(Thursday);
        const auto &place = chatPlace("OpenAI");
        QVERIFY(askModel(asking, place, u"sim/drops"_s).close);
        QVERIFY(askModel(asking, place, u"sim/resets"_s).reset);
        QVERIFY(askModel(asking, place, u"sim/hangs"_s).delayMs > 500'000);
        const auto silent = askModel(asking, place, u"sim/hangs-mid-stream"_s, true);
        int longest = 0;
        for (const auto &piece : silent.pieces)
            longest = qMax(longest, piece.delayMs);
        QVERIFY(longest > 500'000);
    }

    void streamsCanBeWrittenOddly()
    {
        Asking asking(Thursday);
        const auto &place = chatPlace("OpenRouter chat");
        const auto whole
            = streamedText(u"chat"_s, eventsOf(askModel(asking, place, u"sim/answers"_s, true).body));
        const auto split = askModel(asking, place, u"sim/splits"_s, true);
        QVERIFY(split.pieces.size() > std::size_t(split.body.size() / 8));
        QCOMPARE(split.pieces.back().end, split.body.size());
        const auto lines = askModel(asking, place, u"sim/crlf"_s, true);
        QVERIFY(lines.body.contains("\r\n\r\n"));
        QVERIFY(!lines.body.contains("}\n"));
        QCOMPARE(streamedText(u"chat"_s, eventsOf(lines.body)), whole);
        const auto alive = askModel(asking, place, u"sim/keeps-alive"_s, true);
        QVERIFY(alive.body.count(": OPENROUTER PROCESSING") > 3);
        QCOMPARE(streamedText(u"chat"_s, eventsOf(alive.body)), whole);
    }

    void openRouterFallsBackToTheNextModel()
    {
        Asking asking(Thursday);
        const auto &place = chatPlace("OpenRouter chat");
        const QJsonObject more{
            {u"models"_s, QJsonArray{u"sim/fails-503"_s, u"sim/fails-429"_s, u"openai/gpt-5"_s}}};
        const auto answer = askModel(asking, place, u"sim/fails-503"_s, false, more, WithTrace);
        QCOMPARE(answer.status, 200);
        const auto body = jsonOf(answer);
        QCOMPARE(body[u"model"_s].toString(), u"openai/gpt-5"_s);
        const auto trace = body[u"openrouter_metadata"_s];
        QCOMPARE(trace[u"strategy"_s].toString(), u"fallback"_s);
        QCOMPARE(trace[u"requested"_s].toString(), u"sim/fails-503"_s);
        QCOMPARE(trace[u"attempt"_s].toInt(), 3);
        QList<int> statuses;
        for (const auto &attempt : trace[u"attempts"_s].toArray())
            statuses.append(attempt[u"status"_s].toInt());
        QCOMPARE(statuses, QList<int>({503, 429, 200}));
        QVERIFY(jsonOf(askModel(asking, place, u"sim/fails-503"_s, false, more))[u"openrouter_metadata"_s]
                    .isUndefined());
    }

    void openRouterTellsWhatFailedBefore()
    {
        Asking asking(Thursday);
        const auto &place = chatPlace("OpenRouter chat");
        const auto answer = askModel(asking, place, u"sim/all-fail"_s, false, {}, WithTrace);
        QCOMPARE(answer.status, 429);
        const auto previous = jsonOf(answer)[u"error"_s][u"metadata"_s][u"previous_errors"_s];
        QCOMPARE(previous[0][u"code"_s].toInt(), 429);
        QCOMPARE(previous[1][u"code"_s].toInt(), 503);
        QCOMPARE(previous[1][u"provider_name"_s].toString(), u"Fireworks"_s);
        QCOMPARE(jsonOf(answer)[u"openrouter_metadata"_s][u"attempts"_s].toArray().size(), 3);
    }

    void messagesNameTheirFallbacksAsObjects()
    {
        Asking asking(Thursday);
        const QJsonObject more{
            {u"fallbacks"_s, QJsonArray{QJsonObject{{u"model"_s, u"openai/gpt-5-mini"_s}}}}};
        const auto answer
            = askModel(asking, chatPlace("OpenRouter messages"), u"sim/fails"_s, false, more, WithTrace);
        QCOMPARE(jsonOf(answer)[u"model"_s].toString(), u"openai/gpt-5-mini"_s);
        QCOMPARE(jsonOf(answer)[u"openrouter_metadata"_s][u"attempt"_s].toInt(), 2);
    }

    void liteLlmCountsItsFallbacks()
    {
        Asking asking(Thursday);
        const auto &place = chatPlace("LiteLLM");
        const auto moved
            = askModel(asking, place, u"sim/fails"_s, false, {{u"fallbacks"_s, QJsonArray{u"gpt-5-mini"_s}}});
        QCOMPARE(headersOf(moved, "x-litellm-attempted-fallbacks").value(0), "1"_ba);
        QCOMPARE(headersOf(moved, "x-litellm-model-group").value(0), "gpt-5-mini"_ba);
        const auto retried = askModel(asking, place, u"sim/falls-back"_s);
        QCOMPARE(headersOf(retried, "x-litellm-attempted-retries").value(0), "2"_ba);
    }

    void routingWishesAreKept()
    {
        Asking asking(Thursday);
        const auto &place = chatPlace("OpenRouter chat");
        const auto ask = [&](const QJsonObject &provider) {
            return askModel(
                asking, place, u"anthropic/claude-sonnet-4.5"_s, false, {{u"provider"_s, provider}});
        };
        const auto provider
            = [&](const QJsonObject &wish) { return jsonOf(ask(wish))[u"provider"_s].toString(); };
        const QJsonArray bedrock{u"amazon-bedrock"_s};
        QCOMPARE(provider({}), u"Anthropic"_s);
        QCOMPARE(provider({{u"order"_s, bedrock}}), u"Amazon Bedrock"_s);
        QCOMPARE(provider({{u"only"_s, bedrock}}), u"Amazon Bedrock"_s);
        const auto step = [&](const QJsonObject &wish) {
            return jsonOf(ask(wish))[u"error"_s][u"metadata"_s][u"failed_routing_step"_s].toString();
        };
        QCOMPARE(step({{u"only"_s, QJsonArray{u"novita"_s}}}), u"Filter by Allowed Providers"_s);
        QCOMPARE(step({{u"max_price"_s, QJsonObject{{u"prompt"_s, u"0.5"_s}}}}), u"Filter by Max Price"_s);
    }

    void anotherModelMayAnswer()
    {
        Asking asking(Thursday);
        for (const auto *where : {"OpenRouter chat", "sub2api chat", "Chuizi chat"}) {
            const auto &place = chatPlace(where);
            const auto body = jsonOf(askModel(asking, place, u"sim/other-model"_s));
            QVERIFY(body[u"model"_s].toString().endsWith(u"gpt-5-mini"_s));
        }
        // The gateway chooses, and says so in the answer.
        const auto chosen = jsonOf(askModel(asking, chatPlace("Chuizi chat"), u"auto/fast"_s));
        QCOMPARE(chosen[u"model"_s].toString(), u"anthropic/claude-sonnet-4.5"_s);
    }

    void sub2apiGivesTheNameBackAsItWasAsked()
    {
        Asking asking(Thursday);
        const auto body = jsonOf(askModel(asking, chatPlace("sub2api chat"), u"gpt-5-thinking"_s));
        QCOMPARE(body[u"model"_s].toString(), u"gpt-5-thinking"_s);
    }

    void controlChoosesForAnyModel()
    {
        Asking asking(Thursday);
        const auto choose
            = [&asking](const QJsonObject &wish) { return asking.post("/_control/answer", wish).status; };
        const auto &place = chatPlace("OpenRouter chat");
        QCOMPARE(choose({{u"match"_s, u"/openrouter"_s}, {u"scenario"_s, u"fails-429"_s}, {u"times"_s, 2},
                     {u"key"_s, place.key}}),
            200);
        QCOMPARE(askModel(asking, chatPlace("OpenAI"), u"gpt-5"_s).status, 200);
        auto other = place;
        other.key = u"openrouter_labs"_s;
        QCOMPARE(askModel(asking, other, place.model).status, 200);
        QCOMPARE(askModel(asking, place, place.model).status, 429);
        QCOMPARE(askModel(asking, place, place.model).status, 429);
        QCOMPARE(askModel(asking, place, place.model).status, 200);

        QCOMPARE(choose({{u"scenario"_s, u"drops"_s}}), 200);
        QVERIFY(askModel(asking, place, place.model).close);
        QCOMPARE(asking.send("DELETE", "/_control/answer", {}, {}).status, 200);
        QVERIFY(!askModel(asking, place, place.model).close);
    }

    void controlRefusesWhatDoesNotExist_data()
    {
        QTest::addColumn<QJsonObject>("wish");
        QTest::newRow("nothing") << QJsonObject();
        QTest::newRow("scenario") << QJsonObject{{u"scenario"_s, u"dances"_s}};
        QTest::newRow("failure") << QJsonObject{{u"scenario"_s, u"fails-TOO_BLUE"_s}};
        QTest::newRow("key") << QJsonObject{{u"scenario"_s, u"drops"_s}, {u"key"_s, u"nobody"_s}};
        QTest::newRow("times") << QJsonObject{{u"scenario"_s, u"drops"_s}, {u"times"_s, -1}};
        QTest::newRow("match") << QJsonObject{{u"scenario"_s, u"drops"_s}, {u"match"_s, 7}};
    }

    void controlRefusesWhatDoesNotExist()
    {
        QFETCH(QJsonObject, wish);
        Asking asking(Thursday);
        QCOMPARE(asking.post("/_control/answer", wish).status, 400);
    }
};

QTEST_GUILESS_MAIN(TestChatScenarios)
#include "tst_chat_scenarios.moc"
