// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/torouter/torouter_connector.h"
#include "gateways/torouter/usage.h"
#include "support/connector_run.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime Now({2026, 11, 18}, {12, 30}, Qt::UTC);
const torouter::AskedDay Today{Now.date(), Now};
const QUrl Base(u"https://portal.torouter.ai"_s);

QByteArray fixture()
{
    QFile file(QFINDTESTDATA("torouter/fixtures/usage.json"));
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

} // namespace

class ToRouterConnectorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsAKeyWithACap()
    {
        const auto facts = torouter::parseUsage(object(fixture()), Today);

        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().detail));
        QCOMPARE(facts->keys.size(), 1);
        const auto &key = facts->keys.constFirst();
        QCOMPARE(key.remoteId, u"self"_s);
        QCOMPARE(key.name, QString()); // the plan has a name, the key has none
        QVERIFY(!key.isDisabled);
        QCOMPARE(key.cap, std::optional(Cap{usd("25"), usd("4.5"), QString()}));
        QCOMPARE(key.expiresAt, std::optional(QDateTime({2027, 3, 1}, {0, 0}, Qt::UTC)));
        QVERIFY(!facts->balance);
        QVERIFY(!facts->listsAllKeys);
        QVERIFY2(facts->counters.isEmpty(), "days and counters tell the same money");
    }

    void readsDaysAndTheirSplit()
    {
        const auto facts = torouter::parseUsage(object(fixture()), Today);

        QVERIFY(facts);
        QCOMPARE(facts->buckets.size(), 4);
        const auto &yesterday = facts->buckets.at(0);
        QCOMPARE(yesterday.start, QDateTime({2026, 11, 17}, {0, 0}, Qt::UTC));
        QCOMPARE(yesterday.end, QDateTime({2026, 11, 18}, {0, 0}, Qt::UTC));
        QCOMPARE(yesterday.amount.billed, usd("1.2")); // actual_cost, not cost
        QCOMPARE(yesterday.endpoint, u"GET /v1/usage daily_usage"_s);
        QCOMPARE(yesterday.requests, std::optional<qint64>(10));
        QVERIFY(!yesterday.splitsOnly);
        const auto &today = facts->buckets.at(1);
        QCOMPARE(today.end, Now);
        const auto &model = facts->buckets.at(2);
        QCOMPARE(model.model, u"alpha-1"_s);
        QCOMPARE(model.amount.billed, usd("0.5"));
        QCOMPARE(model.start, today.start);
        QCOMPARE(model.end, Now);
        QCOMPARE(model.remoteKeyId, u"self"_s);
        QCOMPARE(model.endpoint, u"GET /v1/usage model_stats"_s);
        QVERIFY(model.splitsOnly);
    }

    void readsEveryMode_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("balance"); // empty: not told
        QTest::addColumn<bool>("hasCap");
        QTest::addColumn<bool>("isDisabled");

        const auto row = [](const char *name, const QByteArray &body, const char *balance, bool hasCap,
                             bool isDisabled) {
            QTest::newRow(name) << body << QString::fromLatin1(balance) << hasCap << isDisabled;
        };
        row("plan",
            R"({"mode":"unrestricted","isValid":true,"planName":"Team","unit":"USD","remaining":-1,"subscription":{"daily_usage_usd":1.0}})",
            "", false, false);
        row("no plan", R"({"mode":"unrestricted","isValid":true,"unit":"USD"})", "", false, false);
        row("wallet",
            R"({"mode":"unrestricted","isValid":true,"planName":"Pay","remaining":7.25,"unit":"USD","balance":7.25})",
            "7.250000000", false, false);
        row("wallet as text", R"({"mode":"unrestricted","isValid":true,"balance":"-0.5"})", "-0.500000000",
            false, false);
        row("exhausted",
            R"({"mode":"quota_limited","isValid":true,"status":"quota_exhausted","quota":{"limit":5,"used":5}})",
            "", true, true);
        row("expired",
            R"({"mode":"quota_limited","isValid":true,"status":"expired","quota":{"limit":0,"used":5}})", "",
            false, true);
        row("a status nobody knows", R"({"mode":"quota_limited","isValid":true,"status":"paused"})", "",
            false, true);
        row("not valid", R"({"mode":"unrestricted","isValid":false})", "", false, true);
    }

    void readsEveryMode()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, balance);
        QFETCH(bool, hasCap);
        QFETCH(bool, isDisabled);

        const auto facts = torouter::parseUsage(object(body), Today);

        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().detail));
        const auto &key = facts->keys.constFirst();
        QCOMPARE(key.name, QString());
        QCOMPARE(key.cap.has_value(), hasCap);
        QCOMPARE(key.isDisabled, isDisabled);
        QCOMPARE(facts->balance ? facts->balance->amount.amountText() : QString(), balance);
        QVERIFY(facts->buckets.isEmpty());
    }

    void anOlderBuildHasCounters_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QString>("lifetime"); // empty: no counter
        QTest::addColumn<QString>("today"); // empty: not told

        QTest::newRow("total and today")
            << R"("usage":{"today":{"cost":9,"actual_cost":0.5},"total":{"cost":9,"actual_cost":"4.5"}})"_ba
            << u"4.500000000"_s << u"0.500000000"_s;
        QTest::newRow("only the quota") << R"("quota":{"limit":9,"used":2})"_ba << u"2.000000000"_s << u""_s;
        QTest::newRow("the total before the quota")
            << R"("quota":{"limit":9,"used":2},"usage":{"total":{"actual_cost":3}})"_ba << u"3.000000000"_s
            << u""_s;
        QTest::newRow("nothing") << R"("unit":"USD")"_ba << u""_s << u""_s;
        QTest::newRow("days of null")
            << R"("daily_usage":null,"usage":{"total":{"actual_cost":3}})"_ba << u"3.000000000"_s << u""_s;
    }

    void anOlderBuildHasCounters()
    {
        QFETCH(QByteArray, fields);
        QFETCH(QString, lifetime);
        QFETCH(QString, today);

        const auto facts = torouter::parseUsage(object("{\"mode\":\"quota_limited\"," + fields + "}"), Today);

        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().detail));
        QCOMPARE(facts->counters.size(), lifetime.isEmpty() ? 0 : 1);
        if (facts->counters.isEmpty())
            return;
        const auto &counter = facts->counters.constFirst();
        QCOMPARE(counter.lifetime.billed.amountText(), lifetime);
        QCOMPARE(counter.utcDay ? counter.utcDay->billed.amountText() : QString(), today);
        QCOMPARE(counter.remoteKeyId, u"self"_s);
    }

    void anotherCurrencyStaysWhatItIs()
    {
        const auto facts = torouter::parseUsage(
            object(
                R"({"mode":"unrestricted","unit":"CNY","balance":7,"daily_usage":[{"date":"2026-11-17","actual_cost":2}]})"),
            Today);
        QVERIFY(facts);
        QCOMPARE(facts->balance->amount.currency().code(), u"CNY"_s);
        QCOMPARE(facts->buckets.constFirst().amount.billed.currency().code(), u"CNY"_s);
        QCOMPARE(facts->buckets.constFirst().amount.byok.currency().code(), u"CNY"_s);
    }

    void refusesWhatMakesNoSenseAndNamesIt_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QString>("named");

        const auto row = [](const char *name, const QByteArray &body, const char *named) {
            QTest::newRow(name) << body << QString::fromLatin1(named);
        };
        row("the panel's envelope", R"({"code":0,"message":"success","data":{}})", "\"mode\"");
        row("no currency", R"({"mode":"unrestricted","unit":"points","balance":7})", "\"unit\"");
        row("a day without its charge", R"({"mode":"x","daily_usage":[{"date":"2026-11-17","cost":2}]})",
            "\"actual_cost\"");
        row("a negative charge", R"({"mode":"x","daily_usage":[{"date":"2026-11-17","actual_cost":-2}]})",
            "\"actual_cost\"");
        row("a charge of rubbish", R"({"mode":"x","daily_usage":[{"date":"2026-11-17","actual_cost":"x"}]})",
            "\"actual_cost\"");
        row("a day that is none", R"({"mode":"x","daily_usage":[{"date":"17.11.2026","actual_cost":2}]})",
            "\"date\"");
        row("days that are no list", R"({"mode":"x","daily_usage":{}})", "\"daily_usage\"");
        row("models that are no list", R"({"mode":"x","model_stats":7})", "\"model_stats\"");
        row("a model without its charge", R"({"mode":"x","model_stats":[{"model":"a"}]})", "\"actual_cost\"");
        row("a broken count",
            R"({"mode":"x","model_stats":[{"model":"a","actual_cost":1,"requests":"many"}]})",
            "\"requests\"");
        row("a balance of rubbish", R"({"mode":"x","balance":"much"})", "\"balance\"");
        row("a cap of rubbish", R"({"mode":"x","quota":{"limit":true}})", "\"limit\"");
    }

    void refusesWhatMakesNoSenseAndNamesIt()
    {
        QFETCH(QByteArray, body);
        QFETCH(QString, named);
        const auto facts = torouter::parseUsage(object(body), Today);
        QVERIFY(!facts);
        QCOMPARE(facts.error().kind, Error::Kind::Protocol);
        QVERIFY2(facts.error().detail.contains(named), qPrintable(facts.error().detail));
    }

    void asksForWhatItDoesNotKnowYet_data()
    {
        QTest::addColumn<QDateTime>("lastFetched");
        QTest::addColumn<int>("days");
        QTest::addColumn<QStringList>("splits");

        QTest::newRow("never fetched") << QDateTime() << 30 << QStringList();
        QTest::newRow("a minute ago") << Now.addSecs(-60) << 2 << QStringList();
        QTest::newRow("yesterday evening")
            << QDateTime({2026, 11, 17}, {23, 0}, Qt::UTC) << 2 << QStringList{u"2026-11-17"_s};
        QTest::newRow("exactly a day ago") << Now.addDays(-1) << 2 << QStringList{u"2026-11-17"_s};
        QTest::newRow("three days ago")
            << Now.addDays(-3) << 30 << QStringList{u"2026-11-15"_s, u"2026-11-16"_s, u"2026-11-17"_s};
        QTest::newRow("a month ago: the last seven")
            << Now.addDays(-30) << 30
            << QStringList{u"2026-11-11"_s, u"2026-11-12"_s, u"2026-11-13"_s, u"2026-11-14"_s,
                   u"2026-11-15"_s, u"2026-11-16"_s, u"2026-11-17"_s};
    }

    void asksForWhatItDoesNotKnowYet()
    {
        QFETCH(QDateTime, lastFetched);
        QFETCH(int, days);
        QFETCH(QStringList, splits);
        PollContext context{.purpose = PollPurpose::Poll, .now = Now, .lastFetched = {}};
        if (lastFetched.isValid())
            context.lastFetched = lastFetched;

        const auto run = runConnector(torouter::ToRouterConnector(), context, Base,
            [](const HttpRequest &) { return jsonAnswer(fixture()); });

        QVERIFY(run.facts);
        QStringList expected{
            u"/v1/usage?start_date=2026-11-18&end_date=2026-11-18&days=%1&timezone=UTC"_s.arg(days)};
        for (const auto &day : splits)
            expected << u"/v1/usage?start_date=%1&end_date=%1&days=1&timezone=UTC"_s.arg(day);
        QCOMPARE(run.asked(), expected);
        // Two days, two models of today, two models of each day asked once more.
        QCOMPARE(run.facts->buckets.size(), 4 + 2 * splits.size());
        QCOMPARE(run.facts->keys.size(), 1);
    }

    void aMissedDayIsSplitAsAWhole()
    {
        const auto facts
            = torouter::parseDaySplit(object(fixture()), torouter::AskedDay{Now.date().addDays(-1), Now});
        QVERIFY(facts);
        QCOMPARE(facts->buckets.size(), 2);
        for (const auto &bucket : facts->buckets) {
            QVERIFY(bucket.splitsOnly);
            QCOMPARE(bucket.start, QDateTime({2026, 11, 17}, {0, 0}, Qt::UTC));
            QCOMPARE(bucket.end, QDateTime({2026, 11, 18}, {0, 0}, Qt::UTC));
        }
    }

    void aTestAsksOnce()
    {
        const PollContext context{.purpose = PollPurpose::Test, .now = Now, .lastFetched = Now.addDays(-5)};
        const auto run = runConnector(torouter::ToRouterConnector(), context, Base,
            [](const HttpRequest &) { return jsonAnswer(fixture()); });
        QVERIFY(run.facts);
        QCOMPARE(run.requests.size(), 1);
    }

    void aDayThatHasNotBegunIsLeftOut()
    {
        const auto facts = torouter::parseUsage(
            object(R"({"mode":"x","daily_usage":[{"date":"2026-11-19","actual_cost":2}]})"), Today);
        QVERIFY(facts);
        QVERIFY(facts->buckets.isEmpty());
    }
};

QTEST_GUILESS_MAIN(ToRouterConnectorTest)
#include "tst_torouter_connector.moc"
