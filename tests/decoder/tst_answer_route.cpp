// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/answer_streams.h"
#include "support/answers.h"

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

//! "Acme 429 failed": who, which status, how it ended; "-" for what is not told.
QStringList told(const Answer &answer)
{
    QStringList lines;
    for (const auto &attempt : answer.attempts) {
        const auto status = attempt.status ? QString::number(*attempt.status) : u"-"_s;
        const auto provider = attempt.provider.isEmpty() ? u"-"_s : attempt.provider;
        const bool isOurs = attempt.origin == AttemptOrigin::Client;
        lines << (isOurs ? u"we: "_s : u""_s) + provider + u' ' + status + u' '
                + QString(toText(attempt.outcome));
    }
    return lines;
}

QByteArray chatWith(const QByteArray &members)
{
    return R"({"id":"gen-1","model":"z/glm","choices":[{"index":0,"finish_reason":"stop","message":{"content":"x"}}],)"
        + members + '}';
}

} // namespace

//! Who was tried, who answered, by which ids it can be found.
class AnswerRouteTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyAttemptAppearsOnce_data()
    {
        QTest::addColumn<QByteArray>("gateway");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("attempts");

        const auto row = [](const char *name, const char *gateway, int status, const QByteArray &body,
                             const QStringList &attempts) {
            QTest::newRow(name) << QByteArray(gateway) << status << body << attempts;
        };
        const char *o = "openrouter";
        const auto twoTried
            = R"("attempts":[{"provider":"Z.AI","model":"z/glm","status":429},{"provider":"Novita","model":"z/glm","status":200}])"_ba;
        row("nothing is published", o, 200, chatWith(R"("provider":"Acme")"), {});
        row("the route", o, 200, chatWith("\"openrouter_metadata\":{\"attempt\":2," + twoTried + "}"),
            {u"Z.AI 429 failed"_s, u"Novita 200 served"_s});
        row("the winner's number alone", o, 200,
            chatWith(
                R"("openrouter_metadata":{"attempt":2,"endpoints":{"available":[{"provider":"Z.AI","selected":false},{"provider":"Novita","selected":true}]}})"),
            {u"- - failed"_s, u"Novita - served"_s});
        const auto error = [](const QByteArray &previous, const QByteArray &more = {}) -> QByteArray {
            return R"({"error":{"code":429,"message":"Provider returned error","metadata":{"provider_name":"Acme","raw":"busy",)"
                   R"("previous_errors":[)"
                + previous + "]}}" + more + '}';
        };
        const auto bravo = R"({"code":503,"message":"Provider returned error","provider_name":"Bravo","raw":)"
            + quoted(R"({"message":"down"})") + '}';
        const auto charly = R"({"code":"502","message":"off","provider":"Charly"})"_ba;
        row("the errors before", o, 429, error(bravo + ',' + charly),
            {u"Bravo 503 failed"_s, u"Charly 502 failed"_s, u"Acme 429 failed"_s});
        row("who failed, alone", o, 429, error({}), {u"Acme 429 failed"_s});
        row("both tell the same", o, 429,
            error(bravo,
                R"(,"openrouter_metadata":{"attempts":[{"provider":"bravo","status":503},{"provider":"Acme","status":429}]})"),
            {u"bravo 503 failed"_s, u"Acme 429 failed"_s});
        row("one tells more", o, 429,
            error(bravo,
                R"(,"openrouter_metadata":{"attempts":[{"provider":"Bravo","status":503},{"provider":"Delta","status":500},{"provider":"Acme","status":429}]})"),
            {u"Bravo 503 failed"_s, u"Delta 500 failed"_s, u"Acme 429 failed"_s});
        row("the same provider twice is twice", o, 429,
            error(R"({"code":429,"message":"x","provider_name":"Acme"})",
                R"(,"openrouter_metadata":{"attempts":[{"provider":"Acme","status":429},{"provider":"Acme","status":429}]})"),
            {u"Acme 429 failed"_s, u"Acme 429 failed"_s});
        const auto asked = [](const QByteArray &provider) {
            return R"({"id":"gen-1","provider":)" + quoted(provider)
                + R"(,"model":"m","choices":[],"debug":{"echo_upstream_body":{"model":"u"}}})";
        };
        const auto text
            = R"({"id":"gen-1","provider":"Bravo","choices":[{"index":0,"delta":{"content":"x"},"finish_reason":"stop"}]})"_ba;
        row("told while streaming", o, 200, chatStream({asked("Acme"), asked("Bravo"), text}),
            {u"Acme - failed"_s, u"Bravo - served"_s});
        row("while streaming and at the end", o, 200,
            chatStream({asked("Acme"), asked("Bravo"), text,
                R"({"choices":[],"openrouter_metadata":{"attempts":[{"provider":"Acme","status":502},{"provider":"Bravo","status":200}]}})"}),
            {u"Acme 502 failed"_s, u"Bravo 200 served"_s});
        row("broken off while answering", o, 200, chatBrokenByProvider(), {u"Acme 502 failed"_s});
        row("another gateway has no such member", "torouter", 200,
            chatWith("\"openrouter_metadata\":{" + twoTried + "}"), {});
    }

    void everyAttemptAppearsOnce()
    {
        QFETCH(QByteArray, gateway);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QStringList, attempts);
        const auto answer = answerOf(gateway.constData(), status, body);
        QCOMPARE(told(answer), attempts);
        QCOMPARE(answer.isTracePublished, !attempts.isEmpty());
    }

    void thatNobodyWasAskedIsATrace_data()
    {
        QTest::addColumn<QByteArray>("attempt");
        QTest::addColumn<bool>("isPublished");
        QTest::newRow("none") << "0"_ba << true;
        QTest::newRow("not told") << "null"_ba << false;
        QTest::newRow("text") << "\"0\""_ba << false;
        QTest::newRow("nonsense") << "-1"_ba << false;
    }

    void thatNobodyWasAskedIsATrace()
    {
        QFETCH(QByteArray, attempt);
        QFETCH(bool, isPublished);
        const auto answer = answerOf("openrouter", 404,
            R"({"error":{"code":404,"message":"no"},"openrouter_metadata":{"attempt":)" + attempt + "}}");
        QCOMPARE(answer.isTracePublished, isPublished);
        QVERIFY(answer.attempts.isEmpty());
    }

    void headersTellWhatTheyTell_data()
    {
        QTest::addColumn<QByteArray>("gateway");
        QTest::addColumn<QList<HttpHeaders::Field>>("headers");
        QTest::addColumn<QStringList>("attempts");
        using Fields = QList<HttpHeaders::Field>;
        const auto portkey = [](const QByteArray &target, const QByteArray &retries) {
            return Fields{{"x-portkey-last-used-option-index", target}, {"x-portkey-provider", "openai"},
                {"x-portkey-retry-attempt-count", retries}};
        };
        QTest::newRow("the second target, by whatever strategy")
            << "portkey"_ba << portkey("config.targets[1]", "0") << QStringList{u"openai 200 served"_s};
        QTest::newRow("the first target")
            << "portkey"_ba << portkey("config.targets[0]", "-1") << QStringList{u"openai 200 served"_s};
        QTest::newRow("no targets") << "portkey"_ba << portkey("config", "-1")
                                    << QStringList{u"openai 200 served"_s};
        QTest::newRow("a retry before")
            << "portkey"_ba << portkey("config", "1") << QStringList{u"- - failed"_s, u"openai 200 served"_s};
        QTest::newRow("through an address of no family")
            << "openai-compatible"_ba << portkey("config.targets[1]", "1")
            << QStringList{u"- - failed"_s, u"openai 200 served"_s};
        QTest::newRow("LiteLLM, none")
            << "litellm"_ba
            << Fields{{"x-litellm-attempted-retries", "0"}, {"x-litellm-attempted-fallbacks", "0"}}
            << QStringList{u"- 200 served"_s};
        QTest::newRow("LiteLLM, a fallback")
            << "litellm"_ba
            << Fields{{"x-litellm-attempted-retries", "1"}, {"x-litellm-attempted-fallbacks", "1"}}
            << QStringList{u"- - failed"_s, u"- - failed"_s, u"- 200 served"_s};
        QTest::newRow("absurd") << "litellm"_ba << Fields{{"x-litellm-attempted-retries", "many"}}
                                << QStringList();
    }

    void headersTellWhatTheyTell()
    {
        QFETCH(QByteArray, gateway);
        QFETCH(QList<HttpHeaders::Field>, headers);
        QFETCH(QStringList, attempts);
        const auto answer = answerOf(gateway.constData(), 200, chatWith("\"a\":1"), {.headers = headers});
        QCOMPARE(told(answer), attempts);
        QCOMPARE(answer.isTracePublished, !attempts.isEmpty());
    }

    void ourOwnAttemptsComeFirst()
    {
        Attempt first;
        first.origin = AttemptOrigin::Client;
        first.model = u"a"_s;
        first.status = 503;
        const auto answer = answerOf("torouter", 200, chatWith("\"a\":1"), {.earlier = {first}});
        QCOMPARE(told(answer), QStringList{u"we: - 503 failed"_s});
        QVERIFY(!answer.isTracePublished);
    }

    void theReasonOfAnAttemptIsItsInnermostMessage()
    {
        const auto answer = answerOf("openrouter", 429,
            R"({"error":{"code":429,"message":"x","metadata":{"provider_name":"Acme","raw":)"
                + quoted(R"({"error":{"message":"quota of sk-abcdef123 spent"}})") + R"(,"previous_errors":[)"
                + R"({"code":429,"message":"Provider returned error","provider_name":"Bravo","raw":)"
                + quoted(R"({"message":"busy"})")
                + R"(},{"code":500,"message":"plain","provider_name":"C"}]}}})");
        QStringList reasons;
        for (const auto &attempt : answer.attempts)
            reasons << attempt.reason;
        QCOMPARE(reasons, (QStringList{u"busy"_s, u"plain"_s, u"quota of sk-… spent"_s}));
    }

    // As the gateway's 1.15.2 answered.
    void whatAProviderSaidThroughPortkeyIsItsOwn()
    {
        const auto answer = answerOf("portkey", 502,
            R"({"error":{"message":"openai error: Nothing came back from behind.","type":"server_error","param":null,"code":null},"provider":"openai"})",
            {.headers = {{"x-portkey-last-used-option-index", "config.targets[1]"},
                 {"x-portkey-provider", "openai"}, {"x-portkey-retry-attempt-count", "0"},
                 {"x-portkey-trace-id", "ours"}, {"x-request-id", "req_1"}}});
        QCOMPARE(told(answer), QStringList{u"openai 502 failed"_s});
        QCOMPARE(answer.attempts.constLast().reason, u"openai error: Nothing came back from behind."_s);
        QCOMPARE(answer.provider, u"openai"_s);
        QCOMPARE(answer.category, Category::Provider);
        QCOMPARE(answer.ids.request, (QStringList{u"ours"_s, u"req_1"_s}));
        QCOMPARE(answer.ids.upstream, u"req_1"_s);
    }

    void aGatewayThatRenamesIsNotBelieved()
    {
        const auto hidden = answerOf("torouter", 200, chatWith("\"a\":1"), {.requestedModel = u"z/glm"_s});
        QCOMPARE(hidden.servedModel, u"z/glm"_s);
        QVERIFY(!hidden.isServedModelCertain);
        const auto open = answerOf("openrouter", 200, chatWith("\"a\":1"), {.requestedModel = u"z/other"_s});
        QCOMPARE(open.servedModel, u"z/glm"_s);
        QCOMPARE(open.requestedModel, u"z/other"_s);
        QVERIFY(open.isServedModelCertain);
        const auto failed = answerOf("torouter", 429, R"({"code":"API_KEY_QUOTA_EXHAUSTED","message":"no"})");
        QCOMPARE(failed.servedModel, u""_s);
        QVERIFY(failed.isServedModelCertain);
    }

    void everyIdIsKept()
    {
        const auto twice = answerOf("torouter", 200, chatWith("\"a\":1"),
            {.headers = {
                 {"X-Request-ID", "ours"}, {"X-Request-ID", "upstream-1"}, {"X-Client-Request-ID", "row"}}});
        QCOMPARE(twice.ids.request, (QStringList{u"ours"_s, u"upstream-1"_s, u"row"_s}));
        QCOMPARE(twice.ids.upstream, u"upstream-1"_s);
        const auto joined = answerOf(
            "torouter", 200, chatWith("\"a\":1"), {.headers = {{"x-request-id", "ours, upstream-1"}}});
        QCOMPARE(joined.ids.request, (QStringList{u"ours"_s, u"upstream-1"_s}));
        const auto generation
            = answerOf("openrouter", 502, "{}", {.headers = {{"X-Generation-Id", "gen-7"}}});
        QCOMPARE(generation.ids.generation, u"gen-7"_s);
        const auto anthropic = answerOf("openrouter", 429,
            R"({"type":"error","error":{"type":"rate_limit_error","message":"no"},"request_id":"gen-8"})",
            {.protocol = ApiProtocol::AnthropicMessages});
        QCOMPARE(anthropic.ids.generation, u"gen-8"_s);
        QCOMPARE(anthropic.ids.request, QStringList());
        const auto providers = answerOf("chuizi", 200,
            R"({"id":"msg_1","type":"message","role":"assistant","model":"m","content":[{"type":"text","text":"x"}],"stop_reason":"end_turn"})",
            {.protocol = ApiProtocol::AnthropicMessages});
        QCOMPARE(providers.ids.generation, u""_s); // its look-up would not take it
        QCOMPARE(providers.ids.request, QStringList{u"msg_1"_s});
        const auto inMessage = answerOf("new-api", 403,
            R"({"error":{"type":"new_api_error","message":"no quota (request id: 2026abc) "}})",
            {.headers = {{"x-oneapi-request-id", "2026abc"}}});
        QCOMPARE(inMessage.ids.request, QStringList{u"2026abc"_s});
        const auto litellm = answerOf("litellm", 200, chatWith("\"a\":1"),
            {.headers = {{"x-litellm-call-id", "call"}, {"x-litellm-response-cost", "1.5e-05"}}});
        QCOMPARE(litellm.ids.request, QStringList{u"call"_s});
        QCOMPARE(litellm.cost.amount, std::optional(Money::fromNanos(15'000)));
    }
};

QTEST_GUILESS_MAIN(AnswerRouteTest)
#include "tst_answer_route.moc"
