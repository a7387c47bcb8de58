// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/playground/run_history_model.h"

#include <QSet>

#include <algorithm>

namespace tollkeeper {

void RunHistoryModel::show(const QList<RunRow> &rows)
{
    const auto before = count();
    removeOthers(rows);
    for (int place = 0; place < rows.size(); ++place)
        put(place, rows.at(place));
    if (count() != before)
        Q_EMIT countChanged();
}

void RunHistoryModel::removeOthers(const QList<RunRow> &rows)
{
    QSet<QString> ids;
    for (const auto &row : rows)
        ids.insert(row.id);
    for (int last = count() - 1; last >= 0; --last) {
        if (ids.contains(m_rows.at(last).id))
            continue;
        int first = last;
        while (first > 0 && !ids.contains(m_rows.at(first - 1).id))
            --first;
        beginRemoveRows({}, first, last);
        m_rows.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

//! REQUIRES: the rows before `place` are right already.
void RunHistoryModel::put(int place, const RunRow &row)
{
    const auto known = std::find_if(
        m_rows.cbegin() + place, m_rows.cend(), [&row](const RunRow &one) { return one.id == row.id; });
    if (known == m_rows.cend()) {
        beginInsertRows({}, place, place);
        m_rows.insert(place, row);
        endInsertRows();
        return;
    }
    const auto from = int(known - m_rows.cbegin());
    if (from != place) {
        beginMoveRows({}, from, from, {}, place);
        m_rows.move(from, place);
        endMoveRows();
    }
    if (m_rows.at(place) == row)
        return;
    m_rows[place] = row;
    Q_EMIT dataChanged(index(place), index(place));
}

int RunHistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : count();
}

QVariant RunHistoryModel::data(const QModelIndex &index, int role) const
{
    const bool isKnown = checkIndex(index, CheckIndexOption::IndexIsValid);
    return isKnown && role == RowRole ? QVariant::fromValue(m_rows.at(index.row())) : QVariant();
}

QHash<int, QByteArray> RunHistoryModel::roleNames() const
{
    return {{RowRole, "row"}};
}

} // namespace tollkeeper
