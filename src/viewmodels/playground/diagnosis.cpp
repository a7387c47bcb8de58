// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/playground/diagnosis.h"

#include "base/translation_contexts.h"
#include "decoder/category_defaults.h"
#include "viewmodels/playground/playground_lines.h"
#include "viewmodels/playground/run_words.h"
#include "viewmodels/variants.h"
#include "words/answer_words.h"
#include "words/figures.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

using std::chrono::milliseconds;

//! What is advised where nobody says how long it takes.
constexpr std::chrono::seconds ShortWait(5);

ProblemCell cellOf(const Answer &answer)
{
    if (answer.category == Category::RateLimit && answer.actor == Actor::Provider)
        return ProblemCell::Provider; // a pool that others use as well
    return defaultsOf(answer.category).cell;
}

RetryWords backOffWords(const PlaygroundRun &run)
{
    if (stateOf(run) == RunViewModel::State::Incomplete) // where a wait is counted down, it tells how long
        return {texts::Playground::tr("Safe to retry, once checked."),
            advisedWait(run)
                ? texts::Playground::tr("Make sure nothing has acted on the partial answer.")
                : texts::Playground::tr("Make sure nothing has acted on the partial answer. Wait about 5 s."),
            u"warn"_s};
    return {texts::Playground::tr("Retry in a moment."),
        texts::Playground::tr("It passes by itself. Wait longer after each failure."), u"warn"_s};
}

//! Of an allowance whose reset is not told. A wait that is told is no reset, and is told all the same.
QString untoldResetNote(const std::optional<std::chrono::seconds> &asked)
{
    if (!asked)
        return texts::Playground::tr("When that is, the gateway does not say.");
    //: %1 is a number of seconds
    return texts::Playground::tr("The gateway asks for a wait of %1 s. When the reset is, it does not say.")
        .arg(countText(asked->count()));
}

} // namespace

QString resetNote(const QDateTime &resetsAt)
{
    //: %1 is a day, %2 a time
    return texts::Playground::tr("It opens again on %1, %2 UTC.")
        .arg(dayText(resetsAt.toUTC().date()), timeText(resetsAt, QTimeZone::utc()));
}

QVariantList whoseCells(const Answer &answer)
{
    if (!answer.isError)
        return {};
    const auto on = cellOf(answer);
    const bool isNetwork = answer.httpStatus == 0 && answer.category == Category::Gateway;
    const QList<std::pair<ProblemCell, QString>> cells{
        {ProblemCell::Request, texts::Playground::tr("Request")},
        {ProblemCell::Key, texts::Playground::tr("Key")},
        {ProblemCell::Budget, texts::Playground::tr("Budget")},
        {ProblemCell::Policy, texts::Playground::tr("Policy")},
        {ProblemCell::Gateway,
            isNetwork ? texts::Playground::tr("Network") : texts::Playground::tr("Gateway")},
        {ProblemCell::Provider, texts::Playground::tr("Provider")}};
    const bool isNotSure = on == ProblemCell::NotSure;
    QList<WhoseCell> rows;
    for (const auto &[cell, name] : cells) {
        const bool maybe = isNotSure && (cell == ProblemCell::Gateway || cell == ProblemCell::Provider);
        rows.append({name, cell == on || maybe, maybe});
    }
    return variants(rows);
}

RetryWords retryWords(const PlaygroundRun &run)
{
    const auto &answer = run.answer;
    if (!answer.isError || stateOf(run) == RunViewModel::State::Cancelled)
        return {};
    const bool misleads = answer.httpStatus == 429;
    switch (answer.retry) {
    case Retry::Never:
        return {texts::Playground::tr("Do not retry."), retryText(answer), u"danger"_s};
    case Retry::AfterFix:
        return {texts::Playground::tr("Do not retry."),
            misleads ? texts::Playground::tr(
                "A 429 often means slow down. This one is final: the answer is the same until "
                "something changes.")
                     : texts::Playground::tr("The answer is the same until that is fixed."),
            u"danger"_s};
    case Retry::AfterReset:
        return {texts::Playground::tr("Retry after the reset."),
            answer.resetsAt ? resetNote(*answer.resetsAt) : untoldResetNote(answer.retryAfter), u"warn"_s};
    case Retry::AfterDelay:
        return {texts::Playground::tr("Retry after the wait."), retryText(answer), u"warn"_s};
    case Retry::Backoff:
        break;
    }
    return backOffWords(run);
}

std::optional<milliseconds> advisedWait(const PlaygroundRun &run)
{
    const auto &answer = run.answer;
    const auto &last = run.sent.constLast();
    const bool isKnownWhen = last.startedAt.isValid(); // of an answer that was received elsewhere it is not
    if (!answer.isError || !isKnownWhen || stateOf(run) == RunViewModel::State::Cancelled)
        return std::nullopt;
    switch (answer.retry) {
    case Retry::Backoff:
        return answer.retryAfter.value_or(ShortWait);
    case Retry::AfterDelay:
        return answer.retryAfter;
    case Retry::AfterReset:
        break;
    default:
        return std::nullopt;
    }
    if (!answer.resetsAt)
        return std::nullopt;
    const auto endedAt = last.startedAt.addMSecs(last.timings.total.count());
    return milliseconds(std::max<qint64>(0, endedAt.msecsTo(*answer.resetsAt)));
}

QString timeLeftText(int seconds)
{
    constexpr int Minute = 60;
    constexpr int Hour = 60 * Minute;
    constexpr int Day = 24 * Hour;
    const auto whole = [seconds](int unit) { return (seconds + unit - 1) / unit; };
    if (seconds <= 0)
        return texts::Playground::tr("The wait is over: send it now.");
    if (seconds < 2 * Minute)
        return texts::Playground::tr("%n s to go.", nullptr, seconds);
    if (seconds < 2 * Hour)
        return texts::Playground::tr("%n min to go.", nullptr, whole(Minute));
    if (seconds < 2 * Day)
        return texts::Playground::tr("%n h to go.", nullptr, whole(Hour));
    return texts::Playground::tr("%n days to go.", nullptr, whole(Day));
}

} // namespace tollkeeper
