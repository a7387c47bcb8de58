// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/http_types.h"

namespace tollkeeper {

//! The body of a request with its secret fields put in: the last moment before it goes out. InvalidInput,
//! naming no content, where the body is no JSON object, a secret is missing, or a GET would carry one. Pure.
[[nodiscard]] Result<QByteArray> bodyWithSecrets(const HttpRequest &request);

} // namespace tollkeeper
