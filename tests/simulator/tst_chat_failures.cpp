// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/chat_asking.h"
#include "simulator/chat_failures.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper::simulator;

namespace {

const QDateTime Thursday{QDate(2026, 6, 18), QTime(11, 0), Qt::UTC};

Place placeOf(const QByteArray &where)
{
    if (where.startsWith("OpenRouter"))
        return Place::OpenRouter;
    if (where.startsWith("ToRouter"))
        return Place::ToRouter;
    if (where.startsWith("sub2api"))
        return Place::Sub2api;
    if (where.startsWith("Chuizi"))
        return Place::Chuizi;
    if (where.startsWith("LiteLLM"))
        return Place::LiteLlm;
    return where.startsWith("new-api") ? Place::NewApi : Place::OpenAi;
}

//! The word by which a refusal can be told from others, wherever the dialect has it.
QString wordIn(const QJsonValue &body)
{
    if (body[u"code"_s].isString())
        return body[u"code"_s].toString();
    const auto error = body[u"error"_s];
    if (error.isString())
        return error.toString();
    for (const auto &value : {error[u"code"_s], error[u"error_type"_s], error[u"metadata"_s][u"error_type"_s],
             error[u"status"_s], error[u"type"_s]}) {
        if (value.isString() && !value.toString().isEmpty())
            return value.toString();
    }
    return {};
}

} // namespace

