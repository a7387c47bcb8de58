// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/torouter/torouter_connector.h"
#include "gateways/torouter/usage.h"
#include "support/connector_run.h"

#include <QJsonDocument>
#include <QTest>
#include <QUrlQuery>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime Now({2026, 11, 18}, {12, 30}, Qt::UTC);
const QUrl Base(u"https://portal.torouter.ai"_s);

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

Money usd(const char *text)
{
    return Money::fromText(QString::fromLatin1(text)).value_or(Money());
}

const auto Days = R"({"mode":"unrestricted","daily_usage":[
    {"date":"2026-11-10","actual_cost":1.5},{"date":"2026-11-15","actual_cost":0},
    {"date":"2026-11-17","actual_cost":"2"},{"date":"2026-11-18","actual_cost":3}],
    "model_stats":[{"model":"alpha","actual_cost":1}]})"_ba;

ConnectorRun history()
{
    return runConnector(torouter::ToRouterConnector(), {.purpose = PollPurpose::History, .now = Now}, Base,
        [](const HttpRequest &) { return jsonAnswer(Days); });
}

} // namespace

//! What sub2api tells of a key beside its money of today: windows, plans, ninety days.
class ToRouterLimitsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsTheWindowsOfAKey()
    {
        const auto limits = torouter::parseLimits(object(R"({"rate_limits":[
            {"window":"5h","limit":3.0,"used":0.4,"reset_at":"2026-11-18T14:00:00Z"},
            {"window":"1d","limit":0,"used":0},
            {"window":"7d","limit":"20","used":null,"window_start":null}]})"),
            Currency());

        QVERIFY2(limits, limits ? "" : qPrintable(limits.error().detail));
        QCOMPARE(limits->size(), 2); // a limit of 0 is none
        const auto &hours = limits->at(0);
        QCOMPARE(hours.kind, LimitFacts::Kind::SpendWindow);
        QCOMPARE(hours.remoteKeyId, u"self"_s);
        QCOMPARE(hours.name, u"5h"_s);
        QCOMPARE(hours.limit, std::optional(usd("3")));
        QCOMPARE(hours.used, std::optional(usd("0.4")));
        QCOMPARE(hours.resetsAt, std::optional(QDateTime({2026, 11, 18}, {14, 0}, Qt::UTC)));
        const auto &week = limits->at(1);
        QCOMPARE(week.name, u"7d"_s);
        QVERIFY(!week.used && !week.resetsAt); // idle
    }

    void readsTheLimitsOfAPlanAsTheLogins()
    {
        const auto facts = torouter::parseUsage(
            object(R"({"mode":"unrestricted","planName":"Team","remaining":-1,"subscription":
                {"daily_usage_usd":1.0,"weekly_usage_usd":2.0,"monthly_usage_usd":9.0,"daily_limit_usd":null,
                 "weekly_limit_usd":20.0,"monthly_limit_usd":0,"expires_at":"2026-12-01T00:00:00Z"}})"),
            {Now.date(), Now});

        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().detail));
        QVERIFY(facts->tellsLimits);
        QCOMPARE(facts->limits.size(), 1);
        const auto &week = facts->limits.constFirst();
        QCOMPARE(week.kind, LimitFacts::Kind::Subscription);
        QCOMPARE(week.remoteKeyId, QString()); // shared by every key
        QCOMPARE(week.name, u"weekly"_s);
        QCOMPARE(week.limit, std::optional(usd("20")));
        QCOMPARE(week.used, std::optional(usd("2")));
        QCOMPARE(week.reset, QString()); // anchored, in no calendar
        QVERIFY(!facts->balance);
    }

    void refusesLimitsThatMakeNoSense_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("windows that are no list") << R"({"rate_limits":7})"_ba;
        QTest::newRow("a limit of rubbish") << R"({"rate_limits":[{"limit":"much"}]})"_ba;
        QTest::newRow("a use below zero") << R"({"rate_limits":[{"limit":1,"used":-1}]})"_ba;
        QTest::newRow("a plan of rubbish") << R"({"subscription":{"weekly_limit_usd":true}})"_ba;
    }

    void refusesLimitsThatMakeNoSense()
    {
        QFETCH(QByteArray, body);
        const auto limits = torouter::parseLimits(object(body), Currency());
        QVERIFY(!limits);
        QCOMPARE(limits.error().kind, Error::Kind::Protocol);
    }

    void tokensOfACacheBelongToTheInput()
    {
        const auto facts = torouter::parseUsage(
            object(R"({"mode":"x","daily_usage":[{"date":"2026-11-17","actual_cost":1,"input_tokens":100,
                "output_tokens":5,"cache_read_tokens":20,"cache_write_tokens":3}],
                "model_stats":[{"model":"a","actual_cost":1,"input_tokens":10,"cache_creation_tokens":4}]})"),
            {Now.date(), Now});
        QVERIFY(facts);
        QCOMPARE(facts->buckets.at(0).inputTokens, std::optional<qint64>(123));
        QCOMPARE(facts->buckets.at(1).inputTokens, std::optional<qint64>(14));
    }

    void aHistoryIsNinetyDaysAndTheModelsOfEachThatCostSomething()
    {
        const auto run = history();

        QVERIFY2(run.facts, run.facts ? "" : qPrintable(run.facts.error().detail));
        const auto day = [](const QString &first, int days) {
            return u"/v1/usage?start_date=%1&end_date=%1&days=%2&timezone=UTC"_s.arg(first).arg(days);
        };
        QCOMPARE(run.asked(),
            (QStringList{day(u"2026-11-18"_s, 90), day(u"2026-11-17"_s, 1), day(u"2026-11-10"_s, 1)}));
        QCOMPARE(run.pages.at(0).facts.buckets.size(), 4);
        for (const auto &bucket : run.pages.at(0).facts.buckets)
            QVERIFY(!bucket.splitsOnly);
        const auto &split = run.pages.at(1).facts.buckets.constFirst();
        QVERIFY(split.splitsOnly);
        QCOMPARE(split.start, QDateTime({2026, 11, 17}, {0, 0}, Qt::UTC));
        QCOMPARE(split.end, QDateTime({2026, 11, 18}, {0, 0}, Qt::UTC));
    }

    void aHistorySaysHowFarItIs()
    {
        QList<std::pair<int, int>> progress;
        for (const auto &page : history().pages)
            progress.append({page.progress->done, page.progress->total});
        QCOMPARE(progress, (QList<std::pair<int, int>>{{1, 3}, {2, 3}, {3, 3}}));
    }

    void aHistoryCanBeResumedDaysLater()
    {
        const torouter::ToRouterConnector connector;
        const auto first = connector.firstCursor({.purpose = PollPurpose::History, .now = Now});
        const auto kept = *connector.read(first, jsonAnswer(Days))->next;
        // nothing but the cursor outlives the program
        const auto resumed = connector.request(Base, kept);
        QCOMPARE(QUrlQuery(resumed.url).queryItemValue(u"start_date"_s), u"2026-11-17"_s);
        QVERIFY(connector.read(kept, jsonAnswer(Days))->facts.buckets.constFirst().splitsOnly);
    }

    void anOlderBuildHasNoHistory()
    {
        const torouter::ToRouterConnector connector;
        const auto page = connector.read(connector.firstCursor({.purpose = PollPurpose::History, .now = Now}),
            jsonAnswer(R"({"mode":"x","usage":{"total":{"actual_cost":3}}})"));
        QVERIFY(page);
        QVERIFY(!page->next && page->facts.buckets.isEmpty() && page->facts.counters.isEmpty());
        QCOMPARE(page->progress->done, page->progress->total);
    }

    void everyAddressPeopleHaveLeadsThere_data()
    {
        QTest::addColumn<QString>("base");
        QTest::addColumn<QString>("usage");
        QTest::newRow("a bare host") << u"https://h.example"_s << u"https://h.example/v1/usage"_s;
        QTest::newRow("OpenAI's") << u"https://h.example/v1/"_s << u"https://h.example/v1/usage"_s;
        QTest::newRow("OpenAI's below /api")
            << u"https://h.example/api/v1"_s << u"https://h.example/v1/usage"_s;
        QTest::newRow("Anthropic's") << u"https://h.example/api"_s << u"https://h.example/v1/usage"_s;
        QTest::newRow("below a path") << u"https://h.example/ai/v1"_s << u"https://h.example/ai/v1/usage"_s;
    }

    void everyAddressPeopleHaveLeadsThere()
    {
        QFETCH(QString, base);
        QFETCH(QString, usage);
        const torouter::ToRouterConnector connector;
        const auto url = connector.request(QUrl(base), connector.firstCursor({.now = Now})).url;
        QCOMPARE(url.adjusted(QUrl::RemoveQuery), QUrl(usage));
    }
};

QTEST_GUILESS_MAIN(ToRouterLimitsTest)
#include "tst_torouter_limits.moc"
