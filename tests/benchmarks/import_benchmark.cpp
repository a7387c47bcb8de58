// SPDX-License-Identifier: GPL-3.0-or-later
#include "benchmarks/bare_insert.h"
#include "benchmarks/report.h"
#include "reports/stored_usage_export.h"
#include "storage/account_repository.h"
#include "support/usage_csv.h"
#include "sync/import/import_run.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>

using namespace tollkeeper;
using namespace benchmark;
using namespace Qt::Literals::StringLiterals;

namespace {

AccountId addAccount(Storage &storage)
{
    auto adding = storage.write([](Database &database) {
        Account account;
        account.gateway = u"openrouter"_s;
        account.name = u"Benchmark"_s;
        account.secretName = u"benchmark"_s;
        account.addedAt = End.addDays(-400);
        return AccountRepository(database).add(account);
    });
    return *adding.result();
}

void writeFile(const QString &path, qint64 count, bool hasIds)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        qFatal("no place for the file");
    file.write(hasIds ? usagecsv::Heading : usagecsv::HeadingWithoutId);
    for (GeneratedRows rows(count, End); !rows.atEnd();) {
        const auto row = rows.next();
        file.write(hasIds ? usagecsv::line(row) : usagecsv::fields(row));
    }
}

double seconds(const std::function<void()> &work)
{
    QElapsedTimer timer;
    timer.start();
    work();
    return double(timer.nsecsElapsed()) / 1e9;
}

//! Reading alone: bytes to rows, nothing stored.
double readRate(const QString &path, qint64 count)
{
    const auto took = seconds([&] {
        auto stream = RowStream::open(path, {}, {});
        for (bool isLast = false; !isLast;) {
            const auto chunk = (*stream)->next(ImportRun::BatchRows);
            if (!chunk)
                qFatal("the file cannot be read");
            isLast = chunk->isLast;
        }
    });
    return double(count) / took;
}

//! Everything: digest, reading, de-duplication, roll-ups, and the pieces of the ledger at the end.
double importRate(Storage &storage, AccountId account, const QString &path, qint64 count)
{
    const auto took = seconds([&] {
        const auto report = ImportRun(storage, {path, account, {}, {}, false}, End, {}, {}).run();
        if (!report || report->rows.added != count)
            qFatal("the file was not imported whole");
    });
    return double(count) / took;
}

double exportRate(Storage &storage, const QString &path, qint64 count)
{
    UsageExportOrder order;
    order.path = path;
    order.filter.days = {End.date().addDays(-500), End.date()};
    const auto took = seconds([&] {
        const auto counts = exportFile(storage, order, End, {}, {});
        if (!counts || counts->rows != count)
            qFatal("the export is not whole");
    });
    return double(count) / took;
}

//! What a person would do without us: text columns, two indexes, no look at anything. 0 without the program.
double commandLineRate(const QString &folder, const QString &path, qint64 count)
{
    const auto sqlite = QStandardPaths::findExecutable(u"sqlite3"_s);
    if (sqlite.isEmpty())
        return 0;
    QStringList columns = QString::fromLatin1(usagecsv::Heading).trimmed().split(u',');
    const auto script = u"PRAGMA journal_mode = WAL;\nCREATE TABLE t (%1);\nCREATE INDEX a ON t (id);\n"
                        "CREATE INDEX b ON t (started_at);\n.mode csv\n.import --skip 1 %2 t\n"_s.arg(
                            columns.join(u" TEXT, ") + u" TEXT"_s, path);
    const auto took = seconds([&] {
        QProcess process;
        process.start(sqlite, {folder + u"/text.sqlite"_s});
        process.write(script.toUtf8());
        process.closeWriteChannel();
        process.waitForFinished(-1);
    });
    return double(count) / took;
}

} // namespace

//! import_benchmark COUNT [JSON-FILE]: imports a generated CSV of at most a million rows and exports it
//! again.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const auto arguments = QCoreApplication::arguments();
    const auto count = std::min<qint64>(arguments.value(1, u"100000"_s).toLongLong(), 1'000'000);
    Report report(arguments.value(2));
    const QTemporaryDir directory;
    const auto withIds = directory.filePath(u"with-ids.csv"_s);
    const auto withoutIds = directory.filePath(u"without-ids.csv"_s);
    writeFile(withIds, count, true);
    writeFile(withoutIds, count, false);

    double bare = 0;
    {
        auto floor = Database::open(directory.filePath(u"floor.sqlite"_s));
        bare = bareRate(*floor, count);
    }
    const auto profile = Profile::open(directory.filePath(u"profile"_s));
    Storage storage(*profile, Storage::Access::ReadWrite, QTimeZone::utc());
    const auto account = addAccount(storage);
    report.add({u"CSV read into rows per second, alone"_s, readRate(withIds, count), bare, u"/s"_s, 1, true});
    const auto before = peakMegabytes();
    const auto imported = importRate(storage, account, withIds, count);
    report.add({u"rows imported per second, with everything"_s, imported, bare, u"/s"_s, 0.6, true});
    report.add({u"peak memory growth while importing"_s, peakMegabytes() - before, 64, u"MB"_s, 1, false});
    if (const auto plain = commandLineRate(directory.path(), withIds, count); plain > 0)
        report.add({u"the same beside sqlite3 .import of text"_s, imported, plain, u"/s"_s, 1, true});
    const auto exported = directory.filePath(u"export.csv"_s);
    report.add(
        {u"rows exported per second"_s, exportRate(storage, exported, count), bare, u"/s"_s, 0.1, true});
    report.add({u"peak memory growth, export included"_s, peakMegabytes() - before, 64, u"MB"_s, 1, false});

    const auto other = Profile::open(directory.filePath(u"other"_s));
    Storage second(*other, Storage::Access::ReadWrite, QTimeZone::utc());
    const auto otherAccount = addAccount(second);
    report.add({u"rows without ids imported per second"_s,
        importRate(second, otherAccount, withoutIds, count), bare, u"/s"_s, 0.4, true});
    return 0;
}
