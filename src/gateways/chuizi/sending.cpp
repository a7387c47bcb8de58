// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/chuizi/sending.h"

namespace tollkeeper::chuizi {

SendPlaces sendPlaces()
{
    using Below = SendRoute::Below;
    SendPlaces places;
    places.routes = {
        {.protocol = ApiProtocol::OpenAiChat, .path = "/chat/completions"},
        {.protocol = ApiProtocol::AnthropicMessages, .path = "/anthropic/v1/messages", .below = Below::Root},
        {.protocol = ApiProtocol::Gemini, .path = "/gemini/v1beta/models", .below = Below::Root},
    };
    places.requestIdHeader = "X-Request-ID";
    return places;
}

} // namespace tollkeeper::chuizi
