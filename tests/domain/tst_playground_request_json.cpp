// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/playground_request_json.h"

#include <QJsonDocument>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

PlaygroundRequest fullRequest()
{
    PlaygroundRequest request;
    request.protocol = ApiProtocol::AnthropicMessages;
    request.system = u"Be brief. \"Quoted\"\n额度"_s;
    request.messages = {{ChatMessage::Role::User, u"Hi"_s}, {ChatMessage::Role::Assistant, u"Hello"_s}};
    request.maxTokens = 600;
    request.temperature = 0.3;
    request.topP = 1.0;
    request.tools = R"([{"type":"function","function":{"name":"track"}}])";
    request.responseSchema = R"({"type":"object"})";
    request.streams = true;
    auto &routing = request.routing;
    routing.sort = RoutingWishes::Sort::Throughput;
    routing.only = {u"Azure"_s};
    routing.ignored = {u"Other"_s};
    routing.providerOrder = {u"Azure"_s, u"Anthropic"_s};
    routing.allowsFallbacks = false;
    routing.requiresParameters = routing.deniesDataCollection = routing.wantsZeroRetention = true;
    routing.maxInputPrice = Money::fromNanos(6'000'000'001);
    routing.maxOutputPrice = Money::fromNanos(30'000'000'000);
    return request;
}

PlaygroundRequest rawRequest()
{
    PlaygroundRequest request;
    request.rawBody = "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"a \\\"b\\\"\"}]}";
    return request;
}

PlaygroundRequest zeros()
{
    PlaygroundRequest request;
    request.temperature = 0.0;
    request.topP = 0.1;
    request.maxTokens = 0;
    request.routing.allowsFallbacks = true;
    return request;
}

//! Through text, as a profile keeps it.
QJsonObject kept(const QJsonObject &json)
{
    return QJsonDocument::fromJson(QJsonDocument(json).toJson(QJsonDocument::Compact)).object();
}

} // namespace

class PlaygroundRequestJsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRequestComesBackAsItWas_data()
    {
        QTest::addColumn<int>("which");
        QTest::newRow("everything is set") << 0;
        QTest::newRow("a body of its own") << 1;
        QTest::newRow("nothing is set") << 2;
        QTest::newRow("zero is not unset") << 3;
    }
    void aRequestComesBackAsItWas()
    {
        QFETCH(const int, which);
        const auto request = QList{fullRequest(), rawRequest(), PlaygroundRequest(), zeros()}.at(which);
        QCOMPARE(playgroundRequestFrom(kept(toJson(request))), request);
    }

    void ofANewerProfileIsReadWhatIsKnown()
    {
        auto json = toJson(fullRequest());
        json["protocol"_L1] = u"telepathy"_s;
        json["more"_L1] = 1;
        json["temperature"_L1] = u"hot"_s;
        json["routing"_L1] = u"none"_s;
        const auto request = playgroundRequestFrom(json);
        QCOMPARE(request.protocol, ApiProtocol::OpenAiChat);
        QVERIFY(!request.temperature);
        QVERIFY(request.routing.isEmpty());
        QCOMPARE(request.messages, fullRequest().messages);
    }

    void withoutBodiesNothingIsSaid()
    {
        const auto request = withoutBodies(fullRequest());
        auto expected = fullRequest();
        expected.system.clear();
        expected.messages.clear();
        expected.tools.clear();
        expected.responseSchema.clear();
        QCOMPARE(request, expected);
        QCOMPARE(withoutBodies(rawRequest()), PlaygroundRequest());
        QVERIFY(!QJsonDocument(toJson(request)).toJson().contains("Hello"));
    }

    void aPresetComesBackAsItWas()
    {
        const Preset preset{u"Greeting"_s, fullRequest(), u"acme/first"_s, {u"acme/second"_s}};
        QCOMPARE(presetFrom(preset.name, kept(toJson(preset))), preset);
        const Preset bare{u"Bare"_s, {}, {}, {}};
        QCOMPARE(presetFrom(bare.name, kept(toJson(bare))), bare);
    }

    void traceAndIdsComeBackAsTheyWere()
    {
        Attempt served;
        served.origin = AttemptOrigin::Client;
        served.model = u"m"_s;
        served.status = 200;
        served.outcome = AttemptOutcome::Served;
        served.latencyMs = 0;
        Attempt bare;
        bare.reason = u"No capacity"_s;
        QCOMPARE(traceFrom(toJson(QList{served, bare})), (QList{served, bare}));
        const AnswerIds ids{{u"a"_s, u"b"_s}, u"sent"_s, u"gen"_s, u"up"_s};
        QCOMPARE(answerIdsFrom(kept(toJson(ids))), ids);
        QCOMPARE(answerIdsFrom({}), AnswerIds());
    }
};

QTEST_GUILESS_MAIN(PlaygroundRequestJsonTest)
#include "tst_playground_request_json.moc"
