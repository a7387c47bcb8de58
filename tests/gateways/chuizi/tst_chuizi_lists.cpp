// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/chuizi/chuizi_connector.h"
#include "gateways/chuizi/endpoints.h"
#include "support/connector_run.h"

#include <QFile>
#include <QJsonDocument>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

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

} // namespace

class ChuiziListsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsPricesPerMillionTokens()
    {
        const auto facts = chuizi::parseModels(object(fixture(u"models"_s)));
        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().detail));
        QCOMPARE(facts->models, std::optional<qint64>(2));
        QCOMPARE(facts->catalogue.size(), 2);
        const auto &priced = facts->catalogue.at(0);
        QCOMPARE(priced.model, u"vendor/model-a"_s);
        QCOMPARE(priced.unit, PriceUnit::Token);
        QCOMPARE(priced.input->femtos, qint64(1'050'000'000)); // 1.05 per million
        QCOMPARE(priced.output->femtos, qint64(4'200'000'000));
        QVERIFY(!facts->catalogue.at(1).input);
    }

    void readsOtherUnits_data()
    {
        QTest::addColumn<QByteArray>("pricing");
        QTest::addColumn<PriceUnit>("unit");
        QTest::addColumn<qint64>("input"); // -1: no price
        QTest::newRow("per request") << R"({"input":"0.04","unit":"request"})"_ba << PriceUnit::Request
                                     << qint64(40'000'000'000'000);
        QTest::newRow("per second") << R"({"input":0.5,"unit":"second"})"_ba << PriceUnit::Second
                                    << qint64(500'000'000'000'000);
        QTest::newRow("no unit") << R"({"input":"2"})"_ba << PriceUnit::Token << qint64(2'000'000'000);
        QTest::newRow("a unit nobody knows")
            << R"({"input":"2","unit":"pixel"})"_ba << PriceUnit::Token << qint64(-1);
        QTest::newRow("a price that varies")
            << R"({"input":"-1","unit":"token"})"_ba << PriceUnit::Token << qint64(-1);
    }

    void readsOtherUnits()
    {
        QFETCH(QByteArray, pricing);
        QFETCH(PriceUnit, unit);
        QFETCH(qint64, input);
        const auto facts
            = chuizi::parseModels(object("{\"data\":[{\"id\":\"m\",\"pricing\":" + pricing + "}]}"));
        QVERIFY(facts);
        const auto &listing = facts->catalogue.constFirst();
        QCOMPARE(listing.unit, unit);
        QCOMPARE(listing.input ? listing.input->femtos : -1, input);
    }

    void aPriceOfRubbishIsNoZero()
    {
        const auto facts = chuizi::parseModels(
            object(R"({"data":[{"id":"m","pricing":{"input":"free","unit":"token"}}]})"));
        QVERIFY(!facts);
        QVERIFY(facts.error().detail.contains(u"\"input\""_s));
    }

    void readsTheBillOfOneRequest()
    {
        const chuizi::ChuiziConnector connector;
        const auto facts = connector.readGeneration(jsonAnswer(fixture(u"generation"_s)));

        QVERIFY2(facts, facts ? "" : qPrintable(facts.error().detail));
        QCOMPARE(facts->requestId, u"gen-00aa"_s);
        QCOMPARE(facts->startedAt, QDateTime({2026, 5, 3}, {10, 0, 0, 125}, Qt::UTC));
        QCOMPARE(facts->requestedModel, u"vendor/model-a"_s);
        QCOMPARE(facts->servedModel, u"vendor/model-a"_s);
        QCOMPARE(facts->provider, u"vendor"_s);
        QCOMPARE(facts->cost->billed, usd("0.00012"));
        QVERIFY2(facts->cost->byok.isZero(), "upstream_cost is a part of the cost, not BYOK");
        QCOMPARE(facts->detail.parts.upstream, std::optional(usd("0.00011428")));
        QCOMPARE(facts->inputTokens, std::optional<qint64>(10));
        QCOMPARE(facts->outputTokens, std::optional<qint64>(20));
        QCOMPARE(facts->detail.cachedTokens, std::optional<qint64>(3));
        QCOMPARE(facts->totalMs, std::optional<qint64>(900));
        QCOMPARE(facts->detail.isStreamed, std::optional(true));
        QCOMPARE(facts->detail.finishReason, u"stop"_s);
        QCOMPARE(facts->outcome, RequestOutcome::Complete);
    }

    void aBillTellsOnlyWhatItTells_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<QString>("served");
        QTest::addColumn<bool>("hasCost");
        QTest::addColumn<bool>("failed");
        QTest::newRow("not settled yet") << R"("model":"v/m","cost":null)"_ba << u"v/m"_s << false << false;
        QTest::newRow("an automatic mode")
            << R"("model":"auto/fast","cost":"1")"_ba << QString() << true << false;
        QTest::newRow("an older mode")
            << R"("model":"claude-auto","cost":1)"_ba << QString() << true << false;
        QTest::newRow("a status of failure")
            << R"("model":"v/m","cost":"0","status_code":502)"_ba << u"v/m"_s << true << true;
    }

    void aBillTellsOnlyWhatItTells()
    {
        QFETCH(QByteArray, fields);
        QFETCH(QString, served);
        QFETCH(bool, hasCost);
        QFETCH(bool, failed);
        const auto facts = chuizi::parseGeneration(
            object("{\"data\":{\"id\":\"gen-1\",\"created_at\":\"2026-05-03T10:00:00Z\"," + fields + "}}"));
        QVERIFY(facts);
        QCOMPARE(facts->servedModel, served);
        QCOMPARE(facts->cost.has_value(), hasCost);
        QCOMPARE(facts->outcome == RequestOutcome::Failed, failed);
        QVERIFY(!facts->inputTokens);
    }

    void refusesABillThatMakesNoSense_data()
    {
        QTest::addColumn<QByteArray>("data");
        QTest::addColumn<QString>("named");
        const auto row = [](const char *name, const QByteArray &data, const QString &named) {
            QTest::newRow(name) << data << named;
        };
        row("no id", R"({"created_at":"2026-05-03T10:00:00Z"})", u"\"id\""_s);
        row("no time", R"({"id":"gen-1"})", u"\"created_at\""_s);
        row("a negative cost", R"({"id":"gen-1","created_at":"2026-05-03T10:00:00Z","cost":"-1"})",
            u"\"cost\""_s);
        row("a cost of rubbish", R"({"id":"gen-1","created_at":"2026-05-03T10:00:00Z","cost":"x"})",
            u"\"cost\""_s);
        row("an upstream cost of rubbish",
            R"({"id":"gen-1","created_at":"2026-05-03T10:00:00Z","upstream_cost":[]})",
            u"\"upstream_cost\""_s);
        row("half a token", R"({"id":"gen-1","created_at":"2026-05-03T10:00:00Z","input_tokens":0.5})",
            u"\"input_tokens\""_s);
        row("a list", "[]", u"\"data\""_s);
    }

    void refusesABillThatMakesNoSense()
    {
        QFETCH(QByteArray, data);
        QFETCH(QString, named);
        const auto facts = chuizi::parseGeneration(object("{\"data\":" + data + "}"));
        QVERIFY(!facts);
        QVERIFY2(facts.error().detail.contains(named), qPrintable(facts.error().detail));
    }
};

QTEST_GUILESS_MAIN(ChuiziListsTest)
#include "tst_chuizi_lists.moc"
