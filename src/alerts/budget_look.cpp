// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/budget_look.h"

#include "alerts/budget_findings.h"
#include "storage/alert_repository.h"

#include <algorithm>

namespace tollkeeper {
namespace {

//! Further back than so many days nothing is raised: nobody can act on it any more.
constexpr int MostDaysBack = 62;
constexpr qint64 DaySeconds = 86'400;
//! What was found out only after its period had ended stays open as long as the period was, at most so long.
constexpr qint64 LateNewsDays = 7;

class BudgetLook {
public:
    BudgetLook(Database &database, const Budget &budget, const QDateTime &lastLook, const LookMoment &moment)
        : m_database(database)
        , m_budget(budget)
        , m_moment(moment)
        , m_today(localDay(moment.now, moment.zone))
        , m_lastLook(localDay(lastLook, moment.zone))
        , m_current(budget.period.around(m_today))
    {
    }

    Result<QList<Alert>> run()
    {
        if (auto done = lookAtPast(); !done)
            return fail(done.error());
        for (const auto kind : {AlertKind::BudgetSpent, AlertKind::BudgetForecast}) {
            if (auto done = closePast(kind); !done)
                return fail(done.error());
            if (auto done = m_current ? lookAtNow(kind) : Outcome(Done{}); !done)
                return fail(done.error());
        }
        return std::move(m_raised);
    }

private:
    [[nodiscard]] FindingSource sourceOf(AlertKind kind) const
    {
        return {kind, m_budget.id.value(), m_budget.channels, {}};
    }

    Outcome take(const Result<QList<Alert>> &raised)
    {
        if (!raised)
            return fail(raised.error());
        m_raised.append(*raised);
        return Done{};
    }

    Result<AlertFindings> find(AlertKind kind, QDate day)
    {
        return findingsOf(m_database, m_budget, kind, day, m_moment.now, m_moment.zone);
    }

    //! The periods that ended since the last look, and always the one before this one: late rows may still
    //! change it.
    Outcome lookAtPast()
    {
        const auto lastDay = (m_current ? m_current->first : m_today).addDays(-1);
        const auto created = localDay(m_budget.createdAt, m_moment.zone);
        auto day = std::max({created, std::min(m_lastLook, lastDay), lastDay.addDays(-MostDaysBack)});
        while (day <= lastDay) {
            const auto period = m_budget.period.around(day);
            if (period) {
                const auto findings = find(AlertKind::BudgetSpent, day);
                if (!findings)
                    return fail(findings.error());
                if (auto done
                    = take(raiseMissed(m_database, sourceOf(AlertKind::BudgetSpent), *findings, m_moment));
                    !done)
                    return done;
            }
            day = (period ? period->last : day).addDays(1);
        }
        return Done{};
    }

    //! What is open from a period that is over is no longer news, unless it was raised only afterwards.
    Outcome closePast(AlertKind kind)
    {
        const auto open = AlertRepository(m_database).unresolved(kind, m_budget.id.value());
        if (!open)
            return fail(open.error());
        for (const auto &alert : *open) {
            if (!isPast(alert))
                continue;
            if (auto closed
                = resolve(m_database, alert, AlertEvent::What::PeriodOver, sourceOf(kind), m_moment);
                !closed)
                return closed;
        }
        return Done{};
    }

    [[nodiscard]] bool isPast(const Alert &alert) const
    {
        if (m_current && alert.occurrence == occurrenceOf(m_budget.period, m_current->first))
            return false;
        const auto end = startOfDay(alert.facts.periodLast.addDays(1), m_moment.zone);
        const bool isLateNews = alert.raisedAt >= end && alert.state != AlertState::Acknowledged
            && alert.raisedAt.secsTo(m_moment.now) < newsDays(alert) * DaySeconds;
        const bool isOtherPeriod = m_current && alert.facts.periodFirst == m_current->first;
        return (end <= m_moment.now || isOtherPeriod) && !isLateNews;
    }

    [[nodiscard]] static qint64 newsDays(const Alert &alert)
    {
        return std::clamp(
            alert.facts.periodFirst.daysTo(alert.facts.periodLast) + 1, qint64(1), LateNewsDays);
    }

    Outcome lookAtNow(AlertKind kind)
    {
        const auto findings = find(kind, m_today);
        if (!findings)
            return fail(findings.error());
        auto source = sourceOf(kind);
        source.occurrence = occurrenceOf(m_budget.period, m_current->first);
        return take(reconcile(m_database, source, *findings, m_moment));
    }

    Database &m_database;
    const Budget &m_budget;
    const LookMoment &m_moment;
    QDate m_today; //!< of the reporting zone
    QDate m_lastLook; //!< the same
    std::optional<DayRange> m_current;
    QList<Alert> m_raised;
};

} // namespace

Result<QList<Alert>> lookAtBudget(
    Database &database, const Budget &budget, const QDateTime &lastLook, const LookMoment &moment)
{
    return BudgetLook(database, budget, lastLook, moment).run();
}

} // namespace tollkeeper
