// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/category.h"

#include <QString>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr std::array Words{
    "none"_L1,
    "request"_L1,
    "credentials"_L1,
    "balance"_L1,
    "key_budget"_L1,
    "plan_window"_L1,
    "policy"_L1,
    "moderation"_L1,
    "rate_limit"_L1,
    "provider"_L1,
    "routing"_L1,
    "model_unavailable"_L1,
    "gateway"_L1,
    "timeout"_L1,
    "stream_interrupted"_L1,
    "unknown"_L1,
};
static_assert(Words.size() == static_cast<std::size_t>(Category::Unknown) + 1);

} // namespace

QLatin1StringView toText(Category category)
{
    return Words.at(static_cast<std::size_t>(category));
}

std::optional<Category> categoryFromText(QStringView text)
{
    for (std::size_t i = 0; i < Words.size(); ++i) {
        if (Words.at(i) == text)
            return static_cast<Category>(i);
    }
    return std::nullopt;
}

} // namespace tollkeeper
