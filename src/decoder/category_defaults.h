// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/category.h"
#include "domain/answer_vocabulary.h"

namespace tollkeeper {

//! The cell of "Whose problem" an answer points at.
enum class ProblemCell : std::uint8_t { None, Request, Key, Budget, Policy, Gateway, Provider, NotSure };

//! What follows from a category alone, where neither the catalogue nor the answer says otherwise.
struct CategoryDefaults {
    Retry retry;
    Actor actor;
    Charged charged;
    ProblemCell cell;
};

//! The one table of them (design: decoder, "Defaults per category").
[[nodiscard]] CategoryDefaults defaultsOf(Category category);

} // namespace tollkeeper
