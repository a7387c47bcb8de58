// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/run_answer.h"

#include "playground/unanswered.h"

namespace tollkeeper {

Answer answerOfAll(const QList<SentRequest> &sent, const QString &askedFor)
{
    auto answer = sent.constLast().answer;
    answer.requestedModel = askedFor;
    answer.attempts.clear();
    answer.isTracePublished = false;
    for (const auto &one : sent) {
        answer.attempts.append(ownAttempt(one.answer, one.model, one.timings.total));
        answer.attempts.append(one.answer.attempts);
        answer.isTracePublished = answer.isTracePublished || one.answer.isTracePublished;
    }
    return answer;
}

} // namespace tollkeeper
