// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/money.h"
#include "domain/api_key.h"
#include "domain/hygiene.h"

#include <QTimeZone>

namespace tollkeeper {

//! Ages, due dates and periods of keys as people read them. `now` is the moment of the answer, UTC.

//! "49 days", "1 day".
[[nodiscard]] QString daysText(qint64 days);
//! When something is due, by days of the calendar: "in 41 days", "today", "7 d overdue".
[[nodiscard]] QString dueText(const QDateTime &due, const QDateTime &now);
//! How long it still takes: "in 33 hours", "in 5 days", "in 12 minutes".
[[nodiscard]] QString remainingText(const QDateTime &moment, const QDateTime &now);
//! "just now" for the last poll, "8 min ago", "41 d ago".
[[nodiscard]] QString lastUsedText(const QDateTime &then, const QDateTime &now);
//! "Sat 20 Jun 2026".
[[nodiscard]] QString fullDayText(QDate day);
//! "18 Jun 00:05"; with its year where that is not `now`'s.
[[nodiscard]] QString momentText(const QDateTime &moment, const QDateTime &now, const QTimeZone &zone);

//! "Monthly", "Weekly", "Daily"; a gateway's own word as it is; empty: "Never".
[[nodiscard]] QString resetText(const QString &reset);
//! "this month", "this week", "today"; empty for a cap that never resets.
[[nodiscard]] QString capPeriodText(const QString &reset);
//! "$4,500" where there are no cents, else "$4,500.50".
[[nodiscard]] QString limitText(Money limit);
//! "$1,500.00, resets monthly".
[[nodiscard]] QString capText(const std::optional<Money> &limit, const QString &reset);
//! "47%", without decimals; nullopt where the limit is nothing.
[[nodiscard]] std::optional<QString> sharePercentText(Money part, Money whole);

//! Of what a protection is: "set", "missing", "not offered by this gateway", "not told".
[[nodiscard]] QString markWords(HygieneMark mark);
//! "…3f9c": what of a masked key tells it from the others.
[[nodiscard]] QString keyTail(const QString &masked);
//! "sk-or-v1-••••••••e3a8".
[[nodiscard]] QString maskedWithDots(const QString &masked);
//! For screen readers: "secret, hidden, ends in e 3 a 8".
[[nodiscard]] QString maskedSpoken(const QString &masked);

} // namespace tollkeeper
