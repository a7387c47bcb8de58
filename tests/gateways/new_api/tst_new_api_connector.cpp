// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/new_api/endpoints.h"
#include "gateways/new_api/new_api_connector.h"
#include "support/connector_run.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDateTime Now({2026, 11, 18}, {12, 30}, Qt::UTC);
const QUrl Base(u"https://site.example"_s);
constexpr new_api::QuotaUnit Dollars{500000, true};

QByteArray fixture(const QString &name)
{
    QFile file(QFINDTESTDATA(u"new_api/fixtures/"_s + name + u".json"_s));
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

//! A whole poll; steps named in `absent` answer 404.
ConnectorRun poll(const QByteArray &status, const QStringList &absent = {})
{
    const new_api::NewApiConnector connector;
    ConnectorRun run;
    auto next = std::optional(connector.firstCursor({.now = Now}));
    while (next) {
        const auto request = connector.request(Base, *next);
        run.requests.append(request);
        const auto step = request.url.path().section(u'/', -1, -1, QString::SectionSkipEmpty);
        Result<PollPage> page = fail(Error::Kind::Rejected);
        if (!absent.contains(step))
            page = connector.read(*next, jsonAnswer(step == u"status"_s ? status : fixture(step)));
        else if (auto after
            = connector.afterRefusal(*next, Error{.kind = Error::Kind::Rejected, .httpStatus = 404}))
            page = *after;
        if (!page) {
            run.facts = fail(page.error());
            return run;
        }
        run.facts->append(page->facts);
        next = page->next;
    }
    return run;
}

} // namespace

class NewApiConnectorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsWhatQuotaIsWorth_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<qint64>("perDollar"); // 0: no currency
        QTest::addColumn<bool>("inDollars");
        QTest::newRow("dollars") << R"("quota_per_unit":500000,"quota_display_type":"USD")"_ba
                                 << qint64(500000) << true;
        QTest::newRow("a unit of another size")
            << R"("quota_per_unit":"1000","quota_display_type":"USD")"_ba << qint64(1000) << true;
        QTest::newRow("yuan at the site's own rate")
            << R"("quota_per_unit":500000,"quota_display_type":"CNY","display_in_currency":true)"_ba
            << qint64(500000) << false;
        QTest::newRow("tokens") << R"("quota_per_unit":500000,"quota_display_type":"TOKENS")"_ba << qint64(0)
                                << false;
        QTest::newRow("a unit of its own")
            << R"("quota_per_unit":500000,"quota_display_type":"CUSTOM")"_ba << qint64(0) << false;
        QTest::newRow("a word nobody knows")
            << R"("quota_per_unit":500000,"quota_display_type":"SHELLS")"_ba << qint64(0) << false;
        QTest::newRow("an older build in dollars")
            << R"("quota_per_unit":500000,"display_in_currency":true)"_ba << qint64(500000) << true;
        QTest::newRow("an older build in tokens")
            << R"("quota_per_unit":500000,"display_in_currency":false)"_ba << qint64(0) << false;
        QTest::newRow("nothing said") << R"("quota_per_unit":500000)"_ba << qint64(0) << false;
        QTest::newRow("no size") << R"("quota_display_type":"USD")"_ba << qint64(0) << true;
    }

    void readsWhatQuotaIsWorth()
    {
        QFETCH(QByteArray, data);
        QFETCH(qint64, perDollar);
        QFETCH(bool, inDollars);
        const auto unit = new_api::parseStatus(object("{\"success\":true,\"data\":{" + data + "}}"));
        QVERIFY2(unit, unit ? "" : qPrintable(unit.error().detail));
        QCOMPARE(unit->perDollar.value_or(0), perDollar);
        QCOMPARE(unit->isShownInDollars, inDollars);
    }

    void readsTheKeysOwnQuota()
    {
        const auto run = poll(fixture(u"status"_s));

        QVERIFY2(run.facts, run.facts ? "" : qPrintable(run.facts.error().detail));
        QCOMPARE(run.asked(), (QStringList{u"/api/status"_s, u"/api/usage/token/"_s}));
        QCOMPARE(run.facts->tellsSpend, std::optional(true));
        QCOMPARE(run.facts->counters.size(), 1);
        QCOMPARE(run.facts->counters.constFirst().lifetime.billed, usd("2.500002"));
        QCOMPARE(run.facts->counters.constFirst().endpoint, u"GET /api/usage/token/"_s);
        const auto &key = run.facts->keys.constFirst();
        QCOMPARE(key.remoteId, u"self"_s);
        QCOMPARE(key.name, u"ci"_s);
        QCOMPARE(key.cap, std::optional(Cap{usd("10"), usd("2.500002"), QString()}));
        QCOMPARE(key.expiresAt, std::optional(QDateTime({2027, 1, 1}, {0, 0}, Qt::UTC)));
    }

    void readsWhichModelsAKeyIsLimitedTo_data()
    {
        QTest::addColumn<QByteArray>("told");
        QTest::addColumn<std::optional<QStringList>>("allowed");
        QTest::newRow("not told") << ""_ba << std::optional<QStringList>();
        QTest::newRow("switched off") << R"(,"model_limits":{"a":true},"model_limits_enabled":false)"_ba
                                      << std::optional(QStringList());
        QTest::newRow("two") << R"(,"model_limits":{"a":true,"b":true},"model_limits_enabled":true)"_ba
                             << std::optional(QStringList{u"a"_s, u"b"_s});
    }

    void readsWhichModelsAKeyIsLimitedTo()
    {
        QFETCH(QByteArray, told);
        QFETCH(std::optional<QStringList>, allowed);
        const auto facts = new_api::parseTokenUsage(object(R"({"data":{"total_used":1)" + told + "}}"), {});
        QVERIFY(facts);
        QCOMPARE(facts->keys.constFirst().allowedModels, allowed);
    }

    void anOlderBuildIsAskedLikeItsClientsAsk()
    {
        const auto run = poll(fixture(u"status"_s), {u"token"_s});

        QVERIFY2(run.facts, run.facts ? "" : qPrintable(run.facts.error().detail));
        QCOMPARE(run.asked().at(2), u"/dashboard/billing/subscription"_s);
        QCOMPARE(run.asked().at(3), u"/dashboard/billing/usage?start_date=2026-08-11&end_date=2026-11-19"_s);
        QCOMPARE(run.facts->counters.constFirst().lifetime.billed, usd("2.500002"));
        QCOMPARE(run.facts->keys.constFirst().cap, std::optional(Cap{usd("10"), std::nullopt, QString()}));
        QCOMPARE(run.facts->tellsSpend, std::optional(true));
    }

    void withoutACurrencyNoSpendIsTold_data()
    {
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<QStringList>("absent");
        QTest::newRow("tokens") << R"({"data":{"quota_per_unit":500000,"quota_display_type":"TOKENS"}})"_ba
                                << QStringList();
        QTest::newRow("a word nobody knows")
            << R"({"data":{"quota_per_unit":500000,"quota_display_type":"SHELLS"}})"_ba << QStringList();
        QTest::newRow("a word nobody knows, older build")
            << R"({"data":{"quota_per_unit":500000,"quota_display_type":"SHELLS"}})"_ba
            << QStringList{u"token"_s};
        QTest::newRow("yuan, older build")
            << R"({"data":{"quota_per_unit":500000,"quota_display_type":"CNY"}})"_ba
            << QStringList{u"token"_s};
        QTest::newRow("no status at all") << QByteArray() << QStringList{u"status"_s};
    }

    void withoutACurrencyNoSpendIsTold()
    {
        QFETCH(QByteArray, status);
        QFETCH(QStringList, absent);
        const auto run = poll(status, absent);
        QVERIFY2(run.facts, run.facts ? "" : qPrintable(run.facts.error().detail));
        QCOMPARE(run.facts->tellsSpend, std::optional(false));
        QVERIFY(run.facts->counters.isEmpty());
        QCOMPARE(run.facts->keys.size(), 1);
        QVERIFY(!run.facts->keys.constFirst().cap);
    }

    void yuanAreTheSameMoneyAtTheSitesRate()
    {
        const auto run = poll(
            R"({"data":{"quota_per_unit":500000,"quota_display_type":"CNY","usd_exchange_rate":7.3}})"_ba);
        QVERIFY(run.facts);
        QCOMPARE(run.facts->counters.constFirst().lifetime.billed, usd("2.500002"));
    }

    void someKeysHaveNoCap_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::newRow("unlimited") << R"("total_granted":9,"total_used":5,"unlimited_quota":true)"_ba;
        QTest::newRow("not told") << R"("total_used":5)"_ba;
    }

    void someKeysHaveNoCap()
    {
        QFETCH(QByteArray, data);
        const auto facts = new_api::parseTokenUsage(object("{\"data\":{" + data + "}}"), Dollars);
        QVERIFY(facts);
        QVERIFY(!facts->keys.constFirst().cap);
        QVERIFY(!facts->keys.constFirst().expiresAt);
        QCOMPARE(facts->counters.constFirst().lifetime.billed, usd("0.00001"));
    }

    void aHundredMillionStandsForNoCap()
    {
        const auto key
            = new_api::parseSubscription(object(R"({"hard_limit_usd":100000000,"access_until":0})"), Dollars);
        QVERIFY(key);
        QVERIFY(!key->cap && !key->expiresAt);
    }

    void centsAreReadExactly_data()
    {
        QTest::addColumn<QByteArray>("total");
        QTest::addColumn<QString>("dollars");
        QTest::newRow("whole") << "250"_ba << u"2.500000000"_s;
        QTest::newRow("a fraction") << "250.0002"_ba << u"2.500002000"_s;
        QTest::newRow("as text") << "\"0.00001\""_ba << u"0.000000100"_s;
        QTest::newRow("nothing spent") << "0"_ba << u"0.000000000"_s;
    }

    void centsAreReadExactly()
    {
        QFETCH(QByteArray, total);
        QFETCH(QString, dollars);
        const auto spent = new_api::parseUsage(object("{\"total_usage\":" + total + "}"));
        QVERIFY(spent);
        QCOMPARE(spent->amountText(), dollars);
    }

    void refusesWhatMakesNoSenseAndNamesIt()
    {
        const auto detailOf = [](const auto &result) { return result ? QString() : result.error().detail; };
        const auto tokens = [](const char *json) { return new_api::parseTokenUsage(object(json), Dollars); };
        QVERIFY(detailOf(new_api::parseUsage(object("{}"))).contains(u"\"total_usage\""_s));
        QVERIFY(detailOf(new_api::parseUsage(object(R"({"total_usage":-1})"))).contains(u"negative"_s));
        QVERIFY(
            detailOf(new_api::parseUsage(object(R"({"total_usage":"x"})"))).contains(u"\"total_usage\""_s));
        QVERIFY(detailOf(tokens(R"({"data":{}})")).contains(u"\"total_used\""_s));
        QVERIFY(detailOf(tokens(R"({"data":{"total_used":0.5}})")).contains(u"\"total_used\""_s));
        QVERIFY(detailOf(tokens(R"({"success":false,"message":"no"})")).contains(u"\"data\""_s));
        QVERIFY(detailOf(new_api::parseStatus(object(R"({"data":{"quota_per_unit":"x"}})")))
                    .contains(u"\"quota_per_unit\""_s));
        QVERIFY(
            detailOf(new_api::parseSubscription(object("{}"), Dollars)).contains(u"\"hard_limit_usd\""_s));
    }

    void aRefusedKeyIsNoOlderBuild()
    {
        const new_api::NewApiConnector connector;
        const auto token
            = connector.read(connector.firstCursor({.now = Now}), jsonAnswer(fixture(u"status"_s)))->next;
        QVERIFY(token);
        for (const int status : {401, 403, 429, 500})
            QVERIFY(
                !connector.afterRefusal(*token, Error{.kind = Error::Kind::Rejected, .httpStatus = status}));
    }

    void anAddressWithAVersionIsTakenWithoutIt()
    {
        const new_api::NewApiConnector connector;
        QCOMPARE(connector.request(QUrl(u"https://h.example/v1"_s), connector.firstCursor({.now = Now})).url,
            QUrl(u"https://h.example/api/status"_s));
    }
};

QTEST_GUILESS_MAIN(NewApiConnectorTest)
#include "tst_new_api_connector.moc"
