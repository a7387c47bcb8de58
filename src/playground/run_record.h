// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/result.h"
#include "domain/request_facts.h"

#include <QFuture>

namespace tollkeeper {

class Storage;

//! Keeps the rows of a run in the ledger, with what follows from them; all or none. `origin`: the endpoint,
//! for provenance; `at`: UTC.
[[nodiscard]] QFuture<Outcome> storeRunRows(
    Storage &storage, AccountId account, QList<RequestFacts> rows, QString origin, QDateTime at);

} // namespace tollkeeper
