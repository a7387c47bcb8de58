// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/demo_budgets.h"

#include "storage/account_repository.h"
#include "storage/alert_repository.h"
#include "storage/key_repository.h"
#include "storage/workspace_repository.h"

#include <QCoroFuture>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

using Kind = BudgetScope::Kind;
using Period = BudgetPeriod::Kind;

constexpr int PollSeconds = 300;
constexpr int MostAlerts = 500;
constexpr int DaysUnseen = 2;
constexpr int DaysPutOff = 4;

struct DemoBudget {
    const char16_t *name;
    Kind kind;
    const char16_t *value;
    qint64 limit; //!< dollars
    Period period = Period::Monthly;
    bool includesByok = false;
};

constexpr std::array Budgets{
    DemoBudget{u"Support", Kind::Team, u"Support", 4800},
    DemoBudget{u"Search", Kind::Team, u"Search", 2400},
    DemoBudget{u"Data", Kind::Team, u"Data", 2400},
    DemoBudget{u"Platform", Kind::Team, u"Platform", 1800},
    DemoBudget{u"OpenRouter · labs", Kind::Account, u"OpenRouter · labs", 900, Period::Monthly, true},
    DemoBudget{u"dev environment", Kind::Environment, u"dev", 450, Period::Weekly},
    DemoBudget{u"Claude Sonnet", Kind::Model, u"anthropic/claude-sonnet-4.5", 4000},
    DemoBudget{u"Nightly runs", Kind::Tag, u"nightly", 120, Period::Daily},
    DemoBudget{u"code-agents-dev", Kind::Key, u"code-agents-dev", 800},
};

//! Accounts and keys are counted by id.
QString valueOf(const DemoBudget &budget, const QList<Account> &accounts, const QList<ApiKey> &keys)
{
    const QString name = QString::fromUtf16(budget.value);
    for (const auto &account : accounts) {
        if (budget.kind == Kind::Account && account.name == name)
            return QString::number(account.id.value());
    }
    for (const auto &key : keys) {
        if (budget.kind == Kind::Key && key.name == name)
            return QString::number(key.id.value());
    }
    return budget.kind == Kind::Account || budget.kind == Kind::Key ? QString() : name;
}

QList<Budget> demoBudgets(const QList<Account> &accounts, const QList<ApiKey> &keys)
{
    QList<Budget> budgets;
    for (const auto &one : Budgets) {
        Budget budget;
        budget.name = QString::fromUtf16(one.name);
        budget.scope = {one.kind, valueOf(one, accounts, keys)};
        budget.limit = Money::fromNanos(one.limit * 1'000'000'000);
        budget.period.kind = one.period;
        budget.includesByok = one.includesByok;
        if (!budget.scope.value.isEmpty())
            budgets.append(budget);
    }
    return budgets;
}

} // namespace

Async<Done> lookAsIfRunning(Services &services, QDateTime moment)
{
    auto noting = services.storage().write([before = moment.addSecs(-PollSeconds)](Database &database) {
        return WorkspaceRepository(database).setEvaluatedAt(before);
    });
    const auto noted = co_await noting;
    co_return noted;
}

Async<Done> tidyDemoInbox(Services &services, QDateTime present)
{
    auto reading = services.storage().read([](Database &database) {
        return AlertRepository(database).latestIn({AlertState::Firing}, MostAlerts);
    });
    const auto alerts = co_await reading;
    if (!alerts)
        co_return fail(alerts.error());
    QList<AlertId> seen;
    QList<AlertId> putOff;
    for (const auto &alert : *alerts) {
        const bool isOld = alert.raisedAt.daysTo(present) > DaysUnseen;
        if (isOld && alert.kind == AlertKind::UncappedKey && putOff.isEmpty())
            putOff.append(alert.id);
        else if (isOld)
            seen.append(alert.id);
    }
    auto acknowledging = services.alerts().acknowledge(seen);
    if (const auto acknowledged = co_await acknowledging; !acknowledged)
        co_return fail(acknowledged.error());
    auto snoozing = services.alerts().snooze(putOff, present.addDays(DaysPutOff));
    const auto snoozed = co_await snoozing;
    co_return snoozed;
}

Async<Done> addDemoBudgets(Services &services)
{
    auto reading = services.storage().read([](Database &database) -> Result<QList<Budget>> {
        const auto accounts = AccountRepository(database).all();
        const auto keys = KeyRepository(database).all();
        if (!accounts || !keys)
            return fail(!accounts ? accounts.error() : keys.error());
        return demoBudgets(*accounts, *keys);
    });
    const auto budgets = co_await reading;
    if (!budgets)
        co_return fail(budgets.error());
    for (const auto &budget : *budgets) {
        auto saving = services.budgets().save(budget);
        if (const auto saved = co_await saving; !saved)
            co_return fail(saved.error());
    }
    co_return Done{};
}

} // namespace tollkeeper
