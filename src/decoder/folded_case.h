// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QChar>

namespace tollkeeper {

//! QChar::toCaseFolded(), without a call for ASCII.
[[nodiscard]] inline QChar foldedCase(QChar c)
{
    if (c.unicode() >= 128)
        return c.toCaseFolded();
    return c >= u'A' && c <= u'Z' ? QChar(c.unicode() + 32) : c;
}

} // namespace tollkeeper
