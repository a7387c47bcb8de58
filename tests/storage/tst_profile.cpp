// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/database.h"
#include "storage/profile.h"

#include <QDir>
#include <QDirIterator>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

int modeOf(const QString &path)
{
    struct stat info { };
    return ::stat(QFile::encodeName(path).constData(), &info) == 0 ? int(info.st_mode & 07777) : -1;
}

} // namespace

class ProfileTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        ::umask(0077); // as main() of both programs sets it
        qputenv("HOME", m_home.path().toLocal8Bit());
        qputenv("XDG_DATA_HOME", m_home.filePath(u"data"_s).toLocal8Bit());
        qputenv("XDG_CONFIG_HOME", m_home.filePath(u"config"_s).toLocal8Bit());
        qputenv("XDG_STATE_HOME", m_home.filePath(u"state"_s).toLocal8Bit());
    }

    void nobodyElseMayReadIt_data()
    {
        QTest::addColumn<QString>("directory");
        QTest::newRow("default") << QString();
        QTest::newRow("chosen") << m_home.filePath(u"chosen/deeper"_s);
    }
    void nobodyElseMayReadIt()
    {
        QFETCH(const QString, directory);
        const auto profile = Profile::open(directory);
        QVERIFY(profile.has_value());
        profile->rememberDatabase();
        const auto lock = WriterLock::take(*profile);
        QVERIFY(lock.has_value());
        auto database = Database::open(profile->databasePath());
        QVERIFY(database.has_value());

        const auto data = QFileInfo(profile->databasePath()).path();
        const auto config = QFileInfo(profile->settingsPath()).path();
        for (const auto &folder : {data, config, profile->statePath()})
            QCOMPARE(modeOf(folder), 0700);
        int files = 0;
        for (const auto &folder : {data, config, profile->statePath()}) {
            QDirIterator entries(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
            while (entries.hasNext()) {
                const auto path = entries.next();
                const auto mode = QByteArray::number(modeOf(path), 8);
                QVERIFY2((modeOf(path) & 0077) == 0, (path.toUtf8() + ' ' + mode).constData());
                ++files;
            }
        }
        QVERIFY(files >= 5); // ledger, -wal, -shm, settings, lock
    }

    void foldersThatWereOpenAreClosed()
    {
        const auto directory = m_home.filePath(u"open"_s);
        QVERIFY(QDir().mkpath(directory));
        QCOMPARE(::chmod(QFile::encodeName(directory).constData(), 0755), 0);
        QVERIFY(Profile::open(directory).has_value());
        QCOMPARE(modeOf(directory), 0700);
    }

    void theDefaultProfileLiesWhereTheDesktopPutsSuchThings()
    {
        const auto profile = Profile::open({});
        QVERIFY(profile.has_value());
        QCOMPARE(profile->databasePath(), m_home.filePath(u"data/tollkeeper/ledger.sqlite"_s));
        QCOMPARE(profile->settingsPath(), m_home.filePath(u"config/tollkeeper/settings.ini"_s));
        QCOMPARE(profile->statePath(), m_home.filePath(u"state/tollkeeper"_s));
    }

    void noProfileTouchesTheKeysOfAnother()
    {
        const auto usual = Profile::open({});
        const auto one = Profile::open(m_home.filePath(u"one"_s));
        const auto two = Profile::open(m_home.filePath(u"two"_s));
        QVERIFY(usual && one && two);
        QCOMPARE(usual->keychainService(), u"tollkeeper"_s);
        QVERIFY(one->keychainService().startsWith(u"tollkeeper/"_s));
        QVERIFY(one->keychainService() != two->keychainService());
        QVERIFY(one->keychainService().size() > u"tollkeeper/"_s.size() + 8);
        const auto again = Profile::open(m_home.filePath(u"one"_s));
        QVERIFY(again.has_value());
        QCOMPARE(again->keychainService(), one->keychainService());
    }

    void remembersThatThereWasADatabase()
    {
        const auto directory = m_home.filePath(u"remembering"_s);
        const auto profile = Profile::open(directory);
        QVERIFY(profile.has_value());
        QVERIFY(!profile->hadDatabase());
        profile->rememberDatabase();
        QVERIFY(Profile::open(directory)->hadDatabase());
    }

    void aFileWhereTheFolderShouldBeIsAnError()
    {
        const auto path = m_home.filePath(u"a file"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto profile = Profile::open(path);
        QVERIFY(!profile.has_value());
        QCOMPARE(profile.error().kind, Error::Kind::Storage);
    }

    void onlyOneMayWrite()
    {
        const auto profile = Profile::open(m_home.filePath(u"locked"_s));
        QVERIFY(profile.has_value());
        {
            const auto first = WriterLock::take(*profile);
            QVERIFY(first.has_value());
            const auto second = WriterLock::take(*profile);
            QVERIFY(!second.has_value());
            QCOMPARE(second.error().kind, Error::Kind::ProfileLocked);
            QVERIFY(second.error().detail.contains(QString::number(::getpid())));
        }
        QVERIFY(WriterLock::take(*profile).has_value());
    }

    void theLockOfAProcessThatDiedIsTakenOver()
    {
        const auto profile = Profile::open(m_home.filePath(u"stale"_s));
        QVERIFY(profile.has_value());
        const auto child = ::fork();
        if (child == 0) {
            const auto lock = WriterLock::take(*profile);
            ::_exit(lock.has_value() ? 0 : 1); // without letting go of it
        }
        int status = -1;
        QCOMPARE(::waitpid(child, &status, 0), child);
        QCOMPARE(status, 0);
        QVERIFY(QFile::exists(profile->statePath() + u"/writer.lock"_s));
        QVERIFY(WriterLock::take(*profile).has_value());
    }

private:
    QTemporaryDir m_home;
};

QTEST_GUILESS_MAIN(ProfileTest)
#include "tst_profile.moc"
