// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "domain/answer.h"

namespace tollkeeper {

//! An answer that began and whose exchange ended before it was whole. Where the answer itself shows no more
//! than that, the cause is what ended the exchange: a time limit of ours, the person, the connection. No
//! provider is blamed for them. Whatever else the answer says of itself stays. Pure.
[[nodiscard]] Answer cutAnswer(Answer answer, const Error &problem);

//! True where the person stopped it and nothing else is known of it: neither a success nor a failure.
[[nodiscard]] bool wasStopped(const Answer &answer);

} // namespace tollkeeper
