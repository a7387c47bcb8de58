// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "sync/import/row_reader.h"

#include <QDateTime>
#include <QFile>

#include <array>
#include <functional>
#include <memory>

namespace tollkeeper {

//! A stretch of a file, read.
struct RowChunk {
    QList<RequestFacts> rows;
    QList<RowProblem> problems; //!< at most ProblemsKept of them in the whole file
    std::array<qint64, RowFaults> refused{}; //!< of this chunk, by fault
    qint64 bytesDone = 0; //!< of the file, up to the end of this chunk
    qint64 linesDone = 0;
    bool isLast = false;
    [[nodiscard]] qint64 refusedRows() const;
};

//! Reads the requests of a file, a chunk at a time, in flat memory. One thread at a time.
class RowStream {
public:
    static constexpr qsizetype ProblemsKept = 100;

    //! Opens and checks: the file (Error::Kind::File), the mapping against its heading
    //! (Error::Kind::InvalidInput). A mapping without columns is guessed.
    [[nodiscard]] static Result<std::unique_ptr<RowStream>> open(
        const QString &path, const ColumnMapping &mapping, RowOwner owner);

    //! At most `most` rows. Error::Kind::File with "changed" or "missing" when the file is no longer what it
    //! was when it was opened, with "unreadable" when the disk fails.
    [[nodiscard]] Result<RowChunk> next(qsizetype most);
    //! Goes on where an earlier run stopped. Where ids are made from the content, what was read before is
    //! read again, because the ids of rows that are alike depend on it.
    [[nodiscard]] Outcome skipTo(qint64 bytesDone, qint64 linesDone);

    [[nodiscard]] qint64 bytes() const { return m_bytes; }
    [[nodiscard]] const QStringList &heading() const { return m_heading; }
    [[nodiscard]] bool makesIds() const { return m_rows->makesIds(); }

private:
    RowStream() = default;
    [[nodiscard]] Outcome start(const ColumnMapping &mapping, RowOwner owner);
    [[nodiscard]] Outcome passHeading();
    [[nodiscard]] Outcome feed();
    [[nodiscard]] Outcome checkUnchanged() const;
    [[nodiscard]] Outcome step(RowChunk &chunk);
    void take(RowChunk &chunk);
    void refuse(const RowProblem &problem, RowChunk &chunk);

    std::unique_ptr<QFile> m_file;
    QByteArray m_piece;
    qint64 m_bytes = 0;
    QDateTime m_changedAt;
    QStringList m_heading;
    std::unique_ptr<RecordReader> m_records;
    std::unique_ptr<RowReader> m_rows;
    std::function<void(qint64, qint64)> m_startAt;
    qsizetype m_problemsKept = 0;
};

} // namespace tollkeeper
