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

QByteArray fixture(const QString &name)
{
    QFile file(QFINDTESTDATA(u"fixtures/"_s + name + u".json"_s));
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
            object(R"({"data":{"label":"x","usage":0,"is_provisioning_key":true}})"));
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
