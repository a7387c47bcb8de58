// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/chosen_answers.h"

#include "simulator/chat_failures.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {

std::optional<ChosenAnswer> chosenAnswerFrom(const QJsonObject &object)
{
    const auto scenario = scenarioNamed(object[u"scenario"_s].toString().toLatin1());
    if (!scenario || (!scenario->code.isEmpty() && !isFailureSomewhere(scenario->code)))
        return std::nullopt;
    const auto match = object[u"match"_s];
    const auto times = object[u"times"_s];
    if (!(match.isUndefined() || match.isString()) || !(times.isUndefined() || times.isDouble()))
        return std::nullopt;
    ChosenAnswer answer{.match = match.toString().toUtf8(), .scenario = *scenario};
    if (times.toInt(0) > 0)
        answer.times = times.toInt();
    else if (!times.isUndefined() && times.toInt(-1) != 0)
        return std::nullopt;
    return answer;
}

void ChosenAnswers::add(ChosenAnswer answer)
{
    const std::scoped_lock lock(m_mutex);
    m_answers.push_back(std::move(answer));
}

void ChosenAnswers::clear()
{
    const std::scoped_lock lock(m_mutex);
    m_answers.clear();
}

std::optional<ChosenScenario> ChosenAnswers::take(const Asked &asked, const QByteArray &credential)
{
    const std::scoped_lock lock(m_mutex);
    const auto found = std::ranges::find_if(m_answers, [&](const ChosenAnswer &answer) {
        return asked.path.startsWith(answer.match)
            && (answer.credential.isEmpty() || answer.credential == credential);
    });
    if (found == m_answers.end())
        return std::nullopt;
    const auto scenario = found->scenario;
    if (found->times && --*found->times == 0)
        m_answers.erase(found);
    return scenario;
}

} // namespace tollkeeper::simulator
