// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "storage/request_rollup.h"

#include <QList>
#include <QStringList>

namespace tollkeeper {

//! Which requests of the ledger were sent from the Playground: a mark of its own, because a row's source is
//! whoever told of it last. There are few of them beside what a company's programs send. Synchronous: call it
//! on a storage thread.
class PlaygroundMarkRepository {
public:
    struct Row {
        qint64 id = 0;
        RowFigures figures;
    };

    explicit PlaygroundMarkRepository(Database &database) : m_database(database) { }

    //! Marks them for good, whether their rows are there already or come later.
    [[nodiscard]] Outcome mark(AccountId account, const QStringList &requestIds);
    //! The rows that began in a stretch of time and meet a condition over request r, such as
    //! " AND r.series_id IN (1, 2)".
    [[nodiscard]] Result<QList<Row>> in(const TimeSegment &window, const QString &condition);

private:
    Database &m_database;
};

} // namespace tollkeeper
