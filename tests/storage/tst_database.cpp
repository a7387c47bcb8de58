// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"
#include "storage/migrations.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray bytesOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void write(const QString &path, const QByteArray &bytes)
{
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

//! A ledger of some pages, closed again.
void makeLedger(const QString &path)
{
    auto database = Database::open(path);
    QVERIFY(database.has_value());
    for (int i = 0; i < 200; ++i) {
        const auto name = u"model %1 "_s.arg(i) + QString(200, u'x');
        QVERIFY(database->execute(u"INSERT INTO model (name) VALUES (:name)"_s, {{":name", name}}));
    }
}

void change(const QString &path, const std::function<void(QByteArray &)> &how)
{
    auto bytes = bytesOf(path);
    how(bytes);
    write(path, bytes);
}

void makeNewer(const QString &path)
{
    makeLedger(path);
    auto database = Database::open(path);
    QVERIFY(database.has_value());
    QVERIFY(database->execute(u"PRAGMA user_version = %1"_s.arg(migrations().size() + 1)));
}

void makeForeign(const QString &path)
{
    makeLedger(path);
    auto database = Database::open(path);
    QVERIFY(database.has_value());
    QVERIFY(database->execute(u"PRAGMA application_id = 7"_s));
}

} // namespace

class DatabaseTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_directory = std::make_unique<QTemporaryDir>(); }

    void migratesANewFileToTheNewestVersion()
    {
        auto database = Database::open(path());
        QVERIFY(database.has_value());
        QCOMPARE(database->value(u"PRAGMA user_version"_s)->toInt(), int(migrations().size()));
        QVERIFY(database->value(u"PRAGMA application_id"_s)->toInt() != 0);
        QCOMPARE(database->value(u"SELECT COUNT(*) FROM piece"_s)->toInt(), 0);
    }

    void opensItsOwnFileAgain()
    {
        makeLedger(path());
        auto database = Database::open(path(), true);
        QVERIFY(database.has_value());
        QCOMPARE(database->value(u"SELECT COUNT(*) FROM model"_s)->toInt(), 200);
    }

    void writesAheadAndWaitsForTheDisk()
    {
        auto database = Database::open(path());
        QVERIFY(database.has_value());
        QCOMPARE(database->value(u"PRAGMA journal_mode"_s)->toString(), u"wal"_s);
        QCOMPARE(database->value(u"PRAGMA synchronous"_s)->toInt(), 2); // FULL
        QCOMPARE(database->value(u"PRAGMA foreign_keys"_s)->toInt(), 1);
        QCOMPARE(database->value(u"PRAGMA secure_delete"_s)->toInt(), 1);
        QCOMPARE(database->value(u"PRAGMA trusted_schema"_s)->toInt(), 0);
        QVERIFY(QFile::exists(path() + u"-wal"_s));
    }

    void refusesAFileAndLeavesItUntouched_data()
    {
        using Make = std::function<void(const QString &)>;
        const auto damaged = [](const std::function<void(QByteArray &)> &how) {
            return Make([how](const QString &path) {
                makeLedger(path);
                change(path, how);
            });
        };
        const auto text = [](const QByteArray &bytes) {
            return Make([bytes](const QString &path) { write(path, bytes); });
        };
        QTest::addColumn<Make>("make");
        QTest::addColumn<Error::Kind>("kind");
        QTest::newRow("of a newer version") << Make(makeNewer) << Error::Kind::StorageNewer;
        QTest::newRow("of another program") << Make(makeForeign) << Error::Kind::StorageDamaged;
        QTest::newRow("no database at all") << text(QByteArray(4096, 'n')) << Error::Kind::StorageDamaged;
        QTest::newRow("emptied") << text(QByteArray()) << Error::Kind::StorageDamaged;
        QTest::newRow("a page overwritten")
            << damaged([](QByteArray &bytes) { bytes.replace(3 * 4096, 4096, QByteArray(4096, '\xaa')); })
            << Error::Kind::StorageDamaged;
        QTest::newRow("cut in the middle")
            << damaged([](QByteArray &bytes) { bytes.truncate(bytes.size() / 2); })
            << Error::Kind::StorageDamaged;
        QTest::newRow("cut inside a page")
            << damaged([](QByteArray &bytes) { bytes.truncate(bytes.size() - 1000); })
            << Error::Kind::StorageDamaged;
        QTest::newRow("header overwritten")
            << damaged([](QByteArray &bytes) { bytes.replace(0, 16, QByteArray(16, '\0')); })
            << Error::Kind::StorageDamaged;
    }
    void refusesAFileAndLeavesItUntouched()
    {
        QFETCH(const std::function<void(const QString &)>, make);
        QFETCH(const Error::Kind, kind);
        make(path());
        const auto before = bytesOf(path());

        const auto database = Database::open(path(), true);

        QVERIFY(!database.has_value());
        QCOMPARE(toText(database.error().kind), toText(kind));
        QCOMPARE(bytesOf(path()), before);
    }

    void anEmptyFileIsFineOnTheFirstRun()
    {
        write(path(), {});
        QVERIFY(Database::open(path(), false).has_value());
    }

    void whereThereIsNoFolderThereIsNoFile()
    {
        const auto database = Database::open(m_directory->filePath(u"nowhere/ledger.sqlite"_s));
        QVERIFY(!database.has_value());
        QCOMPARE(database.error().kind, Error::Kind::Storage);
    }

    void readingNeedsAFile()
    {
        const auto database = Database::openReadOnly(path());
        QVERIFY(!database.has_value());
        QCOMPARE(database.error().kind, Error::Kind::NotFound);
        QVERIFY(!QFile::exists(path()));
    }

    void aReaderCannotWrite()
    {
        makeLedger(path());
        auto reader = Database::openReadOnly(path());
        QVERIFY(reader.has_value());
        QVERIFY(!reader->execute(u"DELETE FROM model"_s));
        QCOMPARE(reader->value(u"SELECT COUNT(*) FROM model"_s)->toInt(), 200);
    }

    void rollsBackWhatAFailedBodyDid()
    {
        auto database = Database::open(path());
        QVERIFY(database.has_value());
        const auto outcome = database->inTransaction([&]() -> Outcome {
            if (auto added = database->execute(u"INSERT INTO model (name) VALUES ('kept?')"_s); !added)
                return added;
            return fail(Error::Kind::NotFound, u"on purpose"_s);
        });
        QVERIFY(!outcome);
        QCOMPARE(outcome.error().kind, Error::Kind::NotFound);
        QCOMPARE(database->value(u"SELECT COUNT(*) FROM model"_s)->toInt(), 0);
        QVERIFY(database->inTransaction(
            [&] { return database->execute(u"INSERT INTO model (name) VALUES ('kept')"_s); }));
        QCOMPARE(database->value(u"SELECT COUNT(*) FROM model"_s)->toInt(), 1);
    }

    void nullTextIsEmptyText()
    {
        auto database = Database::open(path());
        QVERIFY(database.has_value());
        QVERIFY(database->execute(u"INSERT INTO model (name) VALUES (:name)"_s, {{":name", QString()}}));
        QCOMPARE(database->value(u"SELECT COUNT(*) FROM model WHERE name = ''"_s)->toInt(), 1);
        QVERIFY(database->value(u"SELECT :nothing IS NULL"_s, {{":nothing", QVariant()}})->toBool());
    }

    void momentsSurviveTheirColumn()
    {
        const QDateTime moment(QDate(2026, 6, 18), QTime(14, 32, 1, 5), Qt::UTC);
        QCOMPARE(momentFrom(toColumn(moment)), moment);
        QVERIFY(toColumn(QDateTime()).isNull());
        QVERIFY(toColumn(std::optional<QDateTime>()).isNull());
        QVERIFY(!optionalMomentFrom(QVariant()).has_value());
        QVERIFY(!optionalCountFrom(QVariant()).has_value());
        QCOMPARE(optionalCountFrom(QVariant(0)), std::optional<qint64>(0));
    }

private:
    [[nodiscard]] QString path() const { return m_directory->filePath(u"ledger.sqlite"_s); }

    std::unique_ptr<QTemporaryDir> m_directory;
};

QTEST_GUILESS_MAIN(DatabaseTest)
#include "tst_database.moc"
