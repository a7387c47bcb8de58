// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/chat_failures.h"
#include "simulator/chat_wish.h"
#include "simulator/routes.h"

namespace tollkeeper::simulator {

//! Who asks a model, and why not.
struct Admission {
    const Key *key = nullptr; //!< null when the key is unknown
    const Failure *failure = nullptr; //!< null when the request may pass
    QString message = {}; //!< what is said instead of the failure's own words, unless empty
};

//! Looks at the key and at what it may still spend, as a kind of gateway does before it reads a body.
[[nodiscard]] Admission admission(const Visit &visit, Place place, Protocol protocol);

} // namespace tollkeeper::simulator
