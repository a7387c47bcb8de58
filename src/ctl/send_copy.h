// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/commands.h"
#include "domain/send_order.h"

namespace tollkeeper::ctl {

//! send --copy-as: prints the request for its model, sends nothing and reads no key.
[[nodiscard]] Exit printCopy(const Call &call, const Account &account, const SendOrder &order);

} // namespace tollkeeper::ctl
