// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/http_types.h"

#include <QByteArrayView>

namespace tollkeeper {

//! Reads a raw HTTP response as `curl -i` prints it: status line of HTTP/1.x, 2 or 3, header fields, a blank
//! line, the body. Answers before it are skipped: 100 Continue, a proxy's, redirects that were followed.
//! Lines may end in LF alone. Error::Kind::InvalidInput where it is no HTTP response. Total, linear.
[[nodiscard]] Result<HttpResponse> parseCapture(QByteArrayView bytes);

} // namespace tollkeeper
