// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/text_spans.h"

#include <algorithm>

namespace tollkeeper {

void TextSpans::setSpans(const TextSpanList &spans)
{
    if (spans == m_spans)
        return;
    m_spans = spans;
    Q_EMIT changed();
}

void TextSpans::highlightBlock(const QString &line)
{
    const int from = currentBlock().position();
    for (const auto &span : std::as_const(m_spans.spans)) {
        const int start = std::max(span.start, from);
        const int end = std::min(span.start + span.length, from + int(line.size()));
        if (start >= end)
            continue;
        QTextCharFormat format;
        if (span.isCode)
            format.setFont(m_codeFont);
        if (span.isStrong)
            format.setFontWeight(QFont::DemiBold); // the boldest there is of the font
        if (span.isEmphasis)
            format.setFontItalic(true);
        setFormat(start - from, end - start, format);
    }
}

} // namespace tollkeeper
