// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/run_state.h"

#include "playground/run_answer.h"

#include <QRandomGenerator>

#include <algorithm>

namespace tollkeeper {

using std::chrono::milliseconds;

RunState::RunState(const SendOrder &order, const QList<ModelListing> &prices)
    : m_policy(order.policy)
    , m_askedFor(order.model)
    , m_models(order.policy.fallbacks)
    , m_spend(order, prices)
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
    m_spend.add(sent);
    m_run.sent.append(std::move(sent));
    m_run.answer = answerOfAll(m_run.sent, m_askedFor);
}

NextStep RunState::next() const
{
    const RunProgress progress{.triesOfModel = m_tries,
        .modelsLeft = m_models.size() - 1,
        .elapsed = milliseconds(m_watch.elapsed()),
        .spent = m_spend.counted(),
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
    run.counted = m_spend.counted();
    return run;
}

} // namespace tollkeeper
