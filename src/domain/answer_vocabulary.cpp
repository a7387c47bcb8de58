// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/answer_vocabulary.h"

#include "domain/word_table.h"

#include <QString>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr std::array Protocols{"openai-chat"_L1, "openai-responses"_L1, "anthropic-messages"_L1, "gemini"_L1};
constexpr std::array Retries{"never"_L1, "after_fix"_L1, "backoff"_L1, "after_delay"_L1, "after_reset"_L1};
constexpr std::array Actors{"developer"_L1, "ops"_L1, "finance"_L1, "provider"_L1, "gateway"_L1, "nobody"_L1};
constexpr std::array Charges{"yes"_L1, "no"_L1, "unknown"_L1};
constexpr std::array Origins{"client"_L1, "gateway"_L1};
constexpr std::array Outcomes{"served"_L1, "failed"_L1, "skipped"_L1};
constexpr std::array Ends{
    "served"_L1, "final"_L1, "exhausted"_L1, "deadline"_L1, "cost_ceiling"_L1, "cancelled"_L1};

static_assert(Protocols.size() == static_cast<std::size_t>(ApiProtocol::Gemini) + 1);
static_assert(Retries.size() == static_cast<std::size_t>(Retry::AfterReset) + 1);
static_assert(Actors.size() == static_cast<std::size_t>(Actor::Nobody) + 1);
static_assert(Charges.size() == static_cast<std::size_t>(Charged::Unknown) + 1);
static_assert(Origins.size() == static_cast<std::size_t>(AttemptOrigin::Gateway) + 1);
static_assert(Outcomes.size() == static_cast<std::size_t>(AttemptOutcome::Skipped) + 1);
static_assert(Ends.size() == static_cast<std::size_t>(RunEnd::Cancelled) + 1);

} // namespace

QLatin1StringView toText(ApiProtocol protocol)
{
    return wordOf(Protocols, protocol);
}

std::optional<ApiProtocol> apiProtocolFromText(QStringView text)
{
    return fromWord<ApiProtocol>(Protocols, text);
}

QLatin1StringView toText(Retry retry)
{
    return wordOf(Retries, retry);
}

std::optional<Retry> retryFromText(QStringView text)
{
    return fromWord<Retry>(Retries, text);
}

QLatin1StringView toText(Actor actor)
{
    return wordOf(Actors, actor);
}

std::optional<Actor> actorFromText(QStringView text)
{
    return fromWord<Actor>(Actors, text);
}

QLatin1StringView toText(Charged charged)
{
    return wordOf(Charges, charged);
}

std::optional<Charged> chargedFromText(QStringView text)
{
    return fromWord<Charged>(Charges, text);
}

QLatin1StringView toText(AttemptOrigin origin)
{
    return wordOf(Origins, origin);
}

std::optional<AttemptOrigin> attemptOriginFromText(QStringView text)
{
    return fromWord<AttemptOrigin>(Origins, text);
}

QLatin1StringView toText(AttemptOutcome outcome)
{
    return wordOf(Outcomes, outcome);
}

std::optional<AttemptOutcome> attemptOutcomeFromText(QStringView text)
{
    return fromWord<AttemptOutcome>(Outcomes, text);
}

QLatin1StringView toText(RunEnd end)
{
    return wordOf(Ends, end);
}

std::optional<RunEnd> runEndFromText(QStringView text)
{
    return fromWord<RunEnd>(Ends, text);
}

} // namespace tollkeeper
