// SPDX-License-Identifier: GPL-3.0-or-later
// What came of the requests to one model, as a row.
#include "base/translation_contexts.h"
#include "viewmodels/playground/comparison_view_model.h"
#include "viewmodels/playground/run_rows.h"
#include "viewmodels/playground/run_words.h"
#include "words/explain.h"
#include "words/figures.h"

#include <algorithm>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qsizetype MostAnswer = 400;

//! Of several durations; empty: none.
QString medianText(std::vector<qint64> times)
{
    if (times.empty())
        return {};
    const auto middle = times.begin() + qsizetype(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end());
    return durationText(*middle);
}

bool isComplete(const PlaygroundRun &run)
{
    return stateOf(run) == RunViewModel::State::Complete;
}

struct Costs {
    std::optional<Money> sum; //!< nullopt: one of them is not known, or they do not add up
    bool isEstimate = false; //!< at least one was worked out here
};

Costs costOfAll(const QList<PlaygroundRun> &runs, const RunPlace &place)
{
    Costs costs;
    for (const auto &run : runs) {
        if (!run.answer.cost.amount && run.answer.charged == Charged::No)
            continue;
        const auto estimate = workedOutCost(run.answer, place);
        const auto cost = estimate ? estimate : paid(run.answer.cost);
        costs.sum = cost && costs.sum ? sumIfItFits(*costs.sum, *cost) : cost;
        if (!costs.sum)
            return {};
        costs.isEstimate = costs.isEstimate || estimate;
    }
    return costs;
}

QString costText(const Costs &costs, qint64 parts)
{
    if (!costs.sum)
        return texts::Playground::tr("unknown");
    const auto text = requestMoneyText(Money::fromNanos(costs.sum->nanos() / parts, costs.sum->currency()));
    return costs.isEstimate ? u"≈ "_s + text : text;
}

AnswerUsage tokensOfAll(const QList<PlaygroundRun> &runs)
{
    AnswerUsage sum;
    for (const auto &run : runs) {
        const auto &usage = run.answer.usage;
        if (usage.inputTokens)
            sum.inputTokens = sum.inputTokens.value_or(0) + *usage.inputTokens;
        if (usage.outputTokens)
            sum.outputTokens = sum.outputTokens.value_or(0) + *usage.outputTokens;
    }
    return sum;
}

} // namespace

ComparisonRow ComparisonViewModel::rowOf(const Line &line) const
{
    ComparisonRow row;
    row.model = line.model;
    const auto done = line.runs.size();
    const auto good = std::count_if(line.runs.cbegin(), line.runs.cend(), isComplete);
    const bool isOver = line.refusal || done == m_repeatsAsked || !isRunning();
    if (line.refusal) {
        row.state = explain(*line.refusal).title;
        row.tone = line.refusal->kind == Error::Kind::Cancelled ? u"warn"_s : u"danger"_s;
        return row;
    }
    //: %1 of %2 requests
    row.succeeded = texts::Playground::tr("%1 of %2").arg(good).arg(m_repeatsAsked);
    if (done == 0) {
        row.state = isRunning() ? texts::Playground::tr("Waiting for the answer")
                                : texts::Playground::tr("Not sent");
        return row;
    }
    const auto &last = line.runs.constLast();
    row.state
        = isOver ? runTitle(last) : texts::Playground::tr("%1 of %2 answered").arg(done).arg(m_repeatsAsked);
    row.tone = !isOver ? QString() : good == done ? u"ok"_s : good == 0 ? u"danger"_s : u"warn"_s;
    std::vector<qint64> totals;
    std::vector<qint64> firsts;
    QList<PlaygroundRun> successes;
    for (const auto &run : line.runs) {
        if (!isComplete(run))
            continue;
        successes.append(run);
        totals.push_back(totalOf(run).count());
        if (const auto &first = run.sent.constLast().firstToken)
            firsts.push_back(first->count());
        if (isOtherModel(line.model, run.answer.servedModel))
            row.served = run.answer.servedModel;
        row.answer = run.answer.text.first(std::min(MostAnswer, run.answer.text.size()));
    }
    row.tokens = successes.isEmpty() ? QString() : tokensText(tokensOfAll(successes));
    const auto costs = costOfAll(line.runs, m_place);
    row.cost = costText(costs, 1);
    if (good > 0)
        row.costPerSuccess = costText(costs, good);
    row.total = medianText(totals);
    row.firstToken = medianText(firsts);
    return row;
}

} // namespace tollkeeper
