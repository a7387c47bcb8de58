// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/cost_estimate.h"

#include "domain/amounts.h"
#include "playground/request_body.h"

#include <algorithm>

namespace tollkeeper {
namespace {

constexpr qint64 LatinCharacters = 4; // of one token

//! Written without blanks: a character of these is a token of its own, more or less.
bool isEastAsian(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
    case QChar::Script_Bopomofo:
        return true;
    default:
        break;
    }
    const bool isPunctuation = c >= 0x3000 && c <= 0x303f;
    const bool isFullWidth = c >= 0xff00 && c <= 0xffef;
    return isPunctuation || isFullWidth;
}

//! What is sent of limits and of models beside the one that is asked.
BodyLimits limitsOf(const PlaygroundRequest &request)
{
    if (!request.rawBody.isEmpty())
        return limitsIn(request.protocol, request.rawBody);
    if (!request.maxTokens && request.protocol == ApiProtocol::AnthropicMessages)
        return {UsualMaxTokens, {}};
    return {request.maxTokens, {}};
}

//! nullopt where one of them is not known, or they do not add up.
std::optional<Money> sum(std::optional<Money> one, std::optional<Money> other)
{
    return one && other ? sumIfItFits(*one, *other) : std::nullopt;
}

//! The dearest this model can be; nullopt: its price is not known.
std::optional<Money> costOfModel(
    const ModelListing &listing, qint64 inputTokens, const std::optional<qint64> &outputTokens)
{
    if (listing.unit == PriceUnit::Second || !listing.input)
        return std::nullopt; // nobody knows beforehand how many seconds
    const bool isPerRequest = listing.unit == PriceUnit::Request;
    auto cost = costIfItFits(*listing.input, isPerRequest ? 1 : inputTokens);
    if (!isPerRequest && outputTokens) {
        if (!listing.output)
            return std::nullopt;
        cost = sum(cost, costIfItFits(*listing.output, *outputTokens));
    }
    return listing.request ? sum(cost, costIfItFits(*listing.request, 1)) : cost;
}

//! The dearest that a model without a price can be, where the request says how much a million tokens may cost
//! at its providers; nullopt: it does not.
std::optional<Money> costAtMost(const RoutingWishes &routing, const ModelListing *listing, qint64 inputTokens,
    const std::optional<qint64> &outputTokens)
{
    const bool isByToken = !listing || listing->unit == PriceUnit::Token;
    if (!isByToken || !routing.maxInputPrice || (outputTokens && !routing.maxOutputPrice))
        return std::nullopt;
    // Billionths for a million tokens are as many 10^-15 for one.
    const auto ofTokens = [](const Money &million, qint64 count) {
        return costIfItFits({million.nanos(), million.currency()}, count);
    };
    const auto cost = ofTokens(*routing.maxInputPrice, inputTokens);
    return outputTokens ? sum(cost, ofTokens(*routing.maxOutputPrice, *outputTokens)) : cost;
}

const ModelListing *listed(const QList<ModelListing> &catalogue, const QString &model)
{
    const auto found = std::find_if(catalogue.cbegin(), catalogue.cend(),
        [&model](const ModelListing &listing) { return listing.model == model; });
    return found == catalogue.cend() ? nullptr : &*found;
}

} // namespace

qint64 estimatedTokens(QStringView text)
{
    qint64 eastAsian = 0;
    qint64 other = 0;
    for (const auto c : text.toUcs4())
        (isEastAsian(c) ? eastAsian : other) += 1;
    return eastAsian + (other + LatinCharacters - 1) / LatinCharacters;
}

qint64 estimatedTokens(const PlaygroundRequest &request)
{
    if (!request.rawBody.isEmpty())
        return estimatedTokens(QString::fromUtf8(request.rawBody));
    auto tokens = estimatedTokens(request.system) + estimatedTokens(QString::fromUtf8(request.tools))
        + estimatedTokens(QString::fromUtf8(request.responseSchema));
    for (const auto &message : request.messages)
        tokens += estimatedTokens(message.text);
    return tokens;
}

CostEstimate estimatedCost(
    const PlaygroundRequest &request, const QStringList &models, const QList<ModelListing> &catalogue)
{
    const auto limits = limitsOf(request);
    CostEstimate estimate;
    estimate.inputTokens = estimatedTokens(request);
    estimate.outputTokens = limits.outputTokens;
    const auto byOtherName = modelsByOtherName(catalogue);
    const auto all = models + limits.fallbacks;
    for (const auto &model : all) {
        const auto *listing = listed(catalogue, byOtherName.value(model, model));
        const auto known
            = listing ? costOfModel(*listing, estimate.inputTokens, estimate.outputTokens) : std::nullopt;
        const auto cost = known
            ? known
            : costAtMost(request.routing, listing, estimate.inputTokens, estimate.outputTokens);
        // An amount of another currency cannot stand beside the first one.
        if (!cost || (estimate.most && estimate.most->currency() != cost->currency())) {
            if (!estimate.unpriced.contains(model))
                estimate.unpriced.append(model);
            continue;
        }
        if (known && (!estimate.least || *known < *estimate.least))
            estimate.least = known;
        if (!estimate.most || *cost > *estimate.most) {
            estimate.most = cost;
            estimate.dearest = model;
        }
    }
    return estimate;
}

} // namespace tollkeeper
