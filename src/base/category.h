// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

#include <cstdint>
#include <optional>

namespace tollkeeper {

//! Why an answer is not a complete success. The words are fixed: they stand in JSON and in the database
//! (design: decoder vocabulary). Only decoder/ chooses one.
enum class Category : std::uint8_t {
    None,
    Request,
    Credentials,
    Balance,
    KeyBudget,
    PlanWindow,
    Policy,
    Moderation,
    RateLimit,
    Provider,
    Routing,
    ModelUnavailable,
    Gateway,
    Timeout,
    StreamInterrupted,
    Unknown,
};

[[nodiscard]] QLatin1StringView toText(Category category);
[[nodiscard]] std::optional<Category> categoryFromText(QStringView text);

} // namespace tollkeeper
