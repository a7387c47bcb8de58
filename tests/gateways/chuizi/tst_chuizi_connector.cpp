// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/chuizi/chuizi_connector.h"
#include "gateways/chuizi/endpoints.h"
#include "support/connector_run.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>
#include <QUrlQuery>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime Now({2026, 11, 18}, {12, 30}, Qt::UTC);
const QUrl Base(u"https://api.chuizi.ai/v1"_s);

QByteArray fixture(const QString &name)
{
    QFile file(QFINDTESTDATA(u"chuizi/fixtures/"_s + name + u".json"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

Money usd(const char *text)
{
    return Money::fromText(QString::fromLatin1(text)).value_or(Money());
}

HttpResponse answerTo(const HttpRequest &request)
{
    return jsonAnswer(fixture(request.url.path().section(u'/', -1)));
}

} // namespace

class ChuiziConnectorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsEveryShapeOfTheKey_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("cap"); // empty: none
        QTest::addColumn<qint64>("perMinute"); // 0: not told
        QTest::addColumn<QString>("today"); // empty: not told

        QTest::newRow("newer") << fixture(u"info"_s) << u"2.500000000"_s << qint64(120) << QString();
        QTest::newRow("newer, without limits")
            << R"({"data":{"key_prefix":"ck-Zz09","name":"ci","balance":"3.21","rpm_limit":null,"daily_limit":null,"is_active":true}})"_ba
            << QString() << qint64(0) << QString();
        QTest::newRow("older, flat")
            << R"({"object":"key_info","key_prefix":"ck-Zz09","name":"ci","group":"default","is_active":true,"balance":"3.21000000","currency":"USD","rate_limit":{"rpm":120,"daily":5000},"allowed_models":[],"ip_whitelist":[],"usage_today":{"requests":4,"tokens":900,"cost":"0.01000000"},"created_at":"2026-05-02T00:00:00Z"})"_ba
            << QString() << qint64(120) << u"0.010000000"_s;
        QTest::newRow("older, with a key inside")
            << R"({"key":{"name":"ci","prefix":"ck-Zz09","created_at":"2026-05-02T00:00:00Z","is_active":true},"balance":"3.21000000","currency":"USD","usage_today":{"requests":4,"cost":"0.01"}})"_ba
            << QString() << qint64(0) << u"0.010000000"_s;
        QTest::newRow("a mixture")
            << R"({"currency":"USD","usage_today":{"cost":0.01,"requests":4},"data":{"key":{"prefix":"ck-Zz09","name":"ci"},"balance":3.21,"daily_limit":"2.5","rate_limit":{"rpm":60,"daily":9},"rpm_limit":120}})"_ba
            << u"2.500000000"_s << qint64(120) << u"0.010000000"_s;
    }

    void readsEveryShapeOfTheKey()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, cap);
        QFETCH(qint64, perMinute);
        QFETCH(QString, today);

        const auto facts = chuizi::parseKeyInfo(object(body), Now);

        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().detail));
        QCOMPARE(facts->balance->amount, usd("3.21"));
        QVERIFY(facts->balance->mayDip);
        QCOMPARE(facts->keys.size(), 1);
        const auto &key = facts->keys.constFirst();
        QCOMPARE(key.remoteId, u"self"_s);
        QCOMPARE(key.name, u"ci"_s);
        QCOMPARE(key.masked, u"ck-Zz09…"_s);
        QVERIFY(!key.isDisabled);
        QCOMPARE(key.cap ? key.cap->limit.amountText() : QString(), cap);
        if (key.cap)
            QCOMPARE(key.cap->reset, u"daily"_s);
        QVERIFY(facts->tellsLimits);
        QCOMPARE(facts->limits.size(), perMinute > 0 ? 1 : 0);
        if (perMinute > 0) {
            QCOMPARE(facts->limits.constFirst().kind, LimitFacts::Kind::RequestRate);
            QCOMPARE(facts->limits.constFirst().limitCount, std::optional(perMinute));
        }
        QCOMPARE(facts->buckets.size(), today.isEmpty() ? 0 : 1);
        if (!today.isEmpty())
            QCOMPARE(facts->buckets.constFirst().amount.billed.amountText(), today);
    }

    void readsWhatTheKeyIsLimitedTo()
    {
        const auto facts = chuizi::parseKeyInfo(
            object(
                R"({"data":{"key_prefix":"ck-Zz09","balance":"1","group":"default","allowed_models":["a/b"],
                "created_at":"2026-05-02T00:00:00.000Z","last_used_at":"2026-05-03T01:02:03.000Z"}})"),
            Now);
        QVERIFY(facts);
        const auto &key = facts->keys.constFirst();
        QCOMPARE(key.allowedModels, std::optional(QStringList{u"a/b"_s}));
        QVERIFY(!key.allowedAddresses); // only older builds tell them
        QCOMPARE(key.createdAt, std::optional(QDateTime({2026, 5, 2}, {0, 0}, Qt::UTC)));
        QCOMPARE(key.lastUsedAt, std::optional(QDateTime({2026, 5, 3}, {1, 2, 3}, Qt::UTC)));
        QCOMPARE(key.remoteGroup, u"default"_s);
        const auto older = chuizi::parseKeyInfo(
            object(R"({"balance":"1","allowed_models":[],"ip_whitelist":["10.0.0.0/8"]})"), Now);
        QVERIFY(older);
        QCOMPARE(older->keys.constFirst().allowedModels, std::optional(QStringList()));
        QCOMPARE(older->keys.constFirst().allowedAddresses, std::optional(QStringList{u"10.0.0.0/8"_s}));
    }

    void todayIsTheRunningUtcDayOfTheAccount()
    {
        const auto facts = chuizi::parseKeyInfo(
            object(R"({"balance":"1","usage_today":{"requests":4,"cost":"0.5"}})"), Now);
        QVERIFY(facts);
        const auto &bucket = facts->buckets.constFirst();
        QCOMPARE(bucket.start, QDateTime({2026, 11, 18}, {0, 0}, Qt::UTC));
        QCOMPARE(bucket.end, Now);
        QCOMPARE(bucket.remoteKeyId, QString());
        QCOMPARE(bucket.endpoint, u"GET /v1/key/info usage_today"_s);
        QCOMPARE(bucket.requests, std::optional<qint64>(4));
        QVERIFY(!chuizi::ChuiziConnector().capabilities().tellsSpend);
    }

    void aKeyThatIsSwitchedOffSaysSo()
    {
        const auto facts
            = chuizi::parseKeyInfo(object(R"({"data":{"balance":"-0.02","is_active":false}})"), Now);
        QVERIFY(facts);
        QVERIFY(facts->keys.constFirst().isDisabled);
        QCOMPARE(facts->balance->amount, usd("-0.02"));
    }

    void anUnknownBalanceIsNoZero()
    {
        const auto facts
            = chuizi::parseKeyInfo(object(R"({"data":{"key_prefix":"ck-Zz09","balance":null}})"), Now);
        QVERIFY(facts);
        QVERIFY(!facts->balance);
    }

    void neverShowsMoreThanThePrefix()
    {
        const auto facts = chuizi::parseKeyInfo(
            object(R"({"key_prefix":"ck-Zz09abcdefghijklmnopqrstuvwxyz01","balance":"1"})"), Now);
        QVERIFY(facts);
        QCOMPARE(facts->keys.constFirst().masked, u"ck-Zz09…"_s);
    }

    void refusesWhatMakesNoSenseAndNamesIt_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("named");
        QTest::newRow("a balance of rubbish") << R"({"balance":"much"})"_ba << u"\"balance\""_s;
        QTest::newRow("a balance that is no number") << R"({"balance":true})"_ba << u"\"balance\""_s;
        QTest::newRow("points") << R"({"balance":"1","currency":"points"})"_ba << u"\"currency\""_s;
        QTest::newRow("a cap below zero")
            << R"({"balance":"1","daily_limit":"-1"})"_ba << u"\"daily_limit\""_s;
        QTest::newRow("a cap of rubbish")
            << R"({"balance":"1","daily_limit":"none"})"_ba << u"\"daily_limit\""_s;
        QTest::newRow("a rate of rubbish")
            << R"({"balance":"1","rpm_limit":"fast"})"_ba << u"\"rpm_limit\""_s;
        QTest::newRow("a day of rubbish")
            << R"({"balance":"1","usage_today":{"cost":"x"}})"_ba << u"\"cost\""_s;
        QTest::newRow("neither key nor balance") << R"({"data":{"name":"ci"}})"_ba << u"\"balance\""_s;
    }

    void refusesWhatMakesNoSenseAndNamesIt()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, named);
        const auto facts = chuizi::parseKeyInfo(object(body), Now);
        QVERIFY(!facts);
        QCOMPARE(facts.error().kind, Error::Kind::Protocol);
        QVERIFY2(facts.error().detail.contains(named), qPrintable(facts.error().detail));
    }

    void asksForPricesOnceADay_data()
    {
        QTest::addColumn<QDateTime>("catalogueFetched");
        QTest::addColumn<PollPurpose>("purpose");
        QTest::addColumn<int>("requests");
        QTest::newRow("never asked") << QDateTime() << PollPurpose::Poll << 2;
        QTest::newRow("an hour ago") << Now.addSecs(-3600) << PollPurpose::Poll << 1;
        QTest::newRow("a day ago") << Now.addDays(-1) << PollPurpose::Poll << 2;
        QTest::newRow("a test") << QDateTime() << PollPurpose::Test << 1;
    }

    void asksForPricesOnceADay()
    {
        QFETCH(QDateTime, catalogueFetched);
        QFETCH(PollPurpose, purpose);
        QFETCH(int, requests);
        PollContext context{.purpose = purpose, .now = Now};
        if (catalogueFetched.isValid())
            context.catalogueFetched = catalogueFetched;
        const auto run = runConnector(chuizi::ChuiziConnector(), context, Base, answerTo);
        QVERIFY2(run.facts, run.facts ? "" : qPrintable(run.facts.error().detail));
        QCOMPARE(run.requests.size(), requests);
        QCOMPARE(run.asked().constFirst(), u"/v1/key/info"_s);
        QCOMPARE(run.facts->catalogue.isEmpty(), requests == 1);
    }

    void aBareHostMeansTheGatewaysOwnPath()
    {
        const chuizi::ChuiziConnector connector;
        const QUrl bare(u"https://api.chuizi.ai"_s);
        const auto cursor = connector.firstCursor({.now = Now});
        QCOMPARE(connector.request(bare, cursor).url, QUrl(u"https://api.chuizi.ai/v1/key/info"_s));
        QCOMPARE(connector.generationRequest(bare, u"gen-1"_s).url,
            QUrl(u"https://api.chuizi.ai/v1/generation?id=gen-1"_s));
    }

    void anIdIsNeverMoreThanAnId()
    {
        const auto url = chuizi::ChuiziConnector().generationRequest(Base, u"a&b=c#d e"_s).url;
        QCOMPARE(QUrlQuery(url).queryItems().size(), 1);
        QCOMPARE(QUrlQuery(url).queryItemValue(u"id"_s, QUrl::FullyDecoded), u"a&b=c#d e"_s);
        QVERIFY(!url.hasFragment());
    }

    void aMissingListOfModelsFailsNoPoll()
    {
        const chuizi::ChuiziConnector connector;
        const auto first = connector.firstCursor({.now = Now});
        const auto models = connector.read(first, jsonAnswer(fixture(u"info"_s)))->next;
        QVERIFY(models);
        const auto refusal
            = [](int status) { return Error{.kind = Error::Kind::Rejected, .httpStatus = status}; };
        QVERIFY(connector.afterRefusal(*models, refusal(404)));
        QVERIFY(!connector.afterRefusal(*models, refusal(404))->next);
        QVERIFY2(!connector.afterRefusal(*models, refusal(429)), "a poll that was slowed down is not whole");
        QVERIFY(!connector.afterRefusal(first, refusal(404)));
        QVERIFY(!connector.afterRefusal(first, refusal(401)));
    }
};

QTEST_GUILESS_MAIN(ChuiziConnectorTest)
#include "tst_chuizi_connector.moc"
