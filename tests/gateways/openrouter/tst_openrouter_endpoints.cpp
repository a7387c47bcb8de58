// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/openrouter/endpoints.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate Today(2026, 11, 18);
const QDateTime Now(Today, {12, 30}, Qt::UTC);

QByteArray fixture(const QString &name)
{
    QFile file(QFINDTESTDATA(u"openrouter/fixtures/"_s + name + u".json"_s));
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

class OpenRouterEndpointsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void rowsOfOneDayModelAndProviderAreOneBucket()
    {
        const auto buckets = openrouter::parseActivity(object(fixture(u"activity"_s)), Today);

        QVERIFY(buckets);
        QCOMPARE(buckets->size(), 3);
        const auto &sum = buckets->at(1);
        QCOMPARE(sum.start, QDateTime({2026, 11, 17}, {0, 0}, Qt::UTC));
        QCOMPARE(sum.end, QDateTime({2026, 11, 18}, {0, 0}, Qt::UTC));
        QCOMPARE(sum.model, u"acme/alpha-1"_s);
        QCOMPARE(sum.provider, u"Acme"_s);
        QCOMPARE(sum.remoteKeyId, QString());
        QCOMPARE(sum.amount, (Amounts{usd("0.015"), usd("0.5")}));
        QCOMPARE(sum.requests, std::optional<qint64>(15));
        QCOMPARE(sum.inputTokens, std::optional<qint64>(1000));
        QCOMPARE(sum.outputTokens, std::optional<qint64>(220));
        QVERIFY(!sum.splitsOnly);
    }

    void theRunningDayIsLeftToTheCounters()
    {
        const auto buckets = openrouter::parseActivity(
            object(
                R"({"data":[{"date":"2026-11-18","usage":1},{"date":"2026-11-19","usage":1},{"date":"2026-11-17 00:00:00","usage":2}]})"),
            Today);
        QVERIFY(buckets);
        QCOMPARE(buckets->size(), 1);
        QCOMPARE(buckets->constFirst().amount.billed, usd("2"));
    }

    void theOlderNameOfAManagementKeyCounts()
    {
        const auto facts = openrouter::parseOwnKey(
            object(R"({"data":{"label":"x","usage":0,"is_provisioning_key":true}})"), Now);
        QVERIFY(facts);
        QCOMPARE(facts->role, std::optional(KeyRole::Management));
        QVERIFY(facts->keys.isEmpty());
    }

    void aCapIsWhatItSays_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<bool>("hasCap");
        QTest::addColumn<QString>("used"); // empty: not told
        QTest::addColumn<QString>("reset");

        QTest::newRow("no cap") << R"("limit":null)"_ba << false << u""_s << u""_s;
        QTest::newRow("absent") << R"("label":"x")"_ba << false << u""_s << u""_s;
        QTest::newRow("a cap of zero stops")
            << R"("limit":0,"limit_remaining":0)"_ba << true << u"0.000000000"_s << u""_s;
        QTest::newRow("for ever") << R"("limit":5,"limit_remaining":2,"limit_reset":null)"_ba << true
                                  << u"3.000000000"_s << u""_s;
        QTest::newRow("weekly") << R"("limit":5,"limit_remaining":5,"limit_reset":"weekly")"_ba << true
                                << u"0.000000000"_s << u"weekly"_s;
        QTest::newRow("overdrawn") << R"("limit":5,"limit_remaining":-1)"_ba << true << u"6.000000000"_s
                                   << u""_s;
        QTest::newRow("remaining not told") << R"("limit":5)"_ba << true << u""_s << u""_s;
        QTest::newRow("raised in between") << R"("limit":5,"limit_remaining":7)"_ba << true << u""_s << u""_s;
        QTest::newRow("as text") << R"("limit":"5","limit_remaining":"2.5")"_ba << true << u"2.500000000"_s
                                 << u""_s;
    }

    void aCapIsWhatItSays()
    {
        QFETCH(QByteArray, fields);
        QFETCH(bool, hasCap);
        QFETCH(QString, used);
        QFETCH(QString, reset);

        const auto key = openrouter::parseKey(object("{\"usage\":1," + fields + "}"), u"GET /key"_s);

        QVERIFY2(key, key ? "" : qPrintable(key.error().detail));
        QCOMPARE(key->key.cap.has_value(), hasCap);
        if (hasCap) {
            QCOMPARE(key->key.cap->used ? key->key.cap->used->amountText() : QString(), used);
            QCOMPARE(key->key.cap->reset, reset);
        }
    }

    void theDaysOfOneKeyAreItsOwnSet()
    {
        const auto buckets = openrouter::parseActivity(object(fixture(u"activity"_s)), Today, u"hash-1"_s);
        QVERIFY(buckets);
        QCOMPARE(buckets->size(), 3);
        for (const auto &bucket : *buckets) {
            QCOMPARE(bucket.remoteKeyId, u"hash-1"_s);
            QCOMPARE(bucket.endpoint, u"GET /activity?api_key_hash"_s); // never replaces the account's own
        }
    }

    void freeRequestsAreALimitOfTheAccount()
    {
        const auto limits = openrouter::parseLimits(
            object(R"({"free_model_daily_requests":{"used":10,"limit":"1000","remaining":990}})"), u"self"_s,
            Now);
        QVERIFY(limits);
        QCOMPARE(limits->size(), 1);
        const auto &quota = limits->constFirst();
        QCOMPARE(quota.kind, LimitFacts::Kind::FreeRequests);
        QCOMPARE(quota.remoteKeyId, QString());
        QCOMPARE(quota.limitCount, std::optional<qint64>(1000));
        QCOMPARE(quota.usedCount, std::optional<qint64>(10));
        QVERIFY(!quota.limit && !quota.used);
        QCOMPARE(quota.reset, u"daily"_s);
        QCOMPARE(quota.resetsAt, std::optional(QDateTime({2026, 11, 19}, {0, 0}, Qt::UTC)));
    }

    void budgetLayersAreReadWhereverTheyHang_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QStringList>("layers"); // name, limit, used, reset

        const auto layer
            = [](const char *fields) { return "{\"effective_budget\":" + QByteArray(fields) + "}"; };
        QTest::newRow("none") << R"({"usage":1})"_ba << QStringList{};
        QTest::newRow("no limit told") << layer(R"({"remaining_usd":3})") << QStringList{};
        QTest::newRow("the tightest") << layer(
            R"({"scope":"workspace","limit_usd":10,"spend_usd":4,"remaining_usd":6,"reset_interval":"monthly"})")
                                      << QStringList{u"workspace monthly|10|4|monthly"_s};
        QTest::newRow("spend worked out")
            << layer(R"({"scope":"member","limit_usd":"10","remaining_usd":-2})")
            << QStringList{u"member|10|12|"_s};
        QTest::newRow("nothing spent told") << layer(R"({"limit_usd":10})") << QStringList{u"budget|10|?|"_s};
        QTest::newRow("a list of any name, and the tightest again")
            << R"({"layers":[{"scope":"workspace","limit_usd":5,"spend_usd":1,"reset_interval":"daily"},
                  {"scope":"workspace","limit_usd":50,"spend_usd":9,"reset_interval":"monthly"}],
                  "allowed_data_regions":["global"],
                  "effective_budget":{"scope":"workspace","limit_usd":5,"spend_usd":1,"reset_interval":"daily"}})"_ba
            << QStringList{u"workspace daily|5|1|daily"_s, u"workspace monthly|50|9|monthly"_s};
    }

    void budgetLayersAreReadWhereverTheyHang()
    {
        QFETCH(QByteArray, fields);
        QFETCH(QStringList, layers);

        const auto limits = openrouter::parseLimits(object(fields), u"self"_s, Now);

        QVERIFY(limits);
        QStringList read;
        for (const auto &limit : *limits) {
            QCOMPARE(limit.kind, LimitFacts::Kind::BudgetLayer);
            QCOMPARE(limit.remoteKeyId, u"self"_s);
            const auto dollars = [](const std::optional<Money> &money) {
                return money ? QString::number(money->nanos() / 1'000'000'000) : u"?"_s;
            };
            read << u"%1|%2|%3|%4"_s.arg(limit.name, dollars(limit.limit), dollars(limit.used), limit.reset);
        }
        QCOMPARE(read, layers);
    }

    void aLayerTellsWhenItStartsAgain()
    {
        const auto limits = openrouter::parseLimits(
            object(R"({"effective_budget":{"limit_usd":5,"resets_at":"2026-12-01T01:00:00+01:00"}})"), {},
            Now);
        QVERIFY(limits);
        QCOMPARE(limits->constFirst().resetsAt, std::optional(QDateTime({2026, 12, 1}, {0, 0}, Qt::UTC)));
    }

    void pricesAreTextAndMinusOneVaries()
    {
        const auto page = openrouter::parseModels(object(fixture(u"models"_s)));
        QVERIFY(page);
        QVERIFY(!page->hasMore);
        QCOMPARE(page->models.size(), 2);
        const auto &alpha = page->models.at(0);
        QCOMPARE(alpha.model, u"acme/alpha-1"_s);
        QCOMPARE(alpha.displayName, u"Acme: Alpha 1"_s);
        QCOMPARE(alpha.unit, PriceUnit::Token);
        QCOMPARE(alpha.input, std::optional(UnitPrice{1'250'000'000, Currency()}));
        QCOMPARE(alpha.output, std::optional(UnitPrice{10'000'000'000, Currency()}));
        QCOMPARE(alpha.request, std::optional(UnitPrice{0, Currency()})); // free, not unknown
        QCOMPARE(alpha.webSearch, std::optional(UnitPrice{10'000'000'000'000, Currency()}));
        QCOMPARE(alpha.cacheRead, std::optional(UnitPrice{125'000'000, Currency()}));
        QVERIFY(!alpha.cacheWrite);
        QCOMPARE(alpha.contextLength, std::optional<qint64>(200000));
        QCOMPARE(alpha.expiresOn, std::optional(QDate(2026, 12, 1)));
        const auto &automatic = page->models.at(1);
        QVERIFY(!automatic.input && !automatic.output && !automatic.expiresOn && !automatic.contextLength);
    }

    void aPriceAsANumberIsNoLessExact()
    {
        const auto page = openrouter::parseModels(
            object(R"({"data":[{"id":"m","pricing":{"prompt":0.0000025,"completion":null}}]})"));
        QVERIFY(page);
        QCOMPARE(page->models.at(0).input, std::optional(UnitPrice{2'500'000'000, Currency()}));
        QVERIFY(!page->models.at(0).output);
    }

    void aBalanceCanBeBelowZero()
    {
        const auto balance
            = openrouter::parseCredits(object(R"({"data":{"total_credits":10,"total_usage":"10.5"}})"));
        QVERIFY(balance);
        QCOMPARE(balance->amount, usd("-0.5"));
    }

    void aLabelThatIsNotShortenedIsShortened()
    {
        const auto key = openrouter::parseKey(
            object(R"({"usage":0,"label":"sk-or-v1-0123456789abcdef0123456789abcdef"})"), u"GET /key"_s);
        QVERIFY(key);
        QVERIFY(!key->key.masked.contains(u"0123456789"_s));
        QVERIFY(!key->key.name.contains(u"0123456789"_s));
    }
};

QTEST_GUILESS_MAIN(OpenRouterEndpointsTest)
#include "tst_openrouter_endpoints.moc"
