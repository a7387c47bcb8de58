// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace tollkeeper {

//! A message that tries a channel out.
struct TestWords {
    QString title;
    QString body;
};
[[nodiscard]] TestWords wordsForTest(const QString &channelName);

} // namespace tollkeeper
