// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/portkey/sending.h"

#include "gateways/urls.h"

namespace tollkeeper::portkey {

SendPlaces sendPlaces()
{
    constexpr auto Config = CredentialHeader::PortkeyConfig;
    SendPlaces places;
    places.routes = {
        {.protocol = ApiProtocol::OpenAiChat, .path = "/chat/completions", .header = Config},
        {.protocol = ApiProtocol::OpenAiResponses, .path = "/responses", .header = Config},
        {.protocol = ApiProtocol::AnthropicMessages, .path = "/messages", .header = Config},
    };
    places.root = withoutVersion;
    places.requestIdHeader = "x-portkey-trace-id"; // without it the answer has none either
    return places;
}

} // namespace tollkeeper::portkey
