// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/request_facts.h"

//! Request rows as tests write them.
namespace ledger {

inline tollkeeper::RequestFacts request(
    const QString &id, const QDateTime &at, qint64 costCents, const QString &model = QStringLiteral("alpha"))
{
    tollkeeper::RequestFacts facts;
    facts.requestId = id;
    facts.startedAt = at;
    facts.requestedModel = model;
    facts.servedModel = model;
    facts.httpStatus = 200;
    facts.inputTokens = 10;
    facts.outputTokens = 5;
    facts.cost
        = tollkeeper::Amounts{tollkeeper::Money::fromNanos(costCents * 10'000'000), tollkeeper::Money()};
    return facts;
}

} // namespace ledger
