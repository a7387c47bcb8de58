// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "gateways/connector.h"

#include <QJsonObject>

namespace tollkeeper::new_api {

//! What the figures of an installation stand for, as `GET /api/status` says.
struct QuotaUnit {
    std::optional<qint64> perDollar; //!< quota that makes one US dollar; nullopt: no currency can be told
    bool isShownInDollars = false; //!< the billing endpoints answer in US dollars
};
[[nodiscard]] Result<QuotaUnit> parseStatus(const QJsonObject &body);

//! `GET /api/usage/token/`: quota granted to this key and used by it. Without a unit: only that the key
//! works.
[[nodiscard]] Result<PollFacts> parseTokenUsage(const QJsonObject &body, const QuotaUnit &unit);

//! `GET /dashboard/billing/subscription`: the cap and the expiry of this key. Of the builds before that.
[[nodiscard]] Result<KeyFacts> parseSubscription(const QJsonObject &body, const QuotaUnit &unit);

//! `GET /dashboard/billing/usage`: what this key has cost in all, in US cents.
[[nodiscard]] Result<Money> parseUsage(const QJsonObject &body);

[[nodiscard]] ErrorCatalogue errorCodes();
[[nodiscard]] AnswerPlaces answerPlaces();

} // namespace tollkeeper::new_api
