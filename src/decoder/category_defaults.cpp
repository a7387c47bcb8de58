// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/category_defaults.h"

#include <array>

namespace tollkeeper {
namespace {

using Cell = ProblemCell;

// In the order of Category.
constexpr std::array Table{
    CategoryDefaults{Retry::Never, Actor::Nobody, Charged::Yes, Cell::None},
    CategoryDefaults{Retry::Never, Actor::Developer, Charged::No, Cell::Request}, // request
    CategoryDefaults{Retry::AfterFix, Actor::Ops, Charged::No, Cell::Key}, // credentials
    CategoryDefaults{Retry::AfterFix, Actor::Finance, Charged::No, Cell::Budget}, // balance
    CategoryDefaults{Retry::AfterFix, Actor::Ops, Charged::No, Cell::Budget}, // key_budget
    CategoryDefaults{Retry::AfterReset, Actor::Nobody, Charged::No, Cell::Budget}, // plan_window
    CategoryDefaults{Retry::AfterFix, Actor::Ops, Charged::No, Cell::Policy}, // policy
    CategoryDefaults{Retry::AfterFix, Actor::Developer, Charged::Unknown, Cell::Policy}, // moderation
    CategoryDefaults{Retry::Backoff, Actor::Nobody, Charged::No, Cell::Key}, // rate_limit
    CategoryDefaults{Retry::Backoff, Actor::Provider, Charged::Unknown, Cell::Provider}, // provider
    CategoryDefaults{Retry::AfterFix, Actor::Ops, Charged::No, Cell::Policy}, // routing
    CategoryDefaults{Retry::AfterFix, Actor::Developer, Charged::No, Cell::Request}, // model_unavailable
    CategoryDefaults{Retry::Backoff, Actor::Gateway, Charged::Unknown, Cell::Gateway}, // gateway
    CategoryDefaults{Retry::Backoff, Actor::Nobody, Charged::Unknown, Cell::Provider}, // timeout
    CategoryDefaults{Retry::Backoff, Actor::Provider, Charged::Unknown, Cell::Provider}, // stream_interrupted
    CategoryDefaults{Retry::Never, Actor::Developer, Charged::Unknown, Cell::NotSure}, // unknown
};
static_assert(Table.size() == static_cast<std::size_t>(Category::Unknown) + 1);

} // namespace

CategoryDefaults defaultsOf(Category category)
{
    return Table.at(static_cast<std::size_t>(category));
}

} // namespace tollkeeper
