// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/playground/run_history_rows.h"

#include "base/translation_contexts.h"
#include "viewmodels/playground/composer_words.h"
#include "viewmodels/playground/run_rows.h"
#include "viewmodels/playground/run_words.h"
#include "viewmodels/usage_details.h"
#include "viewmodels/variants.h"
#include "words/figures.h"
#include "words/request_words.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

bool wasCancelled(const RunLine &line)
{
    return line.end == RunEnd::Cancelled;
}

//! A success that broke off: a refusal has no end mark either.
bool isIncomplete(const RunLine &line)
{
    return !line.isComplete && !wasCancelled(line) && line.httpStatus > 0 && line.httpStatus < 400;
}

QString verdictOf(const RunLine &line)
{
    if (wasCancelled(line))
        return texts::Playground::tr("Cancelled");
    if (isIncomplete(line))
        return texts::Playground::tr("Incomplete");
    if (line.category != Category::None)
        return reasonSentence(line.category);
    return isOtherModel(line.requestedModel, line.servedModel)
        ? texts::Playground::tr("Answered by another model")
        : texts::Playground::tr("Answered");
}

QString toneOf(const RunLine &line)
{
    if (wasCancelled(line))
        return u"off"_s; // neither a success nor a failure
    if (line.category == Category::None && line.isComplete)
        return u"ok"_s;
    const bool passes = line.category == Category::RateLimit || line.category == Category::Timeout;
    return passes ? u"warn"_s : u"danger"_s;
}

QString costOf(const RunLine &line)
{
    if (!line.cost)
        return texts::Playground::tr("unknown");
    const auto amount = requestMoneyText(*line.cost);
    //: %1 is an amount: what is known of a sum
    return line.isCostWhole ? amount : texts::Playground::tr("at least %1").arg(amount);
}

bool isOurs(const Attempt &attempt)
{
    return attempt.origin == AttemptOrigin::Client;
}

QString originOf(const Attempt &attempt)
{
    return isOurs(attempt) ? texts::Playground::tr("Tollkeeper") : texts::Playground::tr("the gateway");
}

AttemptRow keptAttempt(const Attempt &attempt)
{
    auto row = attemptRow(attempt, originOf(attempt));
    // A POST that no message explains has its category in place of one.
    if (const auto category = categoryFromText(attempt.reason); isOurs(attempt) && category)
        row.reason = fullSentence(reasonSentence(*category));
    return row;
}

//! The last try of a run that was cancelled or broke off, as the run itself told of it.
AttemptRow keptEndless(Attempt attempt, bool isStopped)
{
    if (isOurs(attempt) && categoryFromText(attempt.reason))
        attempt.reason.clear();
    return endlessRow(attempt, originOf(attempt), isStopped);
}

} // namespace

RunRow runRow(const RunLine &line)
{
    RunRow row;
    row.id = QString::number(line.id.value());
    const auto moment = line.startedAt.toUTC();
    //: %1 is a day, %2 a time of day
    row.time = texts::Playground::tr("%1 %2 UTC")
                   .arg(shortDayText(moment.date()), moment.time().toString(u"HH:mm:ss"));
    row.model = line.requestedModel;
    row.served = isOtherModel(line.requestedModel, line.servedModel) ? line.servedModel : QString();
    row.key = line.keyName.isEmpty() ? line.accountName : line.accountName + u" / "_s + line.keyName;
    row.code = line.httpStatus > 0 ? QString::number(line.httpStatus) : u"-"_s;
    row.tone = toneOf(line);
    row.verdict = verdictOf(line);
    row.tokens = tokensText({line.inputTokens, line.outputTokens, {}, {}});
    row.cost = costOf(line);
    row.total = durationText(line.total.count());
    row.prompt = line.prompt;
    row.requestId = line.requestId;
    row.hasBodies = line.hasBodies;
    return row;
}

QVariantList keptFacts(const KeptRun &run)
{
    const auto &line = run.line;
    const auto row = runRow(line);
    const bool isAnswered = line.category == Category::None;
    QList<IdLine> facts;
    const auto add = [&facts](const QString &name, const QString &value) {
        facts.append({name, value, false, {}});
    };
    add(texts::Playground::tr("Sent"), row.time);
    add(texts::Playground::tr("Account"), line.accountName);
    add(texts::Playground::tr("Key"),
        line.keyName.isEmpty() ? texts::Playground::tr("the account's own") : line.keyName);
    add(texts::Playground::tr("Protocol"), protocolText(line.protocol));
    add(texts::Playground::tr("Requested"), line.requestedModel);
    add(texts::Playground::tr("Served"),
        line.servedModel.isEmpty() && isAnswered ? texts::Playground::tr("not reported") : line.servedModel);
    add(texts::Playground::tr("Provider"), line.servedProvider);
    add(texts::Playground::tr("Cause"), isIncomplete(line) ? reasonSentence(line.category) : QString());
    add(texts::Playground::tr("Code"), line.code);
    add(texts::Playground::tr("Attempts"), countText(line.attempts));
    add(texts::Playground::tr("Tokens"), row.tokens);
    add(texts::Playground::tr("Cost"), row.cost);
    add(texts::Playground::tr("Total time"), row.total);
    add(texts::Playground::tr("Asked"), line.prompt);
    return variants(facts);
}

QVariantList keptAttempts(const KeptRun &run)
{
    const auto &trace = run.trace;
    const bool isOnlyPost = std::count_if(trace.cbegin(), trace.cend(), isOurs) == 1;
    QList<AttemptRow> rows;
    for (qsizetype at = 0; at < trace.size(); ++at) {
        const bool isTold = at + 1 < trace.size() && !isOurs(trace.at(at + 1));
        if (!isOnlyPost || !isTold || !isOurs(trace.at(at)))
            rows.append(keptAttempt(trace.at(at)));
    }
    const bool hasNoEnd = wasCancelled(run.line) || isIncomplete(run.line);
    if (hasNoEnd && !rows.isEmpty() && trace.constLast().status.value_or(0) < 400)
        rows.last() = keptEndless(trace.constLast(), wasCancelled(run.line));
    return variants(rows);
}

} // namespace tollkeeper
