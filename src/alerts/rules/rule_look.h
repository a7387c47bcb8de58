// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/result.h"
#include "domain/account.h"
#include "domain/alert_finding.h"
#include "domain/alert_rule.h"
#include "domain/api_key.h"
#include "storage/outage_repository.h"

#include <QSet>
#include <QTimeZone>

namespace tollkeeper {

//! One look of one rule at one moment: what every kind of rule asks for. Synchronous: use it on a storage
//! thread. What came after now() must not be asked of the database.
class RuleLook {
public:
    [[nodiscard]] static Result<RuleLook> at(
        Database &database, const AlertRule &rule, const QDateTime &now, const QTimeZone &zone);

    [[nodiscard]] Database &database() const { return *m_database; }
    [[nodiscard]] const AlertRule &rule() const { return m_rule; }
    [[nodiscard]] const QDateTime &now() const { return m_now; } //!< UTC
    [[nodiscard]] const QTimeZone &zone() const { return m_zone; } //!< the reporting zone
    [[nodiscard]] QDate today() const { return m_today; } //!< of the reporting zone

    //! Those not removed.
    [[nodiscard]] const QList<Account> &accounts() const { return m_accounts; }
    //! Its last poll did not count: of figures that may have moved since, nothing can be told.
    [[nodiscard]] bool isSilent(AccountId account) const { return m_outages.contains(account); }
    [[nodiscard]] std::optional<Outage> outageOf(AccountId account) const;
    //! Those that the gateways had at the time.
    [[nodiscard]] Result<QList<ApiKey>> keys() const;
    [[nodiscard]] Result<ApiKey> key(KeyId key) const;
    //! Keys of silent accounts.
    [[nodiscard]] Result<QSet<KeyId>> silentKeys() const;

    //! A value of the rule by its name.
    [[nodiscard]] qint64 value(const QString &name) const { return m_rule.value(name); }
    [[nodiscard]] Money amount(const QString &name, Currency currency) const;

    //! A finding of this rule, without figures.
    [[nodiscard]] AlertFinding finding(const QString &subject, AlertFacts facts = {}) const;
    [[nodiscard]] AlertFacts about(const ApiKey &key) const;
    [[nodiscard]] AlertFacts about(const Account &account) const;
    [[nodiscard]] QString nameOf(AccountId account) const;

private:
    RuleLook(Database &database, AlertRule rule, QDateTime now, QTimeZone zone);

    Database *m_database;
    AlertRule m_rule;
    QDateTime m_now;
    QTimeZone m_zone;
    QDate m_today;
    QList<Account> m_accounts;
    QHash<AccountId, Outage> m_outages;
};

} // namespace tollkeeper
