// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/rule_evaluation.h"

#include "alerts/rules/rules.h"

namespace tollkeeper {
namespace {

using Looking = Result<AlertFindings> (*)(const RuleLook &);

Looking lookingOf(AlertKind kind)
{
    switch (kind) {
    case AlertKind::Spike:
        return lookForSpikes;
    case AlertKind::LowBalance:
        return lookForLowBalances;
    case AlertKind::KeyCap:
        return lookForReachedCaps;
    case AlertKind::KeyExpiry:
        return lookForExpiringKeys;
    case AlertKind::RotationDue:
        return lookForDueRotations;
    case AlertKind::GatewayHealth:
        return lookForSilentGateways;
    case AlertKind::FailureRate:
    case AlertKind::FallbackRate:
        return lookForHighRates;
    case AlertKind::ServedModel:
        return lookForOtherModels;
    case AlertKind::PriceChange:
        return lookForPriceChanges;
    case AlertKind::UnusualHour:
        return lookForUnusualHours;
    case AlertKind::UncappedKey:
        return lookForUncappedKeys;
    case AlertKind::UnusedKey:
        return lookForUnusedKeys;
    case AlertKind::WeeklyDigest:
        return digestOfTheWeek;
    case AlertKind::BudgetSpent:
    case AlertKind::BudgetForecast:
        break;
    }
    return nullptr;
}

} // namespace

Result<AlertFindings> evaluateRule(
    Database &database, const AlertRule &rule, const QDateTime &now, const QTimeZone &zone)
{
    const auto looking = lookingOf(rule.kind);
    if (!looking)
        return fail(Error::Kind::InvalidInput, QStringLiteral("a budget is no rule"));
    const auto look = RuleLook::at(database, rule, now, zone);
    return look ? looking(*look) : fail(look.error());
}

} // namespace tollkeeper
