// SPDX-License-Identifier: GPL-3.0-or-later
#include "net/network_http_client.h"
#include "net/secret_body.h"
#include "support/await.h"
#include "support/fake_gateway.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

std::shared_ptr<const Secret> password(const QByteArray &text)
{
    return std::make_shared<const Secret>(*Secret::fromPassword(text));
}

HttpRequest login(const QByteArray &body, const QByteArray &secret)
{
    HttpRequest request;
    request.method = "POST"_ba;
    request.body = body;
    request.credentialHeader = CredentialHeader::None;
    request.secretFields = {{"password"_ba, password(secret)}};
    return request;
}

} // namespace

class SecretBodyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void putsSecretsBesideWhatIsThere_data()
    {
        QTest::addColumn<QByteArray>("secret");
        QTest::newRow("plain") << "hunter2"_ba;
        QTest::newRow("what JSON must escape") << "a\"b\\c}d"_ba;
        QTest::newRow("not ASCII") << "p\xc3\xa4ss"_ba;
        QTest::newRow("blanks") << "  two words "_ba;
    }

    void putsSecretsBesideWhatIsThere()
    {
        QFETCH(QByteArray, secret);
        const auto body = bodyWithSecrets(login(R"({"email":"a@b.example"})", secret));
        QVERIFY2(body, body ? "" : qPrintable(body.error().detail));
        const auto object = QJsonDocument::fromJson(*body).object();
        QCOMPARE(object.size(), 2);
        QCOMPARE(object["email"_L1].toString(), u"a@b.example"_s);
        QCOMPARE(object["password"_L1].toString(), QString::fromUtf8(secret));
    }

    void aBodyWithoutSecretsIsLeftAlone()
    {
        HttpRequest request;
        request.method = "POST"_ba;
        request.body = "  not JSON at all"_ba;
        QCOMPARE(*bodyWithSecrets(request), request.body);
    }

    void anEmptyBodyBecomesOne() { QCOMPARE(*bodyWithSecrets(login({}, "x"_ba)), R"({"password":"x"})"_ba); }

    void refusesWhatWouldGoWrong()
    {
        auto request = login("[1]"_ba, "canary"_ba);
        QCOMPARE(bodyWithSecrets(request).error().kind, Error::Kind::InvalidInput);
        request.body = "{"_ba;
        QVERIFY(!bodyWithSecrets(request));
        request.body = "{}"_ba;
        QVERIFY(bodyWithSecrets(request));
        request.method = "GET"_ba;
        QVERIFY(!bodyWithSecrets(request));
        request.method = "POST"_ba;
        request.secretFields.append({"token"_ba, nullptr});
        const auto refused = bodyWithSecrets(request);
        QVERIFY(!refused);
        QVERIFY(!refused.error().detail.contains(u"canary"_s));
    }

    void goesOutOnceAndWhole()
    {
        FakeGateway gateway;
        gateway.on("POST /login", {200, {{"Content-Type", "application/json"}}, "{}"});
        NetworkHttpClient client;
        auto request = login(R"({"email":"a@b.example"})", "hunter2"_ba);
        request.url = gateway.url(u"/login"_s);

        const auto response = await(client.send(request));

        QVERIFY2(response, response ? "" : qPrintable(response.error().detail));
        QCOMPARE(gateway.requests().size(), 1);
        const auto &seen = gateway.requests().constFirst();
        QCOMPARE(seen.body, R"({"email":"a@b.example","password":"hunter2"})"_ba);
        QVERIFY(!seen.line().contains("hunter2"));
    }

    void whatIsRefusedIsNeverSent()
    {
        FakeGateway gateway;
        NetworkHttpClient client;
        auto request = login("[]"_ba, "hunter2"_ba);
        request.url = gateway.url(u"/login"_s);
        QCOMPARE(await(client.send(request)).error().kind, Error::Kind::InvalidInput);
        QVERIFY(gateway.requests().isEmpty());
    }
};

QTEST_GUILESS_MAIN(SecretBodyTest)
#include "tst_secret_body.moc"
