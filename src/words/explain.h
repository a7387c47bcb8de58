// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"

#include <QString>

namespace tollkeeper {

//! An error as one sentence for people: what happened, what is still true, what to do.
struct Explanation {
    QString title; //!< a few words: "The key was not accepted"
    QString sentence; //!< the whole sentence, plain text
};

//! The one place where an Error becomes words. Never shows more of the gateway's own text than the error's
//! redacted detail, and that only where it helps.
[[nodiscard]] Explanation explain(const Error &error);

} // namespace tollkeeper
