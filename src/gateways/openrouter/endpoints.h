// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/poll_facts.h"
#include "gateways/connector.h"

#include <QJsonObject>

namespace tollkeeper::openrouter {

//! One key object, as `GET /key` and `GET /keys` both send it: usage in USD, all time and of the UTC day,
//! week (from Monday) and month; the estimate for own provider keys (BYOK) apart.
struct KeyAnswer {
    KeyFacts key; //!< remoteId is the hash, empty where the answer has none
    CounterReading counters;
};
[[nodiscard]] Result<KeyAnswer> parseKey(const QJsonObject &key, const QString &endpoint);

//! `GET /key`: what this key is and, for an ordinary one, what it has spent (as key "self").
[[nodiscard]] Result<PollFacts> parseOwnKey(const QJsonObject &body);

//! `GET /keys`: one page. The list says neither its length nor the size of a page.
[[nodiscard]] Result<QList<KeyAnswer>> parseKeys(const QJsonObject &body);

//! `GET /credits`: the balance is what was bought minus what was used; it can be below zero.
[[nodiscard]] Result<BalanceFacts> parseCredits(const QJsonObject &body);

//! `GET /activity`: completed UTC days by model and provider; rows of one day, model and provider (there is
//! one per endpoint) are summed. Days from `today` on are left out: the counters tell the running day.
[[nodiscard]] Result<QList<BucketFacts>> parseActivity(const QJsonObject &body, QDate today);

[[nodiscard]] ErrorCatalogue errorCodes();

} // namespace tollkeeper::openrouter
