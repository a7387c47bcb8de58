// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/request_facts.h"
#include "playground/playground_run.h"

namespace tollkeeper {

//! The id under which the gateway has the bill of a POST; empty: it told none.
[[nodiscard]] const QString &billIdOf(const SentRequest &sent);

//! Joins what the bill of one POST of a run says into it: attempts, cost, tokens that were not told,
//! provider, upstream id. The bill is about that POST alone: its attempts are joined to the gateway's own of
//! that one. REQUIRES: a POST of that number. Pure.
void joinBill(PlaygroundRun &run, qsizetype post, const RequestFacts &bill);

} // namespace tollkeeper
