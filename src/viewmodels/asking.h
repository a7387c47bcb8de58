// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/error.h"
#include "words/explain.h"

namespace tollkeeper {

//! The question that a page asks again and again, and what came of its last answer: a state of the page, and
//! words where it failed. Questions have numbers, so that an answer which a later question has overtaken is
//! dropped. `State` has Loading, the first one, and Failed. UI thread; who holds it tells of its changes.
template<typename State>
class Asking {
public:
    //! A question is asked now: its number.
    [[nodiscard]] int ask() { return ++m_asked; }
    //! The answer to the question of that number is here. False: a later question has overtaken it.
    [[nodiscard]] bool takesAnswerTo(int question)
    {
        if (!isLatest(question))
            return false;
        m_answered = question;
        return true;
    }
    [[nodiscard]] int latest() const { return m_asked; }
    [[nodiscard]] bool isLatest(int question) const { return question == m_asked; }
    //! The latest question has no answer yet; what the one before said stays meanwhile.
    [[nodiscard]] bool isUnderWay() const { return m_asked != m_answered; }

    void succeed(State state)
    {
        m_state = state;
        m_problem = {};
    }
    void fail(const Error &error)
    {
        m_state = State::Failed;
        m_problem = explain(error);
    }
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] QString problemTitle() const { return m_problem.title; }
    [[nodiscard]] QString problem() const { return m_problem.sentence; }

private:
    int m_asked = 0;
    int m_answered = 0;
    State m_state = State::Loading;
    Explanation m_problem;
};

} // namespace tollkeeper
