// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/litellm/sending.h"

#include "gateways/urls.h"

namespace tollkeeper::litellm {

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
    places.root = withoutVersion;
    return places;
}

} // namespace tollkeeper::litellm
