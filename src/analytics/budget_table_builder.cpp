// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/budget_table_builder.h"

#include "analytics/budget_caps.h"
#include "analytics/budget_driver.h"
#include "analytics/budget_thresholds.h"
#include "storage/account_repository.h"
#include "storage/alert_repository.h"
#include "storage/budget_repository.h"
#include "storage/key_repository.h"
#include "storage/scope_key_repository.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

using Kind = BudgetScope::Kind;

//! Keys of these scopes are not counted apart: any key can use a model.
bool isOfAnyKey(Kind kind)
{
    return kind == Kind::Model || kind == Kind::Provider;
}

double usedShare(const BudgetLine &line)
{
    return line.counted.approximate() / std::max(line.budget.limit.approximate(), 1e-9);
}

bool comesBefore(const BudgetLine &a, const BudgetLine &b)
{
    const bool isAll = a.budget.scope.kind == Kind::Everything;
    if (isAll != (b.budget.scope.kind == Kind::Everything))
        return isAll;
    return usedShare(a) > usedShare(b);
}

void addOnce(QStringList &names, const QString &name)
{
    if (!name.isEmpty() && !names.contains(name))
        names.append(name);
}

} // namespace

Outcome BudgetTableBuilder::readFrame()
{
    AccountRepository accounts(m_database);
    const auto zone = accounts.zone();
    auto all = accounts.all();
    auto keys = KeyRepository(m_database).all();
    if (!zone)
        return fail(zone.error());
    if (!all || !keys)
        return fail(!all ? all.error() : keys.error());
    m_zone = *zone;
    m_today = localDay(m_now, m_zone);
    m_accounts = *std::move(all);
    m_keys = *std::move(keys);
    return Done{};
}

QString BudgetTableBuilder::accountName(AccountId account) const
{
    const auto found = std::ranges::find(m_accounts, account, &Account::id);
    return found == m_accounts.end() ? QString() : found->name;
}

//! It is that key, or has taken over its work, be it through others.
bool BudgetTableBuilder::tookOver(const ApiKey &key, KeyId first) const
{
    auto id = std::optional(key.id);
    for (qsizetype steps = 0; id && steps <= m_keys.size(); ++steps) {
        if (*id == first)
            return true;
        const auto known = std::ranges::find(m_keys, *id, &ApiKey::id);
        id = known == m_keys.end() ? std::nullopt : known->replaces;
    }
    return false;
}

bool BudgetTableBuilder::counts(const BudgetScope &scope, const ApiKey &key) const
{
    switch (scope.kind) {
    case Kind::Account:
        return QString::number(key.account.value()) == scope.value;
    case Kind::Key:
        return tookOver(key, KeyId(scope.value.toLongLong()));
    case Kind::Team:
        return key.labels.team == scope.value;
    case Kind::Environment:
        return key.labels.environment == scope.value;
    case Kind::Tag:
        return key.labels.tags.contains(scope.value);
    case Kind::Everything:
    case Kind::Model:
    case Kind::Provider:
        break;
    }
    return true;
}

void BudgetTableBuilder::nameScope(BudgetLine &line) const
{
    const auto &scope = line.budget.scope;
    line.scopeName = scope.value;
    if (scope.kind == Kind::Account)
        line.scopeName = accountName(AccountId(scope.value.toLongLong()));
    if (scope.kind != Kind::Key)
        return;
    const auto key = std::ranges::find(m_keys, KeyId(scope.value.toLongLong()), &ApiKey::id);
    line.scopeName = key == m_keys.end() ? QString() : key->name;
    line.accountName = key == m_keys.end() ? QString() : accountName(key->account);
}

Result<BudgetLine> BudgetTableBuilder::lineOf(const Budget &budget, std::optional<BudgetOutlook> *outlook)
{
    BudgetLine line;
    line.budget = budget;
    nameScope(line);
    line.counted = line.byok = Money::fromNanos(0, budget.limit.currency());
    for (const auto &key : std::as_const(m_keys)) {
        if (!key.goneAt && !isOfAnyKey(budget.scope.kind) && counts(budget.scope, key))
            line.keys.append(key.id);
    }
    auto found = outlookOf(m_database, budget, m_today, m_now, m_zone);
    if (!found)
        return fail(found.error());
    if (*found) {
        const auto &known = **found;
        line.period = known.period;
        line.counted = known.counted;
        line.byok = known.byok;
        line.isAtLeast = known.isAtLeast;
        line.forecast = known.forecast;
        line.daysKnown = known.daysKnown;
        line.thresholds = thresholdsOf(budget, known);
        auto driver = forecastDriver(m_database, budget, m_today);
        if (!driver)
            return fail(driver.error());
        if (line.forecast)
            line.driver = *driver;
        if (auto added = addSince(line); !added)
            return fail(added.error());
    } else {
        line.thresholds = thresholdsOf(budget);
    }
    if (outlook)
        *outlook = *std::move(found);
    return line;
}

