// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/openrouter/openrouter_connector.h"
#include "support/connector_run.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QUrlQuery>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime Now({2026, 11, 18}, {12, 30}, Qt::UTC);
const QUrl Base(u"https://openrouter.ai/api/v1"_s);

QByteArray fixture(const QString &name)
{
    QFile file(QFINDTESTDATA(u"openrouter/fixtures/"_s + name + u".json"_s));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

PollContext context(const QDateTime &lastFetched = {}, PollPurpose purpose = PollPurpose::Poll)
{
    return {.purpose = purpose,
        .now = Now,
        .lastFetched = lastFetched.isValid() ? std::optional(lastFetched) : std::nullopt};
}

//! A management account whose /keys is served in pages of two out of `count` keys.
Answerer accountWithKeys(int count, bool heedsOffset = true)
{
    return [count, heedsOffset](const HttpRequest &request) {
        const auto name = request.url.path().section(u'/', -1);
        if (name == "workspaces"_L1)
            return refusedAnswer(404);
        if (name != "keys"_L1)
            return jsonAnswer(fixture(name));
        const int offset = heedsOffset ? QUrlQuery(request.url).queryItemValue(u"offset"_s).toInt() : 0;
        QJsonArray keys;
        for (int i = offset; i < std::min(offset + 2, count); ++i)
            keys.append(QJsonObject{
                {u"hash"_s, u"hash-%1"_s.arg(i)}, {u"name"_s, u"key %1"_s.arg(i)}, {u"usage"_s, i}});
        return jsonAnswer(QJsonDocument(QJsonObject{{u"data"_s, keys}}).toJson());
    };
}

Money usd(const char *text)
{
    return Money::fromText(QString::fromLatin1(text)).value_or(Money());
}

const QByteArray OrdinaryKey
    = R"({"data":{"label":"sk-or-v1-1a2...9z","limit":20,"limit_remaining":8.1,"limit_reset":"monthly",
 "usage":41.9,"usage_daily":0.4,"usage_weekly":2.1,"usage_monthly":11.9,
 "byok_usage":1,"byok_usage_daily":0.1,"byok_usage_weekly":0.2,"byok_usage_monthly":0.3,
 "is_management_key":false,"is_provisioning_key":false,"expires_at":"2027-01-01T00:00:00+01:00"}})";

} // namespace

class OpenRouterConnectorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anOrdinaryKeyTellsOnlyOfItself()
    {
        const openrouter::OpenRouterConnector connector;

        auto justNow = context(Now);
        justNow.catalogueFetched = Now;
        const auto run = runConnector(
            connector, justNow, Base, [](const HttpRequest &) { return jsonAnswer(OrdinaryKey); });

        QCOMPARE(run.asked(), QStringList{u"/api/v1/key"_s});
        QVERIFY(run.facts);
        QVERIFY(run.facts->tellsLimits);
        QCOMPARE(run.facts->role, std::optional(KeyRole::Ordinary));
        QVERIFY(!run.facts->listsAllKeys);
        QVERIFY(!run.facts->balance);
        QCOMPARE(run.facts->keys.size(), 1);
        const auto &key = run.facts->keys.constFirst();
        QCOMPARE(key.remoteId, u"self"_s);
        QCOMPARE(key.name, QString()); // GET /key tells no name
        QCOMPARE(key.masked, u"sk-or-v1-1a2...9z"_s);
        QCOMPARE(key.cap, std::optional(Cap{usd("20"), usd("11.9"), u"monthly"_s}));
        QCOMPARE(key.expiresAt, std::optional(QDateTime({2026, 12, 31}, {23, 0}, Qt::UTC)));
        QCOMPARE(run.facts->counters.size(), 1);
        const auto &counter = run.facts->counters.constFirst();
        QCOMPARE(counter.remoteKeyId, u"self"_s);
        QCOMPARE(counter.endpoint, u"GET /key"_s);
        QCOMPARE(counter.lifetime, (Amounts{usd("41.9"), usd("1")}));
        QCOMPARE(counter.utcDay, std::optional(Amounts{usd("0.4"), usd("0.1")}));
        QCOMPARE(counter.utcWeek, std::optional(Amounts{usd("2.1"), usd("0.2")}));
        QCOMPARE(counter.utcMonth, std::optional(Amounts{usd("11.9"), usd("0.3")}));
    }

    void aManagementKeyTellsOfTheWholeAccount()
    {
        const openrouter::OpenRouterConnector connector;

        const auto run = runConnector(connector, context(), Base, [](const HttpRequest &request) {
            const bool isLaterPage = QUrlQuery(request.url).queryItemValue(u"offset"_s).toInt() > 0;
            return jsonAnswer(fixture(isLaterPage ? u"empty"_s : request.url.path().section(u'/', -1)));
        });

        QCOMPARE(run.asked(),
            (QStringList{u"/api/v1/key"_s, u"/api/v1/workspaces?limit=100&offset=0"_s,
                u"/api/v1/keys?workspace_id=w1&include_disabled=true&offset=0"_s,
                u"/api/v1/keys?workspace_id=w1&include_disabled=true&offset=2"_s, u"/api/v1/credits"_s,
                u"/api/v1/activity"_s, u"/api/v1/models?output_modalities=all"_s,
                u"/api/v1/analytics/query"_s, u"/api/v1/analytics/query"_s}));
        QVERIFY2(run.facts, run.facts ? "" : qPrintable(run.facts.error().detail));
        QCOMPARE(run.facts->role, std::optional(KeyRole::Management));
        QVERIFY(run.facts->listsAllKeys);
        QCOMPARE(run.facts->keys.size(), 2);
        QCOMPARE(run.facts->keys[0].name, u"Billing bot"_s);
        QCOMPARE(run.facts->keys[0].remoteId, QString(64, u'1'));
        QCOMPARE(run.facts->keys[0].cap, std::optional(Cap{usd("50"), usd("12.5"), u"monthly"_s}));
        QCOMPARE(run.facts->keys[1].name, u"sk-or-v1-2aa...2zz"_s);
        QVERIFY(run.facts->keys[1].isDisabled);
        QVERIFY(!run.facts->keys[1].cap);
        QCOMPARE(run.facts->counters[1].lifetime.billed, Money::fromNanos(1000)); // sent as text
        QCOMPARE(run.facts->counters[1].remoteKeyId, QString(64, u'2'));
        QCOMPARE(run.facts->counters[0].endpoint, u"GET /keys"_s);
        QCOMPARE(run.facts->balance->amount, usd("80.249999"));
        QCOMPARE(run.facts->buckets.size(), 3 + 1 + 1);
        QCOMPARE(run.facts->catalogue.size(), 2);
    }

    void activityIsAskedOncePerHour_data()
    {
        QTest::addColumn<QDateTime>("lastFetched");
        QTest::addColumn<bool>("asks");

        QTest::newRow("never fetched") << QDateTime() << true;
        QTest::newRow("in this hour") << QDateTime({2026, 11, 18}, {12, 0}, Qt::UTC) << false;
        QTest::newRow("in the hour before") << QDateTime({2026, 11, 18}, {11, 59, 59}, Qt::UTC) << true;
        QTest::newRow("in this hour of yesterday") << QDateTime({2026, 11, 17}, {12, 0}, Qt::UTC) << true;
    }

    void activityIsAskedOncePerHour()
    {
        QFETCH(QDateTime, lastFetched);
        QFETCH(bool, asks);
        const openrouter::OpenRouterConnector connector;
        const auto run = runConnector(connector, context(lastFetched), Base, accountWithKeys(1));
        QVERIFY(run.facts);
        QCOMPARE(run.asked().contains(u"/api/v1/activity"_s), asks);
    }

    void readsKeysUntilAnEmptyPage()
    {
        const openrouter::OpenRouterConnector connector;
        const auto run = runConnector(connector, context(Now), Base, accountWithKeys(5));
        QVERIFY(run.facts);
        QVERIFY(run.facts->listsAllKeys);
        QCOMPARE(run.facts->keys.size(), 5);
        QCOMPARE(run.asked().filter(u"/keys"_s).size(), 4);
        QVERIFY(run.asked().contains(u"/api/v1/keys?include_disabled=true&offset=4"_s));
    }

    void anAccountWithoutKeysHasReadThemAll()
    {
        const openrouter::OpenRouterConnector connector;
        const auto run = runConnector(connector, context(Now), Base, accountWithKeys(0));
        QVERIFY(run.facts);
        QVERIFY(run.facts->listsAllKeys);
        QVERIFY(run.facts->keys.isEmpty());
    }

    void aServerThatIgnoresTheOffsetIsNotAskedForEver()
    {
        const openrouter::OpenRouterConnector connector;
        const auto run = runConnector(connector, context(Now), Base, accountWithKeys(2, false));
        QVERIFY(run.facts);
        QCOMPARE(run.facts->keys.size(), 2);
        QCOMPARE(run.facts->counters.size(), 2);
        QCOMPARE(run.asked().filter(u"/keys"_s).size(), 2);
    }

    void anEndlessListEndsAndIsNotCalledWhole()
    {
        const openrouter::OpenRouterConnector connector;
        const auto run = runConnector(connector, context(Now), Base, accountWithKeys(1'000'000));
        QVERIFY(run.facts);
        QCOMPARE(run.asked().filter(u"/keys"_s).size(), 200);
        QVERIFY(run.facts->balance); // the rest of the poll counts
        QVERIFY(!run.facts->listsAllKeys);
        QCOMPARE(run.facts->keys.size(), 400);
    }

    void aTestCountsEveryKeyAndAsksForNoHistory()
    {
        const openrouter::OpenRouterConnector connector;
        const auto run = runConnector(connector, context({}, PollPurpose::Test), Base, accountWithKeys(5));
        QVERIFY(run.facts);
        QCOMPARE(run.asked().first(), u"/api/v1/key"_s);
        QCOMPARE(run.asked().last(), u"/api/v1/credits"_s);
        QVERIFY(run.asked().filter(u"/activity"_s).isEmpty());
        QCOMPARE(run.facts->keys.size(), 5);
        QVERIFY(run.facts->listsAllKeys);
        QVERIFY(run.facts->balance);
    }

    void refusesWhatMakesNoSenseAndNamesIt_data()
    {
        QTest::addColumn<QString>("step");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("named");

        const auto row = [](const char *name, const char *step, const QByteArray &body, const char *named) {
            QTest::newRow(name) << QString::fromLatin1(step) << body << QString::fromLatin1(named);
        };
        row("usage absent", "key", R"({"data":{"label":"x"}})", "\"usage\"");
        row("usage null", "key", R"({"data":{"usage":null}})", "\"usage\"");
        row("usage rubbish", "key", R"({"data":{"usage":"a lot"}})", "\"usage\"");
        row("usage negative", "key", R"({"data":{"usage":-1}})", "\"usage\"");
        row("usage a list", "key", R"({"data":{"usage":[1]}})", "\"usage\"");
        row("usage of the day rubbish", "key", R"({"data":{"usage":1,"usage_daily":true}})",
            "\"usage_daily\"");
        row("usage beyond 64 bits", "key", R"({"data":{"usage":1e300}})", "\"usage\"");
        row("limit rubbish", "key", R"({"data":{"usage":1,"limit":"none"}})", "\"limit\"");
        row("data absent", "key", R"({"label":"x"})", "\"data\"");
        row("keys absent", "keys", R"({"keys":[]})", "\"data\"");
        row("a key without hash", "keys", R"({"data":[{"name":"x","usage":1}]})", "\"hash\"");
        row("a key that is none", "keys", R"({"data":[7]})", "\"usage\"");
        row("workspaces absent", "workspaces", R"({"workspaces":[]})", "\"data\"");
        row("a workspace without id", "workspaces", R"({"data":[{"name":"x"}]})", "\"id\"");
        row("credits absent", "credits", R"({"data":{"total_usage":1}})", "\"total_credits\"");
        row("credits used absent", "credits", R"({"data":{"total_credits":1}})", "\"total_usage\"");
        row("a day that is none", "activity", R"({"data":[{"date":"2026-02-30","usage":1}]})", "\"date\"");
        row("a day in other words", "activity", R"({"data":[{"date":"yesterday","usage":1}]})", "\"date\"");
        row("a day without usage", "activity", R"({"data":[{"date":"2026-11-17"}]})", "\"usage\"");
        row("a broken count", "activity", R"({"data":[{"date":"2026-11-17","usage":1,"requests":1.5}]})",
            "\"requests\"");
        row("a negative count", "activity",
            R"({"data":[{"date":"2026-11-17","usage":1,"prompt_tokens":-3}]})", "\"prompt_tokens\"");
    }

    void refusesWhatMakesNoSenseAndNamesIt()
    {
        QFETCH(QString, step);
        QFETCH(QByteArray, body);
        QFETCH(QString, named);
        const openrouter::OpenRouterConnector connector;

        const auto run = runConnector(connector, context(), Base, [&](const HttpRequest &request) {
            const auto name = request.url.path().section(u'/', -1);
            if (name == step)
                return jsonAnswer(body);
            const bool isLaterPage = QUrlQuery(request.url).queryItemValue(u"offset"_s).toInt() > 0;
            return jsonAnswer(fixture(isLaterPage ? u"empty"_s : name));
        });

        QVERIFY(!run.facts);
        QCOMPARE(run.facts.error().kind, Error::Kind::Protocol);
        QVERIFY2(run.facts.error().detail.contains(named), qPrintable(run.facts.error().detail));
    }
};

QTEST_GUILESS_MAIN(OpenRouterConnectorTest)
#include "tst_openrouter_connector.moc"
