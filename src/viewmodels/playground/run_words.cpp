// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/playground/run_words.h"

#include "base/translation_contexts.h"
#include "playground/cut_answer.h"
#include "words/answer_words.h"
#include "words/explain.h"
#include "words/figures.h"

#include <algorithm>
#include <limits>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

using State = RunViewModel::State;

//! "claude-sonnet-4.5" of "anthropic/claude-sonnet-4.5:free".
QString plainModel(const QString &model)
{
    return model.section(u'/', -1).section(u':', 0, 0).toLower();
}

QString incompleteTitle(const Answer &answer)
{
    const bool isStream = answer.stream.isStream;
    if (const auto &tokens = answer.usage.outputTokens)
        return isStream
            ? countedText(QT_TRANSLATE_NOOP("Playground", "Incomplete: stream ended after 1 token"),
                QT_TRANSLATE_N_NOOP("Playground", "Incomplete: stream ended after %1 tokens"), *tokens)
            : countedText(QT_TRANSLATE_NOOP("Playground", "Incomplete: cut after 1 token"),
                QT_TRANSLATE_N_NOOP("Playground", "Incomplete: cut after %1 tokens"), *tokens);
    return isStream
        ? countedText(QT_TRANSLATE_NOOP("Playground", "Incomplete: stream ended after 1 character"),
            QT_TRANSLATE_N_NOOP("Playground", "Incomplete: stream ended after %1 characters"),
            answer.text.size())
        : countedText(QT_TRANSLATE_NOOP("Playground", "Incomplete: cut after 1 character"),
            QT_TRANSLATE_N_NOOP("Playground", "Incomplete: cut after %1 characters"), answer.text.size());
}

QString servedTitle(const PlaygroundRun &run)
{
    const auto &answer = run.answer;
    if (isOtherModel(answer.requestedModel, answer.servedModel))
        return failedAttempts(run) > 0 ? texts::Playground::tr("Answered by a fallback model")
                                       : texts::Playground::tr("Answered by another model");
    if (answer.isError)
        return explain(answer).title;
    return failedAttempts(run) > 0 ? texts::Playground::tr("Answered by another provider")
                                   : texts::Playground::tr("Answered");
}

//! A connection that never brought an answer: what stood in the way is on this side of the gateway.
QString unansweredExplanation(const SentRequest &sent)
{
    return sent.problem ? explain(*sent.problem).sentence : texts::Playground::tr("No answer came.");
}

int failedTries(const SentRequest &sent)
{
    auto tries = sent.answer.attempts;
    const bool isStopped = isCancelled(sent);
    if (isStopped && !tries.isEmpty() && tries.constLast().status.value_or(0) < 400)
        tries.removeLast();
    const auto count = std::count_if(tries.cbegin(), tries.cend(),
        [](const Attempt &attempt) { return attempt.outcome == AttemptOutcome::Failed; });
    return count > 0 ? int(count) : sent.answer.isError && !isStopped ? 1 : 0;
}

} // namespace

bool brokeOff(const Answer &answer)
{
    const bool saidSomething
        = !answer.text.isEmpty() || !answer.reasoning.isEmpty() || !answer.toolCalls.isEmpty();
    return answer.httpStatus > 0 && answer.httpStatus < 400 && !answer.stream.isComplete && saidSomething;
}

bool isCancelled(const SentRequest &sent)
{
    const bool isUnanswered = sent.answer.httpStatus == 0 && sent.problem;
    return wasStopped(sent.answer) || (isUnanswered && sent.problem->kind == Error::Kind::Cancelled);
}

QString countedText(const char *one, const char *many, qint64 count)
{
    if (count == 1)
        return texts::Playground::tr(one);
    const auto form = int(std::clamp<qint64>(count, 0, std::numeric_limits<int>::max()));
    return texts::Playground::tr(many, nullptr, form).arg(countText(count));
}

State stateOf(const PlaygroundRun &run)
{
    if (run.end == RunEnd::Cancelled)
        return State::Cancelled;
    if (brokeOff(run.answer))
        return State::Incomplete;
    return run.answer.isError ? State::Failed : State::Complete;
}

QString toneOf(const PlaygroundRun &run)
{
    switch (stateOf(run)) {
    case State::Complete:
        return u"ok"_s;
    case State::Cancelled:
        return u"off"_s;
    default:
        break;
    }
    const bool passesByItself
        = run.answer.category == Category::RateLimit || run.answer.category == Category::Timeout;
    return passesByItself && run.answer.retry != Retry::Never ? u"warn"_s : u"danger"_s;
}