//! Since when the forecast says so, the record of its alert knows.
Outcome BudgetTableBuilder::addSince(BudgetLine &line)
{
    if (!line.budget.id.isValid() || !line.period)
        return Done{};
    const auto raised
        = AlertRepository(m_database).unresolved(AlertKind::BudgetForecast, line.budget.id.value());
    if (!raised)
        return fail(raised.error());
    for (auto &threshold : line.thresholds) {
        if (threshold.kind != AlertKind::BudgetForecast || !threshold.isReached)
            continue;
        for (const auto &alert : *raised) {
            const auto day = localDay(alert.raisedAt, m_zone);
            if (alert.step == threshold.percent && day >= line.period->first)
                threshold.day = day;
        }
    }
    return Done{};
}

Result<BudgetTable> BudgetTableBuilder::table()
{
    if (auto read = readFrame(); !read)
        return fail(read.error());
    const auto budgets = BudgetRepository(m_database).all();
    if (!budgets)
        return fail(budgets.error());
    BudgetTable table;
    table.asOf = m_now;
    table.zone = m_zone;
    table.today = m_today;
    table.accounts = int(m_accounts.size());
    table.keys = int(std::ranges::count_if(m_keys, [](const ApiKey &key) { return !key.goneAt; }));
    for (const auto &budget : *budgets) {
        auto line = lineOf(budget, nullptr);
        if (!line)
            return fail(line.error());
        table.rows.append(*std::move(line));
    }
    std::stable_sort(table.rows.begin(), table.rows.end(), comesBefore);
    return table;
}

//! The keys that the scope has now, and those that have spent for it in the period.
Result<QList<BudgetKeyLine>> BudgetTableBuilder::keyLines(const Budget &budget, const DayRange &period)
{
    QList<BudgetKeyLine> lines;
    if (!ScopeKeyRepository::canSplit(budget.scope, Dimension::Key))
        return lines;
    const auto shares
        = ScopeKeyRepository(m_database).split(budget.scope, Dimension::Key, period, budget.limit.currency());
    if (!shares)
        return fail(shares.error());
    for (const auto &key : std::as_const(m_keys)) {
        const auto share = std::ranges::find(*shares, key.id.value(), &ScopeShare::ref);
        BudgetKeyLine line{key.id, key.name, accountName(key.account), key.labels.environment,
            Money::fromNanos(0, budget.limit.currency())};
        if (share != shares->end())
            line.spent = share->amount.billed
                + (budget.includesByok ? share->amount.byok : Money::fromNanos(0, budget.limit.currency()));
        if (!line.spent.isZero() || (!key.goneAt && counts(budget.scope, key)))
            lines.append(line);
    }
    std::stable_sort(lines.begin(), lines.end(),
        [](const BudgetKeyLine &a, const BudgetKeyLine &b) { return a.spent > b.spent; });
    return lines;
}

Result<BudgetDetails> BudgetTableBuilder::details(const Budget &budget)
{
    if (auto read = readFrame(); !read)
        return fail(read.error());
    std::optional<BudgetOutlook> outlook;
    auto line = lineOf(budget, &outlook);
    if (!line)
        return fail(line.error());
    BudgetDetails details;
    details.line = *std::move(line);
    if (outlook) {
        details.cumulative = outlook->cumulative;
        details.byDay = outlook->byDay;
        const DayRange soFar{outlook->period.first, std::min(outlook->period.last, m_today)};
        auto keys = keyLines(budget, soFar);
        if (!keys)
            return fail(keys.error());
        details.keyLines = *std::move(keys);
    }
    auto inScope = m_keys;
    inScope.removeIf([&](const ApiKey &key) { return key.goneAt || !counts(budget.scope, key); });
    auto caps = capsOf(m_database, inScope, m_traits, m_today, m_now);
    if (!caps)
        return fail(caps.error());
    details.caps = *std::move(caps);
    return details;
}

Result<BudgetChoices> BudgetTableBuilder::choices()
{
    if (auto read = readFrame(); !read)
        return fail(read.error());
    BudgetChoices choices;
    for (const auto &account : std::as_const(m_accounts))
        choices.accounts.append({QString::number(account.id.value()), account.name});
    for (const auto &key : std::as_const(m_keys)) {
        addOnce(choices.teams, key.labels.team);
        addOnce(choices.environments, key.labels.environment);
        for (const auto &tag : key.labels.tags)
            addOnce(choices.tags, tag);
        if (!key.goneAt)
            choices.keys.append(
                {QString::number(key.id.value()), u"%1 · %2"_s.arg(key.name, accountName(key.account))});
    }
    for (auto *names : {&choices.teams, &choices.environments, &choices.tags})
        names->sort(Qt::CaseInsensitive);
    std::ranges::sort(choices.keys, {}, &QPair<QString, QString>::second);
    ScopeKeyRepository scopes(m_database);
    auto models = scopes.names(Dimension::Model);
    auto providers = scopes.names(Dimension::Provider);
    auto currencies = scopes.currencies();
    if (!models || !providers)
        return fail(!models ? models.error() : providers.error());
    if (!currencies)
        return fail(currencies.error());
    choices.models = *std::move(models);
    choices.providers = *std::move(providers);
    choices.currencies = *std::move(currencies);
    return choices;
}

} // namespace tollkeeper
