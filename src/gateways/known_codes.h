// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateways/connector.h"

namespace tollkeeper {

//! Codes of the provider protocols (OpenAI, Anthropic, Google) that gateways pass on or imitate. A connector
//! puts its own lines first: the first line of a code counts.
[[nodiscard]] ErrorCatalogue providerCodes();

} // namespace tollkeeper
