// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playground/playground_run.h"

#include <QAbstractListModel>
#include <qqmlregistration.h>

namespace tollkeeper {

//! The events of a streamed answer. UI thread.
class EventRowsModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    QML_UNCREATABLE("belongs to a run")
    Q_PROPERTY(int rows READ rows NOTIFY replaced)

public:
    //! In QML: time ("6.021 s"), kind ("data", "close", "left out"), text, tone ("", "warn" after a gap of 5
    //! s, "danger" of an error or of an end without its mark).
    enum Role { TimeRole = Qt::UserRole, KindRole, TextRole, ToneRole };

    using QAbstractListModel::QAbstractListModel;

    //! `ending`: a sentence on how the stream ended; empty: as it should.
    void show(const ReceivedEvents &events, std::chrono::milliseconds total, const QString &ending);
    [[nodiscard]] int rows() const { return int(m_rows.size()); }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void replaced();

private:
    struct Row {
        QString time;
        QString kind;
        QString text;
        QString tone;
    };
    QList<Row> m_rows;
};

} // namespace tollkeeper
