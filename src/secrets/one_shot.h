// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <coroutine>
#include <memory>
#include <optional>
#include <utility>

namespace tollkeeper {

//! A value that somebody gives once and one coroutine awaits, by name. Copies share it; what is given after
//! the first time is dropped, so a late answer to a question already given up is harmless. One thread.
template<typename T>
class OneShot {
public:
    void give(T value) const
    {
        const auto state = m_state; // the coroutine may destroy us
        if (state->isGiven)
            return;
        state->isGiven = true;
        state->value.emplace(std::move(value));
        if (const auto waiter = std::exchange(state->waiter, nullptr))
            waiter.resume();
    }

    [[nodiscard]] bool await_ready() const noexcept { return m_state->isGiven; }
    void await_suspend(std::coroutine_handle<> waiter) const noexcept { m_state->waiter = waiter; }
    [[nodiscard]] T await_resume() const { return *std::move(m_state->value); }

private:
    struct State {
        bool isGiven = false;
        std::optional<T> value;
        std::coroutine_handle<> waiter;
    };
    std::shared_ptr<State> m_state = std::make_shared<State>();
};

} // namespace tollkeeper
