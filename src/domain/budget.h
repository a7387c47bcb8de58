// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/id.h"
#include "base/money.h"
#include "domain/channel.h"
#include "domain/zone_days.h"

#include <QList>

namespace tollkeeper {

//! Whose spend a budget counts.
struct BudgetScope {
    enum class Kind : std::uint8_t { Everything, Account, Key, Team, Environment, Model, Provider, Tag };

    Kind kind = Kind::Everything;
    //! An account or key by its id as digits, so that it survives a new name; everything else by name.
    QString value = {};
    friend bool operator==(const BudgetScope &, const BudgetScope &) = default;
};
[[nodiscard]] QLatin1StringView toText(BudgetScope::Kind kind);
[[nodiscard]] std::optional<BudgetScope::Kind> budgetScopeFromText(QStringView text);

//! Which days a budget counts together; days of the reporting zone. What is left of a period is never
//! carried into the next.
struct BudgetPeriod {
    enum class Kind : std::uint8_t { Daily, Weekly, Monthly, Custom };

    Kind kind = Kind::Monthly;
    Qt::DayOfWeek weekStart = Qt::Monday; //!< of weekly ones
    DayRange custom = {}; //!< of a custom one: it comes once

    //! The period that `day` lies in; nullopt for a custom one that it does not lie in.
    [[nodiscard]] std::optional<DayRange> around(QDate day) const;
    friend bool operator==(const BudgetPeriod &, const BudgetPeriod &) = default;
};
[[nodiscard]] QLatin1StringView toText(BudgetPeriod::Kind kind);
[[nodiscard]] std::optional<BudgetPeriod::Kind> budgetPeriodFromText(QStringView text);

//! A limit here that warns; only a cap at the gateway stops.
struct Budget {
    BudgetId id = {};
    QString name = {}; //!< unique
    Money limit = {}; //!< counts spend of its own currency only (ledger rule 2)
    bool includesByok = false;
    QList<int> thresholds{50, 80, 100}; //!< percent of the limit, of actual spend; ascending
    QList<int> forecastThresholds{100}; //!< the same, of the forecast
    BudgetScope scope = {};
    BudgetPeriod period = {};
    QList<ChannelId> channels{DesktopChannel, TrayChannel}; //!< who is told, besides the inbox
    bool isPaused = false; //!< raises nothing
    QDateTime createdAt = {}; //!< UTC; periods that ended before raise nothing
    friend bool operator==(const Budget &, const Budget &) = default;
};

//! Whether it is the kind of budget that the Overview shows: of everything, by month.
[[nodiscard]] inline bool isMonthlyForEverything(const Budget &budget)
{
    return budget.scope.kind == BudgetScope::Kind::Everything
        && budget.period.kind == BudgetPeriod::Kind::Monthly;
}

//! Thresholds that `spent` has reached, ascending. Reached means spent * 100 >= limit * percent.
[[nodiscard]] QList<int> reachedThresholds(const QList<int> &thresholds, Money limit, Money spent);
//! What a threshold amounts to.
[[nodiscard]] Money amountAt(int percent, Money limit);
//! 100 % and more is critical, from 80 % on a warning, below that information; a forecast is a warning.
[[nodiscard]] AlertSeverity severityOf(AlertKind kind, int threshold);

} // namespace tollkeeper
