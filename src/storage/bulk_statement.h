// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"

#include <QByteArray>
#include <QString>

#include <optional>

struct sqlite3_stmt;

namespace tollkeeper {

//! A statement of the SQLite library itself, for the few places where millions of rows pass: Qt SQL costs two
//! to three times as much per row (performance.md 2). Same connection, same thread and same transaction as
//! the Database it was prepared on, which must outlive it.
class BulkStatement {
public:
    [[nodiscard]] static Result<BulkStatement> prepare(Database &database, const char *sql);
    BulkStatement(BulkStatement &&other) noexcept;
    BulkStatement &operator=(BulkStatement &&) = delete;
    BulkStatement(const BulkStatement &) = delete;
    BulkStatement &operator=(const BulkStatement &) = delete;
    ~BulkStatement();

    enum class Step : std::uint8_t {
        Row,
        Done,
        RowIdTaken, //!< the primary key is in use; nothing was changed
        NotUnique, //!< another unique key is in use; nothing was changed
    };

    void bind(int position, qint64 value); //!< positions count from 1
    void bind(int position, const std::optional<qint64> &value); //!< NULL where absent
    void bindText(int position, const QString &text);
    void bindTextOrNull(int position, const QString &text); //!< NULL where empty
    [[nodiscard]] Result<Step> step();
    //! Ready for the next values; call it before binding again.
    void reset();
    //! step() to its end, then reset(); a taken key is a failure.
    [[nodiscard]] Outcome run();

    [[nodiscard]] qint64 number(int column) const; //!< columns count from 0
    [[nodiscard]] std::optional<qint64> optionalNumber(int column) const;
    [[nodiscard]] QString text(int column) const;
    [[nodiscard]] bool isNull(int column) const;

private:
    explicit BulkStatement(sqlite3_stmt *statement) : m_statement(statement) { }

    sqlite3_stmt *m_statement = nullptr;
};

} // namespace tollkeeper
