// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/openrouter/openrouter_connector.h"
#include "gateways/openrouter/scripted_account.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime Now({2026, 11, 18}, {12, 30}, Qt::UTC); // a Wednesday
const QUrl Base(u"https://openrouter.ai/api/v1"_s);

Money usd(const char *text)
{
    return Money::fromText(QString::fromLatin1(text)).value_or(Money());
}

//! Of a poll in which nothing is due but what every poll asks.
PollContext justNow()
{
    return {.now = Now, .lastFetched = Now.addSecs(-300), .catalogueFetched = Now.addSecs(-300)};
}

ConnectorRun poll(const ScriptedAccount &account, const PollContext &context = justNow())
{
    return runConnector(openrouter::OpenRouterConnector(), context, Base, account);
}

//! The key hashes that were asked about one by one, with the day behind them.
QStringList askedAbout(const ConnectorRun &run)
{
    QStringList keys;
    for (const auto &request : run.requests) {
        const QUrlQuery query(request.url);
        if (query.hasQueryItem(u"api_key_hash"_s))
            keys << query.queryItemValue(u"api_key_hash"_s) + u' ' + query.queryItemValue(u"date"_s);
    }
    return keys;
}

QStringList remoteIds(const ConnectorRun &run)
{
    QStringList ids;
    for (const auto &key : run.facts->keys)
        ids << key.remoteId;
    return ids;
}

//! Two keys that spent today, of which the second has the name of the third.
void addKeys(ScriptedAccount &account)
{
    account.on("keys", R"({"data":[{"hash":"h1","name":"bot","usage":9,"usage_daily":2},
        {"hash":"h2","name":"twin","usage":9,"usage_daily":1},{"hash":"h3","name":"twin","usage":9,"usage_daily":0}]})");
}

} // namespace

class OpenRouterPollTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theKeysOfEveryWorkspaceAreListed()
    {
        ScriptedAccount account;
        account.on("workspaces", R"({"data":[{"id":"w1"},{"id":"w2"}],"total_count":2})");
        account.on(
            "keys/w1", ScriptedAccount::keys({{u"a"_s, {{u"usage"_s, 1}}}, {u"b"_s, {{u"usage"_s, 2}}}}));
        account.on("keys/w2", ScriptedAccount::keys({{u"c"_s, {{u"usage"_s, 3}}}}));

        const auto run = poll(account);

        QVERIFY(run.facts);
        QCOMPARE(remoteIds(run), (QStringList{u"a"_s, u"b"_s, u"c"_s}));
        QCOMPARE(run.facts->counters.size(), 3);
        QVERIFY(run.facts->listsAllKeys);
        QVERIFY(run.asked().contains(u"/api/v1/keys?workspace_id=w2&include_disabled=true&offset=1"_s));
    }

    void workspacesComeInPagesUntilTheirCount()
    {
        ScriptedAccount account; // its second page is empty
        account.on("workspaces", R"({"data":[{"id":"w1"}]})");
        account.on("keys/w1", ScriptedAccount::keys({{u"a"_s, {{u"usage"_s, 1}}}}));
        const auto run = poll(account);
        QVERIFY(run.facts);
        QCOMPARE(run.asked().filter(u"/workspaces"_s),
            (QStringList{
                u"/api/v1/workspaces?limit=100&offset=0"_s, u"/api/v1/workspaces?limit=100&offset=1"_s}));
        QCOMPARE(remoteIds(run), QStringList{u"a"_s});
    }

    void aKeyOfTwoWorkspacesCountsOnce()
    {
        ScriptedAccount account;
        account.on("workspaces", R"({"data":[{"id":"w1"},{"id":"w2"}],"total_count":2})");
        for (const auto *list : {"keys/w1", "keys/w2"}) // a build that does not know workspace_id
            account.on(list, ScriptedAccount::keys({{u"a"_s, {{u"usage"_s, 1}}}}));
        const auto run = poll(account);
        QVERIFY(run.facts);
        QCOMPARE(run.facts->counters.size(), 1);
    }

    void withoutWorkspacesTheDefaultOneIsAsked_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("succeeds");
        QTest::addColumn<bool>("isWhole");
        QTest::newRow("a build without them") << 404 << true << true;
        QTest::newRow("a key that may not") << 403 << true << false;
        QTest::newRow("a broken server") << 500 << false << false;
        QTest::newRow("slow down") << 429 << false << false;
    }

    void withoutWorkspacesTheDefaultOneIsAsked()
    {
        QFETCH(int, status);
        QFETCH(bool, succeeds);
        QFETCH(bool, isWhole);
        ScriptedAccount account;
        account.refuse("workspaces", status);
        account.on("keys", ScriptedAccount::keys({{u"a"_s, {{u"usage"_s, 1}}}}));

        const auto run = poll(account);

        QCOMPARE(run.facts.has_value(), succeeds);
        if (succeeds) {
            QCOMPARE(remoteIds(run), QStringList{u"a"_s});
            QCOMPARE(run.facts->listsAllKeys, isWhole); // keys that were not seen are not gone
        }
    }

    void aWorkspaceThatIsClosedLeavesTheListInPart()
    {
        ScriptedAccount account;
        account.on("workspaces", R"({"data":[{"id":"w1"},{"id":"w2"}],"total_count":2})");
        account.refuse("keys/w1", 404);
        account.on("keys/w2", ScriptedAccount::keys({{u"c"_s, {{u"usage"_s, 3}}}}));
        const auto run = poll(account);
        QVERIFY(run.facts);
        QCOMPARE(remoteIds(run), QStringList{u"c"_s});
        QVERIFY(!run.facts->listsAllKeys);
        QVERIFY(run.facts->balance);
    }

    void aKeyListThatIsRefusedFailsThePoll()
    {
        ScriptedAccount account;
        account.refuse("keys", 403);
        const auto run = poll(account);
        QVERIFY(!run.facts);
        QCOMPARE(run.facts.error().httpStatus, std::optional(403));
    }

    void aBadKeyEndsThePollWhereverItShows_data()
    {
        QTest::addColumn<QByteArray>("route");
        for (const auto *route : {"key", "workspaces", "keys", "credits", "activity", "activity/h1",
                 "query/model", "query/provider", "models"})
            QTest::newRow(route) << QByteArray(route);
    }

    void aBadKeyEndsThePollWhereverItShows()
    {
        QFETCH(QByteArray, route);
        ScriptedAccount account;
        addKeys(account);
        account.refuse(route.constData(), 401);
        const auto run = poll(account, {.now = Now, .lastFetched = Now.addDays(-1)});
        QVERIFY(!run.facts);
        QCOMPARE(run.facts.error().httpStatus, std::optional(401));
    }

    void todaySplitsTheCountersOfItsKey()
    {
        ScriptedAccount account;
        addKeys(account);
        account.on("query/model", R"({"data":{"data":[
            {"created_at__day":"2026-11-18","api_key_id":"bot","model":"acme/a","credits_usage":"1.25","byok_usage":0.5,
             "request_count":"12","tokens_prompt":"900","tokens_completion":null},
            {"created_at__day":"2026-11-18","api_key_id":"bot","model":"acme/a","credits_usage":0.25,"request_count":3},
            {"api_key_id":"bot","model":"acme/b","credits_usage":null,"byok_usage":null}],
            "metadata":{"truncated":false}}})");

        const auto run = poll(account);

        QVERIFY(run.facts);
        QCOMPARE(run.facts->buckets.size(), 1); // what cost nothing splits nothing
        const auto &split = run.facts->buckets.at(0);
        QVERIFY(split.splitsOnly);
        QCOMPARE(split.remoteKeyId, u"h1"_s);
        QCOMPARE(split.model, u"acme/a"_s);
        QCOMPARE(split.provider, QString());
        QCOMPARE(split.start, QDateTime({2026, 11, 18}, {0, 0}, Qt::UTC));
        QCOMPARE(split.end, Now);
        QCOMPARE(split.amount, (Amounts{usd("1.5"), usd("0.5")}));
        QCOMPARE(split.requests, std::optional<qint64>(15));
        QCOMPARE(split.inputTokens, std::optional<qint64>(900));
        QVERIFY(!split.outputTokens);
    }

    void modelsAndProvidersAreSetsOfTheirOwn()
    {
        ScriptedAccount account;
        addKeys(account);
        account.on("query/model",
            R"({"data":{"data":[{"api_key_id":"bot","model":"acme/a","credits_usage":2}],"metadata":{}}})");
        account.on("query/provider",
            R"({"data":{"data":[{"api_key_id":"bot","provider":"Acme","credits_usage":2}],"metadata":{}}})");
        const auto run = poll(account);
        QVERIFY(run.facts);
        QCOMPARE(run.facts->buckets.size(), 2);
        QCOMPARE(run.facts->buckets.at(1).provider, u"Acme"_s);
        QVERIFY(run.facts->buckets.at(0).endpoint != run.facts->buckets.at(1).endpoint);
    }

    void aModelHasTheNameThatRequestsUse_data()
    {
        QTest::addColumn<bool>("isInContext");
        QTest::newRow("from the catalogue that was read before") << true;
        QTest::newRow("from the one of this poll") << false;
    }

    void aModelHasTheNameThatRequestsUse()
    {
        QFETCH(bool, isInContext);
        ScriptedAccount account;
        addKeys(account);
        account.on("models", R"({"data":[{"id":"acme/a","canonical_slug":"acme/a-20260101"}]})");
        account.on("query/model", R"({"data":{"metadata":{},"data":[
            {"api_key_id":"bot","model":"acme/a-20260101","credits_usage":2},
            {"api_key_id":"bot","model":"acme/a","credits_usage":1},
            {"api_key_id":"bot","model":"acme/unlisted","credits_usage":1}]}})");
        auto context = justNow();
        if (isInContext)
            context.modelsByOtherName = {{u"acme/a-20260101"_s, u"acme/a"_s}};
        else
            context.catalogueFetched = std::nullopt;
        const auto run = poll(account, context);
        QVERIFY(run.facts);
        QCOMPARE(run.facts->buckets.size(), 2);
        QCOMPARE(run.facts->buckets.at(0).model, u"acme/a"_s);
        QCOMPARE(run.facts->buckets.at(0).amount.billed, usd("3"));
        QCOMPARE(run.facts->buckets.at(1).model, u"acme/unlisted"_s);
    }

    void theQueryAsksForTheRunningDay()
    {
        ScriptedAccount account;
        addKeys(account);
        const auto run = poll(account);
        QVERIFY(run.facts);
        const auto query = QJsonDocument::fromJson(run.requests.at(5).body).object();
        QCOMPARE(run.requests.at(5).url.path(), u"/api/v1/analytics/query"_s);
        QCOMPARE(query["time_range"_L1]["start"_L1].toString(), u"2026-11-18T00:00:00Z"_s);
        QCOMPARE(query["time_range"_L1]["end"_L1].toString(), u"2026-11-18T12:30:00Z"_s);
        QCOMPARE(query["dimensions"_L1].toArray(), (QJsonArray{u"api_key_id"_s, u"model"_s}));
    }

    void rowsThatCannotBeTiedAreLeftOut_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QByteArray>("metadata");
        QTest::newRow("a name of two keys") << R"({"api_key_id":"twin","model":"m","credits_usage":1})"_ba
                                            << "{}"_ba;
        QTest::newRow("no such name") << R"({"api_key_id":"nobody","model":"m","credits_usage":1})"_ba
                                      << "{}"_ba;
        QTest::newRow("no key") << R"({"api_key_id":null,"model":"m","credits_usage":1})"_ba
                                << "{}"_ba;
        QTest::newRow("a number for a key") << R"({"api_key_id":7,"model":"m","credits_usage":1})"_ba
                                            << "{}"_ba;
        QTest::newRow("no model") << R"({"api_key_id":"bot","model":null,"credits_usage":1})"_ba
                                  << "{}"_ba;
        QTest::newRow("another day")
            << R"({"date__day":"2026-11-17T00:00:00.000Z","api_key_id":"bot","model":"m","credits_usage":1})"_ba
            << "{}"_ba;
        QTest::newRow("a cut answer") << R"({"api_key_id":"bot","model":"m","credits_usage":1})"_ba
                                      << R"({"truncated":true})"_ba;
    }

    void rowsThatCannotBeTiedAreLeftOut()
    {
        QFETCH(QByteArray, row);
        QFETCH(QByteArray, metadata);
        ScriptedAccount account;
        addKeys(account);
        account.on("query/model", "{\"data\":{\"data\":[" + row + "],\"metadata\":" + metadata + "}}");
        const auto run = poll(account);
        QVERIFY(run.facts); // the poll counts all the same
        QVERIFY(run.facts->buckets.isEmpty());
        QCOMPARE(run.facts->counters.size(), 3);
    }

    void aPollCountsWithoutWhatOnlySplits_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<bool>("goesOn");
        QTest::newRow("unknown metric") << 400 << true;
        QTest::newRow("forbidden") << 403 << true;
        QTest::newRow("absent") << 404 << true;
        QTest::newRow("too slow") << 408 << true;
        QTest::newRow("broken") << 500 << true;
        QTest::newRow("slow down") << 429 << false;
    }

    void aPollCountsWithoutWhatOnlySplits()
    {
        QFETCH(int, status);
        QFETCH(bool, goesOn);
        ScriptedAccount account;
        addKeys(account);
        account.refuse("query/model", status);
        const auto run = poll(account);
        QVERIFY(run.facts);
        QCOMPARE(run.facts->counters.size(), 3);
        QCOMPARE(run.asked().filter(u"analytics"_s).size(), goesOn ? 2 : 1);
    }

    void nobodySpentSoThatThereIsNothingToSplit()
    {
        ScriptedAccount account;
        account.on("keys",
            R"({"data":[{"hash":"h1","name":"bot","usage":9,"usage_daily":0,"byok_usage_daily":0}]})");
        QVERIFY(poll(account).asked().filter(u"analytics"_s).isEmpty());
        account.on("keys",
            R"({"data":[{"hash":"h1","name":"bot","usage":9,"usage_daily":0,"byok_usage_daily":1}]})");
        QCOMPARE(poll(account).asked().filter(u"analytics"_s).size(), 2);
        auto atMidnight = justNow();
        atMidnight.now = QDateTime({2026, 11, 18}, {0, 0}, Qt::UTC);
        QVERIFY(poll(account, atMidnight).asked().filter(u"analytics"_s).isEmpty()); // no time has passed
    }

    void theCatalogueIsReadOnceADay_data()
    {
        QTest::addColumn<QDateTime>("fetched");
        QTest::addColumn<bool>("asks");
        QTest::newRow("never") << QDateTime() << true;
        QTest::newRow("an hour ago") << Now.addSecs(-3600) << false;
        QTest::newRow("a day ago") << Now.addDays(-1) << true;
    }

    void theCatalogueIsReadOnceADay()
    {
        QFETCH(QDateTime, fetched);
        QFETCH(bool, asks);
        ScriptedAccount account;
        account.on("models", R"({"data":[{"id":"m"}],"links":{"next":"/api/v1/models?offset=1"}})");
        auto context = justNow();
        context.catalogueFetched = fetched.isValid() ? std::optional(fetched) : std::nullopt;
        const auto run = poll(account, context);
        QVERIFY(run.facts);
        QCOMPARE(run.facts->catalogue.size(), asks ? 1 : 0);
        QCOMPARE(run.asked().filter(u"/models"_s).size(), asks ? 2 : 0); // until a page that brings nothing
    }

    void completedDaysAreSplitByKeyOnce_data()
    {
        QTest::addColumn<QDateTime>("lastFetched");
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<QStringList>("asked");
        const auto at = [](int day, int hour, int minute) {
            return QDateTime({2026, 11, day}, {hour, minute}, Qt::UTC);
        };
        QTest::newRow("the same day") << at(18, 8, 0) << at(18, 12, 30) << QStringList();
        QTest::newRow("the day has just changed") << at(17, 23, 58) << at(18, 0, 3) << QStringList();
        QTest::newRow("an hour later")
            << at(18, 0, 58) << at(18, 1, 3) << QStringList{u"h2 2026-11-17"_s, u"h1 2026-11-17"_s};
        QTest::newRow("the next poll") << at(18, 1, 3) << at(18, 1, 8) << QStringList();
        QTest::newRow("a day behind, before the last one is whole")
            << at(16, 12, 0) << at(18, 0, 30) << QStringList{u"h2 2026-11-16"_s, u"h1 2026-11-16"_s};
        QTest::newRow("after two days: there is the history")
            << at(16, 12, 0) << at(18, 12, 0) << QStringList();
        QTest::newRow("never fetched: there is the history") << QDateTime() << at(18, 12, 0) << QStringList();
    }

    void completedDaysAreSplitByKeyOnce()
    {
        QFETCH(QDateTime, lastFetched);
        QFETCH(QDateTime, now);
        QFETCH(QStringList, asked);
        ScriptedAccount account;
        account.on("keys", R"({"data":[
            {"hash":"h1","name":"a","usage":9,"usage_daily":1,"usage_weekly":2,"usage_monthly":9},
            {"hash":"h2","name":"b","usage":9,"usage_daily":1,"usage_weekly":7,"usage_monthly":7},
            {"hash":"h3","name":"c","usage":9,"usage_daily":1,"usage_weekly":1,"usage_monthly":7}]})");
        account.on("activity/h1", R"({"data":[{"date":"2026-11-17","model":"m","usage":1}]})");
        account.on("activity/h2", R"({"data":[{"date":"2026-11-17","model":"m","usage":6}]})");
        const PollContext context{
            .now = now, .lastFetched = lastFetched.isValid() ? std::optional(lastFetched) : std::nullopt};

        const auto run = poll(account, context);

        QVERIFY(run.facts);
        QCOMPARE(askedAbout(run), asked); // who spent most comes first, who did not spend is not asked
        const auto ofKeys = std::ranges::count_if(
            run.facts->buckets, [](const BucketFacts &bucket) { return !bucket.remoteKeyId.isEmpty(); });
        QCOMPARE(ofKeys, asked.size());
    }

    void whoMayHaveSpentYesterdayDependsOnTheCalendar_data()
    {
        QTest::addColumn<QDate>("today");
        QTest::addColumn<QByteArray>("usage");
        QTest::addColumn<bool>("asks");
        const QDate wednesday(2026, 11, 18), monday(2026, 11, 16), mondayTheFirst(2026, 6, 1);
        QTest::newRow("this week") << wednesday << R"("usage_daily":1,"usage_weekly":2,"usage_monthly":2)"_ba
                                   << true;
        QTest::newRow("not this week")
            << wednesday << R"("usage_daily":1,"usage_weekly":1,"usage_monthly":9)"_ba << false;
        QTest::newRow("Monday: this month")
            << monday << R"("usage_daily":0,"usage_weekly":0,"usage_monthly":1)"_ba << true;
        QTest::newRow("Monday: not this month")
            << monday << R"("usage_daily":1,"usage_weekly":1,"usage_monthly":1)"_ba << false;
        QTest::newRow("Monday the first: ever")
            << mondayTheFirst << R"("usage_daily":1,"usage_weekly":1,"usage_monthly":1)"_ba << true;
        QTest::newRow("no calendar") << wednesday << R"("x":0)"_ba << true;
        QTest::newRow("counters that disagree")
            << wednesday << R"("usage_daily":2,"usage_weekly":1,"usage_monthly":1)"_ba << true;
        QTest::newRow("BYOK only")
            << wednesday
            << R"("usage_daily":0,"usage_weekly":0,"byok_usage_daily":0,"byok_usage_weekly":1)"_ba << true;
    }

    void whoMayHaveSpentYesterdayDependsOnTheCalendar()
    {
        QFETCH(QDate, today);
        QFETCH(QByteArray, usage);
        QFETCH(bool, asks);
        ScriptedAccount account;
        account.on("keys", R"({"data":[{"hash":"h1","name":"a","usage":9,)" + usage + "}]}");
        const QDateTime now(today, {12, 0}, Qt::UTC);
        const auto run = poll(account, {.now = now, .lastFetched = now.addSecs(-86400)});
        QVERIFY(run.facts);
        QCOMPARE(!askedAbout(run).isEmpty(), asks);
    }

    void theSplitByKeyOfADayIsBounded()
    {
        QList<std::pair<QString, QJsonObject>> keys;
        for (int i = 0; i < 200; ++i)
            keys.append({u"h%1"_s.arg(i), {{u"usage"_s, 5 + i}, {u"usage_daily"_s, 1}}});
        ScriptedAccount account;
        account.on("keys", ScriptedAccount::keys(keys));
        const auto run = poll(account, {.now = Now, .lastFetched = Now.addDays(-1)});
        QVERIFY(run.facts);
        QCOMPARE(askedAbout(run).size(), 150);
        QVERIFY(askedAbout(run).contains(u"h199 2026-11-17"_s));
        QVERIFY(!askedAbout(run).contains(u"h0 2026-11-17"_s));
        QVERIFY(run.facts->listsAllKeys);
    }

    void aKeyThatIsNotToldStopsNoPoll_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<int>("keysAsked");
        QTest::newRow("gone meanwhile") << 404 << 2;
        QTest::newRow("unknown") << 400 << 2;
        QTest::newRow("closed") << 403 << 2;
        QTest::newRow("slow down: the others are not asked either") << 429 << 1;
        QTest::newRow("broken: the others are not asked either") << 502 << 1;
    }

    void aKeyThatIsNotToldStopsNoPoll()
    {
        QFETCH(int, status);
        QFETCH(int, keysAsked);
        ScriptedAccount account;
        account.on(
            "keys", R"({"data":[{"hash":"h1","name":"a","usage":9},{"hash":"h2","name":"b","usage":8}]})");
        account.refuse("activity/h1", status);
        account.on("activity/h2", R"({"data":[{"date":"2026-11-17","model":"m","usage":6}]})");
        const auto run = poll(account, {.now = Now, .lastFetched = Now.addDays(-1)});
        QVERIFY(run.facts);
        QCOMPARE(askedAbout(run).size(), keysAsked);
        QCOMPARE(run.facts->buckets.size(), keysAsked - 1);
    }
};

QTEST_GUILESS_MAIN(OpenRouterPollTest)
#include "tst_openrouter_poll.moc"
