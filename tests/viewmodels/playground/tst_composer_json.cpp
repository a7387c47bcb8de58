// SPDX-License-Identifier: GPL-3.0-or-later
#include "composed.h"
#include "domain/playground_request_json.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSignalSpy>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const auto OwnJson = u"{\n  \"model\": \"m\",\n  \"seed\": 7,\n  \"metadata\": {\"model\": \"inner\"},\n"
                     "  \"messages\": [{\"role\": \"user\", \"content\": \"Say: \\\"stream\\\": 1\"}]\n}"_s;

//! Shown as JSON that messages cannot hold.
void writeOwn(Composer &composer, const QString &json = OwnJson)
{
    composer.compose();
    composer.view.setShowsJson(true);
    composer.view.setJson(json);
    QVERIFY(composer.view.saysMore());
}

//! The JSON that is shown, with another value for a member.
QString withValue(const ComposerViewModel &view, const QString &member, const QJsonValue &value)
{
    auto body = QJsonDocument::fromJson(view.json().toUtf8()).object();
    if (value.isUndefined())
        body.remove(member);
    else
        body[member] = value;
    return QString::fromUtf8(QJsonDocument(body).toJson());
}

} // namespace

//! A request as JSON, and the fields beside it.
class ComposerJsonTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void ownJsonIsHeldAgainstTheOtherProtocol()
    {
        Composer composer;
        composer.compose();
        composer.view.setShowsJson(true);
        composer.view.setJson(
            uR"({"model":"m","messages":[{"role":"user","content":"x"}],"max_tokens":5,"seed":7})"_s);
        QVERIFY(composer.view.obstacle().isEmpty());
        composer.view.chooseKey(KeyId(scripted::ApacChatKey));
        composer.view.setProtocol(int(composer.view.protocols().indexOf(u"Gemini"_s)));
        QVERIFY(composer.view.json().contains(u"seed")); // nothing that was written is lost
        QVERIFY(!composer.view.obstacle().isEmpty());
    }

    void messagesAndJsonSayTheSame()
    {
        Composer composer;
        composer.compose();
        const auto before = composer.view.order().request;
        composer.view.setShowsJson(true);
        const auto body = QJsonDocument::fromJson(composer.view.json().toUtf8()).object();
        QCOMPARE(body["model"_L1].toString(), composer.view.model());
        QCOMPARE(body["max_tokens"_L1].toInt(), 600);
        QVERIFY(composer.view.order().request == before);
        composer.view.setTemperature(u"0.9"_s); // a field at the left shows in the JSON
        QVERIFY(composer.view.json().contains(u"0.9"));
        auto json = composer.view.json();
        composer.view.setJson(
            json.replace(u"0.9"_s, u"0.4"_s).replace(u"\"max_tokens\": 600"_s, u"\"max_tokens\": 77"_s));
        QCOMPARE(composer.view.temperature(), u"0.4"_s); // and the other way round
        QCOMPARE(composer.view.maxTokens(), u"77"_s);
        QCOMPARE(composer.view.json(), json); // what is typed stays as it is
        composer.view.setShowsJson(false);
        QVERIFY(!composer.view.showsJson());
        QCOMPARE(composer.view.order().request.messages, before.messages);
    }

    void brokenJsonPointsAtItsLineAndStays()
    {
        Composer composer;
        composer.compose();
        composer.view.setShowsJson(true);
        composer.view.setJson(u"{\n  \"model\": \"m\",\n  \"messages\": [,]\n}"_s);
        QCOMPARE(composer.view.jsonProblemLine(), 3);
        QCOMPARE(composer.view.obstacle(), composer.view.jsonProblem());
        composer.view.setShowsJson(false);
        QVERIFY(composer.view.showsJson());
        composer.view.setJson(
            u"{\"model\": \"m\", \"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}]}"_s);
        QCOMPARE(composer.view.jsonProblem(), QString());
        QCOMPARE(composer.view.model(), u"m"_s);
    }

    void jsonThatSaysMoreGoesOutAsItIs()
    {
        Composer composer;
        composer.compose();
        composer.view.setShowsJson(true);
        const auto json
            = u"{\"model\": \"m\", \"logit_bias\": {\"1\": 2}, \"messages\": [{\"role\": \"user\", \"content\": \"Hi\"}]}"_s;
        composer.view.setJson(json);
        QCOMPARE(composer.view.obstacle(), QString());
        QCOMPARE(composer.view.order().request.rawBody, json.toUtf8());
        composer.view.setShowsJson(false);
        QVERIFY(composer.view.showsJson()); // messages cannot hold it
        QVERIFY(composer.view.jsonNote().contains(u"says more than messages"));
        QCOMPARE(composer.view.jsonProblem(), QString()); // that is no fault of it
        QCOMPARE(composer.view.obstacle(), QString()); // and no reason not to send it
    }

    void theModelIsPutIntoJsonThatStaysAsItIs_data()
    {
        QTest::addColumn<QString>("json");
        QTest::addColumn<QString>("expected");
        const auto row = [](const char *name, const QString &json, const QString &expected) {
            QTest::newRow(name) << json << expected;
        };
        row("where it stands", OwnJson, QString(OwnJson).replace(u"\"m\""_s, u"\"a/b\""_s));
        row("where none stands", u"{\"seed\":1,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}"_s,
            u"{\"model\": \"a/b\",\"seed\":1,\"messages\":[{\"role\":\"user\",\"content\":\"x\"}]}"_s);
        row("at the end",
            u"{\"messages\":[{\"role\":\"user\",\"content\":\"{,:\\\\\"}],\"seed\":1,\"model\" : \"m\" }"_s,
            u"{\"messages\":[{\"role\":\"user\",\"content\":\"{,:\\\\\"}],\"seed\":1,\"model\" : \"a/b\" }"_s);
    }
    void theModelIsPutIntoJsonThatStaysAsItIs()
    {
        QFETCH(const QString, json);
        QFETCH(const QString, expected);
        Composer composer;
        writeOwn(composer, json);
        composer.view.setModel(u"a/b"_s);
        QCOMPARE(composer.view.json(), expected);
        QCOMPARE(composer.view.order().request.rawBody, expected.toUtf8());
        QCOMPARE(composer.view.order().model, u"a/b"_s);
        QVERIFY(composer.view.saysMore());
    }

    void whetherItStreamsIsPutIntoJsonThatStaysAsItIs()
    {
        Composer composer;
        writeOwn(composer);
        QVERIFY(!composer.view.streams());
        for (const bool streams : {true, false}) {
            composer.view.setStreams(streams);
            const auto body = QJsonDocument::fromJson(composer.view.json().toUtf8()).object();
            QCOMPARE(body["stream"_L1].toBool(!streams), streams);
            QCOMPARE(body["seed"_L1].toInt(), 7);
        }
        composer.view.setJson(QString(OwnJson).replace(u"\"m\""_s, u"\"n\""_s)); // typing goes on as before
        QCOMPARE(composer.view.model(), u"n"_s);
    }

    void ofOwnJsonOnlyTheTimeoutIsHeldAgainstItsField_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("counts");
        QTest::newRow("temperature") << u"temperature"_s << u"hot"_s << false;
        QTest::newRow("max tokens") << u"maxTokens"_s << u"none"_s << false;
        QTest::newRow("tools") << u"tools"_s << u"{"_s << false;
        QTest::newRow("timeout") << u"timeout"_s << u"0"_s << true;
    }
    void ofOwnJsonOnlyTheTimeoutIsHeldAgainstItsField()
    {
        QFETCH(const QString, name);
        QFETCH(const QString, value);
        QFETCH(const bool, counts);
        Composer composer;
        writeOwn(composer);
        composer.view.setProperty(qPrintable(name), value);
        QCOMPARE(!composer.view.obstacle().isEmpty(), counts);
    }

    void whatIsOpenedTakesThePlaceOfBrokenJson_data()
    {
        QTest::addColumn<QString>("before");
        QTest::newRow("broken") << u"{ \"model\": "_s;
        QTest::newRow("says more") << OwnJson;
    }
    void whatIsOpenedTakesThePlaceOfBrokenJson()
    {
        QFETCH(const QString, before);
        Composer composer;
        composer.compose();
        composer.view.setShowsJson(true);
        composer.view.setJson(before);
        const auto order = scripted::shipmentOrder();
        composer.view.show(order.request, order.model, order.policy.fallbacks, order.account, order.key);
        QCOMPARE(composer.view.jsonProblem(), QString());
        QCOMPARE(composer.view.jsonProblemLine(), 0);
        QCOMPARE(composer.view.obstacle(), QString());
        QVERIFY(composer.view.json().contains(u"HF-20418"));
        auto meant = order.request;
        meant.routing.allowsFallbacks.reset(); // so it is where nothing is said
        QCOMPARE(toJson(composer.view.order().request), toJson(meant));
        composer.view.setShowsJson(false);
        QVERIFY(!composer.view.showsJson());
    }

    void whatIsBeingTypedIsNotWrittenAnew_data()
    {
        QTest::addColumn<QString>("member");
        QTest::addColumn<QJsonValue>("value");
        QTest::newRow("no messages yet") << u"messages"_s << QJsonValue(QJsonArray());
        QTest::newRow("no model yet") << u"model"_s << QJsonValue(QString());
        QTest::newRow("no highest number of tokens") << u"max_tokens"_s << QJsonValue(QJsonValue::Undefined);
        QTest::newRow("many digits") << u"temperature"_s << QJsonValue(0.123456789);
    }
    void whatIsBeingTypedIsNotWrittenAnew()
    {
        QFETCH(const QString, member);
        QFETCH(const QJsonValue, value);
        Composer composer;
        composer.compose();
        composer.view.setShowsJson(true);
        const auto typed = withValue(composer.view, member, value);
        composer.view.setJson(typed);
        QCOMPARE(composer.view.json(), typed);
        const auto asked = composer.choices.asked;
        QSignalSpy read(&composer.view, &ComposerViewModel::pricesRead);
        Q_EMIT composer.choices.changed(); // a poll comes in
        QTRY_VERIFY(composer.choices.asked > asked && !read.isEmpty());
        QCOMPARE(composer.view.json(), typed);
        QCOMPARE(composer.view.model(), u"anthropic/claude-sonnet-4.5"_s);
        QCOMPARE(composer.view.maxTokens(), u"600"_s);
    }

    void whatWasLeftOpenIsPutInOnceNobodyTypes()
    {
        Composer composer;
        composer.compose();
        composer.view.setShowsJson(true);
        const auto whole = composer.view.json();
        composer.view.endJson();
        QCOMPARE(composer.view.json(), whole); // there was nothing to put in
        composer.view.setJson(withValue(composer.view, u"max_tokens"_s, QJsonValue::Undefined));
        composer.view.endJson();
        QVERIFY(composer.view.json().contains(u"\"max_tokens\": 600"));
        const auto broken = u"{ \"model\""_s;
        composer.view.setJson(broken);
        composer.view.endJson();
        QCOMPARE(composer.view.json(), broken);
    }

    void jsonWithoutAMessageIsNotSent()
    {
        Composer composer;
        composer.compose();
        composer.view.setShowsJson(true);
        composer.view.setJson(withValue(composer.view, u"messages"_s, QJsonArray()));
        QVERIFY2(composer.view.obstacle().contains(u"message"), qPrintable(composer.view.obstacle()));
    }

    void typingJsonForGeminiLeavesTheStreamAsItIs()
    {
        Composer composer;
        composer.compose();
        composer.view.chooseKey(KeyId(scripted::ApacChatKey));
        composer.view.setProtocol(int(composer.view.protocols().indexOf(u"Gemini"_s)));
        QVERIFY(composer.view.streams());
        composer.view.setShowsJson(true);
        composer.view.setJson(composer.view.json() + u'\n');
        QVERIFY(composer.view.streams());
    }
};

QTEST_GUILESS_MAIN(ComposerJsonTest)
#include "tst_composer_json.moc"