class TestChatFailures : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void everyDocumentedFailureComesWithItsStatusAndWords_data()
    {
        QTest::addColumn<QByteArray>("where");
        for (const auto &[name, place] : chatPlaces())
            QTest::newRow(name.constData()) << name;
    }

    void everyDocumentedFailureComesWithItsStatusAndWords()
    {
        QFETCH(QByteArray, where);
        const auto &place = chatPlace(where);
        Asking asking(Thursday);
        for (const auto &failure : failuresOf(placeOf(where))) {
            const auto model = u"sim/fails-"_s + QString::fromLatin1(failure.code);
            const auto answer = askModel(asking, place, model, true);
            QVERIFY2(answer.status == failure.status, failure.code);
            const auto body = jsonOf(answer);
            QVERIFY2(body.isObject() && !answer.stream, failure.code);
            const auto message = QString::fromUtf8(failure.message);
            QVERIFY2(answer.body.contains(
                         QJsonDocument(QJsonArray{message}).toJson(QJsonDocument::Compact).mid(2).chopped(2)),
                failure.code);
            const auto delay = failure.retryAfter > 0 ? QByteArray::number(failure.retryAfter) : QByteArray();
            QCOMPARE(headersOf(answer, "Retry-After").value(0), delay);
        }
    }

    void formsDifferByGatewayAndProtocol_data()
    {
        QTest::addColumn<QByteArray>("where");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QByteArray>("expected");
        QTest::newRow("OpenRouter")
            << "OpenRouter chat"_ba << u"unprocessable"_s
            << R"({"error":{"code":422,"message":"An argument makes no sense","metadata":{"error_type":"unprocessable"}},"user_id":"user_halden"})"_ba;
        QTest::newRow("OpenRouter responses")
            << "OpenRouter responses"_ba << u"unprocessable"_s
            << R"({"error":{"code":422,"message":"An argument makes no sense","metadata":{"error_type":"unprocessable"}},"error_type":"unprocessable","user_id":"user_halden"})"_ba;
        QTest::newRow("OpenRouter messages, before routing")
            << "OpenRouter messages"_ba << u"400"_s
            << R"({"error":{"error_type":"invalid_request","message":"The request is not valid","type":"invalid_request_error"},"request_id":null,"type":"error"})"_ba;
        QTest::newRow("OpenRouter hides what a 500 was about")
            << "OpenRouter chat"_ba << u"500"_s
            << R"({"error":{"code":500,"message":"Internal Server Error"},"user_id":"user_halden"})"_ba;
        QTest::newRow("sub2api, key gate") << "sub2api messages"_ba << u"INSUFFICIENT_BALANCE"_s
                                           << R"({"code":"INSUFFICIENT_BALANCE","message":"余额不足"})"_ba;
        QTest::newRow("sub2api, the same code with another status")
            << "ToRouter chat"_ba << u"API_KEY_QUOTA_EXHAUSTED-402"_s
            << R"({"code":"API_KEY_QUOTA_EXHAUSTED","message":"the key has used up its quota"})"_ba;
        QTest::newRow("sub2api gemini has no code")
            << "sub2api gemini"_ba << u"API_KEY_EXPIRED"_s
            << R"({"error":{"code":403,"message":"密钥已到期","status":"PERMISSION_DENIED"}})"_ba;
        QTest::newRow("sub2api messages")
            << "sub2api messages"_ba << u"overloaded_error"_s
            << R"({"error":{"message":"the upstream is overloaded","type":"overloaded_error"},"type":"error"})"_ba;
        QTest::newRow("sub2api chat")
            << "sub2api chat"_ba << u"server_error-401"_s
            << R"({"error":{"message":"all accounts failed","type":"server_error"}})"_ba;
        QTest::newRow("sub2api's limit of an address")
            << "sub2api chat"_ba << u"ip_rate_limit"_s
            << R"({"error":"rate limit exceeded","message":"too many requests from this address"})"_ba;
        QTest::newRow("ToRouter's model list")
            << "ToRouter chat"_ba << u"model_not_allowed"_s
            << R"({"error":{"code":"model_not_allowed","message":"the key may not call this model","type":"permission_error"}})"_ba;
        QTest::newRow("Chuizi")
            << "Chuizi chat"_ba << u"daily_limit_exceeded"_s
            << R"({"error":{"code":"daily_limit_exceeded","message":"The daily limit of the key is reached.","type":"permission_error"}})"_ba;
        QTest::newRow("Chuizi messages")
            << "Chuizi messages"_ba << u"provider_error"_s
            << R"({"error":{"message":"The model service failed.","type":"provider_error"},"type":"error"})"_ba;
        QTest::newRow("Chuizi of old")
            << "Chuizi of old"_ba << u"provider_error"_s
            << R"({"error":{"code":"502","message":"The model service failed.","type":"upstream_error"}})"_ba;
        QTest::newRow("LiteLLM")
            << "LiteLLM"_ba << u"expired_key"_s
            << R"({"error":{"code":"401","message":"Authentication Error - Expired Key.","param":"None","type":"expired_key"}})"_ba;
        QTest::newRow("OpenAI")
            << "OpenAI"_ba << u"insufficient_quota"_s
            << R"({"error":{"code":"insufficient_quota","message":"The quota is used up; see plan and billing.","param":null,"type":"insufficient_quota"}})"_ba;
    }

    void formsDifferByGatewayAndProtocol()
    {
        QFETCH(QByteArray, where);
        QFETCH(QString, code);
        QFETCH(QByteArray, expected);
        Asking asking(Thursday);
        QCOMPARE(askModel(asking, chatPlace(where), u"sim/fails-"_s + code).body, expected);
    }

    void newApiQuotesTheRequestId()
    {
        Asking asking(Thursday);
        const auto answer = askModel(asking, chatPlace("new-api"), u"sim/fails-token_quota"_s);
        const auto id = headersOf(answer, "X-Oneapi-Request-Id").value(0);
        QVERIFY(!id.isEmpty());
        QVERIFY(jsonOf(answer)[u"error"_s][u"message"_s].toString().endsWith(
            u" (request id: "_s + QString::fromLatin1(id) + u')'));
        QCOMPARE(jsonOf(answer)[u"error"_s][u"code"_s].toString(), u"pre_consume_token_quota_failed"_s);
    }

    void theGatesAreShut_data()
    {
        QTest::addColumn<QByteArray>("where");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("model");
        QTest::addColumn<QByteArray>("moment");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("word");
        const auto row = [](const char *name, const char *where, const QString &key, const QString &model,
                             int status, const QString &word, const char *moment = "2026-06-18T11:00:00Z") {
            QTest::newRow(name) << QByteArray(where) << key << model << QByteArray(moment) << status << word;
        };
        row("OpenRouter, no key", "OpenRouter chat", {}, u"openai/gpt-5"_s, 401, u"authentication"_s);
        row("OpenRouter, unknown key", "OpenRouter chat", u"sk-or-v1-x"_s, u"openai/gpt-5"_s, 401,
            u"authentication"_s);
        row("OpenRouter, management key", "OpenRouter chat", u"openrouter_team"_s, u"openai/gpt-5"_s, 403,
            u"permission_denied"_s);
        row("OpenRouter, unknown model", "OpenRouter chat", u"openrouter_labs"_s, u"openai/gpt-99"_s, 400,
            u"invalid_request"_s);
        row("OpenRouter, a model that has gone", "OpenRouter chat", u"openrouter_labs"_s,
            u"meta-llama/llama-4-scout"_s, 404, u"not_found"_s, "2026-06-28T11:00:00Z");
        row("sub2api, no key", "sub2api chat", {}, u"gpt-5"_s, 401, u"API_KEY_REQUIRED"_s);
        row("sub2api, unknown key", "sub2api chat", u"sk-x"_s, u"gpt-5"_s, 401, u"INVALID_API_KEY"_s);
        row("sub2api, no such model in the group", "sub2api chat", u"sub2api_batch"_s, u"gpt-5"_s, 404,
            u"model_not_found"_s);
        row("sub2api, expired", "sub2api chat", u"sub2api_web"_s, u"gpt-5-mini"_s, 403, u"API_KEY_EXPIRED"_s,
            "2027-03-02T00:00:00Z");
        row("ToRouter, quota used up", "ToRouter chat", u"torouter_apac"_s, u"gpt-5-mini"_s, 429,
            u"API_KEY_QUOTA_EXHAUSTED"_s);
        row("ToRouter, nothing answers", "ToRouter chat", u"torouter_support"_s, u"gpt-5"_s, 503,
            u"api_error"_s, "2026-06-18T12:00:00Z");
        row("Chuizi, unknown key", "Chuizi chat", u"ck-x"_s, u"openai/gpt-5"_s, 401, u"invalid_api_key"_s);
        row("Chuizi, not among the key's models", "Chuizi chat", u"chuizi_new"_s, u"openai/gpt-5"_s, 403,
            u"model_not_allowed"_s);
        row("Chuizi, unknown model", "Chuizi chat", u"chuizi_new"_s, u"openai/gpt-99"_s, 404,
            u"model_not_found"_s);
        row("LiteLLM, no key", "LiteLLM", {}, u"gpt-5"_s, 401, u"401"_s);
        row("LiteLLM, unknown model", "LiteLLM", u"litellm_web"_s, u"gpt-99"_s, 400, u"400"_s);
        row("new-api, unknown model", "new-api", u"newapi"_s, u"gpt-99"_s, 503, u"model_not_found"_s);
        row("OpenAI, unknown key", "OpenAI", u"sk-x"_s, u"gpt-5"_s, 401, u"invalid_api_key"_s);
        row("OpenAI, unknown model", "OpenAI", u"openai"_s, u"gpt-99"_s, 404, u"model_not_found"_s);
        row("no such scenario", "OpenAI", u"openai"_s, u"sim/dances"_s, 404, u"model_not_found"_s);
        row("no such failure here", "OpenAI", u"openai"_s, u"sim/fails-API_KEY_EXPIRED"_s, 404,
            u"model_not_found"_s);
    }

    void theGatesAreShut()
    {
        QFETCH(QByteArray, where);
        QFETCH(QString, key);
        QFETCH(QString, model);
        QFETCH(QByteArray, moment);
        QFETCH(int, status);
        QFETCH(QString, word);
        Asking asking(Thursday);
        asking.setClock(moment);
        auto place = chatPlace(where);
        place.key = key;
        const auto answer = askModel(asking, place, model);
        QCOMPARE(answer.status, status);
        QCOMPARE(wordIn(jsonOf(answer)), word);
    }

    void aSwitchedOffKeyIsRefused()
    {
        Asking asking(Thursday);
        auto place = chatPlace("OpenRouter chat");
        const auto made = jsonOf(
            asking.post("/openrouter/api/v1/keys", {{u"name"_s, u"short-lived"_s}}, u"openrouter_team"_s));
        place.key = made[u"key"_s].toString();
        QCOMPARE(askModel(asking, place, place.model).status, 200);
        const auto target = "/openrouter/api/v1/keys/" + made[u"data"_s][u"hash"_s].toString().toLatin1();
        QCOMPARE(asking.send("PATCH", target, u"openrouter_team"_s, R"({"disabled":true})").status, 200);
        QCOMPARE(askModel(asking, place, place.model).status, 401);
    }

    void aCapStopsWhatWouldPassIt()
    {
        Asking asking(Thursday);
        auto place = chatPlace("OpenRouter chat");
        place.key = jsonOf(asking.post("/openrouter/api/v1/keys",
            {{u"name"_s, u"small"_s}, {u"limit"_s, 0.0005}}, u"openrouter_team"_s))[u"key"_s]
                        .toString();
        const auto dear = askModel(asking, place, place.model, false, {{u"max_tokens"_s, 4000}});
        QCOMPARE(dear.status, 402);
        const auto metadata = jsonOf(dear)[u"error"_s][u"metadata"_s];
        QCOMPARE(metadata[u"limit_source"_s].toString(), u"openrouter_key_limit"_s);
        QVERIFY(jsonOf(dear)[u"error"_s][u"message"_s].toString().contains(u"only afford 50"_s));
        QCOMPARE(askModel(asking, place, place.model, false, {{u"max_tokens"_s, 40}}).status, 200);
        QCOMPARE(askModel(asking, place, place.model, false, {{u"max_tokens"_s, 40}}).status, 200);
        asking.setClock("2026-06-18T11:06:00Z");
        QCOMPARE(askModel(asking, place, place.model).status, 402);
    }

    void wrongBodiesAreRefused_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("no JSON") << "{"_ba;
        QTest::newRow("a list") << "[]"_ba;
        QTest::newRow("no messages") << R"({"model":"gpt-5"})"_ba;
        QTest::newRow("empty messages") << R"({"model":"gpt-5","messages":[]})"_ba;
        QTest::newRow("messages of text") << R"({"model":"gpt-5","messages":["x"]})"_ba;
        QTest::newRow("no model") << R"({"messages":[{"role":"user","content":"x"}]})"_ba;
        QTest::newRow("stream as text")
            << R"({"model":"gpt-5","stream":"yes","messages":[{"role":"user","content":"x"}]})"_ba;
        QTest::newRow("no tokens")
            << R"({"model":"gpt-5","max_tokens":0,"messages":[{"role":"user","content":"x"}]})"_ba;
    }

    void wrongBodiesAreRefused()
    {
        QFETCH(QByteArray, body);
        Asking asking(Thursday);
        for (const auto &[name, place] : chatPlaces()) {
            if (place.protocol == u"chat"_s)
                QVERIFY2(asking.send("POST", place.base, place.key, body).status == 400, name.constData());
        }
    }

    void messagesNeedALimit()
    {
        Asking asking(Thursday);
        const auto body = R"({"model":"openai/gpt-5","messages":[{"role":"user","content":"x"}]})"_ba;
        const auto &place = chatPlace("OpenRouter messages");
        QCOMPARE(asking.send("POST", place.base, place.key, body).status, 400);
    }
};

QTEST_GUILESS_MAIN(TestChatFailures)
#include "tst_chat_failures.moc"
