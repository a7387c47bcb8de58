// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/unanswered.h"

#include "decoder/category_defaults.h"

#include <QtGlobal>

#include <optional>

namespace tollkeeper {
namespace {

using Kind = Evidence::Kind;

//! What it is taken for, and why.
struct Reason {
    Category category = Category::Unknown;
    std::optional<Kind> evidence = {};
    SpecialTexts texts = {};
};

Reason ownTimeout(bool wasSent)
{
    return {Category::Timeout, Kind::OwnTimeout,
        {.explanation = wasSent
                ? QT_TRANSLATE_NOOP("Codes",
                    "The time limit of this request passed before anything of the answer had come. What was "
                    "done until then may be charged.")
                : QT_TRANSLATE_NOOP("Codes",
                    "The time limit of this request passed before the gateway could be reached. Nothing was "
                    "sent."),
            .nextSteps = {QT_TRANSLATE_NOOP("Codes", "Allow it more time, or ask for a shorter answer.")}}};
}

Reason stopped(bool wasSent)
{
    return {Category::Unknown, Kind::Stopped,
        {.title = QT_TRANSLATE_NOOP("Codes", "Stopped"),
            .explanation = wasSent
                ? QT_TRANSLATE_NOOP("Codes",
                    "It was stopped from here before the answer was whole. What the gateway had begun may be "
                    "charged.")
                : QT_TRANSLATE_NOOP("Codes", "It was stopped from here before anything was sent."),
            .nextSteps = {QT_TRANSLATE_NOOP("Codes", "Send it again if the answer is still wanted.")}}};
}

Reason noConnection(bool wasSent)
{
    if (wasSent)
        return {Category::Gateway, Kind::ConnectionLost,
            {.title = QT_TRANSLATE_NOOP("Codes", "The connection broke"),
                .explanation = QT_TRANSLATE_NOOP("Codes",
                    "The connection to the gateway broke before anything of the answer had come. It may be "
                    "charged.")}};
    return {Category::Gateway, std::nullopt,
        {.title = QT_TRANSLATE_NOOP("Codes", "The gateway could not be reached"),
            .explanation = QT_TRANSLATE_NOOP("Codes",
                "No connection to the gateway could be made: nobody answers at its address. Nothing was "
                "sent."),
            .nextSteps = {QT_TRANSLATE_NOOP("Codes", "Check the address and your connection.")}}};
}

Reason reasonOf(Error::Kind problem, bool wasSent)
{
    switch (problem) {
    case Error::Kind::Timeout:
        return ownTimeout(wasSent);
    case Error::Kind::Cancelled:
        return stopped(wasSent);
    case Error::Kind::Network:
        return noConnection(wasSent);
    case Error::Kind::HostNotFound:
        return {Category::Gateway, std::nullopt,
            {.title = QT_TRANSLATE_NOOP("Codes", "The address was not found"),
                .explanation = QT_TRANSLATE_NOOP(
                    "Codes", "There is no host of that name, or no network. Nothing was sent."),
                .nextSteps = {QT_TRANSLATE_NOOP("Codes", "Check the address and your connection.")}}};
    case Error::Kind::Tls:
        return {Category::Gateway, std::nullopt,
            {.title = QT_TRANSLATE_NOOP("Codes", "The connection is not safe"),
                .explanation = QT_TRANSLATE_NOOP(
                    "Codes", "The gateway's certificate is not trusted, so nothing was sent."),
                .nextSteps = {QT_TRANSLATE_NOOP("Codes", "Check the address and this computer's date.")}}};
    default:
        return {};
    }
}

} // namespace

Answer unanswered(const Error &problem, const QString &model, bool wasSent)
{
    Answer answer;
    answer.isError = true;
    const auto reason = reasonOf(problem.kind, wasSent);
    answer.category = reason.category;
    answer.texts = reason.texts;
    if (reason.evidence)
        answer.evidence = {{*reason.evidence, {}, {}}};
    const auto usual = defaultsOf(answer.category);
    answer.retry = usual.retry;
    answer.actor = usual.actor;
    answer.charged = wasSent ? Charged::Unknown : Charged::No;
    if (problem.kind == Error::Kind::Tls || problem.kind == Error::Kind::HostNotFound)
        answer.retry = Retry::AfterFix;
    answer.requestedModel = model;
    answer.stream.isComplete = false;
    return answer;
}

Attempt ownAttempt(const Answer &answer, const QString &model, std::chrono::milliseconds took)
{
    Attempt attempt;
    attempt.origin = AttemptOrigin::Client;
    attempt.provider = answer.isError ? answer.provider : answer.servedProvider;
    attempt.model = model;
    if (answer.httpStatus > 0)
        attempt.status = answer.httpStatus;
    attempt.outcome = answer.isError ? AttemptOutcome::Failed : AttemptOutcome::Served;
    if (answer.isError)
        attempt.reason = answer.message.isEmpty() ? QString(toText(answer.category)) : answer.message;
    attempt.latencyMs = took.count();
    return attempt;
}

} // namespace tollkeeper
