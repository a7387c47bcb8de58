// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_types.h"

#include <QString>

namespace tollkeeper {

enum class CopyForm : std::uint8_t { Curl, Python, Node, Http };

//! The request as something to run elsewhere: for a shell with curl, for Python and Node without packages, or
//! as the bytes of HTTP/1.1. The key is never in it: `variable` names the environment variable it is taken
//! from. REQUIRES: a request of SentRequest, that is without credential and secret fields; `variable` is made
//! of capital letters, digits and underscores. Pure.
[[nodiscard]] QString copiedAs(CopyForm form, const HttpRequest &request, const QString &variable);

} // namespace tollkeeper
