// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words/explain.h"

namespace tollkeeper {

//! Why a gateway refused. REQUIRES: Error::Kind::Rejected, which has a category.
[[nodiscard]] Explanation explainRefusal(const Error &error);

//! Why a gateway could not be reached, or its answer not be read. REQUIRES: one of the kinds of the way
//! there.
[[nodiscard]] Explanation explainTransport(const Error &error);

} // namespace tollkeeper
