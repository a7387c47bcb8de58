// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/evaluation.h"

#include "alerts/budget_look.h"
#include "alerts/reconciliation.h"
#include "alerts/rule_evaluation.h"
#include "base/crash_point.h"
#include "storage/account_repository.h"
#include "storage/alert_repository.h"
#include "storage/alert_rule_repository.h"
#include "storage/budget_repository.h"
#include "storage/database.h"
#include "storage/workspace_repository.h"

#include <algorithm>

namespace tollkeeper {
namespace {

//! Longer than any two looks lie apart while the app runs (30 minutes on battery).
constexpr int LateAfterSeconds = 40 * 60;

class Evaluation {
public:
    Evaluation(Database &database, const QDateTime &now) : m_database(database), m_alerts(database)
    {
        m_moment.now = now;
    }

    Result<QList<Alert>> run()
    {
        for (const auto step : {&Evaluation::begin, &Evaluation::lookAtBudgets, &Evaluation::lookAtRules,
                 &Evaluation::closeOrphans, &Evaluation::endSnoozes}) {
            if (auto done = (this->*step)(); !done)
                return fail(done.error());
        }
        if (auto noted = WorkspaceRepository(m_database).setEvaluatedAt(m_moment.now); !noted)
            return fail(noted.error());
        return std::move(m_raised);
    }

private:
    Outcome begin()
    {
        WorkspaceRepository workspace(m_database);
        const auto zone = AccountRepository(m_database).zone();
        const auto settings = workspace.alertSettings();
        const auto last = workspace.evaluatedAt();
        if (!zone)
            return fail(zone.error());
        if (!settings)
            return fail(settings.error());
        if (!last)
            return fail(last.error());
        m_moment.zone = *zone;
        m_moment.settings = *settings;
        m_lastLook = last->value_or(m_moment.now);
        m_moment.isLate = m_lastLook.secsTo(m_moment.now) > LateAfterSeconds;
        return AlertRuleRepository(m_database).addMissing();
    }

    Outcome take(const FindingSource &source, const Result<QList<Alert>> &raised)
    {
        if (!raised)
            return fail(raised.error());
        m_sources.append(source);
        m_raised.append(*raised);
        return Done{};
    }

    Outcome lookAtBudgets()
    {
        const auto budgets = BudgetRepository(m_database).all();
        if (!budgets)
            return fail(budgets.error());
        for (const auto &budget : *budgets) {
            if (budget.isPaused)
                continue;
            const auto raised = lookAtBudget(m_database, budget, m_lastLook, m_moment);
            m_sources.append({AlertKind::BudgetForecast, budget.id.value(), budget.channels, {}});
            if (auto done = take({AlertKind::BudgetSpent, budget.id.value(), budget.channels, {}}, raised);
                !done)
                return done;
        }
        return Done{};
    }

    Outcome lookAtRules()
    {
        const auto rules = AlertRuleRepository(m_database).all();
        if (!rules)
            return fail(rules.error());
        for (const auto &rule : *rules) {
            if (!rule.isOn)
                continue;
            const auto findings = evaluateRule(m_database, rule, m_moment.now, m_moment.zone);
            if (!findings)
                return fail(findings.error());
            const FindingSource source{rule.kind, rule.id.value(), rule.channels, {}};
            if (auto done = take(source, reconcile(m_database, source, *findings, m_moment)); !done)
                return done;
        }
        return Done{};
    }

    //! Alerts whose budget is gone or paused, or whose rule is off.
    Outcome closeOrphans()
    {
        return eachOpen([this](const Alert &alert, const FindingSource *source) -> Outcome {
            if (source)
                return Done{};
            return resolve(m_database, alert, AlertEvent::What::SourceGone, {}, m_moment);
        });
    }

    Outcome endSnoozes()
    {
        return eachOpen([this](const Alert &alert, const FindingSource *source) -> Outcome {
            const bool isOver = source && alert.state == AlertState::Snoozed && alert.snoozedUntil
                && *alert.snoozedUntil <= m_moment.now;
            return isOver ? endSnooze(m_database, alert, *source, m_moment) : Outcome(Done{});
        });
    }

    template<typename Visit>
    Outcome eachOpen(Visit visit)
    {
        const auto open = m_alerts.unresolved();
        if (!open)
            return fail(open.error());
        for (const auto &alert : *open) {
            const auto source = std::find_if(m_sources.begin(), m_sources.end(),
                [&](const FindingSource &one) { return one.kind == alert.kind && one.id == alert.source; });
            if (auto done = visit(alert, source == m_sources.end() ? nullptr : &*source); !done)
                return done;
        }
        return Done{};
    }

    Database &m_database;
    AlertRepository m_alerts;
    LookMoment m_moment;
    QDateTime m_lastLook; //!< UTC
    QList<FindingSource> m_sources;
    QList<Alert> m_raised;
};

} // namespace

Result<QList<Alert>> evaluateAlerts(Database &database, const QDateTime &now)
{
    return database.inTransaction([&] {
        auto raised = Evaluation(database, now).run();
        crashPoint("alerts_before_commit");
        return raised;
    });
}

Result<AlertLook> lookAtAlerts(Database &database, const QDateTime &now)
{
    AlertRepository alerts(database);
    const auto before = alerts.stamp();
    auto raised = before ? evaluateAlerts(database, now) : fail(before.error());
    const auto after = raised ? alerts.stamp() : fail(raised.error());
    if (!after)
        return fail(after.error());
    return AlertLook{*std::move(raised), *before != *after};
}

} // namespace tollkeeper
