// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/category.h"
#include "domain/request_facts.h"

#include <QString>

namespace tollkeeper {

//! What an HTTP status alone says; for statuses without a code that is known.
[[nodiscard]] Category categoryOfStatus(int status);

//! Why a request failed, from what its row kept: the code decides before the status (decoder rule 1), read by
//! the catalogue of the gateway with that display name. Unknown where neither is told. Thread-safe.
[[nodiscard]] Category categoryOfRequest(
    const QString &gatewayName, std::optional<int> httpStatus, const QString &code);

//! The same of a row: what was made of the answer itself, where this program read it, comes first.
[[nodiscard]] Category categoryOfRequest(const QString &gatewayName, const RequestFacts &facts);

} // namespace tollkeeper
