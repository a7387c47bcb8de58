// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>
#include <QTimeZone>

namespace tollkeeper {

//! The calendar day of the reporting zone that a moment falls on (ledger rule 7).
[[nodiscard]] QDate localDay(const QDateTime &moment, const QTimeZone &zone);

//! First moment of a day of the zone, in UTC. Days of 23 and 25 hours are what they are; where a zone skips
//! midnight, the day begins at its first existing moment.
[[nodiscard]] QDateTime startOfDay(QDate day, const QTimeZone &zone);

//! Days from `first` to `last`, both included.
struct DayRange {
    QDate first;
    QDate last;
    [[nodiscard]] qint64 days() const { return first.daysTo(last) + 1; }
    friend bool operator==(const DayRange &, const DayRange &) = default;
};

//! The calendar month a day lies in.
[[nodiscard]] DayRange monthOf(QDate day);
[[nodiscard]] DayRange monthBefore(QDate day);

} // namespace tollkeeper
