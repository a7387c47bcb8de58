// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/joined_bill.h"

#include "playground/run_answer.h"

namespace tollkeeper {
namespace {

QList<Attempt> attemptsOf(const RequestFacts &bill)
{
    QList<Attempt> attempts;
    for (const auto &told : bill.detail.attempts) {
        Attempt attempt;
        attempt.provider = told.provider;
        attempt.model = told.model;
        attempt.status = told.httpStatus;
        attempt.outcome
            = told.httpStatus && *told.httpStatus < 400 ? AttemptOutcome::Served : AttemptOutcome::Failed;
        attempt.latencyMs = told.milliseconds;
        attempts.append(attempt);
    }
    return attempts;
}

void joinCost(Answer &answer, const RequestFacts &bill)
{
    if (!bill.cost)
        return;
    auto &cost = answer.cost;
    cost.amount = bill.cost->billed;
    if (!bill.cost->byok.isZero()) {
        cost.upstreamAmount = bill.cost->byok;
        cost.isByok = true;
    } else if (const auto &upstream = bill.detail.parts.upstream) { // told of what is not BYOK only
        cost.upstreamAmount = upstream;
        cost.isByok = false;
    }
    if (const auto sum = paid(cost))
        answer.charged = sum->isZero() ? Charged::No : Charged::Yes;
}

void joinTokens(AnswerUsage &usage, const RequestFacts &bill)
{
    const auto fill = [](std::optional<qint64> &told, const std::optional<qint64> &billed) {
        if (!told)
            told = billed;
    };
    fill(usage.inputTokens, bill.inputTokens);
    fill(usage.outputTokens, bill.outputTokens);
    fill(usage.cachedTokens, bill.detail.cachedTokens);
    fill(usage.reasoningTokens, bill.detail.reasoningTokens);
}

} // namespace

const QString &billIdOf(const SentRequest &sent)
{
    return sent.answer.ids.generation;
}

void joinBill(PlaygroundRun &run, qsizetype post, const RequestFacts &bill)
{
    auto &answer = run.sent[post].answer;
    answer.attempts = joinedAttempts(answer.attempts, attemptsOf(bill));
    answer.isTracePublished = answer.isTracePublished || !answer.attempts.isEmpty();
    joinCost(answer, bill);
    joinTokens(answer.usage, bill);
    if (!bill.provider.isEmpty() && answer.servedProvider.isEmpty())
        answer.servedProvider = bill.provider;
    if (!bill.detail.upstreamId.isEmpty())
        answer.ids.upstream = bill.detail.upstreamId;
    run.answer = answerOfAll(run.sent, run.answer.requestedModel);
}

} // namespace tollkeeper
