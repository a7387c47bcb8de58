// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/usage_filter.h"
#include "storage/database.h"

namespace tollkeeper {

//! Filters that people gave a name. Synchronous: call it on a storage thread.
class SavedViewRepository {
public:
    explicit SavedViewRepository(Database &database) : m_database(database) { }

    [[nodiscard]] Result<QList<SavedView>> all(); //!< by name
    //! Replaces a view of that name.
    [[nodiscard]] Outcome save(const SavedView &view);
    [[nodiscard]] Outcome remove(const QString &name);

private:
    Database &m_database;
};

} // namespace tollkeeper
