// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/request_repository.h"

#include <QJsonObject>

namespace tollkeeper {

//! How far the import of a file has come.
enum class ImportState : std::uint8_t {
    Running, //!< or broken off by a crash: only one process writes
    Stopped, //!< by the person or by a failure; goes on where it stopped
    Done,
};

//! One file that was imported into an account, or is being.
struct ImportFile {
    qint64 id = 0;
    AccountId account;
    QString digest; //!< of its content: the same file under another name is the same file
    QString name;
    QString format;
    QJsonObject mapping; //!< how it was read
    qint64 bytes = 0;
    qint64 bytesDone = 0;
    qint64 linesDone = 0;
    StoredRows rows; //!< what became of its rows so far; rejected are those refused while reading
    bool isWhole = false; //!< its rows were said to be all there are
    ImportState state = ImportState::Running;
    QDateTime startedAt; //!< UTC
    std::optional<QDateTime> endedAt; //!< UTC
};

//! Files that were imported. Synchronous: call it on a storage thread.
class ImportRepository {
public:
    explicit ImportRepository(Database &database) : m_database(database) { }

    [[nodiscard]] Result<std::optional<ImportFile>> find(AccountId account, const QString &digest);
    //! Newest first.
    [[nodiscard]] Result<QList<ImportFile>> all();
    //! Adds the file, or replaces what is known of it; answers with its row.
    [[nodiscard]] Result<qint64> begin(const ImportFile &file);
    //! Keeps how far it came. REQUIRES: in the transaction that stores the rows.
    [[nodiscard]] Outcome keepProgress(const ImportFile &file);
    [[nodiscard]] Outcome end(const ImportFile &file);

private:
    Database &m_database;
};

} // namespace tollkeeper
