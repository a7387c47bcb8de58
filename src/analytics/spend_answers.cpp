// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/spend_answers.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr std::array Words{
    "account"_L1,
    "key"_L1,
    "model"_L1,
    "provider"_L1,
    "day"_L1,
    "team"_L1,
    "environment"_L1,
};

} // namespace

QLatin1StringView toText(SpendBy by)
{
    return Words.at(static_cast<std::size_t>(by));
}

std::optional<SpendBy> spendByFromText(QStringView text)
{
    for (std::size_t i = 0; i < Words.size(); ++i) {
        if (Words.at(i) == text)
            return static_cast<SpendBy>(i);
    }
    return std::nullopt;
}

} // namespace tollkeeper
