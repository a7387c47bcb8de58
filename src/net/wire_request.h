// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "net/http_types.h"

#include <chrono>

class QNetworkAccessManager;
class QNetworkReply;

namespace tollkeeper {

//! Sends a request by our rules: no redirect, cookie, cache or HTTP/2, and a body goes out once. `silence`:
//! after so long without a byte Qt ends it. The reply is the manager's. UI thread.
[[nodiscard]] QNetworkReply *startReply(
    QNetworkAccessManager &network, const HttpRequest &request, std::chrono::milliseconds silence);

} // namespace tollkeeper
