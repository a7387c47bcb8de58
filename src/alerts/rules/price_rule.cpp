// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/rules/rules.h"
#include "base/clock.h"
#include "storage/key_spend_repository.h"
#include "storage/price_change_repository.h"

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int DaysOfNews = 7;
constexpr int InUseDays = 30;

std::optional<double> changeOf(const std::optional<UnitPrice> &before, const std::optional<UnitPrice> &after)
{
    if (!before || !after || before->femtos == after->femtos)
        return std::nullopt;
    if (before->femtos == 0)
        return 100.0; // what was free costs something now
    return (double(after->femtos) - double(before->femtos)) * 100 / double(before->femtos);
}

//! The greater of the changes of input and output, in percent; negative: cheaper.
double changeOf(const PriceChange &change)
{
    const auto input = changeOf(change.inputBefore, change.inputAfter).value_or(0);
    const auto output = changeOf(change.outputBefore, change.outputAfter).value_or(0);
    return std::abs(input) > std::abs(output) ? input : output;
}

//! 10^-15 a unit is 10^-9 a million units.
std::optional<Money> perMillion(const std::optional<UnitPrice> &price)
{
    return price ? std::optional(Money::fromNanos(price->femtos, price->currency)) : std::nullopt;
}

QString unitWord(PriceUnit unit)
{
    switch (unit) {
    case PriceUnit::Token:
        break;
    case PriceUnit::Request:
        return u"request"_s;
    case PriceUnit::Second:
        return u"second"_s;
    }
    return u"token"_s;
}

} // namespace

//! News for a week. Occurrence: the reading of the catalogue that told it. Prices per million units: usual
//! and limit are input and output before, spent and expected the same now; facts.cause is the unit,
//! facts.driver the key that costs most with that model.
Result<AlertFindings> lookForPriceChanges(const RuleLook &look)
{
    const auto changes = PriceChangeRepository(look.database())
                             .ofModelsInUse(look.now().addDays(-DaysOfNews), look.now().addMSecs(1));
    if (!changes)
        return fail(changes.error());
    AlertFindings findings;
    for (const auto &change : *changes) {
        const auto percent = changeOf(change);
        if (std::abs(percent) <= double(look.value(u"percent"_s)))
            continue;
        const auto driver = KeySpendRepository(look.database(), look.now())
                                .topKeyOf(change.account, change.model, look.now().addDays(-InUseDays));
        if (!driver)
            return fail(driver.error());
        auto finding = look.finding(subjectOfModel(change.model));
        finding.occurrence = utcText(change.at) + u' ' + QString::number(change.account.value());
        finding.facts.name = change.model;
        finding.facts.accountName = change.accountName;
        finding.facts.percent = percent;
        finding.facts.since = change.at;
        finding.facts.usual = perMillion(change.inputBefore);
        finding.facts.spent = perMillion(change.inputAfter);
        finding.facts.limit = perMillion(change.outputBefore);
        finding.facts.expected = perMillion(change.outputAfter);
        finding.facts.cause = unitWord(change.unit);
        finding.facts.driver = *driver;
        findings.found.append(finding);
    }
    return findings;
}

} // namespace tollkeeper
