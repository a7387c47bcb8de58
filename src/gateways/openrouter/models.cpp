// SPDX-License-Identifier: GPL-3.0-or-later
#include "gateways/amounts.h"
#include "gateways/json_body.h"
#include "gateways/openrouter/endpoints.h"

#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::openrouter {
namespace {

//! A price is sent as text; a number is taken by its shortest text. "-1" means that it varies.
Result<std::optional<UnitPrice>> priceOf(const QJsonObject &pricing, QLatin1StringView field)
{
    const auto value = pricing.value(field);
    if (value.isUndefined() || value.isNull())
        return std::optional<UnitPrice>();
    const auto text = value.isDouble()
        ? QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest)
        : value.toString().trimmed();
    auto price = unitPriceFromText(text);
    if (!price)
        return fail(Error::Kind::Protocol, u"price \"%1\": %2"_s.arg(field, price.error().detail));
    return price;
}

//! "2026-12-31", also with a time of day behind it; anything else is no date.
std::optional<QDate> expiryOf(const QJsonObject &model)
{
    const auto day = QDate::fromString(model["expiration_date"_L1].toString().left(10), Qt::ISODate);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

struct PriceField {
    QLatin1StringView name;
    std::optional<UnitPrice> ModelListing::*price;
};

Result<ModelListing> parseModel(const QJsonObject &model)
{
    const auto context = optionalTally(model, u"context_length");
    if (!context)
        return fail(context.error());
    ModelListing listing;
    listing.model = model["id"_L1].toString();
    listing.displayName = model["name"_L1].toString();
    listing.canonicalName = model["canonical_slug"_L1].toString();
    listing.contextLength = *context;
    listing.expiresOn = expiryOf(model);
    if (listing.model.isEmpty())
        return fail(Error::Kind::Protocol, u"a model without \"id\""_s);
    const auto pricing = model["pricing"_L1].toObject();
    for (const auto &[name, price] : {PriceField{"prompt"_L1, &ModelListing::input},
             {"completion"_L1, &ModelListing::output}, {"input_cache_read"_L1, &ModelListing::cacheRead},
             {"input_cache_write"_L1, &ModelListing::cacheWrite}, {"request"_L1, &ModelListing::request},
             {"web_search"_L1, &ModelListing::webSearch}}) {
        const auto told = priceOf(pricing, name);
        if (!told)
            return fail(told.error());
        listing.*price = *told;
    }
    return listing;
}

} // namespace

Result<ModelsPage> parseModels(const QJsonObject &body)
{
    const auto rows = requiredArray(body, u"data");
    if (!rows)
        return fail(rows.error());
    ModelsPage page;
    page.hasMore = !body["links"_L1].toObject().value("next"_L1).toString().isEmpty() && !rows->isEmpty();
    for (const auto &row : *rows) {
        auto listing = parseModel(row.toObject());
        if (!listing)
            return fail(listing.error());
        page.models.append(*std::move(listing));
    }
    return page;
}

} // namespace tollkeeper::openrouter
