// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"

#include "base/crash_point.h"
#include "storage/migrations.h"

#include <QDateTime>
#include <QFileInfo>
#include <QSqlDriver>
#include <QSqlError>
#include <QUuid>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int ApplicationId = 0x546f6c6c; // "Toll": tells our files from other SQLite files

//! SQLite's primary result codes, as QSqlError::nativeErrorCode() has them.
Error::Kind kindOf(const QSqlError &error)
{
    switch (error.nativeErrorCode().toInt() & 0xff) {
    case 13: // SQLITE_FULL
        return Error::Kind::StorageFull;
    case 11: // SQLITE_CORRUPT
    case 26: // SQLITE_NOTADB
        return Error::Kind::StorageDamaged;
    default:
        return Error::Kind::Storage;
    }
}

Failure storageFailure(const QSqlError &error, const QString &sql)
{
    return fail(kindOf(error), u"%1 in: %2"_s.arg(error.text(), sql.simplified().left(120)));
}

//! Qt SQL sets itself up on first use without a lock. Two threads at once register its clean-up twice, and
//! then QCoreApplication's destructor never returns (Qt 6.4: the second call registers it anew, for ever).
void setUpQtSqlOnce()
{
    static const bool isSetUp = QSqlDatabase::isDriverAvailable(u"QSQLITE"_s);
    Q_UNUSED(isSetUp)
}

} // namespace

Result<Database> Database::connect(const QString &path, const QString &options)
{
    setUpQtSqlOnce();
    Database database(QUuid::createUuid().toString(QUuid::WithoutBraces));
    auto connection = QSqlDatabase::addDatabase(u"QSQLITE"_s, database.m_name);
    connection.setDatabaseName(path);
    connection.setConnectOptions(options);
    if (!connection.open())
        return storageFailure(connection.lastError(), u"open"_s);
    return database;
}

Result<Database> Database::open(const QString &path, bool existedBefore)
{
    auto database = connect(path, {});
    if (!database)
        return database;
    if (auto checked = database->check(existedBefore); !checked)
        return fail(checked.error());
    // journal_mode cannot change inside a transaction and answers with what it is (trust.md 5)
    const auto mode = database->value(u"PRAGMA journal_mode = WAL"_s);
    if (!mode)
        return fail(mode.error());
    if (path != u":memory:" && mode->toString() != u"wal")
        return fail(Error::Kind::Storage, u"no write-ahead log here: %1"_s.arg(mode->toString()));
    for (const auto &pragma : {u"PRAGMA synchronous = FULL"_s, u"PRAGMA foreign_keys = ON"_s,
             u"PRAGMA secure_delete = ON"_s, u"PRAGMA trusted_schema = OFF"_s}) {
        if (auto set = database->execute(pragma); !set)
            return fail(set.error());
    }
    if (auto migrated = database->migrate(); !migrated)
        return fail(migrated.error());
    return database;
}

Result<Database> Database::openReadOnly(const QString &path)
{
    if (!QFileInfo::exists(path))
        return fail(Error::Kind::NotFound, u"data file"_s);
    return connect(path, u"QSQLITE_OPEN_READONLY;QSQLITE_BUSY_TIMEOUT=2000"_s);
}

Database::~Database()
{
    if (!m_name.isEmpty())
        QSqlDatabase::removeDatabase(m_name);
}

sqlite3 *Database::connection() const
{
    const auto native = handle().driver()->handle();
    return qstrcmp(native.typeName(), "sqlite3*") == 0 ? *static_cast<sqlite3 *const *>(native.constData())
                                                       : nullptr;
}

Outcome Database::check(bool existedBefore)
{
    const auto application = value(u"PRAGMA application_id"_s);
    const auto version = value(u"PRAGMA user_version"_s);
    const auto tables = value(u"SELECT COUNT(*) FROM sqlite_schema"_s);
    for (const auto *answer : {&application, &version, &tables}) {
        if (!*answer)
            return fail(answer->error());
    }
    const bool isEmpty = tables->toInt() == 0;
    if (isEmpty && existedBefore)
        return fail(Error::Kind::StorageDamaged, u"the file is empty although it held data before"_s);
    if (!isEmpty && application->toInt() != ApplicationId)
        return fail(Error::Kind::StorageDamaged, u"the file belongs to another program"_s);
    if (version->toInt() > migrations().size())
        return fail(Error::Kind::StorageNewer, u"version %1"_s.arg(version->toInt()));
    if (auto sound = quickCheck(); !sound)
        return sound;
    return isEmpty ? execute(u"PRAGMA application_id = %1"_s.arg(ApplicationId)) : Outcome(Done{});
}

