// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/storage.h"
#include "support/temp_profile.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

Outcome addModel(Database &database, const QString &name)
{
    return database.execute(u"INSERT INTO model (name) VALUES (:name)"_s, {{":name", name}});
}

Result<int> countModels(Database &database)
{
    const auto count = database.value(u"SELECT COUNT(*) FROM model"_s);
    if (!count)
        return fail(count.error());
    return count->toInt();
}

Result<Qt::HANDLE> whoAnswers(Database &)
{
    return QThread::currentThreadId();
}

} // namespace

class StorageTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void answersFromThreadsOfItsOwn()
    {
        const TempProfile profile;
        Storage storage(profile.profile(), Storage::Access::ReadWrite);
        const auto writer = storage.write(whoAnswers).result();
        const auto reader = storage.read(whoAnswers).result();
        QVERIFY(writer && reader);
        QVERIFY(*writer != QThread::currentThreadId());
        QVERIFY(*reader != QThread::currentThreadId());
        QVERIFY(*writer != *reader);
        QCOMPARE(*storage.write(whoAnswers).result(), *writer);
    }

    void aReadSeesEveryFinishedWrite()
    {
        const TempProfile profile;
        Storage storage(profile.profile(), Storage::Access::ReadWrite);
        for (int i = 1; i <= 50; ++i) {
            const auto added
                = storage.write([i](Database &database) { return addModel(database, QString::number(i)); })
                      .result();
            QVERIFY(added.has_value());
            const auto count = storage.read(countModels).result();
            QVERIFY(count.has_value());
            QCOMPARE(*count, i);
        }
    }

    void jobsOfOneKindRunInTheOrderTheyWereGiven()
    {
        const TempProfile profile;
        Storage storage(profile.profile(), Storage::Access::ReadWrite);
        QList<QFuture<Result<int>>> answers;
        for (int i = 0; i < 20; ++i) {
            answers.append(storage.write([i](Database &database) -> Result<int> {
                if (auto added = addModel(database, QString::number(i)); !added)
                    return fail(added.error());
                return countModels(database);
            }));
        }
        for (int i = 0; i < 20; ++i)
            QCOMPARE(*answers[i].result(), i + 1);
    }

    void theReaderCannotWrite()
    {
        const TempProfile profile;
        Storage storage(profile.profile(), Storage::Access::ReadWrite);
        const auto added
            = storage.read([](Database &database) { return addModel(database, u"no"_s); }).result();
        QVERIFY(!added.has_value());
    }

    void aFileThatCannotBeOpenedAnswersEveryJobWithThatError()
    {
        const TempProfile profile;
        QFile file(profile.profile().databasePath());
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(QByteArray(8192, 'n'));
        file.close();

        Storage storage(profile.profile(), Storage::Access::ReadWrite);
        for (int i = 0; i < 3; ++i) {
            const auto written = storage.write(countModels).result();
            const auto read = storage.read(countModels).result();
            QVERIFY(!written && !read);
            QCOMPARE(written.error().kind, Error::Kind::StorageDamaged);
            QCOMPARE(read.error().kind, Error::Kind::StorageDamaged);
        }
        QVERIFY(!profile.profile().hadDatabase());
    }

    void aFileThatWasThereAndIsGoneIsNoFirstRun()
    {
        const TempProfile profile;
        {
            Storage storage(profile.profile(), Storage::Access::ReadWrite);
            QVERIFY(storage.write(countModels).result().has_value());
        }
        QVERIFY(profile.profile().hadDatabase());
        QVERIFY(QFile::remove(profile.profile().databasePath()));

        Storage storage(profile.profile(), Storage::Access::ReadWrite);
        const auto answer = storage.write(countModels).result();
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().kind, Error::Kind::StorageDamaged);
    }

    void besideAnotherWriterItOnlyReads()
    {
        const TempProfile profile;
        Storage first(profile.profile(), Storage::Access::ReadWrite);
        QVERIFY(first.write([](Database &database) { return addModel(database, u"one"_s); })
                    .result()
                    .has_value());

        Storage second(profile.profile(), Storage::Access::ReadOnly);
        const auto written
            = second.write([](Database &database) { return addModel(database, u"two"_s); }).result();
        QVERIFY(!written.has_value());
        QCOMPARE(written.error().kind, Error::Kind::ProfileLocked);
        const auto count = second.read(countModels).result();
        QVERIFY(count.has_value());
        QCOMPARE(*count, 1);
    }

    void readingAProfileWithoutAFileFindsNothing()
    {
        const TempProfile profile;
        Storage storage(profile.profile(), Storage::Access::ReadOnly);
        const auto answer = storage.read(countModels).result();
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().kind, Error::Kind::NotFound);
        QVERIFY(!QFile::exists(profile.profile().databasePath()));
    }

    void finishesTheJobsItWasGivenBeforeItGoes()
    {
        const TempProfile profile;
        QList<QFuture<Outcome>> jobs;
        {
            Storage storage(profile.profile(), Storage::Access::ReadWrite);
            for (int i = 0; i < 30; ++i)
                jobs.append(storage.write(
                    [i](Database &database) { return addModel(database, QString::number(i)); }));
        }
        for (auto &job : jobs)
            QVERIFY(job.isFinished() && job.result().has_value());
        auto database = profile.open();
        QCOMPARE(*countModels(database), 30);
    }
};

QTEST_GUILESS_MAIN(StorageTest)
#include "tst_storage.moc"
