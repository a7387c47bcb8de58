// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/rotation.h"
#include "storage/database.h"

#include <QList>

namespace tollkeeper {

//! Rotations, open and ended. Synchronous: call it on a storage thread.
class RotationRepository {
public:
    explicit RotationRepository(Database &database) : m_database(database) { }

    //! Busy where one of that key is open.
    [[nodiscard]] Result<RotationId> add(const Rotation &rotation);
    //! Everything but the account, the old key and the start. A rotation that is no longer open gets its end
    //! from endedAt.
    [[nodiscard]] Outcome update(const Rotation &rotation);
    [[nodiscard]] Result<Rotation> byId(RotationId rotation);
    //! Oldest first.
    [[nodiscard]] Result<QList<Rotation>> open();

private:
    [[nodiscard]] Result<QList<Rotation>> where(
        const QString &condition, std::initializer_list<Database::Binding> bindings);

    Database &m_database;
};

} // namespace tollkeeper
