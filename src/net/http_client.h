// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "net/http_types.h"

namespace tollkeeper {

//! Sends one request and returns what came back. UI thread.
//!
//! An HTTP status is an answer, not a failure; only "no usable answer" is an Error. Never retries, never
//! follows a redirect, never logs headers, queries or bodies (trust.md 3).
class HttpClient {
public:
    HttpClient() = default;
    Q_DISABLE_COPY_MOVE(HttpClient)
    virtual ~HttpClient() = default;
    [[nodiscard]] virtual Async<HttpResponse> send(HttpRequest request) = 0;
};

} // namespace tollkeeper
