// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/rules/rules.h"
#include "storage/account_repository.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

//! An episode, from so many minutes or failed polls on until a poll counts again. facts.cause is the fixed
//! word of AccountState, facts.count how many polls failed, facts.since the last answer. Of an account that
//! has never answered nothing can be told.
Result<AlertFindings> lookForSilentGateways(const RuleLook &look)
{
    constexpr qint64 MinuteInSeconds = 60;
    AlertFindings findings;
    for (const auto &account : look.accounts()) {
        const auto health = AccountRepository(look.database()).health(account.id);
        if (!health)
            return fail(health.error());
        if (!health->fetchedAt) {
            findings.undecidedSubjects.append(subjectOf(account.id));
            continue;
        }
        const auto outage = look.outageOf(account.id);
        if (!outage)
            continue;
        const auto lasted = outage->beganAt.secsTo(look.now());
        if (lasted < look.value(u"minutes"_s) * MinuteInSeconds && outage->polls < look.value(u"polls"_s))
            continue;
        auto finding = look.finding(subjectOf(account.id), look.about(account));
        finding.facts.count = outage->polls;
        finding.facts.since = std::min(*health->fetchedAt, outage->beganAt);
        finding.facts.cause = toText(outage->state);
        findings.found.append(finding);
    }
    return findings;
}

} // namespace tollkeeper
