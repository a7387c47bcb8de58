// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/chat_failures.h"

#include <algorithm>
#include <array>

namespace tollkeeper::simulator {

std::span<const Failure> failuresOf(Place place)
{
    switch (place) {
    case Place::OpenRouter:
        return openRouterFailures();
    case Place::ToRouter:
    case Place::Sub2api:
        return sub2apiFailures();
    case Place::Chuizi:
        return chuiziFailures();
    case Place::LiteLlm:
        return liteLlmFailures();
    case Place::NewApi:
        return newApiFailures();
    case Place::OpenAi:
        break;
    }
    return openAiFailures();
}

const Failure *failureNamed(Place place, const QByteArray &codeOrStatus)
{
    const auto all = failuresOf(place);
    auto found = std::ranges::find_if(all, [&](const Failure &one) { return codeOrStatus == one.code; });
    if (found == all.end())
        found = std::ranges::find(all, codeOrStatus.toInt(), &Failure::status);
    return found == all.end() ? nullptr : &*found;
}

const Failure &failure(Place place, const QByteArray &codeOrStatus)
{
    const auto *found = failureNamed(place, codeOrStatus);
    Q_ASSERT(found);
    return *found;
}

bool isFailureSomewhere(const QByteArray &codeOrStatus)
{
    constexpr std::array Places{
        Place::OpenRouter, Place::Sub2api, Place::Chuizi, Place::LiteLlm, Place::NewApi, Place::OpenAi};
    return std::ranges::any_of(Places, [&](Place place) { return failureNamed(place, codeOrStatus); });
}

} // namespace tollkeeper::simulator
