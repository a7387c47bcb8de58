// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/rules/rules.h"
#include "storage/key_spend_repository.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int FurtherDays = 60; // looked at beyond those of the rule, to say when it was used last

//! UTC; when a key was used last, as far as the ledger or the gateway tells; invalid: it is not known to have
//! been.
QDateTime lastUse(const RuleLook &look, const ApiKey &key, const QHash<KeyId, QDateTime> &used)
{
    auto last = used.value(key.id);
    if (key.lastUsedAt && *key.lastUsedAt <= look.now() && (!last.isValid() || *key.lastUsedAt > last))
        last = *key.lastUsedAt;
    return last;
}

} // namespace

//! An episode, from so many days without cost on until the key costs something, is disabled or gone.
//! facts.count are the days, facts.since the last use; without it the key has not been used since it is
//! known.
Result<AlertFindings> lookForUnusedKeys(const RuleLook &look)
{
    const auto days = look.value(u"days"_s);
    const auto from = look.now().addDays(-days);
    KeySpendRepository spend(look.database(), look.now());
    const auto used = spend.lastUsed(from.addDays(-FurtherDays));
    const auto untold = spend.withSpendOfNoKey(from);
    const auto keys = look.keys();
    if (!used)
        return fail(used.error());
    if (!untold)
        return fail(untold.error());
    if (!keys)
        return fail(keys.error());
    QSet<AccountId> silent = *untold;
    for (const auto &account : look.accounts()) {
        if (!account.tellsSpend)
            silent.insert(account.id);
    }
    AlertFindings findings;
    for (const auto &key : *keys) {
        if (key.isDisabled || key.bornAt() > from || key.firstSeenAt > look.now())
            continue;
        const auto last = lastUse(look, key, *used);
        const bool cannotTell = silent.contains(key.account) && !key.lastUsedAt;
        if (look.isSilent(key.account) || cannotTell) {
            findings.undecidedSubjects.append(subjectOf(key.id));
            continue;
        }
        // What was before the account was added here is known only where the gateway tells it.
        const auto since = last.isValid() ? last : std::max(key.bornAt(), key.firstSeenAt);
        if (since > from)
            continue;
        auto finding = look.finding(subjectOf(key.id), look.about(key));
        finding.facts.count = since.daysTo(look.now());
        if (last.isValid())
            finding.facts.since = last;
        findings.found.append(finding);
    }
    return findings;
}

} // namespace tollkeeper
