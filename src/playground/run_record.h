// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/result.h"
#include "domain/request_facts.h"

#include <QFuture>
#include <QStringList>

namespace tollkeeper {

class Storage;

//! Keeps the rows of a run in the ledger, with what follows from them; all or none. Tells the ids they are
//! kept under: a row whose id another request has is set apart. `origin`: the endpoint, for provenance; `at`:
//! UTC; `unbilled`: the ids whose bills are to be looked up from then on, whoever still waits for them.
[[nodiscard]] QFuture<Result<QStringList>> storeRunRows(Storage &storage, AccountId account,
    QList<RequestFacts> rows, QString origin, QDateTime at, QStringList unbilled = {});

} // namespace tollkeeper
