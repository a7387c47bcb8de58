// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/budget_outlook.h"
#include "analytics/budget_reports.h"
#include "base/result.h"
#include "domain/gateway_traits.h"

#include <utility>

namespace tollkeeper {

class Database;

//! Puts the Budgets page's answers together from one connection. Synchronous: use it on a storage thread.
class BudgetTableBuilder {
public:
    BudgetTableBuilder(Database &database, QDateTime now, const TraitsByGateway &traits)
        : m_database(database), m_now(std::move(now)), m_traits(traits)
    {
    }

    [[nodiscard]] Result<BudgetTable> table();
    [[nodiscard]] Result<BudgetDetails> details(const Budget &budget);
    [[nodiscard]] Result<BudgetChoices> choices();

private:
    [[nodiscard]] Outcome readFrame();
    [[nodiscard]] Result<BudgetLine> lineOf(const Budget &budget, std::optional<BudgetOutlook> *outlook);
    [[nodiscard]] Outcome addSince(BudgetLine &line);
    [[nodiscard]] Result<QList<BudgetKeyLine>> keyLines(const Budget &budget, const DayRange &period);
    void nameScope(BudgetLine &line) const;
    [[nodiscard]] QString accountName(AccountId account) const;
    [[nodiscard]] bool tookOver(const ApiKey &key, KeyId first) const;
    //! By what its labels say now.
    [[nodiscard]] bool counts(const BudgetScope &scope, const ApiKey &key) const;

    Database &m_database;
    QDateTime m_now;
    const TraitsByGateway &m_traits;
    QTimeZone m_zone = QTimeZone::utc();
    QDate m_today;
    QList<Account> m_accounts;
    QList<ApiKey> m_keys; //!< also those that are gone
};

} // namespace tollkeeper
