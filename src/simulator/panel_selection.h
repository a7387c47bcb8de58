// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/request_ranks.h"
#include "simulator/routes.h"

#include <tl/expected.hpp>

namespace tollkeeper::simulator::panel {

//! Which requests a question about usage is after: api_key_id, model, start_date and end_date (both days
//! included) in the zone of `timezone`. Without days, all that has been.
struct Selection {
    std::vector<KeySeries> series = {};
    Stretch stretch = {};

    [[nodiscard]] bool has(const Key &key, std::size_t model) const;
};

//! The selection of a question, or its refusal.
[[nodiscard]] tl::expected<Selection, Answer> selectionAsked(const Visit &visit);

} // namespace tollkeeper::simulator::panel
