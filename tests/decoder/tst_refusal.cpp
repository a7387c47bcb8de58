// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/refusal.h"
#include "gateways/registry.h"

#include <QRandomGenerator>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime Now({2026, 11, 18}, {12, 0}, Qt::UTC);

HttpResponse answer(int status, const QByteArray &body, const QByteArray &type = "application/json"_ba)
{
    HttpResponse response{.status = status, .body = body};
    if (!type.isEmpty())
        response.headers.append("Content-Type"_ba, type);
    return response;
}

Error explain(const char *gateway, const HttpResponse &response)
{
    return explainRefusal(response, connectorFor(QString::fromLatin1(gateway))->errorCatalogue(), Now);
}

} // namespace

class RefusalTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theBodyDecidesBeforeTheStatus_data()
    {
        QTest::addColumn<QByteArray>("gateway");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("retryAfterField");
        QTest::addColumn<QString>("category");
        QTest::addColumn<QString>("code");

        const auto row = [](const char *name, const char *gateway, int status, const QByteArray &body,
                             const char *category, const char *code, const QByteArray &delay = {}) {
            QTest::newRow(name) << QByteArray(gateway) << status << body << delay
                                << QString::fromLatin1(category) << QString::fromLatin1(code);
        };
        const char *tr = "torouter";
        row("flat code", tr, 401, R"({"code":"INVALID_API_KEY","message":"no"})", "credentials",
            "INVALID_API_KEY");
        row("key cap although 429", tr, 429, R"({"code":"API_KEY_QUOTA_EXHAUSTED","message":"no"})",
            "key_budget", "API_KEY_QUOTA_EXHAUSTED");
        row("key cap although 402", tr, 402, R"({"code":"API_KEY_QUOTA_EXHAUSTED","message":"no"})",
            "key_budget", "API_KEY_QUOTA_EXHAUSTED");
        row("key cap, nested", tr, 429,
            R"({"error":{"message":"no","type":"insufficient_quota","param":null,"code":"insufficient_quota"}})",
            "key_budget", "insufficient_quota");
        row("plan cap although 429", tr, 429, R"({"code":"USAGE_LIMIT_EXCEEDED","message":"no"})",
            "plan_window", "USAGE_LIMIT_EXCEEDED");
        row("a window of the key", tr, 429,
            R"({"error":{"type":"rate_limit_exceeded","message":"5h limit"}})", "key_budget",
            "rate_limit_exceeded");
        row("the plain rate limit", tr, 429, R"({"error":{"type":"rate_limit_exceeded","message":"slow"}})",
            "rate_limit", "rate_limit_exceeded", "7");
        row("error as plain text", tr, 429, R"({"error":"rate limit exceeded","message":"slow"})",
            "rate_limit", "rate limit exceeded");
        row("expired although 401", tr, 401, R"({"code":"API_KEY_EXPIRED","message":"no"})", "credentials",
            "API_KEY_EXPIRED");
        row("address refused although 401", tr, 401, R"({"code":"ACCESS_DENIED","message":"no"})", "policy",
            "ACCESS_DENIED");
        row("no balance although 403", tr, 403, R"({"code":"INSUFFICIENT_BALANCE","message":"no"})",
            "balance", "INSUFFICIENT_BALANCE");
        row("the provider's 401 is not ours", tr, 401, R"({"error":{"code":"server_error","message":"no"}})",
            "provider", "server_error");
        row("the provider's 403 is not ours", tr, 403, R"({"error":{"type":"server_error","message":"no"}})",
            "provider", "server_error");
        row("Google's shape", tr, 403,
            R"({"error":{"code":403,"message":"no","status":"PERMISSION_DENIED"}})", "policy",
            "PERMISSION_DENIED");
        row("Anthropic's shape", tr, 529,
            R"({"type":"error","error":{"type":"overloaded_error","message":"no"}})", "provider",
            "overloaded_error");
        row("panel envelope with a number", tr, 429, R"({"code":429,"message":"no","reason":"RATE_LIMITED"})",
            "rate_limit", "RATE_LIMITED");
        row("an unknown code keeps its name", tr, 403, R"({"code":"SOMETHING_NEW","message":"no"})", "policy",
            "SOMETHING_NEW");

        const char *openrouter = "openrouter";
        row("bad key", openrouter, 401, R"({"error":{"code":401,"message":"User not found."}})",
            "credentials", "");
        row("credit", openrouter, 402,
            R"({"error":{"code":402,"message":"no","metadata":{"limit_source":"openrouter_credits"}}})",
            "balance", "openrouter_credits");
        row("cap of the key", openrouter, 402,
            R"({"error":{"code":402,"message":"no","metadata":{"error_type":"payment_required","limit_source":"openrouter_key_limit"}}})",
            "key_budget", "openrouter_key_limit");
        row("cap of the key although 403", openrouter, 403,
            R"({"error":{"code":403,"message":"no","metadata":{"error_type":"permission_denied","limit_source":"openrouter_key_limit"}}})",
            "key_budget", "openrouter_key_limit");
        row("held by requests in flight", openrouter, 402,
            R"({"error":{"code":402,"message":"no","metadata":{"limit_source":"openrouter_in_flight_budget","reason":"in_flight_budget_exhausted"}}})",
            "balance", "openrouter_in_flight_budget", "9");
        row("guardrail budget", openrouter, 403,
            R"({"error":{"code":403,"message":"no","metadata":{"limit_source":"openrouter_guardrail_budget"}}})",
            "plan_window", "openrouter_guardrail_budget");
        row("free models of the day", openrouter, 429,
            R"({"error":{"code":429,"message":"no","metadata":{"error_type":"rate_limit_exceeded","limit_source":"openrouter_free_tier_daily"}}})",
            "plan_window", "openrouter_free_tier_daily");
        row("free models of the day, older words", openrouter, 429,
            R"({"error":{"code":429,"message":"Rate limit exceeded: free-models-per-day."}})", "plan_window",
            "");
        row("shared pool", openrouter, 429,
            R"({"error":{"code":429,"message":"no","metadata":{"limit_source":"upstream_provider_shared_pool"}}})",
            "rate_limit", "upstream_provider_shared_pool");
        row("workspace budget, older words", openrouter, 403,
            R"({"error":{"code":403,"message":"Workspace monthly budget of $5 exceeded"}})", "plan_window",
            "");
        row("error type", openrouter, 400,
            R"({"error":{"code":400,"message":"no","metadata":{"error_type":"context_length_exceeded"}}})",
            "request", "context_length_exceeded");
        row("a type before its status", openrouter, 500,
            R"({"error":{"code":500,"message":"no","metadata":{"error_type":"provider_overloaded"}}})",
            "provider", "provider_overloaded");
        row("no endpoint", openrouter, 404,
            R"({"error":{"message":"no","availability":{"code":"no_endpoints"}}})", "routing",
            "no_endpoints");

        const char *any = "openai-compatible";
        row("OpenAI: bad key", any, 401,
            R"({"error":{"message":"no","type":"invalid_request_error","code":"invalid_api_key"}})",
            "credentials", "invalid_api_key");
        row("OpenAI: no money although 429", any, 429,
            R"({"error":{"message":"no","type":"insufficient_quota","code":"insufficient_quota"}})",
            "balance", "insufficient_quota");
        row("OpenAI: rate limit without delay", any, 429,
            R"({"error":{"message":"no","type":"requests","code":"rate_limit_exceeded"}})", "rate_limit",
            "rate_limit_exceeded");
    }

    void theBodyDecidesBeforeTheStatus()
    {
        QFETCH(QByteArray, gateway);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QByteArray, retryAfterField);
        QFETCH(QString, category);
        QFETCH(QString, code);
        auto response = answer(status, body);
        if (!retryAfterField.isEmpty())
            response.headers.append("Retry-After"_ba, retryAfterField);

        const auto error = explain(gateway.constData(), response);

        QCOMPARE(error.kind, Error::Kind::Rejected);
        QCOMPARE(QString(toText(error.category)), category);
        QCOMPARE(error.code, code);
        QCOMPARE(error.httpStatus, std::optional(status));
        QCOMPARE(error.retryAfter.has_value(), !retryAfterField.isEmpty());
        QVERIFY(!error.detail.isEmpty());
    }

    void aBodyWithoutCodeHasItsStatus_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("category");

        const std::initializer_list<std::pair<int, const char *>> rows{{400, "request"}, {401, "credentials"},
            {402, "balance"}, {403, "policy"}, {404, "request"}, {405, "request"}, {408, "timeout"},
            {413, "request"}, {422, "request"}, {429, "rate_limit"}, {451, "policy"}, {500, "gateway"},
            {501, "gateway"}, {502, "provider"}, {503, "provider"}, {504, "timeout"}, {524, "timeout"},
            {529, "provider"}, {200, "unknown"}, {999, "unknown"}};
        for (const auto &[status, category] : rows)
            QTest::addRow("%d", status) << status << QString::fromLatin1(category);
    }

    void aBodyWithoutCodeHasItsStatus()
    {
        QFETCH(int, status);
        QFETCH(QString, category);
        for (const auto &body : {""_ba, "{}"_ba, "{\"message\":\"x\"}"_ba, "{\"error\":"_ba}) {
            const auto error = explain("torouter", answer(status, body));
            QCOMPARE(error.kind, Error::Kind::Rejected);
            QCOMPARE(QString(toText(error.category)), category);
        }
    }

    void tellsAPageFromAnAnswer_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isAnswer");

        QTest::newRow("a page") << "text/html; charset=utf-8"_ba
                                << "<!doctype html><p>no</p>"_ba << false;
        QTest::newRow("a page called JSON") << "application/json"_ba
                                            << " <html></html>"_ba << false;
        QTest::newRow("a page called nothing") << ""_ba
                                               << "<html></html>"_ba << false;
        QTest::newRow("plain text") << "text/plain"_ba
                                    << "upstream connect error"_ba << false;
        QTest::newRow("text without type") << ""_ba
                                           << "no such route"_ba << false;
        QTest::newRow("XML") << "application/xml"_ba
                             << "<?xml version=\"1.0\"?>"_ba << false;
        QTest::newRow("JSON") << "application/json"_ba
                              << "{\"code\":\"X\"}"_ba << true;
        QTest::newRow("a problem document") << "application/problem+json"_ba
                                            << "{\"detail\":\"X\"}"_ba << true;
        QTest::newRow("JSON called text") << "text/plain"_ba
                                          << "{\"code\":\"X\"}"_ba << true;
        QTest::newRow("JSON cut short") << "application/json"_ba
                                        << "{\"code\":"_ba << true;
        QTest::newRow("bytes that are no text") << "application/json"_ba
                                                << "\xff\xfe\x00\x01"_ba << false;
    }

    void tellsAPageFromAnAnswer()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QFETCH(bool, isAnswer);
        for (const int status : {401, 404, 429, 503}) {
            const auto error = explain("openrouter", answer(status, body, type));
            QCOMPARE(error.kind, isAnswer ? Error::Kind::Rejected : Error::Kind::NotAnApi);
            QCOMPARE(error.httpStatus, std::optional(status));
        }
    }

    void namesTheTargetOfARedirect_data()
    {
        QTest::addColumn<QByteArray>("location");
        QTest::addColumn<QString>("target");

        QTest::newRow("elsewhere") << "https://login.example/sso?next=secret"_ba << u"login.example"_s;
        QTest::newRow("another port") << "http://gateway.example:8443/x"_ba << u"gateway.example:8443"_s;
        QTest::newRow("without scheme") << "//other.example/x"_ba << u"other.example"_s;
        QTest::newRow("the same host") << "/login?next=secret"_ba << u"/login"_s;
        QTest::newRow("nowhere") << ""_ba << u""_s;
    }

    void namesTheTargetOfARedirect()
    {
        QFETCH(QByteArray, location);
        QFETCH(QString, target);
        HttpResponse response = answer(302, "<html></html>"_ba, "text/html"_ba);
        if (!location.isEmpty())
            response.headers.append("Location"_ba, location);

        const auto error = explain("openrouter", response);

        QCOMPARE(error.kind, Error::Kind::Redirected);
        QCOMPARE(error.detail, target);
        QCOMPARE(error.httpStatus, std::optional(302));
    }

    void readsAListOfOne()
    {
        const auto error = explain("openai-compatible",
            answer(429, R"([{"error":{"code":429,"message":"slow","status":"RESOURCE_EXHAUSTED"}}])"_ba));
        QCOMPARE(error.category, Category::RateLimit);
        QCOMPARE(error.detail, u"slow"_s);
    }

    void masksWhatAGatewayEchoes()
    {
        const auto error = explain("openrouter",
            answer(401,
                R"({"error":{"code":"sk-or-v1-0123456789","message":"key sk-or-v1-0123456789 of acct77 refused, Bearer abcdefgh"},"user_id":"acct77"})"_ba));
        const auto all = error.detail + error.code;
        QVERIFY(!all.contains(u"0123456789"_s));
        QVERIFY(!all.contains(u"acct77"_s));
        QVERIFY(!all.contains(u"abcdefgh"_s));
        QVERIFY(error.detail.contains(u"refused"_s));
    }

    void cutsALongMessage()
    {
        const auto body = "{\"message\":\"" + QByteArray("word ").repeated(50'000) + "\"}";
        QVERIFY(explain("torouter", answer(500, body)).detail.size() <= 300);
    }

    void findsADelayInsideTheBody()
    {
        const auto error = explain("openrouter",
            answer(429,
                R"({"error":{"code":429,"message":"no","metadata":{"headers":{"Retry-After":"12","X-RateLimit-Limit":"20"}}}})"_ba));
        QCOMPARE(error.retryAfter, std::optional(std::chrono::seconds(12)));
    }

    void anyBytesGiveAResult()
    {
        QRandomGenerator chance(20261118);
        const auto seed
            = "{'error':{'code':'a','message':'{}','metadata':{'raw':'[]'}},'user_id':'u'}"_ba.replace(
                '\'', '"');
        for (int round = 0; round < 3000; ++round) {
            auto body = seed.left(chance.bounded(static_cast<int>(seed.size()) + 1));
            for (int change = chance.bounded(6); change > 0 && !body.isEmpty(); --change)
                body[chance.bounded(static_cast<int>(body.size()))] = static_cast<char>(chance.bounded(256));
            const auto error = explain("openai-compatible", answer(chance.bounded(100, 600), body));
            QVERIFY(error.detail.size() <= 300);
        }
        const auto deep = QByteArray(100'000, '[');
        QCOMPARE(explain("torouter", answer(500, deep)).kind, Error::Kind::Rejected);
    }
};

QTEST_GUILESS_MAIN(RefusalTest)
#include "tst_refusal.moc"
