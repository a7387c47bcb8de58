// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/run_state.h"

#include "playground/unanswered.h"

#include <QRandomGenerator>

#include <algorithm>

namespace tollkeeper {

using std::chrono::milliseconds;

RunState::RunState(const SendOrder &order)
    : m_policy(order.policy), m_askedFor(order.model), m_models(order.policy.fallbacks)
{
    m_models.prepend(order.model);
    m_watch.start();
}

milliseconds RunState::timeout() const
{
    if (!m_policy.deadline)
        return m_policy.timeout;
    const auto left = *m_policy.deadline - milliseconds(m_watch.elapsed());
    return std::max(milliseconds(1), std::min(left, m_policy.timeout));
}

void RunState::add(SentRequest sent)
{
    const auto &cost = sent.answer.cost.amount;
    const auto &ceiling = m_policy.costCeiling;
    if (cost && ceiling && cost->currency() == ceiling->currency())
        m_spent = m_spent ? *m_spent + *cost : *cost;
    m_trace.append(ownAttempt(sent.answer, sent.model, sent.timings.total));
    m_trace.append(sent.answer.attempts);
    m_run.answer = sent.answer;
    m_run.answer.attempts = m_trace;
    m_run.answer.requestedModel = m_askedFor;
    m_run.sent.append(std::move(sent));
}

NextStep RunState::next() const
{
    const RunProgress progress{.triesOfModel = m_tries,
        .modelsLeft = m_models.size() - 1,
        .elapsed = milliseconds(m_watch.elapsed()),
        .spent = m_spent,
        .chance = QRandomGenerator::global()->generateDouble()};
    return nextStep(m_run.answer, m_policy, progress);
}

void RunState::goOn(NextStep::Kind kind)
{
    if (kind == NextStep::Kind::Repeat) {
        ++m_tries;
        return;
    }
    m_models.removeFirst();
    m_tries = 1;
}

PlaygroundRun RunState::ended(RunEnd end) const
{
    auto run = m_run;
    run.end = end;
    return run;
}

} // namespace tollkeeper
