// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ctl/output.h"
#include "domain/answer.h"

namespace tollkeeper::ctl {

// What an answer means, as lines for people on standard output.

//! Why it is no success, what to do and how we know.
void printMeaning(const OutputMode &mode, const Answer &answer);
//! Who served it, its ids, and the attempts on the way.
void printSource(const OutputMode &mode, const Answer &answer);
void printText(const OutputMode &mode, const Answer &answer);
//! The beginning of its body, where its meaning sends people there. Redacted.
void printRaw(const OutputMode &mode, const Answer &answer, QByteArrayView body);

} // namespace tollkeeper::ctl
