// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/hygiene.h"

namespace tollkeeper {

//! A finding for people: what it is, why it matters, what to do. Plain text.
struct HygieneWords {
    QString title; //!< a few words: "No spending cap"
    QString why;
    QString toDo;
};

[[nodiscard]] HygieneWords hygieneWords(const HygieneFinding &finding);

} // namespace tollkeeper
