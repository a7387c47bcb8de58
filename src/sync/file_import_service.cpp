// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/file_import_service.h"

#include "sync/import/import_run.h"

#include <QCoroFuture>
#include <QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

FileImportService::FileImportService(Storage &storage, const Clock &clock, QObject *parent)
    : ImportService(parent), m_storage(storage), m_clock(clock)
{
}

FileImportService::~FileImportService()
{
    m_stop.request_stop();
    m_running.waitForFinished();
    m_previewing.waitForFinished();
}

void FileImportService::setRunning(bool isRunning)
{
    m_isRunning = isRunning;
    Q_EMIT runningChanged();
}

Async<ImportPreview> FileImportService::preview(
    QString path, AccountId account, std::optional<ColumnMapping> mapping)
{
    ImportOrder order{path, account, mapping, {}, false};
    m_previewing = QtConcurrent::run([order, now = m_clock.now(), storage = &m_storage] {
        return ImportRun(*storage, order, now, {}, {}).preview();
    });
    auto reading = m_previewing;
    auto answer = co_await reading;
    co_return answer;
}

QFuture<Result<ImportReport>> FileImportService::start(ImportOrder order, Work work)
{
    m_stop = std::stop_source();
    const auto told = [this](const ImportProgress &progress) {
        QMetaObject::invokeMethod(
            this, [this, progress] { Q_EMIT progressed(progress); }, Qt::QueuedConnection);
    };
    m_running = QtConcurrent::run(
        [order, told, work, now = m_clock.now(), storage = &m_storage, stop = m_stop.get_token()] {
            ImportRun run(*storage, order, now, stop, told);
            return (run.*work)();
        });
    return m_running;
}

Async<ImportReport> FileImportService::dryRun(ImportOrder order)
{
    Result<ImportReport> answer = fail(Error::Kind::InvalidInput, u"another file is being imported"_s);
    if (m_isRunning)
        co_return answer;
    setRunning(true);
    auto working = start(order, &ImportRun::dryRun);
    answer = co_await working;
    setRunning(false);
    co_return answer;
}

Async<ImportReport> FileImportService::run(ImportOrder order)
{
    Result<ImportReport> answer = fail(Error::Kind::InvalidInput, u"another file is being imported"_s);
    if (m_isRunning)
        co_return answer;
    setRunning(true);
    auto working = start(order, &ImportRun::run);
    answer = co_await working;
    setRunning(false);
    // A failed import may have stored some batches.
    if (!answer || answer->end != ImportReport::End::AlreadyImported)
        Q_EMIT imported(order.account);
    co_return answer;
}

} // namespace tollkeeper
