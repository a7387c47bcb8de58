// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/poll_facts.h"
#include "gateways/connector.h"

#include <QJsonObject>

namespace tollkeeper::torouter {

//! The remote id of the account's own key: it does not know how the panel names it.
inline constexpr QLatin1StringView OwnKey("self");

//! Which day was asked for, and when: the running day ends at the moment of the poll.
struct AskedDay {
    QDate day;
    QDateTime now; //!< UTC
};

//! `GET /v1/usage` in its three modes (key with limits, plan, wallet): the key, its cap, the balance, and
//! spend by UTC day, or counters where an older build sends no days; today's split by model; the key's spend
//! windows and the limits of its plan.
[[nodiscard]] Result<PollFacts> parseUsage(const QJsonObject &body, const AskedDay &asked);

//! The same answer asked for one past day: only its split by model.
[[nodiscard]] Result<PollFacts> parseDaySplit(const QJsonObject &body, const AskedDay &asked);

//! The same answer, for its days alone: what a history stores.
[[nodiscard]] Result<PollFacts> parseDays(const QJsonObject &body, const QDateTime &now);

//! The windows of the key and the limits of its plan, as far as there are any.
[[nodiscard]] Result<QList<LimitFacts>> parseLimits(const QJsonObject &body, Currency currency);

[[nodiscard]] ErrorCatalogue errorCodes();
[[nodiscard]] AnswerPlaces answerPlaces();

} // namespace tollkeeper::torouter
