// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/usage_rows_model.h"

#include <QAbstractListModel>
#include <QPointer>

namespace tollkeeper {

//! The rows of a long table that can be seen: `size` of them from `first` on, and it asks for these. A view
//! over this draws at coordinates near 0. (A TableView over ten million rows puts its rows at y =
//! 280,000,000, where the 32-bit floats of the scene graph are 32 pixels apart and rows overlap.) UI thread.
class RowWindow : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tollkeeper::UsageRowsModel *source READ source WRITE setSource NOTIFY sourceChanged REQUIRED)
    Q_PROPERTY(int first READ first WRITE setFirst NOTIFY firstChanged)
    Q_PROPERTY(int size READ size WRITE setSize NOTIFY sizeChanged)

public:
    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] UsageRowsModel *source() const { return m_source; }
    void setSource(UsageRowsModel *source);
    [[nodiscard]] int first() const { return m_first; }
    void setFirst(int first);
    [[nodiscard]] int size() const { return m_size; }
    void setSize(int size);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void sourceChanged();
    void firstChanged();
    void sizeChanged();

private:
    void fit();
    void refresh();
    void refreshRows(int first, int last);

    QPointer<UsageRowsModel> m_source;
    int m_first = 0;
    int m_size = 0;
    int m_rows = 0; //!< of the window; fewer than `size` where the source ends
};

} // namespace tollkeeper
