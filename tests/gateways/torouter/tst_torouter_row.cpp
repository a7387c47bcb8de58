// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/torouter/panel_answers.h"

#include <QJsonDocument>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

QJsonObject object(const QByteArray &json)
{
    return QJsonDocument::fromJson(json).object();
}

Money usd(const char *text)
{
    return Money::fromText(QString::fromLatin1(text)).value_or(Money());
}

} // namespace

class ToRouterRowTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void readsARow()
    {
        const auto row
            = torouter::parseRow(object(R"({"id":41,"api_key_id":7,"account_id":3,"request_id":"client:0f",
            "model":"alpha-1","input_tokens":100,"output_tokens":20,"cache_creation_tokens":5,"cache_read_tokens":30,
            "input_cost":0.2,"output_cost":"0.1","cache_creation_cost":0.05,"cache_read_cost":0.05,"total_cost":0.4,
            "actual_cost":0.6,"rate_multiplier":1.5,"stream":true,"duration_ms":2140.5,"first_token_ms":310,
            "created_at":"2026-11-18T09:00:00.250Z"})"));

        QVERIFY2(row, row ? "" : qPrintable(row.error().detail));
        QCOMPARE(row->id, u"41"_s);
        const auto &facts = row->facts;
        QCOMPARE(facts.requestId, u"client:0f"_s); // as it is
        QCOMPARE(facts.startedAt, QDateTime({2026, 11, 18}, {9, 0, 0, 250}, Qt::UTC));
        QCOMPARE(facts.remoteKeyId, u"7"_s);
        QCOMPARE(facts.requestedModel, u"alpha-1"_s);
        QCOMPARE(facts.servedModel, QString()); // not told
        QCOMPARE(facts.provider, QString());
        QCOMPARE(facts.cost, std::optional(Amounts{usd("0.6"), Money()})); // what was charged
        QCOMPARE(facts.detail.parts.input, std::optional(usd("0.3"))); // list price x 1.5
        QCOMPARE(facts.detail.parts.output, std::optional(usd("0.15")));
        QCOMPARE(facts.detail.parts.cache, std::optional(usd("0.15")));
        QCOMPARE(facts.inputTokens, std::optional<qint64>(135));
        QCOMPARE(facts.outputTokens, std::optional<qint64>(20));
        QCOMPARE(facts.detail.cachedTokens, std::optional<qint64>(30));
        QCOMPARE(facts.totalMs, std::optional<qint64>(2140));
        QCOMPARE(facts.firstByteMs, std::optional<qint64>(310));
        QCOMPARE(facts.detail.isStreamed, std::optional(true));
        QCOMPARE(facts.outcome, RequestOutcome::Complete);
        QVERIFY(!facts.httpStatus);
    }

    void anAbsurdCostIsNotTold()
    {
        const auto read = [](const QByteArray &costs) {
            return torouter::parseRow(
                object(R"({"id":"41","created_at":"2026-11-18T09:00:00Z",)" + costs + '}'));
        };
        const auto row = read(R"("actual_cost":9000000000)");
        QVERIFY(row && !row->facts.cost);
        // Nor is a part that is more than money can be, at the rate it is told in.
        const auto parted = read(R"("actual_cost":1000000,"total_cost":0.000000001,"input_cost":9000000000)");
        QVERIFY(parted && parted->facts.cost);
        QVERIFY(!parted->facts.detail.parts.input);
    }

    void aRowTellsOnlyWhatItTells()
    {
        const auto row = torouter::parseRow(object(
            R"({"id":"41","created_at":"2026-11-18T09:00:00+08:00","actual_cost":0,"input_cost":0.2})"));
        QVERIFY2(row, row ? "" : qPrintable(row.error().detail));
        QCOMPARE(row->facts.requestId, u"usage:41"_s);
        QCOMPARE(row->facts.startedAt, QDateTime({2026, 11, 18}, {1, 0}, Qt::UTC));
        QVERIFY(row->facts.cost->billed.isZero());
        QVERIFY(!row->facts.detail.parts.input); // without the list total there is no proportion
        QVERIFY(!row->facts.inputTokens && !row->facts.totalMs && !row->facts.detail.isStreamed);
    }

    void refusesARowThatMakesNoSense_data()
    {
        QTest::addColumn<QByteArray>("row");
        QTest::addColumn<QString>("named");
        QTest::newRow("no charge") << R"({"id":1,"created_at":"2026-11-18T09:00:00Z"})"_ba
                                   << u"\"actual_cost\""_s;
        QTest::newRow("a negative charge")
            << R"({"id":1,"created_at":"2026-11-18T09:00:00Z","actual_cost":-1})"_ba << u"\"actual_cost\""_s;
        QTest::newRow("no time") << R"({"id":1,"actual_cost":1})"_ba << u"\"created_at\""_s;
        QTest::newRow("no name at all")
            << R"({"created_at":"2026-11-18T09:00:00Z","actual_cost":1})"_ba << u"\"request_id\""_s;
        QTest::newRow("half a token")
            << R"({"id":1,"created_at":"2026-11-18T09:00:00Z","actual_cost":1,"input_tokens":0.5})"_ba
            << u"\"input_tokens\""_s;
    }

    void refusesARowThatMakesNoSense()
    {
        QFETCH(QByteArray, row);
        QFETCH(QString, named);
        const auto read = torouter::parseRow(object(row));
        QVERIFY(!read);
        QCOMPARE(read.error().kind, Error::Kind::Protocol);
        QVERIFY2(read.error().detail.contains(named), qPrintable(read.error().detail));
    }
};

QTEST_GUILESS_MAIN(ToRouterRowTest)
#include "tst_torouter_row.moc"
