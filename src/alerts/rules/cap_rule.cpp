// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/rules/rules.h"
#include "storage/account_repository.h"
#include "storage/key_spend_repository.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int ClearingPoints = 5; // percent; this far below a step it is over

//! The stretch of the gateway's calendar, which is that of UTC, that a cap counts.
struct CapPeriod {
    QDate first; //!< invalid: it never resets, or in a way of the gateway's own
    QDate next;
};

CapPeriod periodOf(const QString &reset, QDate day)
{
    if (reset == u"daily")
        return {day, day.addDays(1)};
    if (reset == u"weekly") {
        const auto monday = day.addDays(1 - day.dayOfWeek());
        return {monday, monday.addDays(7)};
    }
    if (reset == u"monthly") {
        const QDate first(day.year(), day.month(), 1);
        return {first, first.addMonths(1)};
    }
    return {};
}

class CapUse {
public:
    CapUse(const RuleLook &look, const ApiKey &key, CapPeriod period)
        : m_look(look), m_key(key), m_period(period)
    {
    }

    void addTo(AlertFindings &findings)
    {
        const auto reached = int(m_look.value(u"percent"_s));
        const auto near = std::min(int(m_look.value(u"warn"_s)), reached);
        const auto use = m_key.cap->used->approximate() / m_key.cap->limit.approximate() * 100;
        if (use > reached - ClearingPoints)
            findings.found.append(
                at(reached, use, use >= reached ? AlertFinding::Level::Fires : AlertFinding::Level::Holds,
                    m_look.rule().severity));
        // Once the cap is reached, that it was near is no news any more, but no less true.
        if (near < reached && use > near - ClearingPoints)
            findings.found.append(at(near, use,
                use >= near && use < reached ? AlertFinding::Level::Fires : AlertFinding::Level::Holds,
                std::min(m_look.rule().severity, AlertSeverity::Warning)));
    }

private:
    [[nodiscard]] AlertFinding at(
        int step, double use, AlertFinding::Level level, AlertSeverity severity) const
    {
        auto finding = m_look.finding(subjectOf(m_key.id), m_look.about(m_key));
        finding.step = step;
        finding.level = level;
        finding.severity = severity;
        finding.facts.spent = m_key.cap->used;
        finding.facts.limit = m_key.cap->limit;
        finding.facts.percent = use;
        if (m_period.first.isValid()) {
            finding.occurrence = m_period.first.toString(Qt::ISODate);
            finding.facts.until = m_period.next.startOfDay(Qt::UTC);
        }
        return finding;
    }

    const RuleLook &m_look;
    const ApiKey &m_key;
    CapPeriod m_period;
};

bool hasUse(const ApiKey &key)
{
    return !key.isDisabled && key.cap && key.cap->used && key.cap->limit.nanos() > 0
        && key.cap->used->currency() == key.cap->limit.currency();
}

} // namespace

//! The gateway's own figures; only what they are now is kept. Step: percent of the cap. Occurrence: first day
//! of the cap's period; an episode where it never resets.
Result<AlertFindings> lookForReachedCaps(const RuleLook &look)
{
    const auto keys = look.keys();
    if (!keys)
        return fail(keys.error());
    QHash<AccountId, QDateTime> fetchedAt;
    for (const auto &account : look.accounts()) {
        const auto health = AccountRepository(look.database()).health(account.id);
        if (!health)
            return fail(health.error());
        fetchedAt.insert(account.id, health->fetchedAt.value_or(look.now()));
    }
    AlertFindings findings;
    for (const auto &key : *keys) {
        if (!hasUse(key))
            continue;
        const auto period = periodOf(key.cap->reset, look.now().toUTC().date());
        // A figure from before the reset says nothing of the period that has begun since.
        const bool isOfBefore = period.first.isValid()
            && fetchedAt.value(key.account, look.now()) < period.first.startOfDay(Qt::UTC);
        if (look.isSilent(key.account) || isOfBefore)
            findings.undecidedSubjects.append(subjectOf(key.id));
        else
            CapUse(look, key, period).addTo(findings);
    }
    return findings;
}

} // namespace tollkeeper
