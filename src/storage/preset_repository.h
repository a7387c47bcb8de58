// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/kept_run.h"
#include "storage/database.h"

namespace tollkeeper {

//! Requests that people gave a name. Synchronous: call it on a storage thread.
class PresetRepository {
public:
    explicit PresetRepository(Database &database) : m_database(database) { }

    [[nodiscard]] Result<QList<Preset>> all(); //!< by name
    //! Replaces a preset of that name.
    [[nodiscard]] Outcome save(const Preset &preset);
    [[nodiscard]] Outcome remove(const QString &name);

private:
    Database &m_database;
};

} // namespace tollkeeper
