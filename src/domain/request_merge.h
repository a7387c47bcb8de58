// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/request_facts.h"

namespace tollkeeper {

//! One row of what two sources tell of the same request: everything as `preferred` has it, and what that does
//! not tell as `other` has it. REQUIRES: the same request id.
[[nodiscard]] RequestFacts mergedRequest(RequestFacts preferred, const RequestFacts &other);

} // namespace tollkeeper
