// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/usage_choice_list.h"

#include <algorithm>

namespace tollkeeper {

void UsageChoiceList::setChoices(const QList<Choice> &choices)
{
    if (m_choices == choices)
        return;
    m_choices = choices;
    rebuild();
    Q_EMIT choicesChanged();
    Q_EMIT pickedChanged(); // names may have changed
}

void UsageChoiceList::setPicked(const QStringList &values)
{
    if (m_picked == values)
        return;
    m_picked = values;
    rebuild();
    Q_EMIT pickedChanged();
}

void UsageChoiceList::setSearch(const QString &search)
{
    if (m_search == search)
        return;
    m_search = search;
    rebuild();
    Q_EMIT searchChanged();
}

void UsageChoiceList::rebuild()
{
    beginResetModel();
    m_shown.clear();
    for (const auto &choice : m_choices) {
        if (choice.text.contains(m_search, Qt::CaseInsensitive)
            || choice.note.contains(m_search, Qt::CaseInsensitive))
            m_shown.append(choice);
    }
    for (const auto &value : m_picked) {
        const bool isThere
            = std::ranges::any_of(m_choices, [&value](const auto &choice) { return choice.value == value; });
        if (!isThere)
            m_shown.append(Choice{value, value, tr("no longer in the rows")});
    }
    endResetModel();
}

void UsageChoiceList::toggle(int row)
{
    if (row < 0 || row >= m_shown.size())
        return;
    const auto value = m_shown.at(row).value;
    if (!m_picked.removeOne(value))
        m_picked.append(value);
    Q_EMIT dataChanged(index(row), index(row), {CheckedRole});
    Q_EMIT pickedChanged();
}

void UsageChoiceList::clear()
{
    setPicked({});
}

QString UsageChoiceList::textOf(const QString &value) const
{
    const auto choice = std::ranges::find_if(
        m_choices, [&value](const auto &candidate) { return candidate.value == value; });
    return choice == m_choices.end() ? value : choice->text;
}

QString UsageChoiceList::summary() const
{
    if (m_picked.isEmpty())
        return tr("Any");
    const auto first = textOf(m_picked.constFirst());
    const auto more = static_cast<int>(m_picked.size()) - 1;
    //: %1 is what is picked first, %n how many more are
    return more == 0 ? first : tr("%1, %n more", nullptr, more).arg(first);
}

int UsageChoiceList::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_shown.size());
}

QVariant UsageChoiceList::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || index.row() >= m_shown.size())
        return {};
    const auto &choice = m_shown.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
    case TextRole:
        return choice.text;
    case NoteRole:
        return choice.note;
    case SectionRole:
        return choice.section;
    case CheckedRole:
        return m_picked.contains(choice.value);
    default:
        return {};
    }
}

QHash<int, QByteArray> UsageChoiceList::roleNames() const
{
    return {{TextRole, "text"}, {NoteRole, "note"}, {SectionRole, "section"}, {CheckedRole, "isChecked"}};
}

} // namespace tollkeeper
