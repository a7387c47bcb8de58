// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/kept_run.h"
#include "storage/database.h"

namespace tollkeeper {

//! The Playground's history. What is given is kept as it is: whoever calls has redacted it. Synchronous: call
//! it on a storage thread.
class RunRepository {
public:
    explicit RunRepository(Database &database) : m_database(database) { }

    //! `run.line.id` does not count. Bodies are kept where `run.line.hasBodies`. REQUIRES: inside a
    //! transaction.
    [[nodiscard]] Result<RunId> add(const KeptRun &run);
    //! Newest first, at most `most`. `text`, where it is not empty, stands somewhere in models, names, codes,
    //! ids or kept bodies; Latin letters in either case.
    [[nodiscard]] Result<QList<RunLine>> lines(const QString &text, int most);
    //! Error::Kind::NotFound: no such run.
    [[nodiscard]] Result<KeptRun> run(RunId id);
    [[nodiscard]] Outcome remove(RunId id);
    [[nodiscard]] Outcome removeAll();
    [[nodiscard]] Outcome removeBodies(); //!< of all; the runs stay
    //! What was removed leaves the write-ahead log too, unless a reader still needs it there. REQUIRES:
    //! outside a transaction.
    void wipe();

private:
    Database &m_database;
};

} // namespace tollkeeper
