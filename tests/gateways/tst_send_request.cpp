// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/registry.h"
#include "gateways/send_request.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

#include <algorithm>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

PlaygroundRequest asking(ApiProtocol protocol)
{
    PlaygroundRequest request;
    request.protocol = protocol;
    request.system = u"Be brief"_s;
    request.messages = {{ChatMessage::Role::User, u"One?"_s}, {ChatMessage::Role::Assistant, u"1"_s},
        {ChatMessage::Role::User, u"Two?"_s}};
    request.maxTokens = 50;
    return request;
}

QJsonObject jsonOf(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

Q_DECLARE_METATYPE(tollkeeper::ApiProtocol)

class SendRequestTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void goesToTheAddressOfTheProtocol_data()
    {
        QTest::addColumn<QString>("gateway");
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("protocol");
        QTest::addColumn<QString>("expected");

        const auto add
            = [](const char *gateway, const char *base, const char *protocol, const char *expected) {
                  QTest::addRow("%s, %s, %s", gateway, base, protocol)
                      << QString::fromLatin1(gateway) << QString::fromLatin1(base)
                      << QString::fromLatin1(protocol) << QString::fromLatin1(expected);
              };
        const auto gemini = "openai%2Fgpt:streamGenerateContent?alt=sse"_ba;
        add("openrouter", "https://a.b/api/v1", "openai-chat", "https://a.b/api/v1/chat/completions");
        add("openrouter", "https://a.b", "openai-responses", "https://a.b/api/v1/responses");
        add("openrouter", "https://a.b/api/v1/", "anthropic-messages", "https://a.b/api/v1/messages");
        add("openrouter", "https://a.b", "gemini", "");
        add("torouter", "https://a.b", "openai-chat", "https://a.b/v1/chat/completions");
        add("torouter", "https://a.b/api/v1", "openai-responses", "https://a.b/v1/responses");
        add("torouter", "https://a.b", "anthropic-messages", "https://a.b/v1/messages");
        add("torouter", "https://a.b/v1", "gemini", ("https://a.b/v1beta/models/" + gemini).constData());
        // What polls accept is sent to as well.
        add("torouter", "https://a.b/api", "openai-chat", "https://a.b/v1/chat/completions");
        add("torouter", "https://a.b/api/", "gemini", ("https://a.b/v1beta/models/" + gemini).constData());
        add("torouter", "https://a.b/sub2api", "openai-chat", "https://a.b/sub2api/v1/chat/completions");
        add("new-api", "https://a.b/newapi", "openai-chat", "https://a.b/newapi/v1/chat/completions");
        add("new-api", "https://a.b/newapi/v1/", "openai-chat", "https://a.b/newapi/v1/chat/completions");
        add("litellm", "https://a.b/proxy", "anthropic-messages", "https://a.b/proxy/v1/messages");
        add("portkey", "https://a.b/portkey", "openai-chat", "https://a.b/portkey/v1/chat/completions");
        add("openai-compatible", "https://a.b/api/v3", "openai-chat", "https://a.b/api/v3/chat/completions");
        add("chuizi", "https://a.b/v1", "openai-chat", "https://a.b/v1/chat/completions");
        add("chuizi", "https://a.b/v1", "openai-responses", "");
        add("chuizi", "https://a.b/v1", "anthropic-messages", "https://a.b/anthropic/v1/messages");
        add("chuizi", "https://a.b", "gemini", ("https://a.b/gemini/v1beta/models/" + gemini).constData());
        add("litellm", "https://a.b", "openai-chat", "https://a.b/v1/chat/completions");
        add("new-api", "https://a.b/v1", "anthropic-messages", "https://a.b/v1/messages");
        add("portkey", "http://127.0.0.1:8787", "openai-chat", "http://127.0.0.1:8787/v1/chat/completions");
        add("portkey", "https://a.b/v1", "openai-responses", "https://a.b/v1/responses");
        add("portkey", "https://a.b/v1", "anthropic-messages", "https://a.b/v1/messages");
        add("portkey", "https://a.b", "gemini", "");
        add("openai-compatible", "https://a.b/openai/v1", "openai-chat",
            "https://a.b/openai/v1/chat/completions");
        add("openai-compatible", "https://a.b", "openai-chat", "https://a.b/v1/chat/completions");
    }

    void goesToTheAddressOfTheProtocol()
    {
        QFETCH(QString, gateway);
        QFETCH(QString, base);
        QFETCH(QString, protocol);
        QFETCH(QString, expected);
        const auto places = sendPlacesFor(gateway);
        QVERIFY(places);
        auto request = asking(*apiProtocolFromText(protocol));
        request.streams = true;

        const auto built = sendRequest(*places, QUrl(base), request, u"openai/gpt"_s, u"id-1"_s);

        QCOMPARE(built.has_value(), !expected.isEmpty());
        if (!built) {
            QCOMPARE(built.error().kind, Error::Kind::NotOffered);
            QCOMPARE(built.error().detail, protocol);
            return;
        }
        QCOMPARE(built->url.toString(QUrl::FullyEncoded), expected);
        QCOMPARE(built->method, "POST"_ba);
        const auto sentIds = std::count_if(built->headers.fields().cbegin(), built->headers.fields().cend(),
            [](const auto &field) { return field.second == "id-1"; });
        QCOMPARE(sentIds, places->requestIdHeader ? 1 : 0);
        QCOMPARE(built->headers.value("anthropic-version"_ba).isEmpty(),
            request.protocol != ApiProtocol::AnthropicMessages);
    }

    void everyConnectorSaysHowToSendToIt()
    {
        for (const auto &kind : gatewayKinds()) {
            const auto places = sendPlacesFor(QString::fromLatin1(kind.name));
            QVERIFY2(places, kind.name);
            QVERIFY2(!places->routes.isEmpty(), kind.name);
        }
        QVERIFY(!sendPlacesFor(u"nobody"));
    }

    void saysTheSameInEveryProtocol_data()
    {
        QTest::addColumn<ApiProtocol>("protocol");
        QTest::addColumn<QJsonObject>("expected");

        QTest::newRow("chat") << ApiProtocol::OpenAiChat
                              << jsonOf(R"({"model":"m","max_tokens":50,"messages":[
                                  {"role":"system","content":"Be brief"},{"role":"user","content":"One?"},
                                  {"role":"assistant","content":"1"},{"role":"user","content":"Two?"}]})");
        QTest::newRow("responses") << ApiProtocol::OpenAiResponses
                                   << jsonOf(R"({"model":"m","max_output_tokens":50,"instructions":"Be brief",
                                       "input":[{"role":"user","content":"One?"},
                                       {"role":"assistant","content":"1"},{"role":"user","content":"Two?"}]})");
        QTest::newRow("messages") << ApiProtocol::AnthropicMessages
                                  << jsonOf(R"({"model":"m","max_tokens":50,"system":"Be brief",
                                      "messages":[{"role":"user","content":"One?"},
                                      {"role":"assistant","content":"1"},{"role":"user","content":"Two?"}]})");
        QTest::newRow("gemini") << ApiProtocol::Gemini
                                << jsonOf(R"({"systemInstruction":{"parts":[{"text":"Be brief"}]},
                                    "generationConfig":{"maxOutputTokens":50},
                                    "contents":[{"role":"user","parts":[{"text":"One?"}]},
                                    {"role":"model","parts":[{"text":"1"}]},
                                    {"role":"user","parts":[{"text":"Two?"}]}]})");
    }

    void saysTheSameInEveryProtocol()
    {
        QFETCH(ApiProtocol, protocol);
        QFETCH(QJsonObject, expected);

        const auto body = chatBody(asking(protocol), u"m"_s);

        QVERIFY(body);
        QCOMPARE(QJsonDocument::fromJson(*body).object(), expected);
    }

    void messagesAlwaysHaveAHighestNumberOfTokens()
    {
        auto request = asking(ApiProtocol::AnthropicMessages);
        request.maxTokens.reset();

        const auto body = chatBody(request, u"m"_s);

        QVERIFY(body);
        QVERIFY(QJsonDocument::fromJson(*body)["max_tokens"_L1].toInt() > 0);
    }

    void leavesABodyAsItWasWritten_data()
    {
        QTest::addColumn<QByteArray>("written");
        QTest::addColumn<bool>("streams");
        QTest::addColumn<QByteArray>("expected");

        const auto spaced = R"({ "model":"m",  "x":1.50 })"_ba;
        QTest::newRow("byte by byte") << spaced << false << spaced;
        QTest::newRow("with another model")
            << R"({"model":"other","x":1})"_ba << false << R"({"model":"m","x":1})"_ba;
        QTest::newRow("with a stream asked for")
            << R"({"model":"m"})"_ba << true << R"({"model":"m","stream":true})"_ba;
        const auto streaming = R"({"model":"m", "stream":true})"_ba;
        QTest::newRow("that asks for one itself") << streaming << false << streaming;
        QTest::newRow("that is none") << "[1]"_ba << false << ""_ba;
        QTest::newRow("that is cut") << R"({"model":)"_ba << false << ""_ba;
    }

    void leavesABodyAsItWasWritten()
    {
        QFETCH(QByteArray, written);
        QFETCH(bool, streams);
        QFETCH(QByteArray, expected);
        PlaygroundRequest request;
        request.rawBody = written;
        request.streams = streams;

        const auto body = chatBody(request, u"m"_s);

        QCOMPARE(body.has_value(), !expected.isEmpty());
        if (body)
            QCOMPARE(*body, expected);
        else
            QCOMPARE(body.error().kind, Error::Kind::InvalidInput);
    }

    void wishesAboutTheWayGoOnlyWhereTheyAreRead()
    {
        auto request = asking(ApiProtocol::OpenAiChat);
        request.routing.providerOrder = {u"alpha"_s, u"beta"_s};
        request.routing.maxInputPrice = Money::fromNanos(3'000'000'000);
        const QUrl base(u"https://a.b"_s);

        const auto read = sendRequest(*sendPlacesFor(u"openrouter"), base, request, u"m"_s, {});
        const auto unread = sendRequest(*sendPlacesFor(u"litellm"), base, request, u"m"_s, {});

        QVERIFY(read);
        const auto provider = QJsonDocument::fromJson(read->body)["provider"_L1];
        QCOMPARE(provider["order"_L1].toArray(), (QJsonArray{u"alpha"_s, u"beta"_s}));
        QCOMPARE(provider["max_price"_L1]["prompt"_L1].toString().toDouble(), 3.0);
        QVERIFY(!unread);
        QCOMPARE(unread.error().detail, u"routing"_s);
    }

    void refusesAModelWithoutAName()
    {
        const auto built = sendRequest(
            *sendPlacesFor(u"litellm"), QUrl(u"https://a.b"_s), asking(ApiProtocol::OpenAiChat), u" "_s, {});

        QVERIFY(!built);
        QCOMPARE(built.error().kind, Error::Kind::InvalidInput);
    }
};

QTEST_GUILESS_MAIN(SendRequestTest)
#include "tst_send_request.moc"
