// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/alert_history.h"

#include <QRandomGenerator>

#include <algorithm>
#include <array>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace alerts {
namespace {

constexpr int DaySeconds = 86'400;

//! Zones in which a day of the histories has 23, 25 or 23 and a half hours.
constexpr std::array Zones{"UTC", "America/New_York", "Australia/Lord_Howe", "Europe/Berlin"};
constexpr std::array CrashPoints{"alerts_before_commit", "after_record_before_notify",
    "after_intent_before_notify", "after_notify_before_log", "after_log"};
//! Days around which clocks change somewhere, and the end of February.
constexpr std::array Beginnings{"2026-02-20", "2026-03-20", "2026-03-28", "2026-04-01", "2026-10-01",
    "2026-10-20", "2026-10-28", "2026-06-24"};

Budget budgetOf(const QString &name, BudgetPeriod::Kind period, qint64 cents, const QDateTime &createdAt)
{
    Budget budget;
    budget.name = name;
    budget.limit = Money::fromNanos(cents * 10'000'000);
    budget.period.kind = period;
    budget.forecastThresholds = {};
    budget.channels = {DesktopChannel};
    budget.createdAt = createdAt;
    return budget;
}

class Author {
public:
    explicit Author(quint32 seed) : m_random(seed) { }

    History write()
    {
        History history;
        history.zone = pick(Zones);
        history.begins = QDateTime(
            QDate::fromString(QString::fromLatin1(pick(Beginnings)), Qt::ISODate), QTime(9, 0), Qt::UTC)
                             .addSecs(below(DaySeconds));
        history.budgets = {budgetOf(u"Monthly"_s, BudgetPeriod::Kind::Monthly, 10'000, history.begins),
            budgetOf(u"Weekly"_s, BudgetPeriod::Kind::Weekly, 4'000, history.begins),
            budgetOf(u"Daily"_s, BudgetPeriod::Kind::Daily, 1'500, history.begins)};
        m_now = history.begins;
        const int runs = 2 + below(3);
        for (int i = 0; i < runs; ++i)
            history.runs.append(writeRun());
        history.runs.last().crashAt.clear();
        history.runs.last().steps.append({Step::What::Look, m_now, {}, 0, {}});
        return history;
    }

private:
    template<typename Words>
    QByteArray pick(const Words &words)
    {
        return words.at(std::size_t(below(int(words.size()))));
    }
    int below(int limit) { return int(m_random.bounded(limit)); }

    Run writeRun()
    {
        Run run;
        if (below(2) == 0)
            run.crashAt = pick(CrashPoints);
        const int steps = 1 + below(5);
        for (int i = 0; i < steps; ++i) {
            m_now = m_now.addSecs(below(12) == 0 ? -2 * DaySeconds : below(5 * DaySeconds / 2));
            run.steps.append(writeStep());
            run.steps.append({Step::What::Look, m_now, {}, 0, {}});
        }
        return run;
    }

    Step writeStep()
    {
        const int dice = below(12);
        if (dice == 0)
            return {Step::What::FailPoll, m_now, {}, 0, {}};
        if (dice == 1)
            return {Step::What::ChangeZone, m_now, {}, 0, pick(Zones)};
        // The hours from 17:00 UTC lie on one day in each of the zones.
        const auto day = m_now.date().addDays(-1 - below(4));
        return {Step::What::Tell, m_now, QDateTime(day, QTime(17, 0), Qt::UTC), below(2500), {}};
    }

    QRandomGenerator m_random;
    QDateTime m_now;
};

} // namespace

History randomHistory(quint32 seed)
{
    return Author(seed).write();
}

QString nameOf(const QString &budget, int threshold, const QString &occurrence)
{
    return budget + u' ' + QString::number(threshold) + u' ' + occurrence.section(u' ', -1);
}

Model::Model(const History &history)
    : m_budgets(history.budgets), m_zone(history.zone), m_begins(history.begins), m_lastLook(history.begins)
{
}

void Model::tell(const Step &step)
{
    m_hours[step.hour] = step.cents;
}

void Model::look(const QDateTime &now)
{
    const auto today = now.toTimeZone(m_zone).date();
    for (const auto &budget : std::as_const(m_budgets)) {
        const auto current = *budget.period.around(today);
        lookAt(budget, current);
        // what ended since the last look, and always the period before this one
        auto day = std::min(m_lastLook.toTimeZone(m_zone).date(), current.first.addDays(-1));
        day = std::max(day, m_begins.toTimeZone(m_zone).date());
        for (; day < current.first; day = budget.period.around(day)->last.addDays(1))
            lookAt(budget, *budget.period.around(day));
    }
    m_lastLook = now;
}

void Model::lookAt(const Budget &budget, const DayRange &period)
{
    const auto spent = spentIn(period);
    for (const int threshold : {50, 80, 100}) {
        if (spent * 100 >= budget.limit.nanos() / 10'000'000 * threshold)
            m_crossings.insert(nameOf(budget.name, threshold, period.first.toString(Qt::ISODate)));
    }
}

qint64 Model::spentIn(const DayRange &period) const
{
    qint64 spent = 0;
    for (auto hour = m_hours.cbegin(); hour != m_hours.cend(); ++hour) {
        const auto day = hour.key().toTimeZone(m_zone).date();
        if (day >= period.first && day <= period.last)
            spent += hour.value();
    }
    return spent;
}

QStringList Model::crossings() const
{
    auto names = QStringList(m_crossings.cbegin(), m_crossings.cend());
    names.sort();
    return names;
}

} // namespace alerts
