// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words/alert_words.h"

#include <QDate>

#include <optional>

namespace tollkeeper::alertwords {

//! With a plural; `one` is the sentence for one.
[[nodiscard]] QString counted(const char *one, const char *many, qint64 count);

//! "38%", "4.6%".
[[nodiscard]] QString shareText(double percent);
//! "3.9 days", "12 days", "less than a day".
[[nodiscard]] QString daysLeftText(double days);
//! "3", "2.4": a factor.
[[nodiscard]] QString timesText(double times);
//! "Thu 18 June 14:20 UTC"; a midnight without its time where `zone` is the day's own.
[[nodiscard]] QString whenText(const QDateTime &moment, const QTimeZone &zone);
//! "35 minutes", "3 hours", "2 days".
[[nodiscard]] QString lengthText(const QDateTime &from, const QDateTime &until);
//! The amount, "at least" where some account cannot tell; "unknown" without one.
[[nodiscard]] QString amountText(const std::optional<Money> &money, bool isAtLeast = false);
//! First letter as a capital.
[[nodiscard]] QString sentence(QString text);
//! Plus what it drives, where that is known: "Most of it: alpha."
[[nodiscard]] QString withDriver(const QString &text, const QString &driver);

[[nodiscard]] AlertWords spike(const Alert &alert, const QTimeZone &zone);
[[nodiscard]] AlertWords unusualHour(const Alert &alert, const QTimeZone &zone);
[[nodiscard]] AlertWords lowBalance(const Alert &alert, const QTimeZone &zone);
[[nodiscard]] AlertWords priceChange(const Alert &alert, const QTimeZone &zone);
[[nodiscard]] AlertWords weeklyDigest(const Alert &alert, const QTimeZone &zone);
[[nodiscard]] AlertWords keyCap(const Alert &alert, const QTimeZone &zone);
[[nodiscard]] AlertWords keyExpiry(const Alert &alert, const QTimeZone &zone);
[[nodiscard]] AlertWords rotationDue(const Alert &alert, const QTimeZone &zone);
[[nodiscard]] AlertWords uncappedKey(const Alert &alert, const QTimeZone &zone);
[[nodiscard]] AlertWords unusedKey(const Alert &alert, const QTimeZone &zone);
[[nodiscard]] AlertWords gatewayHealth(const Alert &alert, const QTimeZone &zone);
[[nodiscard]] AlertWords failureRate(const Alert &alert, const QTimeZone &zone);
[[nodiscard]] AlertWords fallbackRate(const Alert &alert, const QTimeZone &zone);
[[nodiscard]] AlertWords servedModel(const Alert &alert, const QTimeZone &zone);

} // namespace tollkeeper::alertwords
