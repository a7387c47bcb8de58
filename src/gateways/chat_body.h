// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/send_order.h"

namespace tollkeeper {

//! The JSON body of a request to that model, in the protocol it names. A body the person wrote is left as it
//! is, byte by byte, where it names that model already. Error::Kind::InvalidInput with "body": it is no JSON
//! object. Pure.
[[nodiscard]] Result<QByteArray> chatBody(const PlaygroundRequest &request, const QString &model);

} // namespace tollkeeper
