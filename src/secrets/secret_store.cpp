// SPDX-License-Identifier: GPL-3.0-or-later
#include "secrets/secret_store.h"

namespace tollkeeper {

Async<Done> SecretStore::unlock()
{
    co_return Done{};
}

} // namespace tollkeeper
