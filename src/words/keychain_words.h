// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words/explain.h"

namespace tollkeeper {

//! Why a key could not be had from the keychain or kept in it. REQUIRES: one of the keychain's kinds.
[[nodiscard]] Explanation explainKeychain(const Error &error);

} // namespace tollkeeper
