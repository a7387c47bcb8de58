// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/openai_compatible/sending.h"

namespace tollkeeper::openai_compatible {

SendPlaces sendPlaces()
{
    using Below = SendRoute::Below;
    SendPlaces places;
    places.routes = {
        {.protocol = ApiProtocol::OpenAiChat, .path = "/chat/completions"},
        {.protocol = ApiProtocol::OpenAiResponses, .path = "/responses"},
        {.protocol = ApiProtocol::AnthropicMessages,
            .path = "/messages",
            .header = CredentialHeader::XApiKey},
        {.protocol = ApiProtocol::Gemini, .path = "/v1beta/models", .below = Below::Root},
    };
    return places;
}

} // namespace tollkeeper::openai_compatible
