// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/key_table_builder.h"

#include "analytics/overview_builder.h" // isStale()
#include "storage/account_repository.h"
#include "storage/key_event_repository.h"
#include "storage/key_repository.h"
#include "storage/key_use_repository.h"
#include "storage/limit_repository.h"
#include "storage/rotation_repository.h"
#include "storage/spend_repository.h"
#include "storage/workspace_repository.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int UseDays = 90; // far enough back to call a key dormant
constexpr int ModelDays = 30;

Amounts sumOf(const QList<SpendSum> &sums, KeyId key, Currency currency)
{
    for (const auto &sum : sums) {
        if (sum.ref == key.value())
            return sum.amount;
    }
    return {Money::fromNanos(0, currency), Money::fromNanos(0, currency)};
}

KeyAccount keyAccount(const Account &account, const GatewayTraits &traits, Currency currency)
{
    KeyAccount shared;
    shared.id = account.id;
    shared.name = account.name;
    shared.gatewayName = traits.displayName;
    shared.currency = currency;
    if (traits.keyControls)
        shared.controls = traits.keyControls(account.role, account.panel() == PanelState::LoggedIn);
    if (traits.keysPage)
        shared.keysPage = traits.keysPage(account.baseUrl);
    return shared;
}

//! A new cap is in the currency of the caps that the account has.
void takeCurrenciesFromCaps(KeyTable &table)
{
    for (auto &account : table.accounts) {
        for (const auto &row : std::as_const(table.rows)) {
            if (row.key.account == account.id && row.key.cap)
                account.currency = row.key.cap->limit.currency();
        }
    }
}

} // namespace

Result<KeyTable> KeyTableBuilder::build()
{
    for (const auto step : {&KeyTableBuilder::addFrame, &KeyTableBuilder::addRows,
             &KeyTableBuilder::addAccounts, &KeyTableBuilder::addUse, &KeyTableBuilder::addRotations}) {
        if (auto done = (this->*step)(); !done)
            return fail(done.error());
    }
    if (auto done = addSpend(); !done)
        return fail(done.error());
    inspectAll();
    std::stable_sort(m_table.rows.begin(), m_table.rows.end(), [](const KeyRow &a, const KeyRow &b) {
        return a.month.currency() == b.month.currency() ? a.month > b.month
                                                        : a.month.currency() < b.month.currency();
    });
    return std::move(m_table);
}

Outcome KeyTableBuilder::addFrame()
{
    const auto zone = AccountRepository(m_database).zone();
    const auto currency = SpendRepository(m_database).mainCurrency();
    const auto rotation = WorkspaceRepository(m_database).rotationDays();
    if (!zone)
        return fail(zone.error());
    if (!currency)
        return fail(currency.error());
    if (!rotation)
        return fail(rotation.error());
    m_table.asOf = m_now;
    m_table.zone = *zone;
    m_table.today = localDay(m_now, *zone);
    m_table.month = monthOf(m_table.today);
    m_table.currency = *currency;
    m_table.rotationDays = *rotation;
    return Done{};
}

Outcome KeyTableBuilder::addRows()
{
    const auto keys = KeyRepository(m_database).all();
    if (!keys)
        return fail(keys.error());
    for (const auto &key : *keys) {
        if (key.goneAt)
            continue;
        KeyRow row;
        row.key = key;
        row.currency = key.cap ? key.cap->limit.currency() : m_table.currency;
        row.today = row.sevenDays = row.month = row.monthByok = Money::fromNanos(0, row.currency);
        row.rotationDue = rotationDue(key.bornAt(), key.rotationDays, m_table.rotationDays);
        m_table.rows.append(row);
    }
    return Done{};
}

Outcome KeyTableBuilder::addAccounts()
{
    AccountRepository repository(m_database);
    const auto accounts = repository.all();
    if (!accounts)
        return fail(accounts.error());
    for (const auto &account : *accounts) {
        const auto health = repository.health(account.id);
        const auto fingerprint = repository.keyFingerprint(account.id);
        const auto limits = LimitRepository(m_database).of(account.id);
        if (!health || !fingerprint)
            return fail(!health ? health.error() : fingerprint.error());
        if (!limits)
            return fail(limits.error());
        const auto traits = m_traits.value(account.gateway, {account.gateway, false});
        const auto shared = keyAccount(account, traits, m_table.currency);
        m_table.accounts.append(shared);
        for (auto &row : m_table.rows) {
            if (row.key.account != account.id)
                continue;
            row.accountName = shared.name;
            row.gatewayName = shared.gatewayName;
            row.controls = shared.controls;
            row.figuresAt = health->fetchedAt;
            row.isAccountsOwn = isAccountsOwnKey(row.key, *fingerprint);
            row.isStale = isStale(*health, m_now);
            for (const auto &limit : *limits) {
                if (limit.remoteKeyId == row.key.remoteId)
                    row.limits.append(limit);
            }
        }
    }
    takeCurrenciesFromCaps(m_table);
    return Done{};
}

