// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/request_matches.h"
#include "sync/import/import_run.h"

// The part of ImportRun that writes.
namespace tollkeeper {
namespace {

//! The rows of other accounts are not missing.
qint64 missingRows(const ImportFile &file, const ImportReport &report)
{
    return file.rows.rejected - report.refused.at(static_cast<std::size_t>(RowFault::OtherAccount));
}

} // namespace

Result<ImportReport> ImportRun::run()
{
    if (auto prepared = prepare(); !prepared)
        return fail(prepared.error());
    if (isKnown())
        return alreadyImported();
    if (auto begun = begin(); !begun)
        return fail(begun.error());
    const auto stored = storeAll();
    const bool isStopped = m_report.end == ImportReport::End::Stopped;
    const auto ended = end(stored && !isStopped ? ImportState::Done : ImportState::Stopped);
    const auto settled = settle();
    if (!stored)
        return fail(stored.error());
    if (!ended || !settled)
        return fail(!ended ? ended.error() : settled.error());
    m_report.rows = m_file.rows;
    m_report.isWhole = m_file.isWhole;
    return m_report;
}

//! A file that was begun before and is read in the same way goes on where it stopped.
Outcome ImportRun::begin()
{
    const auto &before = m_known.file;
    if (before && before->bytesDone > 0) {
        const auto mapping = columnMappingFromJson(before->mapping);
        if (mapping && *mapping == m_report.mapping) {
            m_file.bytesDone = before->bytesDone;
            m_file.linesDone = before->linesDone;
            m_file.rows = before->rows;
            m_report.tookUp = true;
            if (auto skipped = m_stream->skipTo(before->bytesDone, before->linesDone); !skipped)
                return skipped;
        }
    }
    auto writing = m_storage.write([file = m_file](Database &database) -> Result<qint64> {
        return database.inTransaction([&] { return ImportRepository(database).begin(file); });
    });
    const auto id = writing.result();
    if (!id)
        return fail(id.error());
    m_file.id = *id;
    return Done{};
}

//! While one batch is stored, the next one is read.
Outcome ImportRun::storeAll()
{
    std::optional<QFuture<Result<ImportFile>>> storing;
    std::shared_ptr<RowChunk> inHand; // its rows die on this thread, which has the time
    const auto awaitStored = [&]() -> Outcome {
        if (!storing)
            return Done{};
        const auto stored = storing->result();
        storing.reset();
        inHand.reset();
        if (!stored)
            return fail(stored.error());
        m_file = *stored;
        return Done{};
    };
    for (bool isLast = false; !isLast;) {
        if (m_stop.stop_requested()) {
            m_report.end = ImportReport::End::Stopped;
            break;
        }
        auto read = m_stream->next(BatchRows);
        if (auto stored = awaitStored(); !stored)
            return stored;
        if (!read)
            return fail(read.error());
        const auto chunk = std::make_shared<RowChunk>(*std::move(read));
        isLast = chunk->isLast;
        note(*chunk);
        inHand = chunk;
        storing = store(chunk);
    }
    return awaitStored();
}

//! One transaction: the rows, and how far the file has come with them.
QFuture<Result<ImportFile>> ImportRun::store(std::shared_ptr<RowChunk> chunk)
{
    const RequestBatch batch{m_order.account, RowSource::FileImport, m_file.name, m_now, m_file.id};
    return m_storage.write([chunk = std::move(chunk), batch, file = m_file, taken = m_taken,
                               makesIds = m_report.makesIds](Database &database) mutable {
        return database.inTransaction([&]() -> Result<ImportFile> {
            if (makesIds) {
                const auto adopted = RequestMatches(database, batch.account).adoptIds(chunk->rows, *taken);
                if (!adopted)
                    return fail(adopted.error());
            }
            const auto stored = RequestRepository(database).store(batch, chunk->rows);
            if (!stored)
                return fail(stored.error());
            file.rows += *stored;
            file.rows.rejected += chunk->refusedRows();
            file.bytesDone = chunk->bytesDone;
            file.linesDone = chunk->linesDone;
            chunk.reset();
            if (auto kept = ImportRepository(database).keepProgress(file); !kept)
                return fail(kept.error());
            return file;
        });
    });
}

//! Rows are all there are only where none was refused: a refused one would be missing from the account's
//! total, which whole rows supply.
Outcome ImportRun::end(ImportState state)
{
    m_file.state = state;
    m_file.endedAt = m_now;
    if (state == ImportState::Done && m_order.whole) {
        m_file.isWhole = missingRows(m_file, m_report) == 0;
        m_report.wasNotWhole = !m_file.isWhole;
    }
    auto writing = m_storage.write([file = m_file, whole = m_order.whole](Database &database) -> Outcome {
        return database.inTransaction([&]() -> Outcome {
            if (file.isWhole) {
                if (auto marked = RequestRepository(database).markWhole(file.account, *whole); !marked)
                    return marked;
            }
            return ImportRepository(database).end(file);
        });
    });
    return writing.result();
}

//! The figures learn of the rows, a stretch at a time: others may write in between.
Outcome ImportRun::settle()
{
    for (;;) {
        tell(ImportProgress::Step::Settling, m_file.bytesDone);
        auto writing = m_storage.write(
            [now = m_now](Database &database) { return RequestRepository(database).settleOne(now); });
        const auto more = writing.result();
        if (!more)
            return fail(more.error());
        if (!*more)
            return Done{};
    }
}

} // namespace tollkeeper
