// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/storage.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

Result<Database> openForWriting(const Profile &profile, const QString &path, const QTimeZone &firstZone)
{
    auto database = Database::open(path, profile.hadDatabase());
    if (!database)
        return database;
    if (auto set = database->execute(u"INSERT OR IGNORE INTO workspace (id, zone) VALUES (1, :zone)"_s,
            {{":zone", QString::fromLatin1(firstZone.id())}});
        !set)
        return fail(set.error());
    return database;
}

} // namespace

std::unique_ptr<Storage::Lane> Storage::startLane(const char *name)
{
    auto lane = std::make_unique<Lane>();
    lane->thread.setObjectName(QLatin1StringView(name));
    lane->worker = new QObject;
    lane->worker->moveToThread(&lane->thread);
    QObject::connect(&lane->thread, &QThread::finished, lane->worker, &QObject::deleteLater);
    lane->thread.start();
    return lane;
}

Storage::Storage(const Profile &profile, Access access, const QTimeZone &firstZone)
    : m_writer(startLane("storage writer"))
    , m_reader(startLane("storage reader"))
    , m_longReader(startLane("storage long reader"))
{
    const auto path = profile.databasePath();
    // The readers wait on their own threads until the file exists: nobody else waits.
    auto migrated = std::make_shared<QSemaphore>();
    QMetaObject::invokeMethod(
        m_writer->worker,
        [lane = m_writer.get(), profile, path, access, migrated, firstZone] {
            if (access == Access::ReadOnly) {
                lane->database.emplace(fail(Error::Kind::ProfileLocked, u"opened for reading only"_s));
            } else {
                lane->database.emplace(openForWriting(profile, path, firstZone));
                if (*lane->database)
                    profile.rememberDatabase();
            }
            migrated->release(2);
        },
        Qt::QueuedConnection);
    openReader(*m_reader, path, access, migrated);
    openReader(*m_longReader, path, access, migrated);
}

void Storage::openReader(Lane &lane, const QString &path, Access access, std::shared_ptr<QSemaphore> migrated)
{
    QMetaObject::invokeMethod(
        lane.worker,
        [&lane, writer = m_writer.get(), path, access, migrated] {
            migrated->acquire();
            if (access == Access::ReadWrite && !*writer->database)
                lane.database.emplace(fail(writer->database->error()));
            else
                lane.database.emplace(Database::openReadOnly(path));
        },
        Qt::QueuedConnection);
}

void Storage::stopLane(Lane &lane)
{
    QMetaObject::invokeMethod(
        lane.worker, [&lane] { lane.database.reset(); }, Qt::BlockingQueuedConnection);
    lane.thread.quit();
    lane.thread.wait();
}

Storage::~Storage()
{
    stopLane(*m_longReader);
    stopLane(*m_reader);
    stopLane(*m_writer);
}

} // namespace tollkeeper
