// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/channel_sender.h"

#include <QStringList>

namespace tollkeeper::channels {

//! Text in one line: line breaks and other control characters become blanks.
[[nodiscard]] QString oneLine(const QString &text);
//! Lines stay, other control characters become blanks, and line ends are "\n".
[[nodiscard]] QString plainLines(const QString &text);
//! At most so many characters, with "…" where some are left out; never half a surrogate pair.
[[nodiscard]] QString atMost(QString text, qsizetype characters);
//! The same by bytes of UTF-8.
[[nodiscard]] QString atMostBytes(QString text, qsizetype bytes);

//! Body and advice as paragraphs, those that say something, and that it is repeated where it is.
[[nodiscard]] QStringList paragraphs(const AlertMessage &message);
//! Title, body and advice, with an empty line between them.
[[nodiscard]] QString wholeText(const AlertMessage &message);

} // namespace tollkeeper::channels
