// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/unanswered.h"

#include "decoder/category_defaults.h"
#include "decoder/redaction.h"

namespace tollkeeper {
namespace {

Category categoryOf(Error::Kind kind)
{
    switch (kind) {
    case Error::Kind::Timeout:
        return Category::Timeout;
    case Error::Kind::Network:
    case Error::Kind::HostNotFound:
    case Error::Kind::Tls:
        return Category::Gateway;
    default:
        return Category::Unknown;
    }
}

} // namespace

Answer unanswered(const Error &problem, const QString &model, bool wasSent)
{
    Answer answer;
    answer.isError = true;
    answer.category = categoryOf(problem.kind);
    const auto usual = defaultsOf(answer.category);
    answer.retry = usual.retry;
    answer.actor = usual.actor;
    answer.charged = wasSent ? Charged::Unknown : Charged::No;
    if (problem.kind == Error::Kind::Tls || problem.kind == Error::Kind::HostNotFound)
        answer.retry = Retry::AfterFix;
    answer.requestedModel = model;
    answer.message = redacted(problem.detail);
    answer.stream.isComplete = false;
    return answer;
}

Attempt ownAttempt(const Answer &answer, const QString &model, std::chrono::milliseconds took)
{
    Attempt attempt;
    attempt.origin = AttemptOrigin::Client;
    attempt.provider = answer.isError ? answer.provider : answer.servedProvider;
    attempt.model = model;
    if (answer.httpStatus > 0)
        attempt.status = answer.httpStatus;
    attempt.outcome = answer.isError ? AttemptOutcome::Failed : AttemptOutcome::Served;
    if (answer.isError)
        attempt.reason = answer.message.isEmpty() ? QString(toText(answer.category)) : answer.message;
    attempt.latencyMs = took.count();
    return attempt;
}

} // namespace tollkeeper
