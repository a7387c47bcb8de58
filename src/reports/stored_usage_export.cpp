// SPDX-License-Identifier: GPL-3.0-or-later
#include "reports/stored_usage_export.h"

#include "storage/account_repository.h"
#include "storage/rate_repository.h"
#include "storage/usage_repository.h"

#include <QCoroFuture>
#include <QFileInfo>
#include <QSaveFile>
#include <QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int PageRows = 2000;

//! While one page is written, the next one is read.
class PagesAhead {
public:
    PagesAhead(Storage &storage, UsageFilter filter) : m_storage(storage), m_filter(std::move(filter)) { }

    Result<QList<UsageRow>> after(qint64 row)
    {
        auto page = (m_ahead ? *m_ahead : ask(row)).result();
        m_ahead.reset();
        if (page && !page->isEmpty())
            m_ahead = ask(page->constLast().id);
        return page;
    }

private:
    QFuture<Result<QList<UsageRow>>> ask(qint64 row)
    {
        return m_storage.readLong([filter = m_filter, row](Database &database) {
            return UsageRepository(database).rowsAfter(filter, row, PageRows);
        });
    }

    Storage &m_storage;
    UsageFilter m_filter;
    std::optional<QFuture<Result<QList<UsageRow>>>> m_ahead;
};

} // namespace

Result<UsageExportCounts> exportRows(Storage &storage, const UsageExportOrder &order, QIODevice &device,
    const QDateTime &now, const std::stop_token &stop, const RowsTold &told)
{
    auto asking = storage.readLong([](Database &database) -> Result<std::pair<QTimeZone, ExchangeRates>> {
        const auto zone = AccountRepository(database).zone();
        const auto rates = RateRepository(database).all();
        if (!zone)
            return fail(zone.error());
        if (!rates)
            return fail(rates.error());
        return std::pair(*zone, *rates);
    });
    const auto known = asking.result();
    if (!known)
        return fail(known.error());
    CsvWriter csv(device, order.mark);
    UsageExport rows(
        csv, {order.filter, known->first, known->second, order.reporting, order.hasComments, now});
    PagesAhead pages(storage, order.filter);
    return rows.write([&pages](qint64 after) { return pages.after(after); }, stop, told);
}

Result<UsageExportCounts> exportFile(Storage &storage, const UsageExportOrder &order, const QDateTime &now,
    const std::stop_token &stop, const RowsTold &told)
{
    if (QFileInfo(order.path).isDir())
        return fail(Error::Kind::File, u"directory"_s);
    QSaveFile file(order.path);
    file.setDirectWriteFallback(false);
    if (!file.open(QIODevice::WriteOnly)
        || !file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner))
        return fail(Error::Kind::File, u"no place"_s);
    auto written = exportRows(storage, order, file, now, stop, told);
    if (!written) {
        file.cancelWriting();
        return written;
    }
    if (!file.commit()) {
        const bool isFull = file.error() == QFileDevice::ResourceError;
        return fail(Error::Kind::File, isFull ? u"disk full"_s : u"no place"_s);
    }
    return written;
}

StoredUsageExportService::StoredUsageExportService(Storage &storage, const Clock &clock, QObject *parent)
    : UsageExportService(parent), m_storage(storage), m_clock(clock)
{
}

StoredUsageExportService::~StoredUsageExportService()
{
    m_stop.request_stop();
    m_running.waitForFinished();
}

void StoredUsageExportService::setRunning(bool isRunning)
{
    m_isRunning = isRunning;
    Q_EMIT runningChanged();
}

Async<UsageExportCounts> StoredUsageExportService::run(UsageExportOrder order)
{
    Result<UsageExportCounts> answer = fail(Error::Kind::InvalidInput, u"another export is being written"_s);
    if (m_isRunning)
        co_return answer;
    setRunning(true);
    m_stop = std::stop_source();
    const auto told = [this](qint64 rows) {
        QMetaObject::invokeMethod(
            this, [this, rows] { Q_EMIT progressed(rows); }, Qt::QueuedConnection);
    };
    m_running = QtConcurrent::run(
        [order, told, now = m_clock.now(), storage = &m_storage, stop = m_stop.get_token()] {
            return exportFile(*storage, order, now, stop, told);
        });
    auto writing = m_running;
    answer = co_await writing;
    setRunning(false);
    co_return answer;
}

} // namespace tollkeeper
