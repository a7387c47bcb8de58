// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/answer.h"

namespace tollkeeper {

//! An answer for people. Plain text; none of it is the gateway's own.
struct AnswerWords {
    QString title; //!< a few words: "The key has used all of its spending cap"
    QString explanation; //!< what happened and what it means
    QStringList nextSteps; //!< what to do, the most useful first
};

//! The words of the catalogue's line where it has its own, else those of the category.
[[nodiscard]] AnswerWords explain(const Answer &answer);

//! "The answer carries the code “X” (error.code).": one reason why an answer is taken for what it is.
[[nodiscard]] QString evidenceText(const Evidence &evidence);

//! What stands where the gateway's own attempts would: that it does not tell of any, or that it asked nobody.
//! Empty where it tells of some.
[[nodiscard]] QString traceText(const Answer &answer);

//! When to send the same request again: "Wait 12 s, then send it again."
[[nodiscard]] QString retryText(const Answer &answer);
//! Who has to act: "Whoever runs your keys".
[[nodiscard]] QString actorText(Actor actor);
[[nodiscard]] QString chargedText(Charged charged);

} // namespace tollkeeper
