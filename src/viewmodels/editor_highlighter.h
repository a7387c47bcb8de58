// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QQuickTextDocument>
#include <QSyntaxHighlighter>
#include <qqmlregistration.h>

namespace tollkeeper {

//! Sets parts of an editor's plain text in other letters or colours, line by line, anew whenever it has
//! changed. UI thread; the document must be that of an item that lives as long.
class EditorHighlighter : public QSyntaxHighlighter {
    Q_OBJECT
    QML_ANONYMOUS
    Q_PROPERTY(QQuickTextDocument *source READ source WRITE setSource NOTIFY changed REQUIRED)

public:
    explicit EditorHighlighter(QObject *parent = nullptr);

    [[nodiscard]] QQuickTextDocument *source() const { return m_source; }
    void setSource(QQuickTextDocument *source);

Q_SIGNALS:
    void changed();

private:
    QQuickTextDocument *m_source = nullptr;
};

} // namespace tollkeeper
