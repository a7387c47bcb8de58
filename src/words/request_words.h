// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/category.h"
#include "domain/request_facts.h"

#include <QString>

namespace tollkeeper {

//! Why a request failed, in two or three words for a table cell: "rate limit", "cap used up". Empty for None.
[[nodiscard]] QString reasonWords(Category category);
//! The same as a sentence of what happened: "The key has used all of its spending cap".
[[nodiscard]] QString reasonSentence(Category category);

//! "Polled log", "Generation look-up".
[[nodiscard]] QString sourceWords(RowSource source);

} // namespace tollkeeper
