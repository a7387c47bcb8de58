// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/playground/formatted_text.h"

#include <QAbstractListModel>
#include <qqmlregistration.h>

namespace tollkeeper {

//! A text as blocks that are set differently; see formattedBlocks(). Read on a thread of its own: the rows
//! come a moment after the text, and the latest text wins. UI thread.
class FormattedTextModel : public QAbstractListModel {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QString source READ source WRITE setSource NOTIFY sourceChanged)
    Q_PROPERTY(bool isReady READ isReady NOTIFY readyChanged)

public:
    enum Role { KindRole = Qt::UserRole, LevelRole, MarkerRole, LineRole, SpansRole };

    using QAbstractListModel::QAbstractListModel;

    [[nodiscard]] QString source() const { return m_source; }
    void setSource(const QString &markdown);
    [[nodiscard]] bool isReady() const { return m_isReady; } //!< the rows are those of the text

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    //! "kind": "paragraph", "heading", "code", "quote", "item", "row", "rule"; "level", "marker", "line",
    //! "spans" (TextSpanList).
    [[nodiscard]] QHash<int, QByteArray> roleNames() const override;

Q_SIGNALS:
    void sourceChanged();
    void readyChanged();

private:
    void take(const QList<TextBlock> &blocks);

    QString m_source;
    QList<TextBlock> m_blocks;
    bool m_isReady = true;
    int m_asked = 0;
};

} // namespace tollkeeper
