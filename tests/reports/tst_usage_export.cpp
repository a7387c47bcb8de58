// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/usage_export.h"
#include "support/ledger_facts.h"
#include "support/request_rows.h"

#include <QBuffer>
#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

UsageRow row(qint64 id, const RequestFacts &facts)
{
    UsageRow row;
    row.id = id;
    row.accountName = u"Main"_s;
    row.gatewayName = u"openrouter"_s;
    row.keyName = u"=key"_s;
    row.facts = facts;
    row.origin = u"GET /usage"_s;
    row.fetchedAt = june(18);
    return row;
}

RequestFacts cny(const QString &id, qint64 cents)
{
    auto facts = request(id, june(3), 0);
    facts.cost = Amounts{
        Money::fromNanos(cents * 10'000'000, currency(u"CNY")), Money::fromNanos(0, currency(u"CNY"))};
    return facts;
}

struct Written {
    Result<UsageExportCounts> counts;
    QList<QMap<QByteArray, QByteArray>> records; //!< by heading
    QList<QByteArray> lines;
};

//! The texts of these tests hold neither commas nor line ends.
Written write(const QList<UsageRow> &rows, UsageExportFrame frame = {}, qsizetype atOnce = 2)
{
    frame.zone = QTimeZone("Europe/Berlin");
    frame.filter.days = {QDate(2026, 6, 1), QDate(2026, 6, 30)};
    frame.writtenAt = june(18);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    CsvWriter csv(buffer);
    UsageExport usage(csv, frame);
    const auto pages = [&](qint64 after) -> Result<QList<UsageRow>> {
        QList<UsageRow> page;
        for (const auto &one : rows) {
            if (one.id > after && page.size() < atOnce)
                page.append(one);
        }
        return page;
    };
    Written written{usage.write(pages, {}, {}), {}, buffer.data().split('\n')};
    QList<QByteArray> heading;
    for (const auto &line : written.lines) {
        const auto fields = line.trimmed().split(',');
        if (line.startsWith('#') || line.isEmpty())
            continue;
        if (heading.isEmpty()) {
            heading = fields;
            continue;
        }
        QMap<QByteArray, QByteArray> record{{"fields", QByteArray::number(fields.size() - heading.size())}};
        for (qsizetype i = 0; i < heading.size(); ++i)
            record.insert(heading.at(i), fields.value(i));
        written.records.append(record);
    }
    return written;
}

} // namespace

class UsageExportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void writesEveryColumn()
    {
        auto facts = request(u"gen-1"_s, june(3, 10), 1234, u"alpha"_s);
        facts.servedModel = u"beta"_s;
        facts.provider = u"Acme"_s;
        facts.remoteKeyId = u"hash"_s;
        facts.outcome = RequestOutcome::Incomplete;
        facts.fellBack = FellBack::Model;
        facts.errorCode = u"cut"_s;
        facts.firstByteMs = 310;
        facts.totalMs = 2400;
        facts.detail.gatewayRequestId = u"call-1"_s;
        facts.detail.upstreamId = u"up-1"_s;
        facts.detail.isStreamed = true;
        facts.detail.finishReason = u"length"_s;
        facts.detail.cachedTokens = 3;
        facts.detail.parts.cache = cents(-5);
        facts.detail.attempts = {{u"Acme"_s, {}, {}, {}}}; // without commas

        const auto written = write({row(1, facts)});

        QCOMPARE(written.counts->rows, 1);
        const auto record = written.records.constFirst();
        const QMap<QByteArray, QByteArray> expected{{"fields", "0"}, {"record", "request"},
            {"time", "2026-06-03T10:00:00Z"}, {"account", "Main"}, {"gateway", "openrouter"},
            {"key", "'=key"}, {"key_id", "hash"}, {"requested_model", "alpha"}, {"served_model", "beta"},
            {"provider", "Acme"}, {"attempts", "1"}, {"fallback", "model"}, {"outcome", "incomplete"},
            {"status", "200"}, {"error_code", "cut"}, {"error_message", ""}, {"complete", "false"},
            {"input_tokens", "10"}, {"output_tokens", "5"}, {"cached_tokens", "3"}, {"reasoning_tokens", ""},
            {"cost_usd", "12.340000"}, {"native_amount", "12.340000000"}, {"native_byok", "0.000000000"},
            {"currency", "USD"}, {"input_cost", ""}, {"output_cost", ""}, {"cache_cost", "-0.050000000"},
            {"tools_cost", ""}, {"first_byte_ms", "310"}, {"total_ms", "2400"}, {"streamed", "true"},
            {"finish_reason", "length"}, {"request_id", "call-1"}, {"generation_id", "gen-1"},
            {"upstream_id", "up-1"}, {"source", "log"}, {"origin", "GET /usage"},
            {"as_of", "2026-06-18T00:00:00Z"}};
        for (auto it = expected.cbegin(); it != expected.cend(); ++it)
            QCOMPARE(record.value(it.key()), it.value());
    }

    void whatIsNotToldStaysEmpty()
    {
        RequestFacts facts;
        facts.requestId = u"a"_s;
        facts.startedAt = june(3);

        const auto written = write({row(1, facts)});

        const auto record = written.records.constFirst();
        for (const auto *column : {"cost_usd", "native_amount", "currency", "input_tokens", "status",
                 "streamed", "attempts", "total_ms", "served_model"})
            QCOMPARE(record.value(column), QByteArray());
        QCOMPARE(record.value("request_id"), "a");
        QCOMPARE(written.records.size(), 1); // no currency, no total
        QCOMPARE(written.counts->unconverted, 0);
    }

    void convertsWhereARateIsKnown()
    {
        UsageExportFrame frame;
        frame.rates
            = ExchangeRates({{currency(u"CNY"), Currency(), QDate(2026, 6, 3), 140'000'000, u"typed"_s}});
        auto early = cny(u"early"_s, 100);
        early.startedAt = june(2, 12);
        auto local = cny(u"local"_s, 100);
        local.startedAt = june(2, 22, 30); // the third of June in Berlin

        const auto written = write({row(1, early), row(2, local), row(3, cny(u"late"_s, 100))}, frame);

        QCOMPARE(written.records.at(0).value("cost_usd"), "");
        QCOMPARE(written.records.at(1).value("cost_usd"), "0.140000");
        QCOMPARE(written.records.at(2).value("cost_usd"), "0.140000");
        QCOMPARE(written.records.at(2).value("native_amount"), "1.000000000");
        QCOMPARE(written.counts->unconverted, 1);
        QCOMPARE(written.records.at(3).value("record"), "total");
        QCOMPARE(written.records.at(3).value("cost_usd"), ""); // one row has no rate
    }

    void endsWithATotalPerCurrency()
    {
        const auto written = write({row(1, request(u"a"_s, june(1), 5)), row(2, cny(u"b"_s, 7)),
            row(3, request(u"c"_s, june(2), 6))});

        QCOMPARE(written.records.size(), 5);
        const auto total = written.records.at(4);
        QCOMPARE(written.records.at(3).value("currency"), "CNY");
        QCOMPARE(total.value("fields"), "0");
        QCOMPARE(total.value("record"), "total");
        QCOMPARE(total.value("native_amount"), "0.110000000");
        QCOMPARE(total.value("cost_usd"), "0.110000");
        QCOMPARE(total.value("input_tokens"), "20");
        QCOMPARE(total.value("output_tokens"), "10");
        QCOMPARE(total.value("currency"), "USD");
        QCOMPARE(written.counts->totals.at(1).billed, cents(11));
    }

    void hasCommentsOnlyWhereAskedFor()
    {
        UsageExportFrame frame;
        QVERIFY(write({}).lines.constFirst().startsWith("record,"));
        frame.hasComments = true;
        QVERIFY(write({}, frame).lines.constFirst().startsWith("# Tollkeeper"));
    }

    void passesOnWhatAPageSays()
    {
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        CsvWriter csv(buffer);
        UsageExport usage(csv, {});

        const auto counts = usage.write(
            [](qint64) -> Result<QList<UsageRow>> { return fail(Error::Kind::StorageDamaged); }, {}, {});

        QCOMPARE(counts.error().kind, Error::Kind::StorageDamaged);
    }
};

QTEST_GUILESS_MAIN(UsageExportTest)
#include "tst_usage_export.moc"
