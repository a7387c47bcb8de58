// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/chat_scenarios.h"
#include "simulator/exchange.h"

#include <QJsonObject>

#include <mutex>
#include <vector>

namespace tollkeeper::simulator {

//! A scenario for the questions to models that match, whatever model they name.
struct ChosenAnswer {
    QByteArray match = {}; //!< prefix of the path; every path when empty
    QByteArray credential = {}; //!< only requests with this key; all when empty
    ChosenScenario scenario = {};
    std::optional<int> times = {}; //!< left; nullopt: until cleared
};

//! Reads what was posted to /_control/answer. nullopt when a member has the wrong type or names nothing. The
//! key's name is left to the caller.
[[nodiscard]] std::optional<ChosenAnswer> chosenAnswerFrom(const QJsonObject &object);

//! The scenarios asked for, oldest first. Thread-safe.
class ChosenAnswers {
public:
    void add(ChosenAnswer answer);
    void clear();
    //! The first one that matches, with one of its times used up.
    [[nodiscard]] std::optional<ChosenScenario> take(const Asked &asked, const QByteArray &credential);

private:
    std::mutex m_mutex;
    std::vector<ChosenAnswer> m_answers;
};

} // namespace tollkeeper::simulator
