// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/cut_answer.h"

#include "decoder/category_defaults.h"

#include <QtGlobal>

#include <algorithm>

namespace tollkeeper {
namespace {

using Kind = Evidence::Kind;

struct Cause {
    Category category;
    Kind evidence;
    SpecialTexts texts;
};

//! Reasons that say no more than that there is no end, and remarks beside them.
bool showsOnlyTheCut(const QList<Evidence> &evidence)
{
    bool isCut = false;
    for (const auto &reason : evidence) {
        switch (reason.kind) {
        case Kind::EmptyAnswer:
        case Kind::NoTerminator:
        case Kind::CutBody:
            isCut = true;
            break;
        case Kind::OutputBegan:
        case Kind::OtherProtocol:
        case Kind::LaterTarget:
        case Kind::TooLarge:
            break;
        default:
            return false;
        }
    }
    return isCut;
}

Cause lostConnection(bool hasOutput)
{
    if (!hasOutput)
        return {Category::Gateway, Kind::ConnectionLost,
            {.explanation = QT_TRANSLATE_NOOP("Codes",
                 "The connection to the gateway broke before anything of the answer had come. It may be "
                 "charged.")}};
    return {Category::StreamInterrupted, Kind::ConnectionLost,
        {.explanation = QT_TRANSLATE_NOOP("Codes",
             "The connection broke while the answer was coming in. What came is kept and is not complete. It "
             "may be charged.")}};
}

//! nullopt: what ended the exchange says no more than the answer does.
std::optional<Cause> causeOf(Error::Kind problem, bool hasOutput)
{
    switch (problem) {
    case Error::Kind::Timeout:
        return Cause{Category::Timeout, Kind::OwnTimeout,
            {.explanation = QT_TRANSLATE_NOOP("Codes",
                 "The time limit of this request passed before the answer was whole. What was done until "
                 "then may be charged."),
                .nextSteps
                = {QT_TRANSLATE_NOOP("Codes", "Allow it more time, or ask for a shorter answer.")}}};
    case Error::Kind::Cancelled:
        return Cause{Category::Unknown, Kind::Stopped,
            {.title = QT_TRANSLATE_NOOP("Codes", "Stopped"),
                .explanation = QT_TRANSLATE_NOOP("Codes",
                    "It was stopped from here before the answer was whole. What the gateway had begun may be "
                    "charged."),
                .nextSteps = {QT_TRANSLATE_NOOP("Codes", "Send it again if the answer is still wanted.")}}};
    case Error::Kind::Network:
        return lostConnection(hasOutput);
    default:
        return std::nullopt;
    }
}

} // namespace

Answer cutAnswer(Answer answer, const Error &problem)
{
    if (!answer.isError || !showsOnlyTheCut(answer.evidence))
        return answer;
    const bool hasOutput
        = !answer.text.isEmpty() || !answer.reasoning.isEmpty() || !answer.toolCalls.isEmpty();
    const auto cause = causeOf(problem.kind, hasOutput);
    if (!cause)
        return answer;
    const auto usual = defaultsOf(cause->category);
    answer.category = cause->category;
    answer.retry = usual.retry;
    answer.retryAfter.reset();
    answer.resetsAt.reset();
    answer.actor = usual.actor;
    answer.provider.clear();
    answer.texts = cause->texts;
    answer.evidence.prepend({cause->evidence, {}, {}});
    answer.stream.isComplete = false;
    return answer;
}

bool wasStopped(const Answer &answer)
{
    return std::any_of(answer.evidence.cbegin(), answer.evidence.cend(),
        [](const Evidence &reason) { return reason.kind == Kind::Stopped; });
}

} // namespace tollkeeper
