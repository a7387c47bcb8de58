// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

namespace tollkeeper {

//! A secret as one line for a file of environment variables: "NAME=sk-…". As secret as what is in it.
//! InvalidInput where the name is not letters, digits and underscores, or begins with a digit.
[[nodiscard]] Result<Secret> environmentLine(const QString &name, const Secret &secret);

} // namespace tollkeeper
