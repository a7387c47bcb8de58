// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/editor_highlighter.h"

namespace tollkeeper {

EditorHighlighter::EditorHighlighter(QObject *parent) : QSyntaxHighlighter(parent)
{
    connect(this, &EditorHighlighter::changed, this, &QSyntaxHighlighter::rehighlight);
}

void EditorHighlighter::setSource(QQuickTextDocument *source)
{
    if (m_source == source)
        return;
    m_source = source;
    setDocument(source ? source->textDocument() : nullptr);
    Q_EMIT changed();
}

} // namespace tollkeeper
