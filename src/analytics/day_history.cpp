// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/day_history.h"

#include "storage/account_repository.h"

#include <algorithm>

namespace tollkeeper {

ForecastFacts DayHistory::factsOn(QDate day, QDate periodFirst) const
{
    ForecastFacts facts{{}, day, Money::fromNanos(0, currency), 0};
    if (day == known()) {
        const auto begin = startOfDay(day, zone);
        const auto end = startOfDay(day.addDays(1), zone);
        facts.dayGone = double(begin.msecsTo(heardAt)) / double(begin.msecsTo(end));
        facts.todaySoFar = on(day);
    }
    if (!first.isValid())
        return facts;
    const auto from = std::max(first, std::min(periodFirst, day.addDays(-MostForecastDays)));
    for (auto past = from; past < day; past = past.addDays(1))
        facts.days.append({past, on(past)});
    return facts;
}

Result<QDateTime> lastHeard(Database &database, const QDateTime &now)
{
    AccountRepository repository(database);
    const auto accounts = repository.all();
    if (!accounts)
        return fail(accounts.error());
    std::optional<QDateTime> latest;
    for (const auto &account : *accounts) {
        const auto health = repository.health(account.id);
        if (!health)
            return fail(health.error());
        if (health->fetchedAt)
            latest = std::max(latest.value_or(*health->fetchedAt), *health->fetchedAt);
    }
    return std::min(latest.value_or(now), now);
}

} // namespace tollkeeper
