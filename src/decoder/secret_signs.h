// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringView>

#include <cstdint>

namespace tollkeeper {

//! What must stand in a text before a mask of redacted() can match.
enum class Sign : std::uint8_t {
    Scheme = 1, //!< "bearer" or "basic" and a blank
    Assignment = 2, //!< the name of a secret and ':' or '='
    KeyPrefix = 4, //!< such as "sk-", and the first line of a private key
    UserAssignment = 8, //!< "user_id" and ':' or '='
    UserPrefix = 16, //!< "user_"
    LongRun = 32, //!< of letters and digits, or the beginning of a signed token
};
using Signs = unsigned;

//! The signs in a text. To look for them is far cheaper than to try the masks, and most texts hold none. The
//! masks add none: they leave only pieces of the text, with "…" between.
[[nodiscard]] Signs signsIn(QStringView text);

} // namespace tollkeeper
