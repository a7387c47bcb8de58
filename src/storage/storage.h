// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "storage/database.h"
#include "storage/profile.h"

#include <QFuture>
#include <QObject>
#include <QPromise>
#include <QSemaphore>
#include <QThread>
#include <QTimeZone>

#include <memory>
#include <optional>
#include <type_traits>

namespace tollkeeper {

//! The ledger's file and its threads: one writer connection, which also creates and migrates the file, and
//! two read-only connections, so that neither a long write nor a long read (an export, a quantile over
//! millions of rows) ever delays a page. Any thread may call write(), read() and readLong(); jobs of one kind
//! run one at a time, in the order they were given. A read sees every write whose future has finished.
class Storage {
public:
    enum class Access : std::uint8_t {
        ReadWrite,
        ReadOnly, //!< another process writes; write() answers Error::Kind::ProfileLocked
    };

    //! `firstZone` becomes the reporting zone of a profile that has none yet: the system's, unless said
    //! otherwise.
    Storage(const Profile &profile, Access access, const QTimeZone &firstZone = QTimeZone::systemTimeZone());
    //! Finishes the jobs already given.
    ~Storage();
    Q_DISABLE_COPY_MOVE(Storage)

    //! job: Database & -> Result<T>. If the file could not be opened, every job answers with that error.
    template<typename Job>
    [[nodiscard]] auto write(Job job) -> QFuture<std::invoke_result_t<Job, Database &>>
    {
        return run(*m_writer, std::move(job));
    }
    template<typename Job>
    [[nodiscard]] auto read(Job job) -> QFuture<std::invoke_result_t<Job, Database &>>
    {
        return run(*m_reader, std::move(job));
    }
    //! For what may take seconds.
    template<typename Job>
    [[nodiscard]] auto readLong(Job job) -> QFuture<std::invoke_result_t<Job, Database &>>
    {
        return run(*m_longReader, std::move(job));
    }

private:
    //! A thread with one connection, touched on that thread only.
    struct Lane {
        QThread thread;
        QObject *worker = nullptr;
        std::optional<Result<Database>> database;
    };

    template<typename Job>
    static auto run(Lane &lane, Job job) -> QFuture<std::invoke_result_t<Job, Database &>>;
    static std::unique_ptr<Lane> startLane(const char *name);
    static void stopLane(Lane &lane);
    void openReader(Lane &lane, const QString &path, Access access, std::shared_ptr<QSemaphore> migrated);

    std::unique_ptr<Lane> m_writer;
    std::unique_ptr<Lane> m_reader;
    std::unique_ptr<Lane> m_longReader;
};

template<typename Job>
auto Storage::run(Lane &lane, Job job) -> QFuture<std::invoke_result_t<Job, Database &>>
{
    using Given = std::invoke_result_t<Job, Database &>;
    auto promise = std::make_shared<QPromise<Given>>();
    promise->start();
    auto future = promise->future();
    QMetaObject::invokeMethod(
        lane.worker,
        [&lane, promise, job = std::move(job)]() mutable {
            auto &database = *lane.database;
            promise->addResult(database ? job(*database) : Given(fail(database.error())));
            promise->finish();
        },
        Qt::QueuedConnection);
    return future;
}

} // namespace tollkeeper
