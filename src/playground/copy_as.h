// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/send_order.h"
#include "net/http_types.h"

#include <QString>

namespace tollkeeper {

enum class CopyForm : std::uint8_t { Curl, Python, Node, Http };

//! The request as something to run elsewhere: for a shell with curl, for Python and Node without packages, or
//! as the bytes of HTTP/1.1. The key is never in it: `variable` names the environment variable it is taken
//! from. REQUIRES: a request of SentRequest, that is without credential and secret fields; `variable` is made
//! of capital letters, digits and underscores. Pure.
[[nodiscard]] QString copiedAs(CopyForm form, const HttpRequest &request, const QString &variable);

//! Such a variable for a gateway by the name people know: "OPENROUTER_API_KEY". Pure.
[[nodiscard]] QString keyVariableFor(const QString &gatewayName);

//! The same of what an order would send first through a gateway of that kind at that address, streamed or not
//! as it says. Errors as PlaygroundService::send() has them. Pure.
[[nodiscard]] Result<QString> copiedAs(
    CopyForm form, const SendOrder &order, QStringView gateway, const QUrl &baseUrl);

} // namespace tollkeeper
