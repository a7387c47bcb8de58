// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/spend_answers.h"
#include "base/result.h"
#include "domain/gateway_traits.h"

#include <QHash>

#include <utility>

namespace tollkeeper {

class Database;
class SpendRepository;

//! Puts an Overview together from one read-only connection. Synchronous: use it on a storage thread.
class OverviewBuilder {
public:
    OverviewBuilder(Database &database, QDateTime now, const TraitsByGateway &traits)
        : m_database(database), m_now(std::move(now)), m_traits(traits)
    {
    }

    [[nodiscard]] Result<Overview> build();

private:
    [[nodiscard]] Outcome addTotals(SpendRepository &spend);
    [[nodiscard]] Outcome addBudget(SpendRepository &spend);
    [[nodiscard]] Outcome addCumulative(SpendRepository &spend);
    [[nodiscard]] Outcome addUsualDay(SpendRepository &spend);
    [[nodiscard]] Outcome addForecast(SpendRepository &spend);
    [[nodiscard]] Outcome addSeries(SpendRepository &spend);
    [[nodiscard]] Outcome addAccounts(SpendRepository &spend);
    [[nodiscard]] Outcome addKeys(SpendRepository &spend);
    [[nodiscard]] Outcome addAlerts();
    [[nodiscard]] Outcome addExpiringModels();

    Database &m_database;
    QDateTime m_now;
    const TraitsByGateway &m_traits;
    Overview m_overview;
};

//! Whether figures of an account are too old to be taken for current: two polls missed, or their time gone
//! by.
[[nodiscard]] bool isStale(const AccountHealth &health, const QDateTime &now);

} // namespace tollkeeper
