// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/import/number_fields.h"

#include <QDateTime>
#include <QTimeZone>

namespace tollkeeper {

//! Reads moments as files write them: "2026-06-18T14:32:00.123Z", "2026-06-18 14:32:00+02:00", with "/" for
//! "-", or seconds, milliseconds or microseconds since 1970. A time without an offset is one of `zone`; of
//! two moments that its clocks show alike the first is meant, and one that they skip is no time. Keeps the
//! last offset it looked up: one per file and thread.
class TimeFields {
public:
    explicit TimeFields(const QTimeZone &zone);

    //! Epoch milliseconds, UTC. REQUIRES: trimmed.
    [[nodiscard]] FieldResult<qint64> read(QByteArrayView trimmed);

private:
    [[nodiscard]] FieldResult<qint64> fromLocal(qint64 localMs);

    QTimeZone m_zone;
    bool m_isUtc;
    qint64 m_hour = -1; //!< local hour since 1970 of m_offsetMs; -1: none
    qint64 m_offsetMs = 0;
};

} // namespace tollkeeper
