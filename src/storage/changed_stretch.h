// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

namespace tollkeeper {

//! A stretch of time whose evidence changed and whose pieces must be worked out anew.
struct ChangedStretch {
    QDateTime start; //!< UTC; invalid: nothing changed
    QDateTime end; //!< UTC
    int rows = 0; //!< slices or stretches of rows added or changed

    void include(const QDateTime &from, const QDateTime &until);
};

} // namespace tollkeeper
