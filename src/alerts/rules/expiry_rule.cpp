// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/rules/rules.h"
#include "base/clock.h"

#include <algorithm>
#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qint64 DayInSeconds = 86400;
constexpr int DaysOfNews = 7; // a key that expired longer ago raises nothing any more

//! The steps, the nearest one first.
QList<int> stepsOf(const RuleLook &look)
{
    QList<int> steps{int(look.value(u"third"_s)), int(look.value(u"second"_s)), int(look.value(u"first"_s))};
    std::sort(steps.begin(), steps.end());
    steps.erase(std::unique(steps.begin(), steps.end()), steps.end());
    return steps;
}

} // namespace

//! Time alone makes it true, so that it is told while the gateway does not answer, too. Step: days before.
//! Occurrence: the moment of expiry. Only the nearest step that is reached is true: it takes the place of the
//! ones before.
Result<AlertFindings> lookForExpiringKeys(const RuleLook &look)
{
    const auto keys = look.keys();
    if (!keys)
        return fail(keys.error());
    AlertFindings findings;
    for (const auto &key : *keys) {
        if (!key.expiresAt || key.isDisabled || key.bornAt() > look.now())
            continue;
        const auto left = look.now().secsTo(*key.expiresAt);
        const bool isNews = left > -DaysOfNews * DayInSeconds;
        for (const auto step : stepsOf(look)) {
            if (left > step * DayInSeconds)
                continue;
            auto finding = look.finding(subjectOf(key.id), look.about(key));
            finding.step = step;
            finding.occurrence = utcText(*key.expiresAt);
            finding.level = isNews ? AlertFinding::Level::Fires : AlertFinding::Level::Holds;
            finding.facts.until = key.expiresAt;
            finding.facts.daysLeft = double(left) / double(DayInSeconds);
            findings.found.append(finding);
            break;
        }
    }
    return findings;
}

} // namespace tollkeeper