Outcome KeyTableBuilder::addUse()
{
    KeyUseRepository uses(m_database);
    const auto last = uses.lastUsed(m_now.addDays(-UseDays), m_now);
    auto models = uses.requestedModels(m_now.addDays(-ModelDays));
    if (!last)
        return fail(last.error());
    if (!models)
        return fail(models.error());
    m_models = *std::move(models);
    for (auto &row : m_table.rows) {
        row.lastUsedAt = row.key.lastUsedAt;
        if (const auto seen = last->constFind(row.key.id); seen != last->cend())
            row.lastUsedAt = row.lastUsedAt ? std::max(*row.lastUsedAt, *seen) : *seen;
    }
    return Done{};
}

Outcome KeyTableBuilder::addRotations()
{
    const auto open = RotationRepository(m_database).open();
    if (!open)
        return fail(open.error());
    for (const auto &rotation : *open) {
        for (auto &row : m_table.rows) {
            if (row.key.id == rotation.oldKey)
                row.rotation = rotation;
        }
    }
    return Done{};
}

//! The sums are of the main currency; what keys spend in others stays in theirs.
Outcome KeyTableBuilder::addSpend()
{
    SpendRepository spend(m_database);
    const auto others = spend.otherCurrencies(m_table.month, m_table.currency);
    if (!others)
        return fail(others.error());
    m_table.otherCurrencies = *others;
    for (const auto &other : *others) {
        if (auto added = addSpend(other.currency()); !added)
            return added;
    }
    if (auto added = addSpend(m_table.currency); !added)
        return added;
    m_table.todayTotal = m_table.sevenDaysTotal = m_table.monthTotal = Money::fromNanos(0, m_table.currency);
    for (const auto &row : std::as_const(m_table.rows)) {
        if (row.currency != m_table.currency)
            continue;
        m_table.todayTotal += row.today;
        m_table.sevenDaysTotal += row.sevenDays;
        m_table.monthTotal += row.month;
    }
    return Done{};
}

Outcome KeyTableBuilder::addSpend(Currency currency)
{
    SpendRepository spend(m_database);
    const auto today = spend.byDimension(Dimension::Key, {m_table.today, m_table.today}, currency);
    const auto week = spend.byDimension(Dimension::Key, {m_table.today.addDays(-6), m_table.today}, currency);
    const auto month = spend.byDimension(Dimension::Key, m_table.month, currency);
    for (const auto *answer : {&today, &week, &month}) {
        if (!*answer)
            return fail(answer->error());
    }
    for (auto &row : m_table.rows) {
        const auto ofMonth = sumOf(*month, row.key.id, currency);
        const auto ofWeek = sumOf(*week, row.key.id, currency);
        const bool isSpentHere
            = !ofMonth.billed.isZero() || !ofMonth.byok.isZero() || !ofWeek.billed.isZero();
        if (!isSpentHere && row.currency != currency)
            continue;
        row.currency = currency;
        row.today = sumOf(*today, row.key.id, currency).billed;
        row.sevenDays = ofWeek.billed;
        row.month = ofMonth.billed;
        row.monthByok = ofMonth.byok;
    }
    return Done{};
}

void KeyTableBuilder::inspectAll()
{
    QHash<QString, QStringList> environments; // by secret
    QHash<AccountId, int> keysOf;
    for (const auto &row : std::as_const(m_table.rows)) {
        if (!row.key.secretFingerprint.isEmpty() && !row.key.labels.environment.isEmpty())
            environments[row.key.secretFingerprint].append(row.key.labels.environment);
        ++keysOf[row.key.account];
    }
    for (auto &row : m_table.rows) {
        row.marks = marksOf(row.key, row.controls);
        HygieneFacts facts{row.key, row.controls, m_now, row.lastUsedAt, row.rotationDue};
        facts.otherEnvironments = environments.value(row.key.secretFingerprint);
        facts.requestedModels = m_models.value(row.key.id);
        facts.isAccountsManagementKey
            = row.isAccountsOwn && row.controls.createsKeys && keysOf.value(row.key.account) == 1;
        row.findings = inspect(facts);
    }
}

Result<KeyDetails> KeyTableBuilder::details(KeyId key)
{
    const auto table = build();
    if (!table)
        return fail(table.error());
    KeyDetails details;
    for (const auto &row : table->rows) {
        if (row.key.id == key)
            details.row = row;
    }
    if (!details.row.key.id.isValid())
        return fail(Error::Kind::NotFound, u"key"_s);
    const DayRange soFar{table->month.first, table->today};
    const auto days
        = SpendRepository(m_database).byDimensionAndDay(Dimension::Key, soFar, details.row.currency);
    auto events = KeyEventRepository(m_database).of(key);
    if (!days)
        return fail(days.error());
    if (!events)
        return fail(events.error());
    details.events = *std::move(events);
    details.days = QList<Money>(soFar.days(), Money::fromNanos(0, details.row.currency));
    for (const auto &sum : *days) {
        if (sum.ref == key.value())
            details.days[soFar.first.daysTo(sum.day)] += sum.amount.billed;
    }
    for (auto replaced = details.row.key.replaces; replaced && !details.lineage.contains(*replaced);) {
        details.lineage.append(*replaced);
        const auto before = KeyRepository(m_database).byId(*replaced);
        replaced = before ? before->replaces : std::nullopt;
    }
    return details;
}

} // namespace tollkeeper
