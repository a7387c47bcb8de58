// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "reports/usage_export.h"

#include <QObject>

namespace tollkeeper {

//! What is to be written where.
struct UsageExportOrder {
    QString path;
    UsageFilter filter;
    Currency reporting; //!< rows are converted into it where a rate is known, beside what was billed
    CsvWriter::Mark mark = CsvWriter::Mark::Utf8; //!< spreadsheets know UTF-8 by it
    bool hasComments = false;
};

//! Writes request rows into a file. UI thread; reading and writing happen elsewhere. One export at a time.
class UsageExportService : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! The file is there whole or not at all, and readable by its owner only. Error::Kind::File says what is
    //! in the way of it: "no place", "disk full".
    [[nodiscard]] virtual Async<UsageExportCounts> run(UsageExportOrder order) = 0;
    //! The running export ends with Error::Kind::Cancelled and leaves nothing behind.
    virtual void cancel() = 0;
    [[nodiscard]] virtual bool isRunning() const = 0;

Q_SIGNALS:
    void runningChanged();
    void progressed(qint64 rows); //!< written so far
};

} // namespace tollkeeper
