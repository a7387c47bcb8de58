// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/stored_usage_export.h"
#include "storage/usage_repository.h"
#include "support/await.h"
#include "support/fake_clock.h"
#include "support/import_fixture.h"

#include <QDir>
#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

UsageFilter wholeYear()
{
    UsageFilter filter;
    filter.days = {QDate(2026, 1, 1), QDate(2026, 12, 31)};
    return filter;
}

//! Rows with every kind of thing a row can say.
QList<RequestFacts> allKinds()
{
    QList<RequestFacts> rows;
    for (int i = 0; i < 200; ++i) {
        RequestFacts facts;
        facts.requestId = (i % 5 == 0 ? u"=row %1"_s : u"row %1"_s).arg(i);
        facts.startedAt = june(1 + i % 20, i % 24, i % 60).addMSecs(i);
        facts.remoteKeyId = i % 3 == 0 ? QString() : u"-key,%1"_s.arg(i % 4);
        facts.requestedModel = i % 7 == 0 ? QString() : u"acme/\"model\" %1"_s.arg(i % 6);
        facts.servedModel = i % 2 == 0 ? facts.requestedModel : u"@served"_s;
        facts.provider = i % 4 == 0 ? QString() : u"'+Provider"_s;
        facts.outcome = static_cast<RequestOutcome>(i % 3);
        facts.fellBack = static_cast<FellBack>(i / 3 % 3);
        if (i % 4 != 1)
            facts.httpStatus = i % 4 == 0 ? 200 : 502;
        facts.errorCode = i % 4 == 2 ? u"upstream"_s : QString();
        if (i % 6 != 0)
            facts.inputTokens = i * 100;
        if (i % 6 != 1)
            facts.outputTokens = i;
        const auto of = i % 10 == 0 ? currency(u"CNY") : Currency();
        if (i % 9 != 0)
            facts.cost = Amounts{Money::fromNanos(i * 1'234'567 + 1, of), Money::fromNanos(i % 8 * 3, of)};
        if (i % 5 != 2)
            facts.totalMs = 1000 + i;
        if (i % 5 == 3)
            facts.firstByteMs = i;
        auto &detail = facts.detail;
        if (i % 11 == 0) {
            detail.gatewayRequestId = u"call %1"_s.arg(i / 2);
            detail.upstreamId = u"up\u00e9"_s;
            detail.finishReason = u"stop"_s;
            detail.isStreamed = i % 2 == 0;
            detail.cachedTokens = i;
            detail.errorMessage = u"upstream said \"no\", twice"_s;
            detail.attempts = {{u"A"_s, u"m"_s, 503, 120}, {u"B"_s, {}, std::nullopt, std::nullopt}};
            if (facts.cost)
                detail.parts.input = Money::fromNanos(17, of);
        }
        rows.append(facts);
    }
    return rows;
}

void store(const ImportFixture &x, AccountId account, const QList<RequestFacts> &rows)
{
    auto database = x.open();
    QVERIFY(database.inTransaction([&] {
        return RequestRepository(database).store(
            {account, RowSource::PolledLog, u"GET /usage"_s, june(20), {}}, rows);
    }));
}

//! What the rows of a profile say, without what is of one profile only.
QList<RequestFacts> factsIn(const ImportFixture &x)
{
    auto database = x.open();
    const auto rows = UsageRepository(database).rowsAfter(wholeYear(), 0, 100'000);
    QList<RequestFacts> facts;
    for (const auto &row : *rows)
        facts.append(row.facts);
    return facts;
}

} // namespace

class StoredUsageExportTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatIsExportedIsReadBackTheSame()
    {
        ImportFixture from;
        store(from, from.account(), allKinds());
        const auto path = from.folder() + u"/out.csv"_s;
        const auto counts = exportFile(from.storage(), order(path), june(21), {}, {});
        QVERIFY(counts);
        QCOMPARE(counts->rows, 200);

        ImportFixture into;
        const auto report = into.import(path);

        QVERIFY2(report, report ? "" : qPrintable(report.error().detail));
        QCOMPARE(report->mapping.format, ImportFormat::OwnExport);
        QCOMPARE(report->rows, (StoredRows{200, 0, 0, 0}));
        const auto before = factsIn(from);
        const auto after = factsIn(into);
        QCOMPARE(after.size(), before.size());
        for (qsizetype i = 0; i < before.size(); ++i)
            QVERIFY2(after.at(i) == before.at(i), qPrintable(before.at(i).requestId));
    }

    void whatIsReadBackIntoItsOwnAccountChangesNothing()
    {
        ImportFixture x;
        store(x, x.account(), allKinds());
        const auto path = x.folder() + u"/out.csv"_s;
        QVERIFY(exportFile(x.storage(), order(path), june(21), {}, {}));
        const auto before = factsIn(x);

        const auto report = x.import(path);

        QCOMPARE(report->rows, (StoredRows{0, 0, 200, 0}));
        QCOMPARE(factsIn(x), before);
    }

    void exportsWhatTheFilterFinds()
    {
        ImportFixture x;
        store(x, x.account(), allKinds());
        store(x, x.other(), allKinds());
        auto failed = order(x.folder() + u"/out.csv"_s);
        failed.filter.accounts = {x.other()};
        failed.filter.outcomes = {RequestOutcome::Failed};

        const auto counts = exportFile(x.storage(), failed, june(21), {}, {});

        auto database = x.open();
        const auto outline = UsageRepository(database).outline(failed.filter, june(21));
        QVERIFY(counts->rows > 0);
        QCOMPARE(counts->rows, outline->rows);
        QCOMPARE(counts->totals.size(), 2);
        QCOMPARE(counts->totals.at(1).billed, outline->summary.spend);
    }

    void theFileIsItsOwnersAlone()
    {
        ImportFixture x;
        const auto path = x.write("older", u"out.csv"_s);
        QFile(path).setPermissions(QFileDevice::ReadOwner | QFileDevice::ReadOther | QFileDevice::WriteOwner);

        QVERIFY(exportFile(x.storage(), order(path), june(21), {}, {}));

        const auto modes = QFile::permissions(path);
        QVERIFY(!modes.testFlag(QFileDevice::ReadOther) && !modes.testFlag(QFileDevice::ReadGroup));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readLine().startsWith("\xef\xbb\xbfrecord,time,"));
    }

    void leavesNothingBehindWhenStopped()
    {
        ImportFixture x;
        store(x, x.account(), allKinds());
        const auto path = x.write("older", u"out.csv"_s);
        // the database's own files beside it come and go as its connections do
        const auto exports
            = [&x] { return QDir(x.folder()).entryList({u"*out*"_s}, QDir::Files | QDir::Hidden); };
        const auto before = exports();
        std::stop_source stop;

        const auto counts = exportFile(
            x.storage(), order(path), june(21), stop.get_token(), [&](qint64) { stop.request_stop(); });

        QCOMPARE(counts.error().kind, Error::Kind::Cancelled);
        QCOMPARE(exports(), before);
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "older");
    }

    void saysWhereItCannotWrite()
    {
        ImportFixture x;
        const auto fact = [&](const QString &path) {
            return exportFile(x.storage(), order(path), june(21), {}, {}).error().detail;
        };
        QCOMPARE(fact(x.folder()), u"directory"_s);
        QCOMPARE(fact(x.folder() + u"/no/such/folder.csv"_s), u"no place"_s);
    }

    void tellsOfItsProgress()
    {
        ImportFixture x;
        store(x, x.account(), allKinds());
        const FakeClock clock(june(21));
        StoredUsageExportService service(x.storage(), clock);
        qint64 told = 0;
        connect(&service, &UsageExportService::progressed, this, [&told](qint64 rows) { told = rows; });

        const auto path = x.folder() + u"/out.csv"_s;
        auto first = service.run(order(path));
        const auto second = await(service.run(order(path)));
        const auto counts = await(std::move(first));

        QCOMPARE(second.error().kind, Error::Kind::InvalidInput);
        QCOMPARE(counts->rows, 200);
        QTRY_COMPARE(told, 200);
        QVERIFY(!service.isRunning());
    }

private:
    static UsageExportOrder order(const QString &path)
    {
        return {path, wholeYear(), {}, CsvWriter::Mark::Utf8, false};
    }
};

QTEST_GUILESS_MAIN(StoredUsageExportTest)
#include "tst_stored_usage_export.moc"
