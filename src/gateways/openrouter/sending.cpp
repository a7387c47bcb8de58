// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/openrouter/sending.h"

namespace tollkeeper::openrouter {

SendPlaces sendPlaces()
{
    SendPlaces places;
    places.routes = {
        {.protocol = ApiProtocol::OpenAiChat, .path = "/chat/completions"},
        {.protocol = ApiProtocol::OpenAiResponses, .path = "/responses"},
        {.protocol = ApiProtocol::AnthropicMessages, .path = "/messages"},
    };
    places.version = "/api/v1";
    places.headers = {{"X-OpenRouter-Metadata", "enabled"}};
    places.offersRouting = true;
    return places;
}

} // namespace tollkeeper::openrouter
