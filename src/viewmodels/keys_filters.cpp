// SPDX-License-Identifier: GPL-3.0-or-later
// Which of the keys are shown, and in which order: tabs, text, lists with ticks, columns.
#include "viewmodels/keys_view_model.h"

#include <utility>

namespace tollkeeper {

void KeysViewModel::showChoices()
{
    const auto choices = [](const QStringList &names) {
        Choices list;
        for (const auto &name : names)
            list.append({name, name});
        return list;
    };
    QStringList gateways;
    for (const auto &row : std::as_const(m_table.rows)) {
        if (!gateways.contains(row.gatewayName))
            gateways.append(row.gatewayName);
    }
    gateways.sort(Qt::CaseInsensitive);
    m_gateways.setChoices(choices(gateways));
    auto environments = choices(environmentNames());
    auto teams = choices(teamNames());
    environments.append({QString(), tr("None", "environment of a key")});
    teams.append({QString(), tr("None", "team of a key")});
    m_environments.setChoices(environments);
    m_teams.setChoices(teams);
}

void KeysViewModel::changeQuestion()
{
    m_question.gateways = m_gateways.picked();
    m_question.environments = m_environments.picked();
    m_question.teams = m_teams.picked();
    Q_EMIT questionChanged();
    rebuild();
}

void KeysViewModel::setTab(int tab)
{
    if (m_question.tab == tab || tab < 0 || tab >= KeysTab::Count)
        return;
    m_question.tab = tab;
    changeQuestion();
}

QList<int> KeysViewModel::tabCounts() const
{
    QList<int> counts(KeysTab::Count, 0);
    for (const auto &row : m_table.rows) {
        for (int tab = 0; tab < KeysTab::Count; ++tab)
            counts[tab] += isOnTab(row, tab) ? 1 : 0;
    }
    return counts;
}

void KeysViewModel::setText(const QString &text)
{
    const auto trimmed = text.trimmed();
    if (m_question.text == trimmed)
        return;
    m_question.text = trimmed;
    changeQuestion();
}

bool KeysViewModel::isFiltered() const
{
    return !m_question.text.isEmpty() || m_gateways.isSet() || m_environments.isSet() || m_teams.isSet();
}

void KeysViewModel::sortBy(int column)
{
    if (column < 0 || column >= KeyColumn::Count)
        return;
    const bool isNumber = (column >= KeyColumn::Today && column <= KeyColumn::Cap)
        || column == KeyColumn::LastUsed || column == KeyColumn::Hygiene;
    m_question.isDescending = m_question.column == column ? !m_question.isDescending : isNumber;
    m_question.column = column;
    changeQuestion();
}

void KeysViewModel::clearFilters()
{
    m_question.text.clear();
    m_question.tab = KeysTab::All;
    for (auto *list : {&m_gateways, &m_environments, &m_teams})
        list->clear();
    changeQuestion();
}

} // namespace tollkeeper
