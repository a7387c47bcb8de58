// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "domain/request_facts.h"
#include "domain/zone_days.h"

#include <QList>
#include <QStringList>

namespace tollkeeper {

//! What becomes of the requests that were sent from the Playground.
enum class PlaygroundRows : std::uint8_t { Counted, LeftOut, Only };

//! Which request rows are meant. All conditions hold together; several values of one condition are
//! alternatives; an empty list means any. Models and providers by name, so that a saved view outlives the
//! numbers of one database.
struct UsageFilter {
    DayRange days = {}; //!< of the reporting zone; REQUIRES: valid, first <= last
    QList<AccountId> accounts = {};
    QList<KeyId> keys = {};
    QStringList requestedModels = {};
    QStringList servedModels = {};
    QStringList providers = {};
    QList<RequestOutcome> outcomes = {};
    QList<int> httpStatuses = {};
    bool fellBackOnly = false;
    //! Rows that cost at least this, billed and BYOK together, in its currency.
    std::optional<Money> costFrom = {};
    QString requestId = {}; //!< exactly this id; empty: any
    PlaygroundRows playground = PlaygroundRows::Counted;

    //! True where only days, accounts and keys are asked for: what the ledger's totals can be asked by too.
    //! They are made of what gateways sum up, which single requests, such as the Playground's, cannot be
    //! taken out of.
    [[nodiscard]] bool isOfWholeKeys() const
    {
        return requestedModels.isEmpty() && servedModels.isEmpty() && providers.isEmpty()
            && outcomes.isEmpty() && httpStatuses.isEmpty() && !fellBackOnly && !costFrom
            && requestId.isEmpty() && playground == PlaygroundRows::Counted;
    }
    friend bool operator==(const UsageFilter &, const UsageFilter &) = default;
};

//! A filter with a name, kept in the profile. Its days are kept as words, so that "today" stays today.
struct SavedView {
    QString name = {}; //!< unique
    QString period = {}; //!< "today", "yesterday", "last7", "last30", "month", "lastMonth", or "fixed"
    UsageFilter filter = {}; //!< its days count with "fixed" only
    friend bool operator==(const SavedView &, const SavedView &) = default;
};

} // namespace tollkeeper
