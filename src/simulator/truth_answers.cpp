// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/truth_answers.h"

#include "base/clock.h"
#include "simulator/json_answer.h"
#include "simulator/truth.h"

#include <tl/expected.hpp>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace {

struct Question {
    Stretch stretch;
    TruthScope scope;
};

using Understood = tl::expected<Question, QString>;

Understood understood(const QDateTime &now, const Asked &asked)
{
    const auto over = slotsUntil(now);
    Question question{{0, over}, {}};
    if (const auto text = asked.parameter(u"from"_s)) {
        const auto moment = parseUtc(*text);
        if (!moment)
            return tl::unexpected(u"from is not a moment"_s);
        question.stretch.from = qMin(slotFrom(*moment), over);
    }
    if (const auto text = asked.parameter(u"to"_s)) {
        const auto moment = parseUtc(*text);
        if (!moment)
            return tl::unexpected(u"to is not a moment"_s);
        question.stretch.to = qMin(slotsUntil(*moment), over);
    }
    question.stretch.to = qMax(question.stretch.from, question.stretch.to);
    if (const auto name = asked.parameter(u"account"_s)) {
        question.scope.account = accountNamed(*name);
        if (!question.scope.account)
            return tl::unexpected(u"there is no account of this name"_s);
    }
    if (const auto id = asked.parameter(u"zone"_s)) {
        question.scope.zone = QTimeZone(id->toLatin1());
        if (!question.scope.zone.isValid())
            return tl::unexpected(u"there is no zone of this name"_s);
    }
    return question;
}

Answer badRequest(const QString &why)
{
    return jsonAnswer({{u"error"_s, why}}, 400);
}

} // namespace

Answer truthAnswer(const World &world, const QDateTime &now, const Asked &asked)
{
    const auto question = understood(now, asked);
    return question ? jsonAnswer(truth(world, question->stretch, question->scope))
                    : badRequest(question.error());
}

Answer requestsAnswer(const World &world, const QDateTime &now, const Asked &asked)
{
    const auto question = understood(now, asked);
    if (!question)
        return badRequest(question.error());
    const auto requests = requestTruth(world, question->stretch, question->scope);
    return requests ? jsonAnswer(*requests) : badRequest(u"these are too many requests"_s);
}

} // namespace tollkeeper::simulator
