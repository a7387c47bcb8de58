// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/poll_facts.h"
#include "gateways/connector.h"

#include <QJsonObject>

namespace tollkeeper::torouter {

//! Which day was asked for, and when: the running day ends at the moment of the poll.
struct AskedDay {
    QDate day;
    QDateTime now; //!< UTC
};

//! `GET /v1/usage` in its three modes (key with limits, plan, wallet): the key, its cap, the balance, and
//! spend by UTC day, or counters where an older build sends no days; plus today's split by model.
[[nodiscard]] Result<PollFacts> parseUsage(const QJsonObject &body, const AskedDay &asked);

//! The same answer asked for one past day: only its split by model.
[[nodiscard]] Result<PollFacts> parseDaySplit(const QJsonObject &body, const AskedDay &asked);

[[nodiscard]] ErrorCatalogue errorCodes();

} // namespace tollkeeper::torouter
