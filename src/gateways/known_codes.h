// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateways/error_catalogue.h"

namespace tollkeeper {

//! Codes of the provider protocols (OpenAI, Anthropic, Google) that gateways pass on or imitate. A connector
//! puts its own lines first: the first line of a code counts.
[[nodiscard]] ErrorCatalogue providerCodes();

//! What providers say in words about the account behind a key: only for gateways where that account is the
//! person's own, not the gateway's.
[[nodiscard]] ErrorCatalogue ownAccountMessages();

} // namespace tollkeeper
