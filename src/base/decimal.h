// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"

#include <QStringView>

#include <optional>

namespace tollkeeper {

//! Reads a decimal text ("12.5", "-0.000001", "1e-7") as a whole count of 10^-scale units, rounded half to
//! even; never through double (ledger rule 1). Rubbish, an empty text, NaN and values that do not fit
//! 64 bits are refused with Error::Kind::Protocol.
[[nodiscard]] Result<qint64> parseDecimal(QStringView text, int scale);

//! The inverse: "12.340000000" for 12340000000 at scale 9. Locale-free.
[[nodiscard]] QString decimalText(qint64 units, int scale);

//! a * numerator / denominator, rounded half to even, with a 128-bit product in between.
//! REQUIRES: denominator > 0.
[[nodiscard]] qint64 scaledHalfEven(qint64 amount, qint64 numerator, qint64 denominator);
//! The same; nullopt where the result does not fit 64 bits.
[[nodiscard]] std::optional<qint64> scaledIfItFits(qint64 amount, qint64 numerator, qint64 denominator);

} // namespace tollkeeper
