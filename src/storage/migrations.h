// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace tollkeeper {

//! One step of the schema. The version a database is at is the number of steps it has taken; a step that
//! shipped is never edited again.
struct Migration {
    const char *reason;
    QStringList statements;
};

[[nodiscard]] const QList<Migration> &migrations();

} // namespace tollkeeper
