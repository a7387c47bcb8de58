// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/channels/dingtalk_payload.h"
#include "alerts/channels/feishu_payload.h"
#include "alerts/channels/message_text.h"
#include "alerts/channels/slack_payload.h"
#include "alerts/channels/webhook_payload.h"
#include "alerts/channels/wecom_payload.h"
#include "support/ledger_facts.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace tollkeeper;
using namespace tollkeeper::channels;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime Now(QDate(2026, 6, 18), QTime(9, 2), Qt::UTC); // 1781773320

AlertMessage budget()
{
    AlertMessage message;
    message.alert = AlertId(7);
    message.title = u"Platform passed 80%"_s;
    message.body = u"$800.00 of $1,000.00 is used; $200.00 is left."_s;
    message.advice = u"Look at what ci-evals spends."_s;
    message.raisedAt = Now;
    message.facts.name = u"Platform"_s;
    message.facts.spent = cents(80'000);
    message.facts.limit = cents(100'000);
    message.facts.percent = 80;
    return message;
}

//! A name that would be markup, a mention or another line somewhere.
AlertMessage hostile()
{
    auto message = budget();
    message.title = u"<!channel> <@all> *a* & b\r\nBcc: x <at user_id=\"all\">all</at>"_s;
    message.body = u"<img src=http://x.example>\x01 & <b>\"quoted\"</b>\nsecond line"_s;
    message.advice.clear();
    return message;
}

Secret secret()
{
    return *Secret::fromInput("SECtest-0123456789"_ba);
}

QJsonObject parsed(const QByteArray &body)
{
    return QJsonDocument::fromJson(body).object();
}

} // namespace

//! What goes over the wire, byte for byte; signatures against ones that Python's hmac module made.
class PayloadsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAsItIsWritten_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("golden");

        QTest::newRow("webhook")
            << webhookBody(budget())
            << R"({"advice":"Look at what ci-evals spends.","alert":7,"body":"$800.00 of $1,000.00 is used; $200.00 is left.","facts":{"limit":{"amount":"1000.000000000","currency":"USD"},"name":"Platform","percent":80,"spent":{"amount":"800.000000000","currency":"USD"}},"kind":"budget_spent","raised_at":"2026-06-18T09:02:00Z","reason":"raised","repeated":false,"severity":"warning","test":false,"title":"Platform passed 80%","version":1})"_ba;
        QTest::newRow("slack")
            << slackBody(budget())
            << R"({"blocks":[{"text":{"emoji":false,"text":"Platform passed 80%","type":"plain_text"},"type":"header"},{"text":{"emoji":false,"text":"$800.00 of $1,000.00 is used; $200.00 is left.","type":"plain_text"},"type":"section"},{"text":{"emoji":false,"text":"Look at what ci-evals spends.","type":"plain_text"},"type":"section"}],"text":"Platform passed 80%\n\n$800.00 of $1,000.00 is used; $200.00 is left.\n\nLook at what ci-evals spends."})"_ba;
        QTest::newRow("feishu, not signed")
            << feishuBody(budget(), nullptr, Now)
            << R"({"content":{"post":{"zh_cn":{"content":[[{"tag":"text","text":"$800.00 of $1,000.00 is used; $200.00 is left."}],[{"tag":"text","text":"Look at what ci-evals spends."}]],"title":"Platform passed 80%"}}},"msg_type":"post"})"_ba;
        QTest::newRow("dingtalk")
            << dingTalkBody(budget())
            << R"({"msgtype":"text","text":{"content":"Platform passed 80%\n\n$800.00 of $1,000.00 is used; $200.00 is left.\n\nLook at what ci-evals spends."}})"_ba;
        QTest::newRow("wecom")
            << weComBody(budget())
            << R"({"msgtype":"text","text":{"content":"Platform passed 80%\n\n$800.00 of $1,000.00 is used; $200.00 is left.\n\nLook at what ci-evals spends."}})"_ba;
    }

    void readsAsItIsWritten()
    {
        QFETCH(QByteArray, body);
        QTEST(body, "golden");
    }

    void signsAsEachOfThemWants()
    {
        const auto key = secret();
        const auto feishu = parsed(feishuBody(budget(), &key, Now));
        QCOMPARE(feishu["timestamp"_L1].toString(), u"1781773320"_s);
        QCOMPARE(feishu["sign"_L1].toString(), u"P87nmQ90e968Kqy9jWEhjiM4sKDNF+5MYZo05SmxA0E="_s);

        QCOMPARE(dingTalkQuery(key, Now),
            "timestamp=1781773320000&sign=uk9crLb6j84KbP%2F9CZSoPBMB6qnbq9I8I3bqi%2BEYrlg%3D"_ba);

        const auto headers = signedHeaders(key, R"({"a":1})"_ba, Now);
        QCOMPARE(headers.value("Tollkeeper-Timestamp"_ba), "1781773320"_ba);
        QCOMPARE(headers.value("Tollkeeper-Signature"_ba),
            "sha256=a5213cc6472149a8a8120d41d0ec04206637dce89b3268278ce296ba6352ebca"_ba);
    }

    void nameIsNeverMoreThanAName()
    {
        const auto slack = parsed(slackBody(hostile()));
        const auto header = slack["blocks"_L1][0]["text"_L1]["text"_L1].toString();
        QCOMPARE(header,
            u"&lt;!channel&gt; &lt;@all&gt; *a* &amp; b Bcc: x &lt;at user_id=\"all\"&gt;all&lt;/at&gt;"_s);
        for (const auto &text :
            {slack["text"_L1].toString(), header, slack["blocks"_L1][1]["text"_L1]["text"_L1].toString()}) {
            QVERIFY(!text.contains(u'<') && !text.contains(u'>') && !text.contains(u'\x01'));
        }

        const auto feishu = parsed(feishuBody(hostile(), nullptr, Now));
        QCOMPARE(feishu["msg_type"_L1].toString(), u"post"_s); // "text" would mention all
        const auto post = feishu["content"_L1]["post"_L1]["zh_cn"_L1];
        QVERIFY(!post["title"_L1].toString().contains(u'\n'));
        QCOMPARE(post["content"_L1].toArray().size(), 2); // one line each
        for (const auto &line : post["content"_L1].toArray())
            QCOMPARE(line.toArray().first()["tag"_L1].toString(), u"text"_s);

        const auto weCom = parsed(weComBody(hostile()))["text"_L1]["content"_L1].toString();
        QVERIFY(!weCom.contains(u"<@"_s));
        QVERIFY(weCom.contains(u"<\u2060@all>"_s));

        const auto dingTalk = parsed(dingTalkBody(hostile()));
        QVERIFY(!dingTalk.contains("at"_L1));

        const auto webhook = parsed(webhookBody(hostile()));
        QVERIFY(!webhook["title"_L1].toString().contains(u'\n'));
        QVERIFY(webhook["title"_L1].toString().startsWith(u"<!channel> <@all>"_s));
    }

    void staysWithinItsLimits_data()
    {
        QTest::addColumn<QString>("piece");
        QTest::newRow("letters") << u"x"_s;
        QTest::newRow("what is escaped") << u"&"_s;
        QTest::newRow("three bytes each") << u"用"_s;
        QTest::newRow("two halves each") << u"🔑"_s;
    }

    void staysWithinItsLimits()
    {
        QFETCH(QString, piece);
        auto message = budget();
        message.title = piece.repeated(400);
        message.body = piece.repeated(9000);

        const auto slack = parsed(slackBody(message));
        QVERIFY(slack["blocks"_L1][0]["text"_L1]["text"_L1].toString().size() <= 150);
        QVERIFY(slack["blocks"_L1][1]["text"_L1]["text"_L1].toString().size() <= 3000);
        QVERIFY(slack["text"_L1].toString().size() <= 3000);
        const auto weCom = parsed(weComBody(message))["text"_L1]["content"_L1].toString();
        QVERIFY(weCom.toUtf8().size() <= 2048);
        QVERIFY(weCom.toUtf8().size() > 2000); // and little less
        QVERIFY(feishuBody(message, nullptr, Now).size() < 20'000);
        QVERIFY(dingTalkBody(message).size() < 20'000);
        for (const auto &text : {weCom, slack["blocks"_L1][0]["text"_L1]["text"_L1].toString()}) {
            QVERIFY(text.endsWith(u'…'));
            QVERIFY(!text.contains(QChar::ReplacementCharacter));
            QVERIFY(!text.at(text.size() - 2).isHighSurrogate());
        }
    }

    void saysWhatKindOfMessageItIs()
    {
        auto message = budget();
        message.kind = AlertKind::LowBalance;
        message.reason = NoticeReason::Resolved;
        message.severity = AlertSeverity::Critical;
        message.isRepeated = true;
        message.isTest = true;
        const auto json = parsed(webhookBody(message));
        QCOMPARE(json["kind"_L1].toString(), u"low_balance"_s);
        QCOMPARE(json["reason"_L1].toString(), u"resolved"_s);
        QCOMPARE(json["severity"_L1].toString(), u"critical"_s);
        QVERIFY(json["repeated"_L1].toBool());
        QVERIFY(json["test"_L1].toBool());
    }
};

QTEST_APPLESS_MAIN(PayloadsTest)
#include "tst_payloads.moc"
