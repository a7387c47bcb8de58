// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/amounts.h"
#include "gateways/chuizi/endpoints.h"
#include "gateways/json_body.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::chuizi {
namespace {

std::optional<PriceUnit> unitOf(const QJsonObject &pricing)
{
    const auto unit = pricing.value("unit"_L1).toString(u"token"_s);
    if (unit == "token"_L1)
        return PriceUnit::Token;
    if (unit == "request"_L1)
        return PriceUnit::Request;
    if (unit == "second"_L1)
        return PriceUnit::Second;
    return std::nullopt;
}

//! Tokens are priced per million, requests and seconds each.
Result<ModelListing> listingOf(const QJsonObject &model)
{
    ModelListing listing;
    listing.model = model.value("id"_L1).toString();
    const auto pricing = model.value("pricing"_L1).toObject();
    const auto unit = unitOf(pricing);
    const auto currency = currencyOf(pricing);
    if (!currency)
        return fail(currency.error());
    if (!unit) // a price of what nobody knows is no price
        return listing;
    const auto priceOf = *unit == PriceUnit::Token ? optionalPricePerMillion : optionalPrice;
    const auto input = priceOf(pricing, u"input", *currency);
    const auto output = priceOf(pricing, u"output", *currency);
    if (!input || !output)
        return fail(input ? output.error() : input.error());
    listing.unit = *unit;
    listing.input = *input;
    listing.output = *output;
    return listing;
}

} // namespace

Result<PollFacts> parseModels(const QJsonObject &body)
{
    const auto models = requiredArray(body, u"data");
    if (!models)
        return fail(models.error());
    PollFacts facts;
    for (const auto &model : *models) {
        const auto listing = listingOf(model.toObject());
        if (!listing)
            return fail(listing.error());
        if (!listing->model.isEmpty())
            facts.catalogue.append(*listing);
    }
    facts.models = facts.catalogue.size();
    return facts;
}

} // namespace tollkeeper::chuizi
