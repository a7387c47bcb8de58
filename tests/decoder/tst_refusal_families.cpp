// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/refusal.h"
#include "gateways/registry.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime Now({2026, 11, 18}, {12, 0}, Qt::UTC);

} // namespace

//! What the smaller families of gateways say when they refuse.
class RefusalFamiliesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theCatalogueKnowsThem_data()
    {
        QTest::addColumn<QByteArray>("gateway");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("category");

        const auto row = [](const char *name, const char *gateway, int status, const QByteArray &body,
                             const char *category) {
            QTest::addRow("%s: %s", gateway, name)
                << QByteArray(gateway) << status << body << QString::fromLatin1(category);
        };
        const char *chuizi = "chuizi";
        row("newer: bad key", chuizi, 401,
            R"({"error":{"message":"no","type":"authentication_error","code":"invalid_api_key"}})",
            "credentials");
        row("newer: no money", chuizi, 402,
            R"({"error":{"message":"no","type":"x","code":"insufficient_balance"}})", "balance");
        row("newer: the daily cap", chuizi, 403,
            R"({"error":{"message":"no","type":"permission_error","code":"daily_limit_exceeded"}})",
            "key_budget");
        row("newer: the daily cap although 402", chuizi, 402,
            R"({"error":{"message":"no","code":"daily_limit_exceeded"}})", "key_budget");
        row("newer: the address", chuizi, 403, R"({"error":{"message":"no","code":"ip_not_allowed"}})",
            "policy");
        row("newer: the code before its family", chuizi, 400,
            R"({"error":{"message":"no","type":"invalid_request_error","code":"validation_error"}})",
            "request");
        row("newer: no such model", chuizi, 404, R"({"error":{"message":"no","code":"model_not_found"}})",
            "model_unavailable");
        row("newer: the provider's timeout", chuizi, 504,
            R"({"error":{"message":"no","code":"provider_timeout"}})", "timeout");
        row("older: the code is the status", chuizi, 402,
            R"({"error":{"message":"no","type":"insufficient_quota","code":"402"}})", "balance");
        row("older: too often", chuizi, 429,
            R"({"error":{"message":"no","type":"rate_limit_error","code":"429"}})", "rate_limit");
        row("older: the provider", chuizi, 502,
            R"({"error":{"message":"no","type":"upstream_error","code":"502"}})", "provider");
        row("older: 402 that says which", chuizi, 402,
            R"({"error":{"message":"Daily limit reached, try tomorrow"}})", "key_budget");
        row("older: 402 that does not", chuizi, 402, R"({"error":{"message":"payment required"}})",
            "balance");
        row("Anthropic's shape", chuizi, 401,
            R"({"type":"error","error":{"type":"authentication_error","message":"no"}})", "credentials");

        const char *litellm = "litellm";
        row("the budget although 400", litellm, 400,
            R"({"error":{"message":"Budget has been exceeded! Current cost: 1.5, Max budget: 1.0","type":"budget_exceeded","param":null,"code":"400"}})",
            "key_budget");
        row("the budget although 429", litellm, 429,
            R"({"error":{"message":"no","type":"budget_exceeded","code":"429"}})", "key_budget");
        row("the budget in words alone", litellm, 400, R"({"detail":"Budget has been exceeded"})",
            "key_budget");
        row("a bad key", litellm, 401,
            R"({"error":{"message":"no","type":"auth_error","param":"None","code":"401"}})", "credentials");
        row("an expired key although 400", litellm, 400,
            R"({"error":{"message":"no","type":"expired_key","code":"400"}})", "credentials");
        row("a model of others", litellm, 401,
            R"({"error":{"message":"no","type":"key_model_access_denied","code":"401"}})", "policy");
        row("no database", litellm, 503,
            R"({"error":{"message":"no","type":"no_db_connection","code":"503"}})", "gateway");
        row("too often", litellm, 429, R"({"error":{"message":"no","type":"throttling_error","code":"429"}})",
            "rate_limit");

        const char *newApi = "new-api";
        row("the user's quota", newApi, 403,
            R"({"error":{"message":"no (request id: 1) ","type":"new_api_error","code":"insufficient_user_quota"
    }})",
            "balance");
        row("the key's quota", newApi, 403,
            R"({"error":{"message":"no","type":"new_api_error","code":"pre_consume_token_quota_failed"}})",
            "key_budget");
        row("the key's quota in words", newApi, 429,
            R"({"error":{"message":"x TokenStatusExhausted[sk-x]","type":"new_api_error"}})", "key_budget");
        row("a type that says nothing: bad key", newApi, 401,
            R"({"error":{"message":"no","type":"new_api_error"}})", "credentials");
        row("a type that says nothing: too often", newApi, 429,
            R"({"error":{"message":"no","type":"one_api_error"}})", "rate_limit");
        row("no channel", newApi, 503,
            R"({"error":{"message":"no","type":"new_api_error","code":"get_channel_failed"}})", "routing");
        row("the operator's key", newApi, 401,
            R"({"error":{"message":"no","type":"new_api_error","code":"channel:invalid_key"}})", "provider");
        row("the panel's envelope", newApi, 401, R"({"success":false,"message":"no"})", "credentials");
    }

    void theCatalogueKnowsThem()
    {
        QFETCH(QByteArray, gateway);
        QFETCH(int, status);
        QFETCH(QByteArray, body);
        QFETCH(QString, category);
        HttpResponse response{.status = status, .body = body};
        response.headers.append("Content-Type"_ba, "application/json"_ba);

        const auto error
            = explainRefusal(response, connectorFor(QString::fromLatin1(gateway))->errorCatalogue(), Now);

        QCOMPARE(error.kind, Error::Kind::Rejected);
        QCOMPARE(QString(toText(error.category)), category);
    }
};

QTEST_GUILESS_MAIN(RefusalFamiliesTest)
#include "tst_refusal_families.moc"
