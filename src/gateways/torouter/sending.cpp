// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/torouter/sending.h"

#include "gateways/torouter/steps.h"

namespace tollkeeper::torouter {

SendPlaces sendPlaces()
{
    using Below = SendRoute::Below;
    SendPlaces places;
    places.routes = {
        {.protocol = ApiProtocol::OpenAiChat, .path = "/chat/completions"},
        {.protocol = ApiProtocol::OpenAiResponses, .path = "/responses"},
        {.protocol = ApiProtocol::AnthropicMessages, .path = "/messages"},
        {.protocol = ApiProtocol::Gemini, .path = "/v1beta/models", .below = Below::Root},
    };
    places.root = rootOf;
    places.requestIdHeader = "X-Request-ID";
    places.rowIdHeader = "x-client-request-id"; // builds before 2026-05-28 send none
    places.rowIdPrefix = "client:";
    return places;
}

} // namespace tollkeeper::torouter
