// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/hidden_secret.h"
#include "support/send_world.h"

#include <QJsonDocument>
#include <QPointer>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const auto ProviderKey = "provider-key-of-a-shape-nobody-knows"_ba;
const auto Config = R"({"targets":[{"provider":"openai","api_key":")" + ProviderKey + R"("}]})";

const QByteArray StreamHead
    = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nConnection: close\r\n\r\n"_ba;

QByteArray delta(const QByteArray &member, const QByteArray &text)
{
    return R"(data: {"object":"chat.completion.chunk","choices":[{"index":0,"delta":{")" + member + R"(":")"
        + text + "\"}}]}\n\n";
}

QByteArray call(const QByteArray &arguments)
{
    return R"(data: {"object":"chat.completion.chunk","choices":[{"index":0,"delta":{"tool_calls":[)"
           R"({"index":0,"id":"t1","function":{"name":"f","arguments":")"
        + arguments + "\"}}]}}]}\n\n";
}

} // namespace

//! A key that an answer gives back is shown nowhere, whatever it looks like.
class HiddenSecretTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aProvidersKeyThatIsGivenBackIsHidden()
    {
        const auto said = "openai error: no such key: " + ProviderKey;
        SendWorld world(
            {SendWorld::json(401,
                R"({"error":{"message":")" + said + R"(","code":"invalid_api_key"},"provider":"openai"})",
                "x-portkey-last-used-option-index: config.targets[0]\r\nx-odd: " + ProviderKey
                    + "\r\nx-request-id: req-" + ProviderKey + "\r\n")},
            u"portkey"_s);
        world.secrets.kept.insert_or_assign(u"own"_s, *Secret::fromInput(Config));

        const auto run = world.send();

        QVERIFY2(run, run ? "" : qPrintable(run.error().detail));
        const auto &sent = run->sent.constFirst();
        const auto &answer = run->answer;
        QCOMPARE(answer.message, u"openai error: no such key: …"_s);
        QCOMPARE(answer.attempts.constLast().reason, answer.message);
        QCOMPARE(answer.category, Category::Credentials);
        for (const auto &attempt : answer.attempts)
            QVERIFY(!attempt.reason.contains(QString::fromLatin1(ProviderKey)));
        QCOMPARE(answer.ids.upstream, u"req-…"_s);
        QVERIFY(!sent.body.contains(ProviderKey) && sent.body.contains("no such key"));
        for (const auto &[name, value] : sent.headers.fields())
            QVERIFY2(!value.contains(ProviderKey), name.constData());
        const auto &seen = world.server.seen().constFirst();
        QVERIFY(seen.head.contains("x-portkey-config: " + Config)); // that it was sent is the point
        QVERIFY(!seen.head.toLower().contains("authorization:"));
    }

    void theModelMayNotSayItEither()
    {
        const auto secret = *Secret::fromInput("ordinary-word-key");
        const auto said = u"the ordinary-word-key of it"_s;
        SentRequest sent;
        sent.answer.text = sent.answer.reasoning = sent.answer.message = said;
        sent.answer.toolCalls = {{said, said, said}};
        sent.events.first = {{{}, said, said}};

        hideSecret(sent, secret);

        const auto hidden = u"the … of it"_s;
        QCOMPARE(sent.answer.text, hidden);
        QCOMPARE(sent.answer.reasoning, hidden);
        QCOMPARE(sent.answer.message, hidden);
        QCOMPARE(sent.answer.toolCalls, (QList<ToolCall>{{hidden, hidden, hidden}}));
        QCOMPARE(sent.events.first, (QList<ReceivedEvent>{{{}, hidden, hidden}}));
    }

    void nothingOfAStreamIsShownAsItCameThatHasSaidIt()
    {
        const auto secret = *Secret::fromInput("ordinary-word-key");
        SentRequest sent;
        sent.answer.stream.isStream = true;
        sent.answer.text = u"the ordinary-word-key"_s;
        sent.body = R"({"text":"the ordinary-"}{"text":"word-key"}{"error":"over"})"_ba;
        sent.answer.message = QString::fromUtf8(sent.body);

        hideSecret(sent, secret);

        QCOMPARE(sent.answer.message, u"…"_s);
        QCOMPARE(sent.body, "\u2026"_ba);
    }

    //! PHP writes "\/", .NET "\u002B"; a gateway passes on a provider's body as a string in its own.
    void aKeyThatIsGivenBackEscapedIsHidden_data()
    {
        // No raw strings with a lone quote in them: Qt 6.4's moc takes it for the begin of another string.
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<QByteArray>("said");
        QTest::addColumn<QByteArray>("shown");
        const auto slash = "team/prod-7Fq2kd9"_ba;
        const auto plus = "abc+def/ghi=0123456789"_ba;
        const auto row = [](const char *name, const QByteArray &key, const QByteArray &said,
                             const QByteArray &shown) { QTest::newRow(name) << key << said << shown; };
        row("a slash", slash, "{\"m\":\"No \\u00e9 key team\\/prod-7Fq2kd9, \\\"sorry\\\"\\n\"}",
            "{\"m\":\"No \\u00e9 key …, \\\"sorry\\\"\\n\"}");
        row("a number", plus, R"({"m":"abc\u002Bdef\u002fghi=0123456789 abc\u002bdef/ghi=0123456789"})",
            R"({"m":"… …"})");
        row("every character", "k-1234"_ba, R"({"m":"\u006b\u002D\u0031\u0032\u0033\u0034"})",
            R"({"m":"…"})");
        row("JSON in a string", slash, "{\"raw\":\"{\\\"m\\\":\\\"team\\\\\\/prod-7Fq2kd9\\\"}\"}",
            "{\"raw\":\"{\\\"m\\\":\\\"…\\\"}\"}");
        row("JSON in a string in a string", plus,
            "\"{\\\"raw\\\":\\\"{\\\\\\\"m\\\\\\\":\\\\\\\"abc\\\\\\\\u002Bdef\\\\\\\\\\/"
            "ghi=0123456789\\\\\\\"}\\\"}\"",
            "\"{\\\"raw\\\":\\\"{\\\\\\\"m\\\\\\\":\\\\\\\"…\\\\\\\"}\\\"}\"");
        row("a backslash of its own", R"(ab\ncd\\efgh)"_ba, R"({"m":"ab\\ncd\\\\efgh"})", R"({"m":"…"})");
        row("as it is as well", slash, R"({"a":"team/prod-7Fq2kd9","b":"team\/prod-7Fq2kd9"})",
            R"({"a":"…","b":"…"})");
        row("a body that was cut", slash, "{\"m\":\"\\nteam\\/prod-7Fq", "{\"m\":\"\\n…");
        row("a body that was cut in an escape", plus, "{\"m\":\"abc\\u002Bdef\\/ghi\\u003", "{\"m\":\"…");
        row("a text that was cut in an escape", plus, "{\"m\":\"abc\\u002Bdef\\/ghi\\u003…", "{\"m\":\"…");
        row("a configuration", Config,
            QByteArray(Config).replace("\"", "\\\"").prepend("{\"m\":\"").append(", no\"}"),
            R"({"m":"…, no"})");
        row("a key of a configuration", Config, R"({"m":"provider-key-of-a-shape-nobody\u002Dknows!"})",
            R"({"m":"…!"})");
        row("nothing", slash, "{\"m\":\"team\\/prod, \\ud83d \\x \\u00zz \\\\\"}",
            "{\"m\":\"team\\/prod, \\ud83d \\x \\u00zz \\\\\"}");
    }
    void aKeyThatIsGivenBackEscapedIsHidden()
    {
        QFETCH(QByteArray, key);
        QFETCH(QByteArray, said);
        SentRequest sent;
        sent.body = said;
        sent.events.first = {{{}, {}, QString::fromUtf8(said)}};
        sent.headers.append("x-error", said);

        hideSecret(sent, *Secret::fromInput(key));

        QTEST(sent.body, "shown");
        QTEST(sent.events.first.constFirst().data.toUtf8(), "shown");
        QTEST(sent.headers.value("x-error"), "shown");
    }

    void anEscapedKeyInAnAnswerOverHttpIsHidden()
    {
        const auto key = "team/prod-7Fq2kd9"_ba;
        SendWorld world({SendWorld::json(401, R"({"error":{"message":"Invalid key team\/prod-7Fq2kd9"}})")});
        world.secrets.kept.insert_or_assign(u"own"_s, *Secret::fromInput(key));

        const auto run = world.send();

        QVERIFY(run);
        const auto &body = run->sent.constFirst().body;
        QVERIFY(!run->answer.message.contains(QString::fromLatin1(key)));
        QCOMPARE(body, R"({"error":{"message":"Invalid key …"}})"_ba);
        QVERIFY(!QJsonDocument::fromJson(body).toJson().contains(key)); // as it is shown
    }

    void nothingElseChanges()
    {
        const auto secret = *Secret::fromInput("ordinary-word-key");
        const QString cut(QChar(0xd83d)); // half of a character: a text may end anywhere
        SentRequest sent;
        sent.answer.text = cut;
        hideSecret(sent, secret);
        QCOMPARE(sent.answer.text, cut);
    }

    //! The second half is sent when the first has been heard, so that nobody has seen them together.
    void aKeyThatIsSaidInTwoPiecesIsHidden()
    {
        const auto key = "word-word-key-of-no-known-form"_ba;
        QPointer<QTcpSocket> open;
        QByteArray first;
        QByteArray rest;
        SendWorld world({[&](QTcpSocket *socket, const HostileServer::Request &) {
            open = socket;
            socket->write(first);
        }});
        world.secrets.kept.insert_or_assign(u"own"_s, *Secret::fromInput(key));
        world.order.request.streams = true;
        world.order.isRecorded = false;
        QString told;
        connect(&world.service, &PlaygroundService::textArrived, this, [&](qint64, const QString &text) {
            if (std::exchange(told, told + text).isEmpty()) {
                open->write(rest);
                open->disconnectFromHost();
            }
        });
        for (qsizetype at = 1; at < key.size(); ++at) {
            first = StreamHead + delta("reasoning_content", "so " + key.first(at))
                + delta("content", "the " + key.first(at));
            rest = delta("reasoning_content", key.sliced(at) + " it is")
                + delta("content", key.sliced(at) + " of it") + call(key.first(at)) + call(key.sliced(at))
                + "data: " + SendWorld::finished() + "\n\ndata: [DONE]\n\n";
            told.clear();

            const auto run = world.send();

            QVERIFY(run);
            const auto &answer = run->answer;
            QCOMPARE(told, u"the … of it"_s);
            QCOMPARE(answer.text, told);
            QCOMPARE(answer.reasoning, u"so … it is"_s);
            QCOMPARE(answer.toolCalls.constFirst().arguments, u"…"_s);
            const auto &sent = run->sent.constFirst();
            QCOMPARE(sent.body, "\u2026"_ba);
            for (const auto &event : sent.events.first)
                QCOMPARE(event.data, u"…"_s);
        }
    }
};

QTEST_GUILESS_MAIN(HiddenSecretTest)
#include "tst_hidden_secret.moc"
