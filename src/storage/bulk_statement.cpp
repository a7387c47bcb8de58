// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/bulk_statement.h"

#include <sqlite3.h>
#include <utility>

namespace tollkeeper {
namespace {

Failure failureOf(sqlite3 *connection)
{
    const auto code = sqlite3_errcode(connection);
    const auto kind = code == SQLITE_FULL                 ? Error::Kind::StorageFull
        : code == SQLITE_CORRUPT || code == SQLITE_NOTADB ? Error::Kind::StorageDamaged
                                                          : Error::Kind::Storage;
    return fail(kind, QString::fromUtf8(sqlite3_errmsg(connection)));
}

} // namespace

Result<BulkStatement> BulkStatement::prepare(Database &database, const char *sql)
{
    sqlite3_stmt *statement = nullptr;
    auto *connection = database.connection();
    if (!connection)
        return fail(Error::Kind::Storage, QStringLiteral("no connection"));
    if (sqlite3_prepare_v3(connection, sql, -1, SQLITE_PREPARE_PERSISTENT, &statement, nullptr) != SQLITE_OK)
        return failureOf(connection);
    return BulkStatement(statement);
}

BulkStatement::BulkStatement(BulkStatement &&other) noexcept
    : m_statement(std::exchange(other.m_statement, nullptr))
{
}

BulkStatement::~BulkStatement()
{
    sqlite3_finalize(m_statement);
}

void BulkStatement::bind(int position, qint64 value)
{
    sqlite3_bind_int64(m_statement, position, value);
}

void BulkStatement::bind(int position, const std::optional<qint64> &value)
{
    if (value)
        sqlite3_bind_int64(m_statement, position, *value);
    else
        sqlite3_bind_null(m_statement, position);
}

void BulkStatement::bindText(int position, const QString &text)
{
    const auto bytes = text.toUtf8();
    sqlite3_bind_text(
        m_statement, position, bytes.constData(), static_cast<int>(bytes.size()), SQLITE_TRANSIENT);
}

void BulkStatement::bindTextOrNull(int position, const QString &text)
{
    if (text.isEmpty())
        sqlite3_bind_null(m_statement, position);
    else
        bindText(position, text);
}

Result<BulkStatement::Step> BulkStatement::step()
{
    const auto code = sqlite3_step(m_statement);
    if (code == SQLITE_ROW)
        return Step::Row;
    if (code == SQLITE_DONE)
        return Step::Done;
    auto *connection = sqlite3_db_handle(m_statement);
    switch (sqlite3_extended_errcode(connection)) {
    case SQLITE_CONSTRAINT_PRIMARYKEY:
    case SQLITE_CONSTRAINT_ROWID:
        return Step::RowIdTaken;
    case SQLITE_CONSTRAINT_UNIQUE:
        return Step::NotUnique;
    default:
        return failureOf(connection);
    }
}

void BulkStatement::reset()
{
    sqlite3_reset(m_statement);
}

Outcome BulkStatement::run()
{
    auto stepped = step();
    while (stepped && *stepped == Step::Row)
        stepped = step();
    reset();
    if (!stepped)
        return fail(stepped.error());
    if (*stepped != Step::Done)
        return fail(Error::Kind::Storage, QStringLiteral("a key is taken"));
    return Done{};
}

qint64 BulkStatement::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

std::optional<qint64> BulkStatement::optionalNumber(int column) const
{
    return isNull(column) ? std::nullopt : std::optional(number(column));
}

QString BulkStatement::text(int column) const
{
    const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
    return QString::fromUtf8(bytes, sqlite3_column_bytes(m_statement, column));
}

bool BulkStatement::isNull(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

} // namespace tollkeeper
