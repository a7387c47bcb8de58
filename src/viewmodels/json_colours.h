// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/editor_highlighter.h"

#include <QColor>
#include <qqmlregistration.h>

namespace tollkeeper {

//! Colours names, strings, and numbers and words of JSON in an editor. A long line, and JSON that is none,
//! stay as they are. UI thread.
// Qt 6.4 writes a base into the type description only by its whole name.
class JsonColours : public tollkeeper::EditorHighlighter {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QColor nameColour MEMBER m_name NOTIFY changed REQUIRED)
    Q_PROPERTY(QColor stringColour MEMBER m_string NOTIFY changed REQUIRED)
    Q_PROPERTY(QColor numberColour MEMBER m_number NOTIFY changed REQUIRED)

public:
    static constexpr qsizetype LongestLine = 4000;

    using EditorHighlighter::EditorHighlighter;

protected:
    void highlightBlock(const QString &line) override;

private:
    QColor m_name;
    QColor m_string;
    QColor m_number;
};

} // namespace tollkeeper
