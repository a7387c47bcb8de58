// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/rule_evaluation.h"
#include "storage/alert_rule_repository.h"
#include "storage/key_repository.h"
#include "storage/poll_repository.h"
#include "support/ledger_facts.h"
#include "support/request_rows.h"
#include "support/temp_profile.h"

#include <memory>

//! A ledger that rules look at, with one account "Main". Days are of June 2026, UTC unless said otherwise.
class RuleWorld {
public:
    RuleWorld()
        : m_database(std::make_unique<tollkeeper::Database>(m_profile.open()))
        , m_account(ledger::addAccount(*m_database, QStringLiteral("Main")))
    {
        ledger::setZone(*m_database, "UTC");
        (void)tollkeeper::AlertRuleRepository(*m_database).addMissing();
    }

    [[nodiscard]] tollkeeper::Database &database() { return *m_database; }
    [[nodiscard]] const tollkeeper::Profile &profile() const { return m_profile.profile(); }
    [[nodiscard]] tollkeeper::AccountId account() const { return m_account; }

    //! As stored, so that it has its id; with one value changed where it is named.
    [[nodiscard]] tollkeeper::AlertRule rule(
        tollkeeper::AlertKind kind, const QString &name = {}, qint64 value = 0)
    {
        const auto all = *tollkeeper::AlertRuleRepository(*m_database).all();
        for (auto rule : all) {
            if (rule.kind != kind)
                continue;
            if (!name.isEmpty())
                rule.values.insert(name, value);
            return rule;
        }
        qFatal("no such rule");
    }

    void poll(const tollkeeper::PollFacts &facts, const QDateTime &at)
    {
        const auto stored = tollkeeper::PollRepository(*m_database).store(m_account, facts, at);
        if (!stored)
            qFatal("poll: %s", qPrintable(stored.error().detail));
    }
    void pollFails(const QDateTime &at)
    {
        tollkeeper::Error error;
        error.kind = tollkeeper::Error::Kind::Timeout;
        const auto marked = tollkeeper::AccountRepository(*m_database).markFailed(m_account, at, error);
        if (!marked)
            qFatal("poll: %s", qPrintable(marked.error().detail));
    }

    //! A day of one key as its gateway sums it up the morning after.
    void spend(const QString &key, int day, qint64 cents)
    {
        tollkeeper::PollFacts facts;
        facts.buckets = {ledger::bucket(day, {}, cents, key)};
        poll(facts, ledger::june(day + 1, 6));
    }
    //! What of a day the gateway tells at that moment of it.
    void spendSoFar(const QString &key, const QDateTime &now, qint64 cents)
    {
        tollkeeper::PollFacts facts;
        auto bucket = ledger::bucket(ledger::june(1).daysTo(now) + 1, {}, cents, key);
        bucket.end = now;
        facts.buckets = {bucket};
        poll(facts, now);
    }

    [[nodiscard]] tollkeeper::ApiKey key(const QString &remote)
    {
        return **tollkeeper::KeyRepository(*m_database).byRemoteId(m_account, remote);
    }

    [[nodiscard]] tollkeeper::AlertFindings look(const tollkeeper::AlertRule &rule, const QDateTime &now)
    {
        const auto zone = *tollkeeper::AccountRepository(*m_database).zone();
        const auto found = tollkeeper::evaluateRule(*m_database, rule, now, zone);
        if (!found)
            qFatal("look: %s", qPrintable(found.error().detail));
        return *found;
    }
    //! Each finding as a line: "key:1 fires step 80 of 2026-06-01", and "key:1 undecided".
    [[nodiscard]] QStringList seen(const tollkeeper::AlertRule &rule, const QDateTime &now)
    {
        const auto findings = look(rule, now);
        QStringList lines;
        for (const auto &finding : findings.found) {
            const bool fires = finding.level == tollkeeper::AlertFinding::Level::Fires;
            auto line = finding.subject + (fires ? QStringLiteral(" fires") : QStringLiteral(" holds"));
            if (finding.step != 0)
                line += QStringLiteral(" step %1").arg(finding.step);
            if (!finding.occurrence.isEmpty())
                line += QStringLiteral(" of ") + finding.occurrence;
            lines.append(line);
        }
        for (const auto &subject : findings.undecidedSubjects)
            lines.append(subject + QStringLiteral(" undecided"));
        return lines;
    }

private:
    TempProfile m_profile;
    std::unique_ptr<tollkeeper::Database> m_database;
    tollkeeper::AccountId m_account;
};
