// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/rules/rule_look.h"

#include "domain/zone_days.h"
#include "storage/account_repository.h"
#include "storage/key_repository.h"

namespace tollkeeper {

RuleLook::RuleLook(Database &database, AlertRule rule, QDateTime now, QTimeZone zone)
    : m_database(&database)
    , m_rule(std::move(rule))
    , m_now(std::move(now))
    , m_zone(std::move(zone))
    , m_today(localDay(m_now, m_zone))
{
}

Result<RuleLook> RuleLook::at(
    Database &database, const AlertRule &rule, const QDateTime &now, const QTimeZone &zone)
{
    RuleLook look(database, rule, now, zone);
    auto accounts = AccountRepository(database).all();
    auto outages = OutageRepository(database).at(now);
    if (!accounts)
        return fail(accounts.error());
    if (!outages)
        return fail(outages.error());
    look.m_accounts = *std::move(accounts);
    look.m_outages = *std::move(outages);
    return look;
}

std::optional<Outage> RuleLook::outageOf(AccountId account) const
{
    const auto found = m_outages.constFind(account);
    return found == m_outages.constEnd() ? std::nullopt : std::optional(*found);
}

Result<QList<ApiKey>> RuleLook::keys() const
{
    auto keys = KeyRepository(*m_database).all();
    if (keys)
        keys->removeIf([this](const ApiKey &key) { return key.goneAt && *key.goneAt <= m_now; });
    return keys;
}

Result<ApiKey> RuleLook::key(KeyId key) const
{
    return KeyRepository(*m_database).byId(key);
}

Result<QSet<KeyId>> RuleLook::silentKeys() const
{
    QSet<KeyId> silent;
    if (m_outages.isEmpty())
        return silent;
    const auto all = keys();
    if (!all)
        return fail(all.error());
    for (const auto &key : *all) {
        if (isSilent(key.account))
            silent.insert(key.id);
    }
    return silent;
}

Money RuleLook::amount(const QString &name, Currency currency) const
{
    constexpr qint64 Cent = 10'000'000; // nanos
    return Money::fromNanos(value(name) * Cent, currency);
}

AlertFinding RuleLook::finding(const QString &subject, AlertFacts facts) const
{
    AlertFinding finding;
    finding.kind = m_rule.kind;
    finding.source = m_rule.id.value();
    finding.subject = subject;
    finding.severity = m_rule.severity;
    finding.facts = std::move(facts);
    return finding;
}

AlertFacts RuleLook::about(const ApiKey &key) const
{
    AlertFacts facts;
    facts.name = key.name;
    facts.accountName = nameOf(key.account);
    return facts;
}

AlertFacts RuleLook::about(const Account &account) const
{
    AlertFacts facts;
    facts.name = account.name;
    facts.accountName = account.name;
    return facts;
}

QString RuleLook::nameOf(AccountId account) const
{
    for (const auto &known : m_accounts) {
        if (known.id == account)
            return known.name;
    }
    return {};
}

} // namespace tollkeeper
