// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/row_window.h"

#include <algorithm>

namespace tollkeeper {

void RowWindow::setSource(UsageRowsModel *source)
{
    if (m_source == source)
        return;
    if (m_source)
        m_source->disconnect(this);
    m_source = source;
    if (m_source) {
        connect(m_source, &QAbstractItemModel::dataChanged, this,
            [this](
                const QModelIndex &top, const QModelIndex &bottom) { refreshRows(top.row(), bottom.row()); });
        connect(m_source, &QAbstractItemModel::modelReset, this, &RowWindow::fit);
    }
    Q_EMIT sourceChanged();
    fit();
}

void RowWindow::setFirst(int first)
{
    first = std::max(0, first);
    if (m_first == first)
        return;
    m_first = first;
    Q_EMIT firstChanged();
    fit();
}

void RowWindow::setSize(int size)
{
    size = std::max(0, size);
    if (m_size == size)
        return;
    m_size = size;
    Q_EMIT sizeChanged();
    fit();
}

//! As many rows as there are from `first` on. The rows stay and change what they show.
void RowWindow::fit()
{
    const auto left = m_source ? std::max(0, m_source->rows() - m_first) : 0;
    const auto rows = std::min(m_size, left);
    if (rows > m_rows) {
        beginInsertRows({}, m_rows, rows - 1);
        m_rows = rows;
        endInsertRows();
    } else if (rows < m_rows) {
        beginRemoveRows({}, rows, m_rows - 1);
        m_rows = rows;
        endRemoveRows();
    }
    refresh();
    if (m_source && m_size > 0)
        m_source->want(m_first, m_size);
}

void RowWindow::refresh()
{
    if (m_rows > 0)
        Q_EMIT dataChanged(index(0), index(m_rows - 1));
}

void RowWindow::refreshRows(int first, int last)
{
    const auto from = std::max(first - m_first, 0);
    const auto to = std::min(last - m_first, m_rows - 1);
    if (from <= to)
        Q_EMIT dataChanged(index(from), index(to));
}

int RowWindow::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : m_rows;
}

QVariant RowWindow::data(const QModelIndex &index, int role) const
{
    if (!index.isValid() || !m_source)
        return {};
    return m_source->data(m_source->index(m_first + index.row(), 0), role);
}

QHash<int, QByteArray> RowWindow::roleNames() const
{
    return {{UsageRowsModel::CellsRole, "cells"}};
}

} // namespace tollkeeper
