// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/request_facts.h"

namespace tollkeeper {

//! One row of what two sources tell of the same request: everything as `preferred` has it, and what that does
//! not tell as `other` has it. REQUIRES: the same request id.
[[nodiscard]] RequestFacts mergedRequest(RequestFacts preferred, const RequestFacts &other);

//! The same of the bill of a request and of what is known of it because it was sent from here. What it cost
//! the bill tells; the model asked for, and that it failed or broke off, whoever sent it. REQUIRES: the same
//! request id.
[[nodiscard]] RequestFacts billedRequest(RequestFacts bill, const RequestFacts &sent);

} // namespace tollkeeper
