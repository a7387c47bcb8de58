// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/rotation_policy_view_model.h"

#include "words/explain.h"
#include "words/key_figures.h"

namespace tollkeeper {
namespace {

constexpr int MostDays = 3650;
constexpr int UsualDays = 90;

} // namespace

void RotationPolicyViewModel::setReports(KeyReports *reports)
{
    if (m_reports == reports)
        return;
    m_reports = reports;
    Q_EMIT reportsChanged();
}

void RotationPolicyViewModel::beginWorkspace(int days)
{
    ++m_asked;
    m_key.reset();
    m_keyName.clear();
    m_days = days;
    m_workspaceDays = days;
    Q_EMIT begun();
    moveTo(State::Editing);
}

void RotationPolicyViewModel::beginKey(KeyDetailsViewModel *details)
{
    if (!details || !details->row())
        return;
    ++m_asked;
    m_key = details->row()->key.id;
    m_keyName = details->row()->key.name;
    m_days = details->row()->key.rotationDays;
    m_workspaceDays = details->rotationDays();
    Q_EMIT begun();
    moveTo(State::Editing);
}

RotationPolicyViewModel::Choice RotationPolicyViewModel::choice() const
{
    if (!m_days)
        return Choice::Workspace;
    return *m_days > 0 ? Choice::Days : Choice::Never;
}

QString RotationPolicyViewModel::days() const
{
    const auto days = m_days.value_or(m_workspaceDays);
    return QString::number(days > 0 ? days : UsualDays);
}

QString RotationPolicyViewModel::workspaceText() const
{
    return m_workspaceDays > 0 ? daysText(m_workspaceDays) : tr("never");
}

void RotationPolicyViewModel::save(Choice choice, const QString &days)
{
    if (!m_reports || m_state == State::Saving)
        return;
    std::optional<int> wanted;
    if (choice == Choice::Never)
        wanted = 0;
    if (choice == Choice::Days) {
        wanted = days.trimmed().toInt();
        if (*wanted < 1 || *wanted > MostDays)
            return moveTo(State::Failed, tr("Type a number of days from 1 to %1.").arg(MostDays));
    }
    const auto asked = ++m_asked;
    moveTo(State::Saving);
    const auto take = [this, asked](const Outcome &outcome) {
        if (asked != m_asked)
            return;
        if (outcome)
            moveTo(State::Saved);
        else
            moveTo(State::Failed, explain(outcome.error()).sentence);
    };
    if (m_key)
        QCoro::connect(m_reports->setRotationDays(*m_key, wanted), this, take);
    else
        QCoro::connect(m_reports->setWorkspaceRotationDays(wanted.value_or(0)), this, take);
}

void RotationPolicyViewModel::moveTo(State state, const QString &problem)
{
    m_state = state;
    m_problem = problem;
    Q_EMIT stateChanged();
}

} // namespace tollkeeper
