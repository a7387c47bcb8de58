// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/money.h"

#include <QJsonObject>

#include <optional>

namespace tollkeeper {

//! The decimal text of a field that was sent as a number or as text; not yet checked to be one. A JSON number
//! has lost its text in the parser, so the shortest text that reads back as the same double stands for it:
//! exact up to 15 digits. Absent and null are nullopt; anything else is refused, naming the field.
[[nodiscard]] Result<std::optional<QString>> optionalDecimal(const QJsonObject &object, QStringView field);

//! Reads an amount a gateway sent as a number or as decimal text. Absent and null are "unknown" (nullopt),
//! never 0; anything that is neither number nor decimal text is refused, naming the field (ledger rule 1).
[[nodiscard]] Result<std::optional<Money>> optionalMoney(
    const QJsonObject &object, QStringView field, Currency currency = {});

//! The same for a field without which the answer makes no sense: absent and null are refused too.
[[nodiscard]] Result<Money> requiredMoney(
    const QJsonObject &object, QStringView field, Currency currency = {});

//! A whole count that may come as number or text (analytics sends strings). Fractions are refused.
[[nodiscard]] Result<std::optional<qint64>> optionalCount(const QJsonObject &object, QStringView field);

} // namespace tollkeeper
