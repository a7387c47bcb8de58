// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/json_tree.h"
#include "gateways/chat_body.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QTest>

#include <limits>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const auto Tools = R"([{"type":"function","function":{"name":"weather","description":"Of a city",
    "parameters":{"type":"object","properties":{"z":{"type":"string"},"a":{"type":"number"}}}}}])"_ba;
const auto Schema = R"({"type":"object","properties":{"z":{"type":"string"},"a":{"type":"string"}}})"_ba;
constexpr std::array Protocols{ApiProtocol::OpenAiChat, ApiProtocol::OpenAiResponses,
    ApiProtocol::AnthropicMessages, ApiProtocol::Gemini};

QByteArray indented(const QByteArray &json)
{
    return JsonTree::parsed(json)->indented();
}

PlaygroundRequest asking(ApiProtocol protocol)
{
    PlaygroundRequest request;
    request.protocol = protocol;
    request.messages = {{ChatMessage::Role::User, u"Hi"_s}};
    request.maxTokens = 50;
    return request;
}

QJsonObject bodyOf(const PlaygroundRequest &request)
{
    const auto body = chatBody(request, u"m"_s);
    return body ? QJsonDocument::fromJson(*body).object() : QJsonObject();
}

QJsonObject jsonOf(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

//! Something in every place a request has, by chance.
PlaygroundRequest randomRequest(QRandomGenerator &chance)
{
    const auto maybe = [&chance] { return chance.bounded(2) == 0; };
    const QStringList texts{u"Hi"_s, u"line\nand \"quotes\" \\ / 漢字 😀"_s, u""_s, u"\t\x1 {}"_s};
    const auto text = [&] { return texts.at(chance.bounded(texts.size())); };
    PlaygroundRequest request;
    request.protocol = Protocols.at(std::size_t(chance.bounded(4)));
    request.system = text();
    for (int i = chance.bounded(4); i > 0; --i)
        request.messages.append({maybe() ? ChatMessage::Role::User : ChatMessage::Role::Assistant, text()});
    request.maxTokens = 1 + chance.bounded(100'000);
    if (maybe())
        request.temperature = chance.generateDouble() * 2;
    if (maybe())
        request.topP = chance.generateDouble();
    if (maybe())
        request.tools = indented(Tools);
    if (maybe())
        request.responseSchema = indented(Schema);
    request.streams = request.protocol != ApiProtocol::Gemini && maybe();
    if (maybe())
        return request;
    auto &routing = request.routing;
    routing.sort = RoutingWishes::Sort(chance.bounded(4));
    if (maybe())
        routing.only = {u"alpha"_s, u"beta/turbo"_s};
    if (maybe())
        routing.ignored = {u"gamma"_s};
    if (maybe())
        routing.providerOrder = {u"beta"_s};
    if (maybe())
        routing.allowsFallbacks = maybe();
    routing.requiresParameters = maybe();
    routing.deniesDataCollection = maybe();
    routing.wantsZeroRetention = maybe();
    if (maybe())
        routing.maxInputPrice = Money::fromNanos(chance.bounded(2'000'000'000));
    if (maybe())
        routing.maxOutputPrice = Money::fromNanos(15'000'000'000);
    return request;
}

} // namespace

Q_DECLARE_METATYPE(tollkeeper::ApiProtocol)

class ChatBodyTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void saysParametersToolsAndSchemaInEveryProtocol_data()
    {
        QTest::addColumn<ApiProtocol>("protocol");
        QTest::addColumn<QJsonObject>("expected");

        QTest::newRow("chat") << ApiProtocol::OpenAiChat
                              << jsonOf(R"({"model":"m","temperature":0.5,"top_p":0.9,
            "max_tokens":50,"messages":[{"role":"user","content":"Hi"}],
            "tools":[{"type":"function","function":{"name":"weather","description":"Of a city",
              "parameters":{"type":"object","properties":{"z":{"type":"string"},"a":{"type":"number"}}}}}],
            "response_format":{"type":"json_schema","json_schema":{"name":"answer","strict":true,
              "schema":{"type":"object","properties":{"z":{"type":"string"},"a":{"type":"string"}}}}}})");
        QTest::newRow("responses") << ApiProtocol::OpenAiResponses
                                   << jsonOf(R"({"model":"m","temperature":0.5,
            "top_p":0.9,"max_output_tokens":50,"input":[{"role":"user","content":"Hi"}],
            "tools":[{"type":"function","name":"weather","description":"Of a city",
              "parameters":{"type":"object","properties":{"z":{"type":"string"},"a":{"type":"number"}}}}],
            "text":{"format":{"type":"json_schema","name":"answer","strict":true,
              "schema":{"type":"object","properties":{"z":{"type":"string"},"a":{"type":"string"}}}}}})");
        QTest::newRow("messages") << ApiProtocol::AnthropicMessages
                                  << jsonOf(R"({"model":"m","temperature":0.5,
            "top_p":0.9,"max_tokens":50,"messages":[{"role":"user","content":"Hi"}],
            "tools":[{"name":"weather","description":"Of a city",
              "input_schema":{"type":"object","properties":{"z":{"type":"string"},"a":{"type":"number"}}}}],
            "output_config":{"format":{"type":"json_schema",
              "schema":{"type":"object","properties":{"z":{"type":"string"},"a":{"type":"string"}}}}}})");
        QTest::newRow("gemini") << ApiProtocol::Gemini << jsonOf(R"({"generationConfig":{"temperature":0.5,
            "topP":0.9,"maxOutputTokens":50,"responseMimeType":"application/json",
              "responseSchema":{"type":"object","properties":{"z":{"type":"string"},"a":{"type":"string"}}}},
            "contents":[{"role":"user","parts":[{"text":"Hi"}]}],
            "tools":[{"functionDeclarations":[{"name":"weather","description":"Of a city",
              "parameters":{"type":"object","properties":{"z":{"type":"string"},"a":{"type":"number"}}}}]}]})");
    }
    void saysParametersToolsAndSchemaInEveryProtocol()
    {
        QFETCH(ApiProtocol, protocol);
        QFETCH(QJsonObject, expected);
        auto request = asking(protocol);
        request.temperature = 0.5;
        request.topP = 0.9;
        request.tools = Tools;
        request.responseSchema = Schema;

        QCOMPARE(bodyOf(request), expected);
    }

    //! Models fill in a schema in the order of its members.
    void keepsTheOrderOfASchema()
    {
        for (const auto protocol : Protocols) {
            auto request = asking(protocol);
            request.responseSchema = Schema;

            const auto body = chatBody(request, u"m"_s);

            QVERIFY(body);
            QVERIFY2(body->contains(Schema), body->constData());
        }
    }

    void saysEveryWishAboutTheWay()
    {
        auto request = asking(ApiProtocol::OpenAiChat);
        request.routing = {.sort = RoutingWishes::Sort::Throughput,
            .only = {u"alpha"_s, u"beta"_s},
            .ignored = {u"gamma"_s},
            .providerOrder = {u"beta"_s},
            .allowsFallbacks = false,
            .requiresParameters = true,
            .deniesDataCollection = true,
            .wantsZeroRetention = true,
            .maxInputPrice = Money::fromNanos(3'000'000'000),
            .maxOutputPrice = Money::fromNanos(150'000'000)};

        QCOMPARE(bodyOf(request)["provider"_L1].toObject(),
            jsonOf(R"({"sort":"throughput","only":["alpha","beta"],"ignore":["gamma"],"order":["beta"],
                "allow_fallbacks":false,"require_parameters":true,"data_collection":"deny","zdr":true,
                "max_price":{"prompt":"3","completion":"0.15"}})"));
    }

    void refusesWhatIsNoJsonOfTheRightKind_data()
    {
        QTest::addColumn<QByteArray>("tools");
        QTest::addColumn<QByteArray>("schema");
        QTest::addColumn<QString>("field");
        QTest::newRow("cut tools") << "[{"_ba
                                   << ""_ba << u"tools"_s;
        QTest::newRow("an object for tools") << "{}"_ba
                                             << ""_ba << u"tools"_s;
        QTest::newRow("a tool without a type") << R"([{"function":{"name":"x"}}])"_ba
                                               << ""_ba << u"tools"_s;
        QTest::newRow("a function without a name") << R"([{"type":"function","function":{}}])"_ba
                                                   << ""_ba << u"tools"_s;
        QTest::newRow("a text for a tool") << R"(["x"])"_ba
                                           << ""_ba << u"tools"_s;
        QTest::newRow("parameters that are a list")
            << R"([{"type":"function","function":{"name":"x","parameters":[]}}])"_ba
            << ""_ba << u"tools"_s;
        QTest::newRow("a list for a schema") << ""_ba
                                             << "[]"_ba << u"schema"_s;
        QTest::newRow("a cut schema") << ""_ba
                                      << R"({"type":)"_ba << u"schema"_s;
    }
    void refusesWhatIsNoJsonOfTheRightKind()
    {
        QFETCH(QByteArray, tools);
        QFETCH(QByteArray, schema);
        QFETCH(QString, field);
        for (const auto protocol : Protocols) {
            auto request = asking(protocol);
            request.tools = tools;
            request.responseSchema = schema;

            const auto body = chatBody(request, u"m"_s);

            QVERIFY(!body);
            QCOMPARE(body.error().kind, Error::Kind::InvalidInput);
            QCOMPARE(body.error().detail, field);
            // For people the rest of it can still be shown.
            QVERIFY(prettyChatBody(request, u"m"_s).contains("Hi"));
        }
    }

    void refusesNumbersThatAreNone()
    {
        auto request = asking(ApiProtocol::OpenAiChat);
        request.temperature = std::numeric_limits<double>::quiet_NaN();
        QCOMPARE(chatBody(request, u"m"_s).error().detail, u"temperature"_s);
        request.temperature.reset();
        request.topP = std::numeric_limits<double>::infinity();
        QCOMPARE(chatBody(request, u"m"_s).error().detail, u"top_p"_s);
    }

    void anEmptyListOfToolsIsNone()
    {
        auto request = asking(ApiProtocol::OpenAiChat);
        request.tools = " [ ] "_ba;
        QVERIFY(!bodyOf(request).contains("tools"_L1));
    }

    //! A tool of the gateway's own goes where it has a form.
    void aToolThatIsNoFunctionHasNoFormElsewhere()
    {
        auto request = asking(ApiProtocol::OpenAiChat);
        request.tools = R"([{"type":"openrouter:web_search","parameters":{"max_results":3}}])"_ba;
        QCOMPARE(bodyOf(request)["tools"_L1].toArray().size(), 1);
        request.protocol = ApiProtocol::OpenAiResponses;
        QCOMPARE(bodyOf(request)["tools"_L1].toArray().size(), 1);
        for (const auto protocol : {ApiProtocol::AnthropicMessages, ApiProtocol::Gemini}) {
            request.protocol = protocol;
            QCOMPARE(chatBody(request, u"m"_s).error().kind, Error::Kind::NotOffered);
        }
    }

    void isPrettyInTheUsualOrder()
    {
        auto request = asking(ApiProtocol::OpenAiChat);
        request.temperature = 0.3;
        request.streams = true;
        request.system = u"Be brief"_s;

        QCOMPARE(prettyChatBody(request, u"acme/large"_s), R"({
  "model": "acme/large",
  "temperature": 0.3,
  "max_tokens": 50,
  "stream": true,
  "stream_options": {
    "include_usage": true
  },
  "messages": [
    {
      "role": "system",
      "content": "Be brief"
    },
    {
      "role": "user",
      "content": "Hi"
    }
  ]
})"_ba);
    }

    void readsBackWhatItWrote()
    {
        QRandomGenerator chance(18'11'2026);
        for (int round = 0; round < 2000; ++round) {
            const auto request = randomRequest(chance);
            const auto body
                = round % 2 == 0 ? prettyChatBody(request, u"m/x"_s) : *chatBody(request, u"m/x"_s);

            const auto read = readChatBody(request.protocol, body);

            QVERIFY2(read, body.constData());
            QVERIFY2(read->isWhole, body.constData());
            QVERIFY2(read->request == request, body.constData());
            QCOMPARE(read->model, request.protocol == ApiProtocol::Gemini ? QString() : u"m/x"_s);
        }
    }

    void tellsWhatItCannotHold_data()
    {
        QTest::addColumn<ApiProtocol>("protocol");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<bool>("isWhole");
        QTest::addColumn<QString>("text"); // of the last message

        const auto add = [](const char *name, ApiProtocol protocol, const QByteArray &body, bool isWhole,
                             const QString &text = u"Hi"_s) {
            QTest::newRow(name) << protocol << body << isWhole << text;
        };
        using P = ApiProtocol;
        const auto turns = R"("messages":[{"role":"user","content":"Hi"}])"_ba;
        add("plain", P::OpenAiChat, "{\"model\":\"m\"," + turns + '}', true);
        add("another order and spelling", P::OpenAiChat,
            "{" + turns + ", \"max_tokens\": 5e1, \"model\":\"\\u006d\"}", true);
        add("what makes no difference", P::OpenAiChat,
            "{\"stream\":false,\"temperature\":null," + turns + '}', true);
        add("a stream without its option", P::OpenAiChat, "{\"stream\":true," + turns + '}', true);
        add("an unknown member", P::OpenAiChat, "{\"seed\":1," + turns + '}', false);
        add("a member twice", P::OpenAiChat, "{\"top_p\":1,\"top_p\":1," + turns + '}', false);
        add("other options of a stream", P::OpenAiChat,
            "{\"stream\":true,\"stream_options\":{\"x\":1}," + turns + '}', false);
        add("an image", P::OpenAiChat,
            R"({"messages":[{"role":"user","content":[{"type":"text","text":"Hi"},
                {"type":"image_url","image_url":{"url":"data:"}}]}]})"_ba,
            false);
        add("an answer of a tool", P::OpenAiChat,
            R"({"messages":[{"role":"user","content":"Hi"},{"role":"tool","content":"7","tool_call_id":"c"}]})"_ba,
            false);
        add("a call of a tool", P::OpenAiChat,
            R"({"messages":[{"role":"user","content":"Hi"},
                {"role":"assistant","content":null,"tool_calls":[]}]})"_ba,
            false, {});
        add("a system message that comes late", P::OpenAiChat,
            R"({"messages":[{"role":"user","content":"Hi"},{"role":"system","content":"x"}]})"_ba, false);
        add("another name of the schema", P::OpenAiChat,
            "{" + turns
                + R"(,"response_format":{"type":"json_schema","json_schema":{"name":"x","schema":{}}}})"_ba,
            false);
        add("a mode of the answer", P::OpenAiChat,
            "{" + turns + R"(,"response_format":{"type":"json_object"}})"_ba, false);
        add("a price as a number", P::OpenAiChat,
            "{" + turns + R"(,"provider":{"max_price":{"prompt":3.0,"completion":"15.00"}}})"_ba, true);
        add("a price of something else", P::OpenAiChat,
            "{" + turns + R"(,"provider":{"max_price":{"image":1}}})"_ba, false);
        add("another order of providers", P::OpenAiChat, "{" + turns + R"(,"provider":{"sort":"exacto"}})"_ba,
            false);
        add("a plain input", P::OpenAiResponses, R"({"input":"Hi"})"_ba, true);
        add("an earlier response", P::OpenAiResponses, R"({"input":"Hi","previous_response_id":"r"})"_ba,
            false);
        add("blocks of a system", P::AnthropicMessages,
            "{\"max_tokens\":9,\"system\":[{\"type\":\"text\",\"text\":\"s\"}]," + turns + '}', false);
        add("a tool of its own", P::AnthropicMessages,
            "{\"max_tokens\":9,\"tools\":[{\"type\":\"web_search_20250305\",\"name\":\"w\"}]," + turns + '}',
            false);
        add("two parts", P::Gemini,
            R"({"contents":[{"role":"user","parts":[{"text":"H"},{"text":"i"}]}]})"_ba, false);
        add("safety settings", P::Gemini,
            R"({"contents":[{"role":"user","parts":[{"text":"Hi"}]}],"safetySettings":[]})"_ba, false);
    }
    void tellsWhatItCannotHold()
    {
        QFETCH(ApiProtocol, protocol);
        QFETCH(QByteArray, body);
        QFETCH(bool, isWhole);
        QFETCH(QString, text);

        const auto read = readChatBody(protocol, body);

        QVERIFY2(read, read ? "" : qPrintable(read.error().detail));
        QCOMPARE(read->isWhole, isWhole);
        QCOMPARE(read->request.messages.constLast().text, text);
        QVERIFY(read->request.rawBody.isEmpty());
    }

    void namesTheMemberThatIsWrong_data()
    {
        QTest::addColumn<ApiProtocol>("protocol");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("member");
        using P = ApiProtocol;
        const auto add = [](P protocol, const char *body, const char *member) {
            QTest::newRow(body) << protocol << QByteArray(body) << QString::fromLatin1(member);
        };
        add(P::OpenAiChat, "[]", "body");
        add(P::OpenAiChat, "{", "body");
        add(P::OpenAiChat, "{}", "messages");
        add(P::OpenAiChat, R"({"messages":"Hi"})", "messages");
        add(P::OpenAiChat, R"({"messages":[{"content":"Hi"}]})", "messages.role");
        add(P::OpenAiChat, R"({"messages":[{"role":"user","content":1}]})", "messages.content");
        add(P::OpenAiChat, R"({"model":1,"messages":[]})", "model");
        add(P::OpenAiChat, R"({"temperature":"hot","messages":[]})", "temperature");
        add(P::OpenAiChat, R"({"max_tokens":0.5,"messages":[]})", "max_tokens");
        add(P::OpenAiChat, R"({"stream":"yes","messages":[]})", "stream");
        add(P::OpenAiChat, R"({"tools":["x"],"messages":[]})", "tools");
        add(P::OpenAiChat, R"({"messages":[],"response_format":{"json_schema":{"schema":[]}}})",
            "response_format.json_schema.schema");
        add(P::OpenAiResponses, R"({"input":5})", "input");
        add(P::AnthropicMessages, R"({"messages":[],"system":5})", "system");
        add(P::Gemini, R"({"contents":[{"role":"user"}]})", "contents.parts");
    }
    void namesTheMemberThatIsWrong()
    {
        QFETCH(ApiProtocol, protocol);
        QFETCH(QByteArray, body);
        QFETCH(QString, member);

        const auto read = readChatBody(protocol, body);

        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::InvalidInput);
        QCOMPARE(read.error().detail, member);
    }

    //! Whatever a person types on the way from one body to another.
    void readsAnyBytes()
    {
        QRandomGenerator chance(7);
        for (int round = 0; round < 3000; ++round) {
            const auto request = randomRequest(chance);
            auto body = prettyChatBody(request, u"m"_s);
            for (int i = chance.bounded(4); i > 0; --i) {
                const auto at = chance.bounded(body.size());
                if (chance.bounded(2) == 0)
                    body.remove(at, 1 + chance.bounded(9));
                else
                    body.insert(at, QByteArrayList{"null", "[]", "{}", "\"", ",", "5"}.at(chance.bounded(6)));
            }
            const auto read = readChatBody(request.protocol, body);
            if (read && read->isWhole)
                QVERIFY(chatBody(read->request, read->model));
        }
    }

    void aWrittenBodyKeepsItsOrderBesideAnotherModel()
    {
        PlaygroundRequest request;
        request.rawBody = R"({"z":1.50,"model":"other","a":[1,2]})"_ba;
        request.streams = true;
        QCOMPARE(*chatBody(request, u"m"_s), R"({"z":1.50,"model":"m","a":[1,2],"stream":true})"_ba);
        QCOMPARE(prettyChatBody(request, u"m"_s), *chatBody(request, u"m"_s));
    }
};

QTEST_GUILESS_MAIN(ChatBodyTest)
#include "tst_chat_body.moc"
