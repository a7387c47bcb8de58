// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/zone_days.h"

#include <QStringList>

namespace tollkeeper {

//! The words that a saved view keeps its days as (domain/usage_filter.h), but for "fixed".
[[nodiscard]] QStringList periodWords();
//! "Today", "Last 7 days", "This month".
[[nodiscard]] QString periodName(const QString &word);
//! The days a word means; invalid for "fixed" and for words nobody knows.
[[nodiscard]] DayRange daysOfPeriod(const QString &word, QDate today);
//! "Today, 18 June", "Last 7 days", "June", "1 to 5 Jun".
[[nodiscard]] QString periodText(const QString &word, const DayRange &days, QDate today);

} // namespace tollkeeper
