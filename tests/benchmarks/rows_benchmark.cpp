// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/bare_insert.h"
#include "benchmarks/report.h"
#include "storage/account_repository.h"
#include "storage/request_repository.h"
#include "storage/usage_repository.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace tollkeeper;
using namespace benchmark;
using namespace Qt::Literals::StringLiterals;

namespace {

AccountId addAccount(Database &database)
{
    Account account;
    account.gateway = u"openrouter"_s;
    account.name = u"Benchmark"_s;
    account.secretName = u"benchmark"_s;
    account.addedAt = End.addDays(-400);
    return *AccountRepository(database).add(account);
}

//! Ours: de-duplicated, with series and roll-up, and settled into the ledger's pieces at the end.
double storeRate(Database &database, AccountId account, qint64 count)
{
    GeneratedRows rows(count, End);
    const RequestBatch origin{account, RowSource::FileImport, u"generated"_s, End, {}};
    RequestRepository requests(database);
    double seconds = 0;
    while (!rows.atEnd()) {
        const auto batch = batchFrom(rows);
        QElapsedTimer timer;
        timer.start();
        if (!database.inTransaction([&] { return requests.store(origin, batch); }))
            qFatal("a batch was refused");
        seconds += double(timer.nsecsElapsed()) / 1e9;
    }
    QElapsedTimer timer;
    timer.start();
    for (auto more = requests.settleOne(End); more && *more;)
        more = requests.settleOne(End);
    seconds += double(timer.nsecsElapsed()) / 1e9;
    return double(count) / seconds;
}

UsageFilter days(int count)
{
    return UsageFilter{.days = {End.date().addDays(1 - count), End.date()}};
}

struct NamedFilter {
    QString name;
    UsageFilter filter;
};

QList<NamedFilter> filters()
{
    QList<NamedFilter> all{{u"all 400 days"_s, days(400)}, {u"30 days"_s, days(30)}};
    auto failed = days(400);
    failed.outcomes = {RequestOutcome::Failed};
    auto model = days(400);
    model.servedModels = {u"vendor-3/model-24"_s};
    auto rare = days(400);
    rare.keys = {KeyId(7)};
    rare.httpStatuses = {502};
    auto fellBack = days(400);
    fellBack.fellBackOnly = true;
    auto costly = days(30);
    costly.costFrom = Money::fromNanos(31'000'000);
    all += {{u"failed"_s, failed}, {u"one model"_s, model}, {u"one key and status 502"_s, rare},
        {u"fell back"_s, fellBack}, {u"30 days, cost from $0.031"_s, costly}};
    return all;
}

//! First page, a page in the middle and the last one of every filter, against 50 ms.
void askPages(Database &database, Report &report)
{
    UsageRepository usage(database);
    for (const auto &[name, filter] : filters()) {
        const auto outline = usage.outline(filter, End);
        const auto outlineMs = medianMs(3, [&] { (void)usage.outline(filter, End); });
        report.add({u"sums and stretches: "_s + name, outlineMs, 50, u"ms"_s, 1, false});
        double worst = 0;
        for (const auto at : {qint64(0), outline->rows / 2, std::max<qint64>(0, outline->rows - 100)})
            worst = std::max(worst, medianMs(3, [&] { (void)usage.rows(*outline, at, 100); }));
        report.add({u"100 rows at any depth: %1 (%2 rows)"_s.arg(name).arg(outline->rows), worst, 50, u"ms"_s,
            1, false});
    }
    const auto times = medianMs(1, [&] { (void)usage.times(days(30), [] { return false; }); });
    report.add({u"median and p95 of 30 days (runs apart)"_s, times, 1000, u"ms"_s, 1, false});
}

} // namespace

//! rows_benchmark COUNT [JSON-FILE [DATABASE]]: stores generated rows and asks for them. A database that is
//! named is kept, for other benchmarks.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    const auto count = arguments.value(1, u"100000"_s).toLongLong();
    Report report(arguments.value(2));
    const QTemporaryDir directory;
    const auto path = arguments.value(3, directory.filePath(u"ours.sqlite"_s));

    auto floor = Database::open(directory.filePath(u"floor.sqlite"_s));
    const auto bare = bareRate(*floor, std::min<qint64>(count, 1'000'000));
    auto database = Database::open(path);
    const auto account = addAccount(*database);
    const auto before = peakMegabytes();
    const auto ours = storeRate(*database, account, count);
    report.add(
        {u"rows stored per second, roll-ups and de-duplication included"_s, ours, bare, u"/s"_s, 0.6, true});
    report.add({u"peak memory growth while storing"_s, peakMegabytes() - before, 64, u"MB"_s, 1, false});
    (void)database->execute(u"PRAGMA wal_checkpoint(TRUNCATE)"_s);
    report.add({u"bytes per row"_s, double(QFileInfo(path).size()) / double(count), 100, u"B"_s, 1, false});
    askPages(*database, report);
    return 0;
}
