// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/translation_contexts.h"
#include "viewmodels/usage_details.h"
#include "words/figures.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

std::optional<UnitPrice> tokenPrice(
    const std::optional<ModelListing> &listing, std::optional<UnitPrice> ModelListing::*which)
{
    return listing && listing->unit == PriceUnit::Token ? (*listing).*which : std::nullopt;
}

QString approximately(Money amount)
{
    return u"≈ "_s + requestMoneyText(amount);
}

//! Tokens of one direction: what the gateway says they cost, or what they cost by its list price.
void addTokens(QList<CostLine> &lines, const QString &name, std::optional<qint64> tokens,
    std::optional<Money> told, std::optional<UnitPrice> price)
{
    if (!tokens && !told)
        return;
    CostLine line;
    line.name = name;
    if (tokens)
        line.basis = texts::Usage::tr("%1 tokens").arg(countText(*tokens));
    const auto worked = tokens && price ? std::optional(costOf(*price, *tokens)) : std::nullopt;
    if (worked && (!told || *told == *worked))
        //: %1 is a count of tokens, %2 a price: "1,842 at $5.00/M"
        line.basis = texts::Usage::tr("%1 at %2").arg(countText(*tokens), priceText(*price));
    if (told) {
        line.amount = requestMoneyText(*told);
    } else if (worked) {
        line.amount = approximately(*worked);
        line.tip = texts::Usage::tr("Worked out from the list price; what was charged is below");
    } else {
        line.amount = u"\u2014"_s;
    }
    lines.append(line);
}

void addPart(QList<CostLine> &lines, const QString &name, std::optional<Money> told)
{
    if (told && !told->isZero())
        lines.append({name, {}, requestMoneyText(*told), false, false, {}});
}

void addCharged(QList<CostLine> &lines, const std::optional<Amounts> &cost)
{
    CostLine charged;
    charged.isTotal = true;
    charged.name = texts::Usage::tr("Charged");
    charged.amount = cost ? requestMoneyText(cost->billed) : texts::Usage::tr("unknown");
    lines.append(charged);
    if (cost && !cost->byok.isZero())
        lines.append({texts::Usage::tr("Billed by the provider"), u"BYOK"_s, requestMoneyText(cost->byok),
            false, false, {}});
}

//! By the list prices of the model that was asked for; nullopt where a price or a count is missing.
std::optional<Money> costByList(const RequestFacts &facts, const std::optional<ModelListing> &listing)
{
    const auto input = tokenPrice(listing, &ModelListing::input);
    const auto output = tokenPrice(listing, &ModelListing::output);
    if (!input || !output || !facts.inputTokens || !facts.outputTokens || input->currency != output->currency)
        return std::nullopt;
    const auto cacheRead = tokenPrice(listing, &ModelListing::cacheRead).value_or(*input);
    if (cacheRead.currency != input->currency)
        return std::nullopt;
    const auto cached = std::min(facts.detail.cachedTokens.value_or(0), *facts.inputTokens);
    auto sum = costOf(*input, *facts.inputTokens - cached) + costOf(cacheRead, cached)
        + costOf(*output, *facts.outputTokens);
    if (listing->request && listing->request->currency == input->currency)
        sum += costOf(*listing->request, 1);
    return sum;
}

void addComparison(QList<CostLine> &lines, const RequestFacts &facts, const RequestPrices &prices)
{
    if (facts.fellBack != FellBack::Model || facts.servedModel.isEmpty())
        return;
    const auto other = costByList(facts, prices.requested);
    CostLine line;
    //: %1 is the model that was asked for
    line.name = texts::Usage::tr("Had %1 served it").arg(facts.requestedModel);
    line.basis = texts::Usage::tr("list price");
    line.amount = other ? approximately(*other) : texts::Usage::tr("unknown");
    line.tip = other
        ? texts::Usage::tr("The same tokens at the requested model's list price")
        : texts::Usage::tr("The catalogue has no price for the requested model, or tokens are not told");
    lines.append(line);
    if (!other || !facts.cost || facts.cost->billed.currency() != other->currency() || other->nanos() <= 0)
        return;
    const auto extra = facts.cost->billed + facts.cost->byok - *other;
    if (extra.nanos() == 0)
        return;
    CostLine difference;
    difference.isExtra = extra.nanos() > 0;
    difference.name = difference.isExtra ? texts::Usage::tr("Extra from fallback")
                                         : texts::Usage::tr("Saved by fallback");
    const auto sign = difference.isExtra ? u"+"_s : QString();
    difference.basis = sign + percentText(extra, *other);
    difference.amount = u"≈ "_s + sign + requestMoneyText(extra);
    difference.tip = texts::Usage::tr("What was charged less the list price");
    lines.append(difference);
}

} // namespace

QList<CostLine> costLines(const UsageRow &row, const RequestPrices &prices)
{
    const auto &facts = row.facts;
    const auto &parts = facts.detail.parts;
    // Cached tokens have a price of their own: the plain one would be wrong for all of them.
    const bool isCached = facts.detail.cachedTokens.value_or(0) > 0;
    const auto inputPrice = isCached ? std::nullopt : tokenPrice(prices.served, &ModelListing::input);
    QList<CostLine> lines;
    addTokens(lines, texts::Usage::tr("Prompt"), facts.inputTokens, parts.input, inputPrice);
    addTokens(lines, texts::Usage::tr("Completion"), facts.outputTokens, parts.output,
        tokenPrice(prices.served, &ModelListing::output));
    addPart(lines, texts::Usage::tr("Prompt cache"), parts.cache);
    addPart(lines, texts::Usage::tr("Tools"), parts.tools);
    addCharged(lines, facts.cost);
    addPart(lines, texts::Usage::tr("Of it to the provider"), parts.upstream);
    addComparison(lines, facts, prices);
    return lines;
}

} // namespace tollkeeper