//! All of a small file. Of a large one everything but the request rows: reading a gigabyte of them would keep
//! a person waiting for a minute, and the figures do not come from them.
Outcome Database::quickCheck()
{
    constexpr qint64 LargeFile = qint64(256) * 1024 * 1024;
    const auto pages = value(u"PRAGMA page_count"_s);
    const auto pageSize = value(u"PRAGMA page_size"_s);
    if (!pages || !pageSize)
        return fail(!pages ? pages.error() : pageSize.error());
    QStringList checks{u"PRAGMA quick_check(1)"_s};
    if (pages->toLongLong() * pageSize->toLongLong() > LargeFile) {
        auto tables = run(u"SELECT name FROM sqlite_schema WHERE type = 'table' AND name <> 'request'"_s);
        if (!tables)
            return fail(tables.error());
        checks.clear();
        while (tables->next())
            checks.append(u"PRAGMA quick_check(%1)"_s.arg(tables->value(0).toString()));
    }
    for (const auto &check : std::as_const(checks)) {
        const auto sound = value(check);
        if (!sound)
            return fail(sound.error());
        if (sound->toString() != u"ok")
            return fail(Error::Kind::StorageDamaged, sound->toString());
    }
    return Done{};
}

Outcome Database::migrate()
{
    const auto version = value(u"PRAGMA user_version"_s);
    if (!version)
        return fail(version.error());
    const auto &steps = migrations();
    for (auto next = version->toInt(); next < steps.size(); ++next) {
        auto applied = inTransaction([&]() -> Outcome {
            for (const auto &statement : steps[next].statements) {
                if (auto done = execute(statement); !done)
                    return done;
            }
            crashPoint("migration_before_commit");
            return execute(u"PRAGMA user_version = %1"_s.arg(next + 1));
        });
        if (!applied)
            return applied;
    }
    return Done{};
}

Result<QSqlQuery> Database::prepare(const QString &sql)
{
    QSqlQuery query(handle());
    query.setForwardOnly(true);
    if (!query.prepare(sql))
        return storageFailure(query.lastError(), sql);
    return query;
}

Result<QSqlQuery> Database::run(const QString &sql, std::initializer_list<Binding> bindings)
{
    auto query = prepare(sql);
    if (!query)
        return query;
    for (const auto &[name, value] : bindings) {
        // Qt binds a null QString as NULL; to us it is empty text. NULL is spelt QVariant().
        const bool nullText = value.typeId() == QMetaType::QString && value.toString().isNull();
        query->bindValue(QString::fromLatin1(name), nullText ? QVariant(u""_s) : value);
    }
    if (!query->exec())
        return storageFailure(query->lastError(), sql);
    return query;
}

Outcome Database::execute(const QString &sql, std::initializer_list<Binding> bindings)
{
    const auto query = run(sql, bindings);
    if (!query)
        return fail(query.error());
    return Done{};
}

Result<QVariant> Database::value(const QString &sql, std::initializer_list<Binding> bindings)
{
    auto query = run(sql, bindings);
    if (!query)
        return fail(query.error());
    return query->next() ? query->value(0) : QVariant();
}

Result<qint64> Database::insert(const QString &sql, std::initializer_list<Binding> bindings)
{
    const auto query = run(sql, bindings);
    if (!query)
        return fail(query.error());
    return query->lastInsertId().toLongLong();
}

Outcome execute(QSqlQuery &query)
{
    if (!query.exec())
        return storageFailure(query.lastError(), query.lastQuery());
    return Done{};
}

QVariant toColumn(const QDateTime &moment)
{
    return moment.isValid() ? QVariant(moment.toMSecsSinceEpoch()) : QVariant();
}

QVariant toColumn(const std::optional<QDateTime> &moment)
{
    return moment ? toColumn(*moment) : QVariant();
}

QVariant toColumn(const std::optional<qint64> &count)
{
    return count ? QVariant(*count) : QVariant();
}

QDateTime momentFrom(const QVariant &column)
{
    return QDateTime::fromMSecsSinceEpoch(column.toLongLong(), Qt::UTC);
}

std::optional<QDateTime> optionalMomentFrom(const QVariant &column)
{
    return column.isNull() ? std::nullopt : std::optional(momentFrom(column));
}

std::optional<qint64> optionalCountFrom(const QVariant &column)
{
    return column.isNull() ? std::nullopt : std::optional(column.toLongLong());
}

} // namespace tollkeeper
