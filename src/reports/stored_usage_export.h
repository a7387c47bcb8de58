// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "reports/usage_export_service.h"
#include "storage/storage.h"

#include <QFuture>

namespace tollkeeper {

using RowsTold = std::function<void(qint64 rows)>;

//! Reads the rows page by page through the connection for long reading and writes them. It waits: never call
//! it on the window's thread.
[[nodiscard]] Result<UsageExportCounts> exportRows(Storage &storage, const UsageExportOrder &order,
    QIODevice &device, const QDateTime &now, const std::stop_token &stop, const RowsTold &told);
//! The same into a file that appears whole or not at all, of mode 0600.
[[nodiscard]] Result<UsageExportCounts> exportFile(Storage &storage, const UsageExportOrder &order,
    const QDateTime &now, const std::stop_token &stop, const RowsTold &told);

//! Exports on a thread of the pool.
class StoredUsageExportService final : public UsageExportService {
    Q_OBJECT

public:
    StoredUsageExportService(Storage &storage, const Clock &clock, QObject *parent = nullptr);
    //! Stops what is running and waits for it: a page at most.
    ~StoredUsageExportService() override;

    [[nodiscard]] Async<UsageExportCounts> run(UsageExportOrder order) override;
    void cancel() override { m_stop.request_stop(); }
    [[nodiscard]] bool isRunning() const override { return m_isRunning; }

private:
    void setRunning(bool isRunning);

    Storage &m_storage;
    const Clock &m_clock;
    std::stop_source m_stop;
    QFuture<Result<UsageExportCounts>> m_running;
    bool m_isRunning = false;
};

} // namespace tollkeeper
