// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "storage/import_repository.h"
#include "sync/import/column_mapping.h"

#include <QObject>

#include <array>

namespace tollkeeper {

//! The beginning of a file, read as it would be imported.
struct ImportPreview {
    qint64 bytes = 0;
    QStringList heading; //!< the columns a mapping may name
    ColumnMapping mapping;
    QList<RequestFacts> rows; //!< the first ones, at most 20
    QList<RowProblem> problems; //!< of the rows looked at
    qint64 rowsRead = 0;
    bool makesIds = false; //!< the file has none: they are made from what the rows say
    std::optional<QDateTime> importedBefore; //!< UTC; this very file, into this account
    std::optional<Error> mappingProblem; //!< why the mapping does not fit; no rows then
};

//! What is to be imported.
struct ImportOrder {
    QString path;
    AccountId account;
    std::optional<ColumnMapping> mapping; //!< nullopt: the one kept for such a heading, else the guessed one
    //! The person says that the rows of the file are all there are in it.
    std::optional<WholeInterval> whole;
    bool keepsMapping = false; //!< for later files with the same heading
};

struct ImportReport {
    enum class End : std::uint8_t {
        Done,
        DryRun, //!< nothing was stored
        AlreadyImported, //!< the same file went into the same account before: nothing was changed
        Stopped, //!< by cancel(); importing the file again goes on where it stopped
    };
    End end = End::Done;
    QString fileName;
    ColumnMapping mapping;
    StoredRows rows; //!< since the beginning of the file, also where an earlier import was taken up
    std::array<qint64, RowFaults> refused{}; //!< of this run, by fault
    QList<RowProblem> problems; //!< the first hundred of this run
    bool makesIds = false;
    bool tookUp = false; //!< went on where an earlier run stopped
    bool isWhole = false;
    //! True where `whole` was ordered but rows were refused: then they are not all there are.
    bool wasNotWhole = false;
    std::optional<QDateTime> importedBefore; //!< UTC, with AlreadyImported
};

struct ImportProgress {
    enum class Step : std::uint8_t { Checking, Reading, Settling };
    Step step = Step::Reading;
    qint64 bytes = 0;
    qint64 bytesDone = 0;
    qint64 rows = 0; //!< read so far
};

//! Brings request rows from files into an account. UI thread; reading, parsing and storing happen elsewhere.
//! One file at a time. What is wrong with a file comes as Error::Kind::File, a mapping that does not fit as
//! Error::Kind::InvalidInput.
class ImportService : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    //! nullopt: the mapping kept for such a heading, else the guessed one.
    [[nodiscard]] virtual Async<ImportPreview> preview(
        QString path, AccountId account, std::optional<ColumnMapping> mapping = {})
        = 0;
    //! Reads the whole file and stores nothing: `added` are new, `same` are known already or twice in the
    //! file.
    [[nodiscard]] virtual Async<ImportReport> dryRun(ImportOrder order) = 0;
    //! Stores what it reads, some thousand rows at a time, each with the file's progress.
    [[nodiscard]] virtual Async<ImportReport> run(ImportOrder order) = 0;
    //! Ends the running dry run or import after the rows in hand; what is stored stays.
    virtual void cancel() = 0;
    [[nodiscard]] virtual bool isRunning() const = 0;

Q_SIGNALS:
    void runningChanged();
    void progressed(tollkeeper::ImportProgress progress);
    void imported(tollkeeper::AccountId account); //!< rows came in: figures changed
};

} // namespace tollkeeper
