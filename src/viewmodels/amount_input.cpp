// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/amount_input.h"

#include "base/decimal.h"

#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

std::optional<Money> amountFromInput(QStringView typed, Currency currency)
{
    static const QRegularExpression shape(
        u"^[$€£¥]?\\s*([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(\\.[0-9]+)?\\s*([kK]?)$"_s);
    const auto match = shape.match(typed.trimmed().toString());
    if (!match.hasMatch())
        return std::nullopt;
    const auto digits = match.captured(1).remove(u',') + match.captured(2);
    // One thousand at scale 9 is one at scale 12.
    const auto scale = match.captured(3).isEmpty() ? Money::Scale : Money::Scale + 3;
    const auto nanos = parseDecimal(digits, scale);
    if (!nanos || *nanos <= 0)
        return std::nullopt;
    return Money::fromNanos(*nanos, currency);
}

} // namespace tollkeeper
