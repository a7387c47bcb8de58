// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/money.h"

#include <QStringView>

#include <optional>

namespace tollkeeper {

//! Reads an amount as people type it: "4800", "4,800", "$4,800.50", "4.8k". Integers only, never through a
//! double. Nothing else is guessed: commas must part groups of three, the amount must be more than 0.
[[nodiscard]] std::optional<Money> amountFromInput(QStringView typed, Currency currency);

} // namespace tollkeeper
