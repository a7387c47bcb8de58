// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/chat_headers.h"

#include "simulator/litellm_parts.h"
#include "simulator/torouter_parts.h"
#include "simulator/truth_parts.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace {

void add(Answer &answer, const QByteArray &name, const QByteArray &value)
{
    answer.headers.emplace_back(name, value);
}

//! The id of the upstream takes the place of the gateway's, or stands beside it.
void addSub2apiHeaders(Answer &answer, const Turn &turn, const Visit &visit)
{
    const auto upstream = "req_" + turn.letters;
    const auto protocol = turn.wish.protocol;
    const bool replaced = protocol == Protocol::Gemini
        || (turn.wish.stream && (protocol == Protocol::Messages || protocol == Protocol::Responses));
    if (!replaced)
        add(answer, "X-Request-ID", torouter::requestIdFor(visit.asked));
    add(answer, "X-Request-ID", upstream);
    // ToRouter is the older program and does not send this one.
    if (turn.place == Place::Sub2api)
        add(answer, "X-Client-Request-ID", turn.id.mid(QByteArrayView("client:").size()));
    add(answer, "x-ratelimit-limit-requests", "4000");
    add(answer, "x-ratelimit-remaining-requests", "3999");
}

void addChuiziHeaders(Answer &answer, const Turn &turn, const Visit &visit)
{
    const auto sent = visit.asked.header("X-Request-Id");
    add(answer, "X-Request-Id", sent.isEmpty() ? turn.letters : sent);
    add(answer, "X-RateLimit-Limit", "120");
    add(answer, "X-RateLimit-Remaining", "119");
    if (turn.dialect != Dialect::Current)
        add(answer, "x-chuizi-generation-id", turn.id);
}

void addLiteLlmHeaders(Answer &answer, const Turn &turn, const Visit &visit, const Key &key)
{
    const auto failed = std::ranges::count_if(turn.tries, [](const Try &one) { return one.failure; });
    const bool movedOn = turn.asked.name != turn.served.name;
    add(answer, "x-litellm-call-id", turn.letters);
    add(answer, "x-litellm-model-id", "deployment-" + QByteArray::number(turn.served.index));
    add(answer, "x-litellm-model-group", turn.served.name.toUtf8());
    add(answer, "x-litellm-model-api-base", "https://api.example.org/" + turn.provider.toUtf8());
    add(answer, "x-litellm-attempted-retries", QByteArray::number(movedOn ? 0 : failed));
    add(answer, "x-litellm-attempted-fallbacks", QByteArray::number(movedOn ? failed : 0));
    add(answer, "x-litellm-key-spend", amountText(litellm::spendOf(key, visit.now)).toLatin1());
    add(answer, "x-litellm-version", "1.80.0");
    if (!turn.wish.stream) // it is not known when a stream begins
        add(answer, "x-litellm-response-cost", amountText(turn.figures.micros).toLatin1());
}

} // namespace

void addHeaders(Answer &answer, const Turn &turn, const Visit &visit, const Key &key)
{
    switch (turn.place) {
    case Place::OpenRouter:
        return add(answer, "X-Generation-Id", turn.id);
    case Place::ToRouter:
    case Place::Sub2api:
        return addSub2apiHeaders(answer, turn, visit);
    case Place::Chuizi:
        return addChuiziHeaders(answer, turn, visit);
    case Place::LiteLlm:
        return addLiteLlmHeaders(answer, turn, visit, key);
    case Place::NewApi:
        return add(answer, "X-Oneapi-Request-Id", turn.letters);
    case Place::OpenAi:
        break;
    }
    add(answer, "x-request-id", "req_" + turn.letters);
    add(answer, "openai-processing-ms", QByteArray::number(turn.totalMs));
}

void addRefusalHeaders(Answer &answer, Place place, const Visit &visit, const QByteArray &letters)
{
    const auto sent = visit.asked.header("X-Request-Id");
    switch (place) {
    case Place::OpenRouter:
        return;
    case Place::ToRouter:
    case Place::Sub2api:
        return add(answer, "X-Request-ID", torouter::requestIdFor(visit.asked));
    case Place::Chuizi:
        return add(answer, "X-Request-Id", sent.isEmpty() ? letters : sent);
    case Place::LiteLlm:
        return add(answer, "x-litellm-call-id", letters);
    case Place::NewApi:
        return add(answer, "X-Oneapi-Request-Id", letters);
    case Place::OpenAi:
        break;
    }
    add(answer, "x-request-id", "req_" + letters);
}

} // namespace tollkeeper::simulator
