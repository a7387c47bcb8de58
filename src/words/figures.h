// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/model_price.h"

#include <QDate>
#include <QDateTime>
#include <QString>
#include <QTimeZone>

namespace tollkeeper {

//! Money as people read it: "$7,486.20", "¥9,331.78", minus as U+2212; rounded half to even to `decimals`.
//! The symbol is that of the currency, the digits and separators those of the default locale.
[[nodiscard]] QString moneyText(Money money, int decimals = 2);
//! The cost of one request: "$0.01556", five decimals, "< $0.00001" where that would hide it; "$0.00" of
//! nothing.
[[nodiscard]] QString requestMoneyText(Money money);
//! "$3.00/M": a price per million units; as many decimals as it has, four at most.
[[nodiscard]] QString priceText(UnitPrice price);
//! For axes and legends: "$7,486", "$4k".
[[nodiscard]] QString wholeMoneyText(Money money);
[[nodiscard]] QString axisMoneyText(double units, Currency currency);

//! "62.4%" with one decimal; `part` of `whole`. REQUIRES: whole positive.
[[nodiscard]] QString percentText(Money part, Money whole);
[[nodiscard]] QString percentText(qint64 part, qint64 whole);
//! "135,795".
[[nodiscard]] QString countText(qint64 count);
//! "8.04 s"; "310 ms" of less than a second.
[[nodiscard]] QString durationText(qint64 milliseconds, int decimals = 2);

//! "Thu 18 June", "18 Jun", "June 2026".
[[nodiscard]] QString dayText(QDate day);
[[nodiscard]] QString shortDayText(QDate day);
[[nodiscard]] QString monthText(QDate day);
[[nodiscard]] QString monthNameText(QDate day);
//! "14:32" in the zone.
[[nodiscard]] QString timeText(const QDateTime &moment, const QTimeZone &zone);
//! "14:31:58", and ".204" where milliseconds are told.
[[nodiscard]] QString preciseTimeText(const QDateTime &moment, const QTimeZone &zone);
//! "2 min", "3 h", "41 d"; "now" under a minute.
[[nodiscard]] QString ageText(const QDateTime &then, const QDateTime &now);
//! "UTC", "Europe/Berlin".
[[nodiscard]] QString zoneText(const QTimeZone &zone);

} // namespace tollkeeper
