// SPDX-License-Identifier: GPL-3.0-or-later
// OpenRouter's `provider`, as its interface description of August 2026 has it; nobody else documents one.
#include "gateways/bodies/body_parts.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString toText(RoutingWishes::Sort sort)
{
    switch (sort) {
    case RoutingWishes::Sort::Price:
        return u"price"_s;
    case RoutingWishes::Sort::Throughput:
        return u"throughput"_s;
    case RoutingWishes::Sort::Latency:
        return u"latency"_s;
    case RoutingWishes::Sort::GatewayChooses:
        break;
    }
    return {};
}

RoutingWishes::Sort sortFrom(const JsonTree *value)
{
    using Sort = RoutingWishes::Sort;
    for (const auto sort : {Sort::Price, Sort::Throughput, Sort::Latency}) {
        if (value && value->toText() == toText(sort))
            return sort;
    }
    return Sort::GatewayChooses;
}

void addNames(JsonTree &provider, const QString &member, const QStringList &names)
{
    if (names.isEmpty())
        return;
    auto list = JsonTree::list();
    for (const auto &name : names)
        list.append(JsonTree::text(name));
    provider.set(member, std::move(list));
}

QStringList namesFrom(const JsonTree *list)
{
    QStringList names;
    if (!list)
        return names;
    for (const auto &name : list->items()) {
        if (name.isText())
            names.append(name.toText());
    }
    return names;
}

void addPrices(JsonTree &provider, const RoutingWishes &wishes)
{
    auto highest = JsonTree::object();
    if (wishes.maxInputPrice)
        highest.set(u"prompt"_s, JsonTree::text(priceText(*wishes.maxInputPrice)));
    if (wishes.maxOutputPrice)
        highest.set(u"completion"_s, JsonTree::text(priceText(*wishes.maxOutputPrice)));
    if (!highest.members().empty())
        provider.set(u"max_price"_s, std::move(highest));
}

//! Both of its own description: as text and as a number.
std::optional<Money> priceFrom(const JsonTree *value)
{
    if (!value)
        return std::nullopt;
    const auto text = value->isNumber() ? QString::fromLatin1(value->digits()) : value->toText();
    const auto price = Money::fromText(text);
    return price && !price->isNegative() ? std::optional(*price) : std::nullopt;
}

} // namespace

QString priceText(Money price)
{
    auto text = price.amountText();
    while (text.endsWith(u'0'))
        text.chop(1);
    if (text.endsWith(u'.'))
        text.chop(1);
    return text;
}

JsonTree routingBody(const RoutingWishes &wishes)
{
    auto provider = JsonTree::object();
    addNames(provider, u"order"_s, wishes.providerOrder);
    addNames(provider, u"only"_s, wishes.only);
    addNames(provider, u"ignore"_s, wishes.ignored);
    if (wishes.sort != RoutingWishes::Sort::GatewayChooses)
        provider.set(u"sort"_s, JsonTree::text(toText(wishes.sort)));
    if (wishes.allowsFallbacks)
        provider.set(u"allow_fallbacks"_s, JsonTree::flag(*wishes.allowsFallbacks));
    if (wishes.requiresParameters)
        provider.set(u"require_parameters"_s, JsonTree::flag(true));
    if (wishes.deniesDataCollection)
        provider.set(u"data_collection"_s, JsonTree::text(u"deny"));
    if (wishes.wantsZeroRetention)
        provider.set(u"zdr"_s, JsonTree::flag(true));
    addPrices(provider, wishes);
    return provider;
}

RoutingWishes routingFrom(const JsonTree &provider)
{
    RoutingWishes wishes;
    const auto isSet = [&provider](QStringView name) {
        const auto *value = provider.member(name);
        return value && value->toFlag();
    };
    wishes.sort = sortFrom(provider.member(u"sort"));
    wishes.providerOrder = namesFrom(provider.member(u"order"));
    wishes.only = namesFrom(provider.member(u"only"));
    wishes.ignored = namesFrom(provider.member(u"ignore"));
    if (const auto *allows = provider.member(u"allow_fallbacks"); allows && allows->isFlag())
        wishes.allowsFallbacks = allows->toFlag();
    wishes.requiresParameters = isSet(u"require_parameters");
    wishes.wantsZeroRetention = isSet(u"zdr");
    const auto *collection = provider.member(u"data_collection");
    wishes.deniesDataCollection = collection && collection->toText() == u"deny";
    if (const auto *highest = provider.member(u"max_price")) {
        wishes.maxInputPrice = priceFrom(highest->member(u"prompt"));
        wishes.maxOutputPrice = priceFrom(highest->member(u"completion"));
    }
    return wishes;
}

} // namespace tollkeeper
