// SPDX-License-Identifier: GPL-3.0-or-later
// What a run cost: its last POST in parts, and all of them together.
#include "base/translation_contexts.h"
#include "viewmodels/playground/run_rows.h"
#include "viewmodels/playground/run_words.h"
#include "viewmodels/usage_details.h"
#include "viewmodels/variants.h"
#include "words/figures.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

std::optional<ModelListing> priceOf(const QString &model, const RunPlace &place)
{
    const auto known
        = std::find_if(place.prices.cbegin(), place.prices.cend(), [&model](const ModelListing &listing) {
              return listing.model == model || !isOtherModel(listing.model, model);
          });
    return known == place.prices.cend() || model.isEmpty() ? std::nullopt : std::optional(*known);
}

UsageRow usageOf(const Answer &answer)
{
    UsageRow row;
    row.facts.requestedModel = answer.requestedModel;
    row.facts.servedModel = answer.servedModel;
    row.facts.fellBack
        = isOtherModel(answer.requestedModel, answer.servedModel) ? FellBack::Model : FellBack::No;
    row.facts.inputTokens = answer.usage.inputTokens;
    row.facts.outputTokens = answer.usage.outputTokens;
    row.facts.detail.cachedTokens = answer.usage.cachedTokens;
    if (const auto &billed = answer.cost.amount)
        row.facts.cost = Amounts{*billed, paid(answer.cost).value_or(*billed) - *billed};
    return row;
}

//! What is known of the cost of one POST.
struct PostCost {
    std::optional<Money> amount; //!< nullopt: nothing
    bool isEstimate = false; //!< worked out here
    bool isFree = false; //!< it is known that nothing was charged

    [[nodiscard]] QString text() const
    {
        if (isFree)
            return texts::Playground::tr("nothing");
        if (!amount)
            return texts::Playground::tr("unknown");
        return isEstimate ? u"≈ "_s + requestMoneyText(*amount) : requestMoneyText(*amount);
    }
};

PostCost costOfPost(const Answer &answer, const RunPlace &place)
{
    if (answer.cost.amount) {
        const auto whole = paid(answer.cost);
        return {whole, false, whole && whole->isZero()};
    }
    if (answer.charged == Charged::No)
        return {{}, false, true};
    const auto estimate = workedOutCost(answer, place);
    return {estimate, estimate.has_value(), false};
}

//! What the gateway charged is not all of it where the provider bills the rest: the sum stands below both.
void sumWithProvider(QList<CostRow> &rows, Money whole)
{
    const auto charged = std::find_if(rows.begin(), rows.end(), [](const CostRow &row) { return row.isSum; });
    if (charged == rows.end())
        return;
    charged->isSum = false;
    const auto behindProvider = std::min<qsizetype>(charged - rows.begin() + 2, rows.size());
    CostRow sum;
    sum.name = texts::Playground::tr("Paid in all");
    sum.amount = requestMoneyText(whole);
    sum.isSum = true;
    rows.insert(behindProvider, sum);
}

//! A failure that was received elsewhere: that such failures cost nothing is known, what it did cost is not.
bool isUsuallyFree(const PlaygroundRun &run, const RunPlace &place)
{
    return place.isElsewhere && stateOf(run) == RunViewModel::State::Failed
        && run.answer.charged == Charged::No && !run.answer.cost.amount;
}

QList<CostRow> rowsOfLast(const PlaygroundRun &run, const RunPlace &place)
{
    const auto &answer = run.answer;
    if (isUsuallyFree(run, place))
        return {};
    if (stateOf(run) == RunViewModel::State::Failed && answer.charged == Charged::No && !answer.cost.amount)
        return {{texts::Playground::tr("Charged"), {}, texts::Playground::tr("nothing"), true, false, false}};
    const RequestPrices prices{priceOf(answer.requestedModel, place), priceOf(answer.servedModel, place)};
    QList<CostRow> rows;
    const auto usage = usageOf(answer);
    for (const auto &line : costLines(usage, prices)) {
        const bool isEstimate = line.amount.startsWith(u'≈');
        rows.append({line.name, line.basis, line.amount, line.isTotal, line.isExtra, isEstimate});
    }
    if (usage.facts.cost && !usage.facts.cost->byok.isZero())
        sumWithProvider(rows, usage.facts.cost->billed + usage.facts.cost->byok);
    const auto estimate = workedOutCost(answer, place);
    for (auto &row : rows) {
        if (row.isSum && estimate) {
            row.amount = u"≈ "_s + requestMoneyText(*estimate);
            row.isEstimate = true;
        }
    }
    return rows;
}

