// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/key_change.h"
#include "storage/database.h"

#include <QList>

namespace tollkeeper {

//! What happened to keys. Nothing in it is ever changed or removed. Synchronous: call it on a storage thread.
class KeyEventRepository {
public:
    explicit KeyEventRepository(Database &database) : m_database(database) { }

    [[nodiscard]] Outcome add(KeyId key, const KeyEvent &event);
    //! Newest first.
    [[nodiscard]] Result<QList<KeyEvent>> of(KeyId key, int atMost = 200);

private:
    Database &m_database;
};

//! What differs between a key as it was known and as it is told now.
[[nodiscard]] QList<KeyEvent> differences(
    const ApiKey &known, const ApiKey &told, KeyEvent::Origin origin, const QDateTime &at);

} // namespace tollkeeper
