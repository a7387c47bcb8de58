// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/playground/playground_lines.h"

#include <QAbstractListModel>

namespace tollkeeper {

//! The runs of a history, row by row. When they are read again only what differs is told of, so that a view
//! keeps its place. UI thread.
class RunHistoryModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a history")
    Q_PROPERTY(int count READ count NOTIFY countChanged)

public:
    //! In QML: row (RunRow).
    enum Role { RowRole = Qt::UserRole };

    using QAbstractListModel::QAbstractListModel;

    //! Told apart by their ids. REQUIRES: no id comes twice.
    void show(const QList<RunRow> &rows);
    [[nodiscard]] const QList<RunRow> &rows() const { return m_rows; }
    [[nodiscard]] int count() const { return int(m_rows.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void countChanged();

private:
    void removeOthers(const QList<RunRow> &rows);
    void put(int place, const RunRow &row);

    QList<RunRow> m_rows;
};

} // namespace tollkeeper
