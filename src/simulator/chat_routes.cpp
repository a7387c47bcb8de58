// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/chat_routes.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace {

struct Address {
    Place place;
    QByteArray path; //!< of Gemini all up to the model
    Protocol protocol;
};

// ToRouter has everything below /api too. Chuizi has a base for each protocol and no responses.
const std::array Addresses{
    Address{Place::OpenRouter, "/chat/completions"_ba, Protocol::Chat},
    Address{Place::OpenRouter, "/responses"_ba, Protocol::Responses},
    Address{Place::OpenRouter, "/messages"_ba, Protocol::Messages},
    Address{Place::ToRouter, "/v1/chat/completions"_ba, Protocol::Chat},
    Address{Place::ToRouter, "/v1/responses"_ba, Protocol::Responses},
    Address{Place::ToRouter, "/v1/messages"_ba, Protocol::Messages},
    Address{Place::ToRouter, "/v1beta/models/"_ba, Protocol::Gemini},
    Address{Place::ToRouter, "/api/v1/chat/completions"_ba, Protocol::Chat},
    Address{Place::ToRouter, "/api/v1/responses"_ba, Protocol::Responses},
    Address{Place::ToRouter, "/api/v1/messages"_ba, Protocol::Messages},
    Address{Place::ToRouter, "/api/v1beta/models/"_ba, Protocol::Gemini},
    Address{Place::Sub2api, "/v1/chat/completions"_ba, Protocol::Chat},
    Address{Place::Sub2api, "/v1/responses"_ba, Protocol::Responses},
    Address{Place::Sub2api, "/v1/messages"_ba, Protocol::Messages},
    Address{Place::Sub2api, "/v1beta/models/"_ba, Protocol::Gemini},
    Address{Place::Chuizi, "/v1/chat/completions"_ba, Protocol::Chat},
    Address{Place::Chuizi, "/anthropic/v1/messages"_ba, Protocol::Messages},
    Address{Place::Chuizi, "/gemini/v1beta/models/"_ba, Protocol::Gemini},
    Address{Place::LiteLlm, "/v1/chat/completions"_ba, Protocol::Chat},
    Address{Place::LiteLlm, "/chat/completions"_ba, Protocol::Chat},
    Address{Place::NewApi, "/v1/chat/completions"_ba, Protocol::Chat},
    Address{Place::OpenAi, "/chat/completions"_ba, Protocol::Chat},
};

//! "gemini-2.5-flash:streamGenerateContent"
std::optional<ChatRoute> geminiRoute(const Visit &visit, const QByteArray &rest)
{
    const auto colon = rest.lastIndexOf(':');
    const auto action = rest.mid(colon + 1);
    const bool streams = action == "streamGenerateContent"_ba;
    if (colon < 1 || (!streams && action != "generateContent"_ba))
        return std::nullopt;
    return ChatRoute{Protocol::Gemini, QString::fromUtf8(rest.left(colon)), streams,
        visit.asked.parameter(u"alt"_s) == u"sse"_s};
}

} // namespace

std::optional<ChatRoute> chatRoute(const Visit &visit, Place place)
{
    if (visit.asked.method != "POST"_ba)
        return std::nullopt;
    for (const auto &address : Addresses) {
        if (address.place != place)
            continue;
        if (address.protocol == Protocol::Gemini && visit.path.startsWith(address.path))
            return geminiRoute(visit, visit.path.mid(address.path.size()));
        if (visit.path == address.path)
            return ChatRoute{address.protocol};
    }
    return std::nullopt;
}

} // namespace tollkeeper::simulator
