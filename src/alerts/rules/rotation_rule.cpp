// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/rules/rules.h"
#include "domain/rotation.h"
#include "storage/rotation_repository.h"
#include "storage/workspace_repository.h"

#include <QSet>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qint64 DayInSeconds = 86400;

Result<QSet<KeyId>> keysBeingReplaced(const RuleLook &look)
{
    const auto open = RotationRepository(look.database()).open();
    if (!open)
        return fail(open.error());
    QSet<KeyId> keys;
    for (const auto &rotation : *open)
        keys.insert(rotation.oldKey);
    return keys;
}

} // namespace

//! By the policy of the key, else of the workspace. Steps: the days of notice, and 0 when it is due; only the
//! nearest one is true: it takes the place of the notice. A key whose replacement is under way raises
//! nothing. Episodes: they end with the key, or with another policy.
Result<AlertFindings> lookForDueRotations(const RuleLook &look)
{
    const auto keys = look.keys();
    const auto policy = WorkspaceRepository(look.database()).rotationDays();
    const auto replaced = keysBeingReplaced(look);
    if (!keys)
        return fail(keys.error());
    if (!policy)
        return fail(policy.error());
    if (!replaced)
        return fail(replaced.error());
    const auto notice = int(look.value(u"notice"_s));
    AlertFindings findings;
    for (const auto &key : *keys) {
        const auto due = rotationDue(key.bornAt(), key.rotationDays, *policy);
        if (!due || key.isDisabled || key.bornAt() > look.now())
            continue;
        const auto left = look.now().secsTo(*due);
        const bool raises = !replaced->contains(key.id);
        for (const auto step : notice > 0 ? QList<int>{0, notice} : QList<int>{0}) {
            if (left > step * DayInSeconds)
                continue;
            auto finding = look.finding(subjectOf(key.id), look.about(key));
            finding.step = step;
            finding.level = raises ? AlertFinding::Level::Fires : AlertFinding::Level::Holds;
            finding.facts.since = key.bornAt();
            finding.facts.until = due;
            finding.facts.daysLeft = double(left) / double(DayInSeconds);
            finding.facts.count = key.bornAt().daysTo(look.now());
            finding.facts.of = key.rotationDays.value_or(*policy);
            findings.found.append(finding);
            break;
        }
    }
    return findings;
}

} // namespace tollkeeper
