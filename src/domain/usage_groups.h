// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/amounts.h"

#include <QList>
#include <QString>

#include <cstdint>

namespace tollkeeper {

//! What request rows can be summed up by.
enum class UsageBy : std::uint8_t {
    Day, //!< of the reporting zone
    Model, //!< the one that answered, or where that is not told the one asked for
    Key,
};

//! What the rows of one day, model or key come to.
struct UsageGroup {
    QString name; //!< ISO date, model or name of the key; empty: not told
    QString accountName; //!< of a key
    QList<Amounts> amounts; //!< by currency; currencies never add up
    qint64 requests = 0;
    qint64 unpriced = 0; //!< rows whose cost is unknown
    qint64 inputTokens = 0; //!< of the rows that tell
    qint64 outputTokens = 0;
    friend bool operator==(const UsageGroup &, const UsageGroup &) = default;
};

} // namespace tollkeeper
