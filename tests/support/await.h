// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoroTask>

#include <optional>

//! Spins the event loop until task is done. QCoro 0.8's own waitFor() needs a default
//! constructor, which Result does not have on purpose.
template<typename T>
T await(QCoro::Task<T> task)
{
    std::optional<T> answer;
    QCoro::waitFor(task.then([&answer](T value) { answer.emplace(std::move(value)); }));
    return *std::move(answer);
}
