// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/quiet_hours_view_model.h"

#include "words/explain.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

//! "20:00", "8:30", "7".
QTime timeFromInput(const QString &typed)
{
    for (const auto &shape : {u"H:mm"_s, u"H"_s}) {
        if (const auto time = QTime::fromString(typed.trimmed(), shape); time.isValid())
            return time;
    }
    return {};
}

} // namespace

void QuietHoursViewModel::setAlerts(AlertService *alerts)
{
    if (m_alerts == alerts)
        return;
    m_alerts = alerts;
    Q_EMIT alertsChanged();
    reload();
}

void QuietHoursViewModel::reload()
{
    if (!m_alerts)
        return;
    const auto asked = ++m_asked;
    QCoro::connect(m_alerts->settings(), this, [this, asked](const Result<AlertSettings> &answer) {
        if (asked != m_asked)
            return;
        m_problem = answer ? QString() : explain(answer.error()).sentence;
        if (answer) {
            m_settings = *answer;
            m_isKnown = true;
        }
        Q_EMIT changed();
    });
}

QString QuietHoursViewModel::summary() const
{
    if (!m_settings.hasQuietHours)
        return tr("No quiet hours");
    //: %1 and %2 are times
    return tr("Quiet hours %1 to %2, critical only").arg(from(), until());
}

void QuietHoursViewModel::save(bool isOn, const QString &from, const QString &until)
{
    const auto begin = timeFromInput(from);
    const auto end = timeFromInput(until);
    m_problem.clear();
    if (!m_alerts || !m_isKnown)
        m_problem = tr("The settings are not read yet: try again in a moment.");
    else if (isOn && (!begin.isValid() || !end.isValid()))
        m_problem = tr("Type times such as 20:00 and 7:00.");
    else if (isOn && begin == end)
        m_problem = tr("Type two times that differ.");
    if (!m_problem.isEmpty()) {
        Q_EMIT changed();
        return;
    }
    auto wanted = m_settings;
    wanted.hasQuietHours = isOn;
    wanted.quietFrom = begin.isValid() ? begin : m_settings.quietFrom;
    wanted.quietUntil = end.isValid() ? end : m_settings.quietUntil;
    const auto asked = ++m_asked;
    QCoro::connect(m_alerts->setSettings(wanted), this, [this, asked, wanted](const Outcome &outcome) {
        if (asked != m_asked)
            return;
        m_problem = outcome ? QString() : explain(outcome.error()).sentence;
        if (outcome)
            m_settings = wanted;
        Q_EMIT changed();
        if (outcome)
            Q_EMIT saved();
    });
}

} // namespace tollkeeper
