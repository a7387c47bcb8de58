// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "words/explain.h"

namespace tollkeeper {

//! Why a gateway refused. REQUIRES: Error::Kind::Rejected, which has a category.
[[nodiscard]] Explanation explainRefusal(const Error &error);

//! Why a gateway could not be reached, or its answer not be read. REQUIRES: one of the kinds of the way
//! there.
[[nodiscard]] Explanation explainTransport(const Error &error);

//! The same of a request to a model, which is no poll: nothing asks again by itself, and what had reached the
//! gateway may be charged. Any other kind is explained as always.
[[nodiscard]] Explanation explainSent(const Error &error, bool wasSent);

} // namespace tollkeeper
