// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/text_lines.h"

#include <QTextBlock>
#include <QTextCursor>
#include <QTextDocument>

#include <utility>

namespace tollkeeper {

void TextLines::setDocument(QQuickTextDocument *document)
{
    if (m_document == document)
        return;
    if (m_document)
        m_document->textDocument()->disconnect(this);
    m_document = document;
    if (m_document)
        connect(m_document->textDocument(), &QTextDocument::contentsChanged, this, &TextLines::apply);
    apply();
    Q_EMIT changed();
}

void TextLines::setLineHeight(int lineHeight)
{
    if (m_lineHeight == lineHeight)
        return;
    m_lineHeight = lineHeight;
    apply();
    Q_EMIT changed();
}

void TextLines::apply()
{
    if (!m_document || m_lineHeight <= 0 || m_isApplying)
        return;
    m_isApplying = true;
    auto *text = m_document->textDocument();
    QTextCursor all(text);
    bool isEditing = false;
    for (auto block = text->begin(); block.isValid(); block = block.next()) {
        auto format = block.blockFormat();
        if (format.lineHeightType() == QTextBlockFormat::FixedHeight && format.lineHeight() == m_lineHeight)
            continue;
        if (!std::exchange(isEditing, true))
            all.joinPreviousEditBlock(); // so that it is not undone on its own, and everything is laid out
                                         // once
        format.setLineHeight(m_lineHeight, QTextBlockFormat::FixedHeight);
        QTextCursor(block).setBlockFormat(format);
    }
    if (isEditing)
        all.endEditBlock();
    m_isApplying = false;
}

} // namespace tollkeeper
