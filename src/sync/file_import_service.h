// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "storage/storage.h"
#include "sync/import_service.h"

#include <QFuture>

#include <stop_token>

namespace tollkeeper {

class ImportRun;

//! Imports files: reads and parses on a thread of the pool, stores on the storage thread.
class FileImportService final : public ImportService {
    Q_OBJECT

public:
    FileImportService(Storage &storage, const Clock &clock, QObject *parent = nullptr);
    //! Stops what is running and waits for it: a batch at most.
    ~FileImportService() override;

    [[nodiscard]] Async<ImportPreview> preview(
        QString path, AccountId account, std::optional<ColumnMapping> mapping = {}) override;
    [[nodiscard]] Async<ImportReport> dryRun(ImportOrder order) override;
    [[nodiscard]] Async<ImportReport> run(ImportOrder order) override;
    void cancel() override { m_stop.request_stop(); }
    [[nodiscard]] bool isRunning() const override { return m_isRunning; }

private:
    using Work = Result<ImportReport> (ImportRun::*)();
    [[nodiscard]] QFuture<Result<ImportReport>> start(ImportOrder order, Work work);
    void setRunning(bool isRunning);

    Storage &m_storage;
    const Clock &m_clock;
    std::stop_source m_stop;
    QFuture<Result<ImportReport>> m_running;
    QFuture<Result<ImportPreview>> m_previewing;
    bool m_isRunning = false;
};

} // namespace tollkeeper
