// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/key_removal_view_model.h"

#include "words/explain.h"
#include "words/figures.h"
#include "words/key_figures.h"

#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {

void KeyRemovalViewModel::setKeys(KeyService *keys)
{
    if (m_keys == keys)
        return;
    m_keys = keys;
    Q_EMIT keysChanged();
}

void KeyRemovalViewModel::begin(KeyDetailsViewModel *details)
{
    if (!details || !details->row())
        return;
    ++m_asked;
    m_row = *details->row();
    m_asOf = details->asOf();
    m_zone = details->zone();
    m_month = details->month();
    Q_EMIT begun();
    moveTo(State::Asking);
}

QString KeyRemovalViewModel::lastUsed() const
{
    if (!m_row.lastUsedAt)
        return tr("never seen");
    const auto day = QLocale().toString(m_row.lastUsedAt->toTimeZone(m_zone).date(), u"d MMMM yyyy"_s);
    const auto days = m_row.lastUsedAt->daysTo(m_asOf);
    //: %1 is a day, %2 a duration: "8 May 2026, 41 days ago"
    return days < 1 ? day : tr("%1, %2 ago").arg(day, daysText(days));
}

QString KeyRemovalViewModel::spentTitle() const
{
    //: %1 is a month
    return tr("Spend in %1").arg(m_month.first.isValid() ? monthNameText(m_month.first) : QString());
}

QString KeyRemovalViewModel::spent() const
{
    return moneyText(m_row.month);
}

bool KeyRemovalViewModel::canSwitchOff() const
{
    return m_row.controls.enabled == ControlOffer::Editable && !m_row.key.isDisabled;
}

bool KeyRemovalViewModel::isName(const QString &typed) const
{
    return !m_row.key.name.isEmpty() && typed == m_row.key.name;
}

void KeyRemovalViewModel::remove(const QString &typed)
{
    if (m_keys && isName(typed) && m_state != State::Working)
        follow(m_keys->remove(m_row.key.id));
}

void KeyRemovalViewModel::switchOff()
{
    if (!m_keys || !canSwitchOff() || m_state == State::Working)
        return;
    KeyChange change;
    change.isDisabled = true;
    follow(m_keys->change(m_row.key.id, change));
}

void KeyRemovalViewModel::follow(Async<tollkeeper::Done> task)
{
    const auto asked = ++m_asked;
    moveTo(State::Working);
    QCoro::connect(std::move(task), this, [this, asked](const auto &outcome) {
        if (asked != m_asked)
            return;
        if (outcome)
            return moveTo(State::Done);
        const auto words = explain(outcome.error());
        moveTo(State::Failed);
        m_problemTitle = words.title;
        m_problem = words.sentence;
        Q_EMIT stateChanged();
    });
}

void KeyRemovalViewModel::moveTo(State state)
{
    m_state = state;
    m_problemTitle.clear();
    m_problem.clear();
    Q_EMIT stateChanged();
}

} // namespace tollkeeper
