// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "viewmodels/editor_highlighter.h"
#include "viewmodels/playground/formatted_text.h"

#include <QFont>
#include <qqmlregistration.h>

namespace tollkeeper {

//! Stretches of a text, as QML hands them on: it would take a plain list apart.
struct TextSpanList {
    Q_GADGET
    QML_VALUE_TYPE(textSpanList)

public:
    QList<TextSpan> spans;
    friend bool operator==(const TextSpanList &, const TextSpanList &) = default;
};

//! Sets stretches of an editor's plain text in bold, italics or as code, without making markup of it. UI
//! thread; the document must be that of an item that lives as long.
// Qt 6.4 writes a base into the type description only by its whole name.
class TextSpans : public tollkeeper::EditorHighlighter {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(tollkeeper::TextSpanList spans READ spans WRITE setSpans NOTIFY changed REQUIRED)
    Q_PROPERTY(QFont codeFont MEMBER m_codeFont NOTIFY changed REQUIRED)

public:
    using EditorHighlighter::EditorHighlighter;

    [[nodiscard]] TextSpanList spans() const { return m_spans; }
    void setSpans(const TextSpanList &spans); //!< counted from the beginning of the text

protected:
    void highlightBlock(const QString &line) override;

private:
    TextSpanList m_spans;
    QFont m_codeFont;
};

} // namespace tollkeeper
