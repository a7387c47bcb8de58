// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QVariant>

#include <initializer_list>
#include <utility>

struct sqlite3;

namespace tollkeeper {

class Profile;

//! One SQLite connection. It belongs to the thread that opened it.
class Database {
public:
    using Binding = std::pair<const char *, QVariant>;

    //! For writing: creates and migrates, WAL, synchronous FULL, quick_check. A damaged, foreign, emptied or
    //! newer file is refused and left untouched (StorageDamaged, StorageNewer).
    [[nodiscard]] static Result<Database> open(const QString &path, bool existedBefore = false);
    //! For reading beside the one writer.
    [[nodiscard]] static Result<Database> openReadOnly(const QString &path);

    Database(Database &&other) noexcept : m_name(std::exchange(other.m_name, {})) { }
    Database &operator=(Database &&) = delete;
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;
    ~Database();

    //! Prepares, binds and runs one statement; the query comes back ready for next().
    [[nodiscard]] Result<QSqlQuery> run(const QString &sql, std::initializer_list<Binding> bindings = {});
    //! For a statement whose rows nobody wants.
    [[nodiscard]] Outcome execute(const QString &sql, std::initializer_list<Binding> bindings = {});
    //! The one value of a one-row question; invalid when there is no row.
    [[nodiscard]] Result<QVariant> value(const QString &sql, std::initializer_list<Binding> bindings = {});
    //! Inserts and answers with the new row's id.
    [[nodiscard]] Result<qint64> insert(const QString &sql, std::initializer_list<Binding> bindings);
    //! Prepared once by the caller, for many rows.
    [[nodiscard]] Result<QSqlQuery> prepare(const QString &sql);

    //! The SQLite library's own handle of this connection, for BulkStatement; null where there is none.
    [[nodiscard]] sqlite3 *connection() const;

    //! Runs body inside a transaction: commits on success, rolls back on any failure.
    template<typename Body>
    [[nodiscard]] auto inTransaction(Body &&body) -> decltype(body());

private:
    explicit Database(QString name) : m_name(std::move(name)) { }
    [[nodiscard]] static Result<Database> connect(const QString &path, const QString &options);
    [[nodiscard]] QSqlDatabase handle() const { return QSqlDatabase::database(m_name); }
    [[nodiscard]] Outcome check(bool existedBefore);
    [[nodiscard]] Outcome quickCheck();
    [[nodiscard]] Outcome migrate();

    QString m_name;
};

//! Runs a prepared statement; its failure as an Error.
[[nodiscard]] Outcome execute(QSqlQuery &query);

//! UTC epoch milliseconds, as every time is stored; NULL for an invalid or absent moment.
[[nodiscard]] QVariant toColumn(const QDateTime &moment);
[[nodiscard]] QVariant toColumn(const std::optional<QDateTime> &moment);
[[nodiscard]] QVariant toColumn(const std::optional<qint64> &count);
[[nodiscard]] QDateTime momentFrom(const QVariant &column);
[[nodiscard]] std::optional<QDateTime> optionalMomentFrom(const QVariant &column);
[[nodiscard]] std::optional<qint64> optionalCountFrom(const QVariant &column);

template<typename Body>
auto Database::inTransaction(Body &&body) -> decltype(body())
{
    if (auto begun = execute(QStringLiteral("BEGIN IMMEDIATE")); !begun)
        return fail(begun.error());
    auto result = body();
    if (!result) {
        (void)execute(
            QStringLiteral("ROLLBACK")); // SQLite may have rolled back already: the first error counts
        return result;
    }
    if (auto ended = execute(QStringLiteral("COMMIT")); !ended) {
        (void)execute(QStringLiteral("ROLLBACK"));
        return fail(ended.error());
    }
    return result;
}

} // namespace tollkeeper
