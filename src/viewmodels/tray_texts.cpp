// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/tray_texts.h"

#include "base/translation_contexts.h"
#include "domain/zone_days.h"
#include "viewmodels/account_rows.h"
#include "words/figures.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

bool hasBudget(const Overview &overview)
{
    return overview.budget && overview.budget->limit.nanos() > 0;
}

QString spentLine(const Overview &overview)
{
    const auto month = monthNameText(overview.today);
    if (!hasBudget(overview))
        //: %1 is money, %2 a month
        return (overview.isAtLeast ? texts::Tray::tr("At least %1 in %2") : texts::Tray::tr("%1 in %2"))
            .arg(moneyText(overview.spent), month);
    const auto &limit = overview.budget->limit;
    //: %1 and %2 are money, %3 a month, %4 a percentage
    return (overview.isAtLeast ? texts::Tray::tr("At least %1 of %2 in %3, %4")
                               : texts::Tray::tr("%1 of %2 in %3, %4"))
        .arg(moneyText(overview.counted), wholeMoneyText(limit), month, percentText(overview.counted, limit));
}

//! A forecast is of what gateways bill, so a budget that counts more is not compared with it.
QString forecastLine(const Overview &overview)
{
    const auto today = moneyText(overview.todaySoFar);
    if (!overview.forecast)
        //: %1 is money
        return texts::Tray::tr("Today %1.").arg(today);
    const auto &expected = overview.forecast->expected;
    const auto forecast = wholeMoneyText(expected);
    if (!hasBudget(overview) || overview.budget->includesByok)
        //: %1 and %2 are money
        return texts::Tray::tr("Today %1. Forecast %2.").arg(today, forecast);
    const auto &limit = overview.budget->limit;
    if (expected <= limit)
        //: %1, %2 and %3 are money
        return texts::Tray::tr("Today %1. Forecast %2, %3 below the budget.")
            .arg(today, forecast, wholeMoneyText(limit - expected));
    //: %1, %2 and %3 are money
    return texts::Tray::tr("Today %1. Forecast %2, over by %3.")
        .arg(today, forecast, wholeMoneyText(expected - limit));
}

QString accountText(const AccountRow &row)
{
    if (row.isStale && !row.asOf.isEmpty())
        //: %1 is an account, %2 a time or day
        return texts::Tray::tr("%1: stale, %2").arg(row.name, row.asOf);
    if (row.hasBalance && row.mark == u"ok")
        //: %1 is an account, %2 its balance
        return texts::Tray::tr("%1: %2 left").arg(row.name, row.balance);
    //: %1 is an account, %2 how it is
    return texts::Tray::tr("%1: %2").arg(row.name, row.state);
}

bool isOffline(const Overview &overview)
{
    return !overview.accounts.isEmpty() && std::ranges::all_of(overview.accounts, [](const auto &line) {
        return line.health.state == AccountState::Unreachable;
    });
}

bool isPaused(const TrayFacts &facts)
{
    return facts.settings.pausedUntil && *facts.settings.pausedUntil > facts.overview.asOf;
}

TrayState stateOf(const TrayFacts &facts)
{
    if (isPaused(facts) || isOffline(facts.overview))
        return TrayState::Paused;
    if (!facts.marks)
        return TrayState::Normal;
    if (facts.inbox.criticalOpen > 0)
        return TrayState::Critical;
    const bool isStale = std::ranges::any_of(facts.overview.accounts, &AccountLine::isStale);
    return facts.inbox.open > 0 || isStale ? TrayState::Warning : TrayState::Normal;
}

QString alertCount(const Inbox &inbox)
{
    if (inbox.criticalOpen > 0)
        return inbox.criticalOpen == 1 ? texts::Tray::tr("1 critical alert")
                                       : texts::Tray::tr("%n critical alerts", nullptr, inbox.criticalOpen);
    if (inbox.open > 0)
        return inbox.open == 1 ? texts::Tray::tr("1 open alert")
                               : texts::Tray::tr("%n open alerts", nullptr, inbox.open);
    return texts::Tray::tr("no open alerts");
}

QString tipOf(const TrayFacts &facts)
{
    const auto &overview = facts.overview;
    const auto count = alertCount(facts.inbox);
    if (!hasBudget(overview))
        //: %1 is money, %2 a month, %3 "2 critical alerts"
        return (overview.isAtLeast ? texts::Tray::tr("Tollkeeper: at least %1 in %2, %3")
                                   : texts::Tray::tr("Tollkeeper: %1 in %2, %3"))
            .arg(wholeMoneyText(overview.spent), monthNameText(overview.today), count);
    //: %1 and %2 are money, %3 "2 critical alerts"
    return (overview.isAtLeast ? texts::Tray::tr("Tollkeeper: at least %1 of %2, %3")
                               : texts::Tray::tr("Tollkeeper: %1 of %2, %3"))
        .arg(wholeMoneyText(overview.counted), wholeMoneyText(overview.budget->limit), count);
}

QString untilText(const QDateTime &moment, const Overview &overview)
{
    const auto day = localDay(moment, overview.zone);
    const auto time = timeText(moment, overview.zone);
    return day == overview.today ? time : dayText(day) + u' ' + time;
}

} // namespace

TrayContents trayContents(const TrayFacts &facts)
{
    const auto &overview = facts.overview;
    TrayContents contents;
    contents.state = stateOf(facts);
    contents.tip = tipOf(facts);
    if (!overview.accounts.isEmpty())
        contents.figures = {spentLine(overview), forecastLine(overview)};
    contents.alerts = facts.inbox.open == 0 ? texts::Tray::tr("Alerts: none open")
        : facts.inbox.open == 1             ? texts::Tray::tr("Alerts: 1 open")
                                            : texts::Tray::tr("Alerts: %n open", nullptr, facts.inbox.open);
    for (const auto &row : accountRows(overview))
        contents.accounts.append({row.id, accountText(row)});
    contents.canPoll = !facts.isPolling && !overview.accounts.isEmpty();
    if (facts.isPolling)
        contents.poll = texts::Tray::tr("Polling now");
    else
        //: %1 is a time
        contents.poll = facts.lastPolledAt
            ? texts::Tray::tr("Poll now (last %1)").arg(timeText(*facts.lastPolledAt, overview.zone))
            : texts::Tray::tr("Poll now");
    if (isPaused(facts))
        //: %1 is a time, or a day and a time
        contents.paused = texts::Tray::tr("Alerts are paused until %1")
                              .arg(untilText(*facts.settings.pausedUntil, overview));
    return contents;
}

} // namespace tollkeeper
