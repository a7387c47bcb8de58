// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateways/chat_body.h"
#include "gateways/send_places.h"

#include <QUrl>

namespace tollkeeper {

//! The request that asks a model behind `baseUrl`, without key and deadline. `requestId` goes along where the
//! gateway takes it. Error::Kind::NotOffered with the word of the protocol: the gateway does not speak it;
//! with "routing": it reads no wishes about the way. InvalidInput: the body, or a name of a model that is
//! none. Pure.
[[nodiscard]] Result<HttpRequest> sendRequest(const SendPlaces &places, const QUrl &baseUrl,
    const PlaygroundRequest &request, const QString &model, const QString &requestId);

} // namespace tollkeeper