//! Of all POSTs; one of which nothing is known makes it the least it can be.
CostRow totalRow(const QList<PostCost> &posts)
{
    PostCost sum;
    bool isLeast = false;
    for (const auto &post : posts) {
        const auto &amount = post.amount;
        if (post.isFree)
            continue;
        const auto more = amount && sum.amount ? sumIfItFits(*sum.amount, *amount) : amount;
        if (!more) {
            isLeast = true;
            continue;
        }
        sum.amount = more;
        sum.isEstimate = sum.isEstimate || post.isEstimate;
    }
    CostRow row;
    //: how many requests were sent, one after the other, until one was answered
    row.name = QCoreApplication::translate("Playground", "Total of %n requests", nullptr, int(posts.size()));
    //: %1 is an amount: what is known of a sum
    row.amount = isLeast && sum.amount ? texts::Playground::tr("at least %1").arg(sum.text()) : sum.text();
    row.isSum = true;
    row.isEstimate = sum.isEstimate;
    return row;
}

} // namespace

std::optional<Money> workedOutCost(const Answer &answer, const RunPlace &place)
{
    const auto listing
        = priceOf(answer.servedModel.isEmpty() ? answer.requestedModel : answer.servedModel, place);
    const auto &usage = answer.usage;
    if (answer.cost.amount || !listing || listing->unit != PriceUnit::Token || !listing->input
        || !listing->output || !usage.inputTokens || !usage.outputTokens)
        return std::nullopt;
    const auto input = costIfItFits(*listing->input, *usage.inputTokens);
    const auto output = costIfItFits(*listing->output, *usage.outputTokens);
    return input && output ? sumIfItFits(*input, *output) : std::nullopt;
}

QVariantList costRows(const PlaygroundRun &run, const RunPlace &place)
{
    auto rows = rowsOfLast(run, place);
    QList<PostCost> posts;
    for (const auto &sent : run.sent)
        posts.append(costOfPost(sent.answer, place));
    const auto last = posts.size() - 1;
    if (std::all_of(posts.cbegin(), posts.cbegin() + last, [](const PostCost &post) { return post.isFree; }))
        return variants(rows);
    posts.last() = costOfPost(run.answer, place);
    for (auto &row : rows) {
        if (std::exchange(row.isSum, false))
            row.name = texts::Playground::tr("Last request");
    }
    for (qsizetype number = 0; number < last; ++number) {
        const auto &post = posts.at(number);
        //: %1 is which one of several
        rows.append({texts::Playground::tr("Request %1").arg(number + 1), run.sent.at(number).model,
            post.text(), false, false, post.isEstimate});
    }
    rows.append(totalRow(posts));
    return variants(rows);
}

QString costNoteOf(const PlaygroundRun &run, const RunPlace &place)
{
    const bool isOurs = !place.accountName.isEmpty(); // and not a capture that was decoded
    if (isOurs && run.answer.httpStatus > 0 && run.recordedIds.isEmpty() && !run.recordProblem)
        return texts::Playground::tr("Not in the ledger by itself: the gateway gave it no id.");
    if (isUsuallyFree(run, place))
        return texts::Playground::tr("Such failures are not charged.");
    if (run.answer.cost.amount)
        return paid(run.answer.cost)
            ? QString()
            : texts::Playground::tr("What the provider bills beside it is not told.");
    if (workedOutCost(run.answer, place))
        return texts::Playground::tr("Counted here, not yet reported.");
    return run.answer.charged == Charged::Unknown
        ? texts::Playground::tr("Whether it was charged is not known.")
        : QString();
}

} // namespace tollkeeper
