// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "net/http_types.h"

namespace tollkeeper {

//! Refuses what must never be sent, with Error::Kind::InvalidInput naming the part, never its content: a
//! header that could inject another one (trust.md 0.7), plain http to another machine ("http"), an address
//! with a password in it, a method that is none. Pure.
[[nodiscard]] Outcome checkRequest(const HttpRequest &request);

//! The part of it that is about the address: https, or http on this machine, without a password.
[[nodiscard]] Outcome checkUrl(const QUrl &url);

//! True for this machine: "localhost", 127.0.0.0/8 and ::1.
[[nodiscard]] bool isLoopback(const QUrl &url);

} // namespace tollkeeper
