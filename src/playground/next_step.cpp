// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/next_step.h"

#include <algorithm>

namespace tollkeeper {
namespace {

using std::chrono::milliseconds;

//! Between half of the step and all of it.
milliseconds backOff(const SendPolicy &policy, const RunProgress &progress)
{
    const auto doublings = std::clamp(progress.triesOfModel - 1, 0, 20);
    const auto step = std::min<milliseconds>(policy.firstWait * (qint64(1) << doublings), policy.longestWait);
    const auto share = 0.5 + std::clamp(progress.chance, 0.0, 1.0) / 2;
    return milliseconds(qint64(double(step.count()) * share));
}

bool canHelp(Retry retry)
{
    return retry == Retry::Backoff || retry == Retry::AfterDelay;
}

//! Whether a POST after that wait can still be answered.
bool fits(milliseconds wait, const SendPolicy &policy, const RunProgress &progress)
{
    return !policy.deadline || progress.elapsed + wait + LeastTimeLeft <= *policy.deadline;
}

//! What cannot be told may have been more than that.
bool isTooDear(const SendPolicy &policy, const RunProgress &progress)
{
    return policy.costCeiling && (!progress.spent || progress.spent->nanos() >= policy.costCeiling->nanos());
}

NextStep stop(RunEnd end)
{
    return {.kind = NextStep::Kind::Stop, .end = end};
}

//! Without regard to what it costs.
NextStep unlimitedStep(const Answer &answer, const SendPolicy &policy, const RunProgress &progress)
{
    if (!answer.isError)
        return stop(RunEnd::Served);
    // A balance that is only held by requests under way comes back by itself.
    const bool comesBack = answer.category == Category::Balance && canHelp(answer.retry);
    if (isFinalForKey(answer.category) && !comesBack)
        return stop(RunEnd::Final);

    const bool isRepeatable = canHelp(answer.retry);
    const auto wait
        = answer.retryAfter ? std::chrono::ceil<milliseconds>(*answer.retryAfter) : backOff(policy, progress);
    const bool isNextTry = isRepeatable && progress.triesOfModel <= policy.retries && wait <= LongestOwnWait;
    if (isNextTry && fits(wait, policy, progress))
        return {.kind = NextStep::Kind::Repeat, .wait = wait};

    const bool movesOn = policy.movesOn.contains(answer.category) && !isFinalForKey(answer.category);
    if (movesOn && progress.modelsLeft > 0) {
        const bool hasTime = fits(milliseconds(0), policy, progress);
        return hasTime ? NextStep{.kind = NextStep::Kind::MoveOn} : stop(RunEnd::Deadline);
    }
    if (isNextTry)
        return stop(RunEnd::Deadline);
    return stop(isRepeatable || movesOn ? RunEnd::Exhausted : RunEnd::Final);
}

} // namespace

bool isFinalForKey(Category category)
{
    return category == Category::Credentials || category == Category::Balance
        || category == Category::KeyBudget || category == Category::PlanWindow;
}

NextStep nextStep(const Answer &answer, const SendPolicy &policy, const RunProgress &progress)
{
    const auto step = unlimitedStep(answer, policy, progress);
    return step.kind != NextStep::Kind::Stop && isTooDear(policy, progress) ? stop(RunEnd::CostCeiling)
                                                                            : step;
}

} // namespace tollkeeper
