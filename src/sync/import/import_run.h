// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/storage.h"
#include "sync/import/recent_counts.h"
#include "sync/import/row_stream.h"
#include "sync/import_service.h"

#include <QSet>

#include <functional>
#include <memory>
#include <stop_token>

namespace tollkeeper {

//! One import from beginning to end: reads on the calling thread while the storage threads store what was
//! read before. Never call it on the window's thread: it waits.
class ImportRun {
public:
    static constexpr qsizetype BatchRows = 10'000;

    using Told = std::function<void(const ImportProgress &)>;
    ImportRun(Storage &storage, ImportOrder order, QDateTime now, std::stop_token stop, Told told);

    [[nodiscard]] Result<ImportPreview> preview();
    [[nodiscard]] Result<ImportReport> dryRun();
    [[nodiscard]] Result<ImportReport> run();

private:
    //! What the ledger knows before anything is read.
    struct Known {
        RowOwner owner;
        std::optional<ImportFile> file;
        std::optional<ColumnMapping> keptMapping;
    };

    [[nodiscard]] Outcome prepare();
    [[nodiscard]] Result<QString> digestOf(QFile &file);
    [[nodiscard]] Result<Known> askLedger(const QString &digest, const QStringList &heading);
    [[nodiscard]] bool isKnown() const { return m_known.file && m_known.file->state == ImportState::Done; }
    [[nodiscard]] ImportReport alreadyImported() const;
    [[nodiscard]] Outcome countChunk(const std::shared_ptr<RowChunk> &chunk);

    [[nodiscard]] Outcome begin();
    [[nodiscard]] Outcome storeAll();
    [[nodiscard]] QFuture<Result<ImportFile>> store(std::shared_ptr<RowChunk> chunk);
    [[nodiscard]] Outcome end(ImportState state);
    [[nodiscard]] Outcome settle();

    void note(const RowChunk &chunk);
    void tell(ImportProgress::Step step, qint64 bytesDone);

    Storage &m_storage;
    ImportOrder m_order;
    QDateTime m_now; //!< UTC
    std::stop_token m_stop;
    Told m_told;

    qint64 m_bytes = 0;
    QStringList m_heading;
    Known m_known;
    std::unique_ptr<RowStream> m_stream;
    ImportFile m_file;
    ImportReport m_report;
    qint64 m_rowsRead = 0;
    RecentCounts m_seen; //!< ids in the file
    std::shared_ptr<QSet<qint64>> m_taken = std::make_shared<QSet<qint64>>(); //!< of one job at a time
};

} // namespace tollkeeper
