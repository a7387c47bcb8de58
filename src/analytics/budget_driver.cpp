// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/budget_driver.h"

#include "storage/scope_key_repository.h"
#include "storage/spend_repository.h"

#include <QHash>

#include <cmath>

namespace tollkeeper {
namespace {

constexpr int RecentDays = 7;
constexpr int DaysBefore = 21;
constexpr double LeastShare = 1.0 / 3;

struct Move {
    QString name;
    double nanosADay = 0;
};

qint64 counted(const Amounts &amount, const Budget &budget)
{
    return amount.billed.nanos() + (budget.includesByok ? amount.byok.nanos() : 0);
}

QHash<qint64, Move> movesOf(
    const QList<ScopeShare> &recent, const QList<ScopeShare> &before, const Budget &budget)
{
    QHash<qint64, Move> moves;
    for (const auto &share : recent)
        moves[share.ref] = {share.name, double(counted(share.amount, budget)) / RecentDays};
    for (const auto &share : before) {
        auto &move = moves[share.ref];
        move.name = share.name;
        move.nanosADay -= double(counted(share.amount, budget)) / DaysBefore;
    }
    return moves;
}

//! The one that moved most, where it stands out.
std::optional<Move> largestOf(const QHash<qint64, Move> &moves)
{
    if (moves.size() < 2)
        return std::nullopt;
    Move largest;
    double all = 0;
    for (const auto &move : moves) {
        all += std::abs(move.nanosADay);
        if (std::abs(move.nanosADay) > std::abs(largest.nanosADay))
            largest = move;
    }
    const bool standsOut = !largest.name.isEmpty() && std::abs(largest.nanosADay) >= all * LeastShare;
    return standsOut ? std::optional(largest) : std::nullopt;
}

} // namespace

Result<QString> forecastDriver(Database &database, const Budget &budget, QDate today)
{
    const auto first = SpendRepository(database).firstDay();
    if (!first)
        return fail(first.error());
    if (!*first || (*first)->daysTo(today) < RecentDays + DaysBefore)
        return QString();
    const DayRange recent{today.addDays(-RecentDays), today.addDays(-1)};
    const DayRange before{recent.first.addDays(-DaysBefore), recent.first.addDays(-1)};
    ScopeKeyRepository scopes(database);
    Move driver;
    for (const auto dimension : {Dimension::Key, Dimension::Model}) {
        if (!ScopeKeyRepository::canSplit(budget.scope, dimension))
            continue;
        const auto now = scopes.split(budget.scope, dimension, recent, budget.limit.currency());
        const auto then = scopes.split(budget.scope, dimension, before, budget.limit.currency());
        if (!now || !then)
            return fail(!now ? now.error() : then.error());
        const auto largest = largestOf(movesOf(*now, *then, budget));
        if (largest && std::abs(largest->nanosADay) > std::abs(driver.nanosADay))
            driver = *largest;
    }
    return driver.name;
}

} // namespace tollkeeper
