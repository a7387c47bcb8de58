// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/json_colours.h"

#include <QRegularExpression>

namespace tollkeeper {

using namespace Qt::Literals::StringLiterals;

void JsonColours::highlightBlock(const QString &line)
{
    if (line.size() > LongestLine)
        return;
    // A string, then perhaps a colon, which makes it a name; or a number or a word outside of strings.
    static const QRegularExpression Part(
        uR"re(("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d[\d.eE+-]*|\b(?:true|false|null)\b))re"_s);
    for (auto found = Part.globalMatch(line); found.hasNext();) {
        const auto part = found.next();
        if (part.hasCaptured(3))
            setFormat(int(part.capturedStart(3)), int(part.capturedLength(3)), m_number);
        else
            setFormat(int(part.capturedStart(1)), int(part.capturedLength(1)),
                part.hasCaptured(2) ? m_name : m_string);
    }
}

} // namespace tollkeeper
