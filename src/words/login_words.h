// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words/explain.h"

namespace tollkeeper {

//! Why a login at a gateway's panel did not work, or is over. REQUIRES: one of the kinds of logins.
[[nodiscard]] Explanation explainLogin(const Error &error);

} // namespace tollkeeper