QString runTitle(const PlaygroundRun &run)
{
    switch (stateOf(run)) {
    case State::Cancelled:
        return texts::Playground::tr("Cancelled");
    case State::Incomplete:
        return incompleteTitle(run.answer);
    case State::Complete:
        return servedTitle(run);
    default:
        break;
    }
    const auto &last = run.sent.constLast();
    if (run.answer.httpStatus == 0 && last.problem)
        return explain(*last.problem).title;
    return explain(run.answer).title;
}

QString runNote(const PlaygroundRun &run)
{
    const auto failed = failedAttempts(run);
    if (failed == 0 || stateOf(run) == State::Failed)
        return {};
    return countedText(QT_TRANSLATE_NOOP("Playground", "after 1 failed attempt"),
        QT_TRANSLATE_N_NOOP("Playground", "after %1 failed attempts"), failed);
}

QString runExplanation(const PlaygroundRun &run, const RunPlace &place)
{
    const auto &answer = run.answer;
    switch (stateOf(run)) {
    case State::Complete:
        return {};
    case State::Cancelled:
        return texts::Playground::tr("You closed the connection. What the gateway had begun may be charged.");
    case State::Incomplete:
        return explain(answer).explanation;
    default:
        break;
    }
    if (answer.httpStatus == 0)
        return unansweredExplanation(run.sent.constLast());
    auto text = explain(answer).explanation;
    if (answer.category == Category::KeyBudget && place.cap && place.cap->used)
        //: %1 is the name of a key, %2 what it has spent, %3 its cap, %4 a time
        text += u' '
            + texts::Playground::tr("%1 has spent %2 of its %3 cap, as of %4 UTC.")
                  .arg(place.keyName, moneyText(*place.cap->used), moneyText(place.cap->limit),
                      timeText(place.figuresAt, QTimeZone::utc()));
    return text;
}

QString runMoment(const PlaygroundRun &run)
{
    const auto &first = run.sent.constFirst();
    QStringList parts;
    if (first.startedAt.isValid())
        //: %1 is a time of day
        parts.append(
            texts::Playground::tr("%1 UTC").arg(first.startedAt.toUTC().time().toString(u"HH:mm:ss")));
    if (totalOf(run).count() > 0)
        parts.append(durationText(totalOf(run).count()));
    const bool wasSentFromHere = first.startedAt.isValid(); // elsewhere it is what is usual, no fact
    if (stateOf(run) == State::Failed && run.answer.charged == Charged::No && wasSentFromHere)
        parts.append(texts::Playground::tr("no charge"));
    return parts.join(u", "_s);
}

QString runEnding(const PlaygroundRun &run)
{
    const auto &answer = run.answer;
    if (stateOf(run) != State::Complete)
        return {};
    QStringList parts;
    if (!answer.finishReason.isEmpty())
        //: %1 is the gateway's word, such as stop
        parts.append(texts::Playground::tr("finish reason %1").arg(answer.finishReason));
    if (answer.stream.isStream && !answer.stream.terminator.isEmpty())
        //: %1 is the mark at the end of a stream, such as [DONE]
        parts.append(texts::Playground::tr("stream closed with %1").arg(answer.stream.terminator));
    //: %1 is how an answer ended
    return parts.isEmpty() ? texts::Playground::tr("Complete")
                           : texts::Playground::tr("Complete: %1").arg(parts.join(u", "_s));
}

QString tokensText(const AnswerUsage &usage)
{
    if (!usage.inputTokens && !usage.outputTokens)
        return texts::Playground::tr("unknown");
    const auto part = [](std::optional<qint64> count) { return count ? countText(*count) : u"?"_s; };
    //: %1 is a count of tokens in, %2 of tokens out
    return texts::Playground::tr("%1 + %2").arg(part(usage.inputTokens), part(usage.outputTokens));
}

bool isOtherModel(const QString &requested, const QString &served)
{
    if (served.isEmpty() || requested.isEmpty())
        return false;
    const auto asked = plainModel(requested);
    const auto told = plainModel(served);
    return told != asked
        && !(told.startsWith(asked) && told.size() > asked.size() && told.at(asked.size()) == u'-'
            && told.mid(asked.size() + 1).startsWith(u'2'));
}

int failedAttempts(const PlaygroundRun &run)
{
    int failed = 0;
    for (const auto &sent : run.sent)
        failed += failedTries(sent);
    return failed;
}

bool isTimed(const SentRequest &sent)
{
    return sent.startedAt.isValid() || sent.timings.total.count() > 0;
}

std::chrono::milliseconds totalOf(const PlaygroundRun &run)
{
    std::chrono::milliseconds total{};
    for (const auto &sent : run.sent)
        total += sent.waited + sent.timings.total;
    return total;
}

} // namespace tollkeeper
