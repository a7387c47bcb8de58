// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QPointer>
#include <QQuickTextDocument>
#include <qqmlregistration.h>

namespace tollkeeper {

//! Gives every line of an editor one height: Qt Quick offers that of labels only. UI thread; the document
//! must be that of an item that lives as long.
class TextLines : public QObject {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QQuickTextDocument *document READ document WRITE setDocument NOTIFY changed REQUIRED)
    Q_PROPERTY(int lineHeight READ lineHeight WRITE setLineHeight NOTIFY changed REQUIRED)

public:
    using QObject::QObject;

    [[nodiscard]] QQuickTextDocument *document() const { return m_document; }
    void setDocument(QQuickTextDocument *document);
    [[nodiscard]] int lineHeight() const { return m_lineHeight; } //!< pixels
    void setLineHeight(int lineHeight);

Q_SIGNALS:
    void changed();

private:
    void apply();

    QPointer<QQuickTextDocument> m_document;
    int m_lineHeight = 0;
    bool m_isApplying = false;
};

} // namespace tollkeeper
