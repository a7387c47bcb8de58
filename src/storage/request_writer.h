// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/request_repository.h"
#include "storage/request_rollup.h"
#include "storage/series_table.h"

namespace tollkeeper {

//! Writes one batch of rows: the work behind RequestRepository::store(). One use, inside one transaction.
class RequestWriter {
public:
    [[nodiscard]] static Result<RequestWriter> open(
        Database &database, const RequestBatch &batch, const QTimeZone &zone);

    [[nodiscard]] Result<StoredRows> write(const QList<RequestFacts> &rows);
    [[nodiscard]] QList<TimeSegment> touched() const { return m_rollup.touched(); }

private:
    struct Statements {
        BulkStatement insert;
        BulkStatement find;
        BulkStatement erase;
    };
    //! A row as it is stored.
    struct Stored {
        qint64 id = 0;
        qint64 batch = 0;
        RowSource source = RowSource::PolledLog;
        RowFigures figures;
        RequestFacts facts;
    };
    RequestWriter(
        Database &database, const RequestBatch &batch, const QTimeZone &zone, Statements statements);
    [[nodiscard]] Outcome writeOne(const RequestFacts &row, StoredRows &counts);
    [[nodiscard]] Outcome meet(const RequestFacts &row, StoredRows &counts);
    //! One row of both, as the better source has it.
    [[nodiscard]] Result<RequestFacts> merged(const RequestFacts &row, const Stored &before) const;
    [[nodiscard]] Result<bool> wasSentFromHere(const QString &requestId) const;
    [[nodiscard]] bool isAnother(const RequestFacts &row, const Stored &before) const;
    //! Inserts at the first free id of its millisecond; NotUnique when the request id is known.
    [[nodiscard]] Result<BulkStatement::Step> insert(const RequestFacts &row, qint64 batch);
    [[nodiscard]] Result<Stored> stored(const QString &requestId);
    [[nodiscard]] Outcome ensureBatch();

    Database &m_database;
    RequestBatch m_batch;
    Statements m_statements;
    SeriesTable m_series;
    RequestRollup m_rollup;
    qint64 m_batchId = 0;
};

} // namespace tollkeeper
