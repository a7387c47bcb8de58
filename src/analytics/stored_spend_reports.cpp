// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/stored_spend_reports.h"

#include "storage/account_repository.h"
#include "storage/spend_repository.h"

#include <QCoroFuture>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

Result<QList<SpendSum>> sumsFor(SpendRepository &spend, const SpendQuery &query)
{
    switch (query.by) {
    case SpendBy::Account:
        return spend.byAccount(query.range, query.currency);
    case SpendBy::Key:
        return spend.byDimension(Dimension::Key, query.range, query.currency);
    case SpendBy::Model:
        return spend.byDimension(Dimension::Model, query.range, query.currency);
    case SpendBy::Provider:
        return spend.byDimension(Dimension::Provider, query.range, query.currency);
    case SpendBy::Day:
        return spend.byDay(query.range, query.currency);
    case SpendBy::Team:
        return spend.byLabel(u"team"_s, query.range, query.currency);
    case SpendBy::Environment:
        break;
    }
    return spend.byLabel(u"environment"_s, query.range, query.currency);
}

Result<bool> isAtLeast(Database &database, const QDateTime &now)
{
    AccountRepository accounts(database);
    const auto all = accounts.all();
    if (!all)
        return fail(all.error());
    for (const auto &account : *all) {
        const auto health = accounts.health(account.id);
        if (!health)
            return fail(health.error());
        if (!account.tellsSpend || isStale(*health, now))
            return true;
    }
    return false;
}

Result<SpendTable> filled(SpendRepository &spend, const SpendQuery &query)
{
    const auto total = spend.total(query.range, query.currency);
    const auto sums = sumsFor(spend, query);
    const auto others = spend.otherCurrencies(query.range, query.currency);
    if (!total)
        return fail(total.error());
    if (!sums)
        return fail(sums.error());
    if (!others)
        return fail(others.error());
    SpendTable table;
    table.query = query;
    table.total = *total;
    table.notItemised = total->billed;
    table.otherCurrencies = *others;
    for (const auto &sum : *sums) {
        const auto name = sum.day.isValid() ? sum.day.toString(Qt::ISODate) : sum.name;
        table.rows.append({name, sum.amount, sum.requests, sum.inputTokens, sum.outputTokens, sum.ref});
        table.notItemised -= sum.amount.billed;
    }
    return table;
}

} // namespace

Result<SpendTable> spendTable(Database &database, SpendQuery query, const QDateTime &now)
{
    const auto stored = AccountRepository(database).zone();
    const auto least = isAtLeast(database, now);
    if (!stored)
        return fail(stored.error());
    if (!least)
        return fail(least.error());
    SpendRepository spend(database);
    const bool isWhatIf = query.zone.isValid() && query.zone != *stored;
    if (!query.zone.isValid())
        query.zone = *stored;
    if (isWhatIf) {
        if (auto used = spend.useZone(query.zone, query.range); !used) {
            (void)spend.useStoredZone();
            return fail(used.error());
        }
    }
    auto table = filled(spend, query);
    if (isWhatIf) {
        if (auto back = spend.useStoredZone(); !back)
            return fail(back.error());
    }
    if (table)
        table->isAtLeast = *least;
    return table;
}

StoredSpendReports::StoredSpendReports(
    Storage &storage, const Clock &clock, TraitsByGateway traits, QObject *parent)
    : SpendReports(parent), m_storage(storage), m_clock(clock), m_traits(std::move(traits))
{
}

Async<Overview> StoredSpendReports::overview()
{
    auto reading = m_storage.read([now = m_clock.now(), traits = m_traits](Database &database) {
        return OverviewBuilder(database, now, traits).build();
    });
    auto answer = co_await reading;
    co_return answer;
}

Async<SpendTable> StoredSpendReports::spend(SpendQuery query)
{
    auto reading = m_storage.read(
        [query, now = m_clock.now()](Database &database) { return spendTable(database, query, now); });
    auto answer = co_await reading;
    co_return answer;
}

} // namespace tollkeeper
