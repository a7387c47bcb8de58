// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/playground/routing_view_model.h"

#include "words/figures.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QStringList names(const QString &text)
{
    QStringList list;
    for (const auto &name : text.split(u',', Qt::SkipEmptyParts)) {
        if (const auto trimmed = name.trimmed(); !trimmed.isEmpty() && !list.contains(trimmed))
            list.append(trimmed);
    }
    return list;
}

//! USD; nullopt: nothing typed, or no price.
std::optional<Money> priceFrom(const QString &text)
{
    const auto amount = Money::fromText(text.trimmed());
    return amount && !amount->isNegative() ? std::optional(*amount) : std::nullopt;
}

bool isPrice(const QString &text)
{
    return text.trimmed().isEmpty() || priceFrom(text).has_value();
}

//! "$6", or with cents where there are some.
QString shortPrice(const std::optional<Money> &price)
{
    if (!price)
        return u"–"_s;
    const bool isWhole = price->nanos() % 1'000'000'000 == 0;
    return moneyText(*price, isWhole ? 0 : 2);
}

} // namespace

template<typename Value>
void RoutingViewModel::set(Value &held, const Value &given)
{
    if (held == given)
        return;
    held = given;
    Q_EMIT changed();
}

void RoutingViewModel::setSort(int sort)
{
    set(m_sort, static_cast<RoutingWishes::Sort>(std::clamp(sort, 0, 3)));
}

void RoutingViewModel::setOnly(const QString &text)
{
    set(m_only, text);
}

void RoutingViewModel::setIgnored(const QString &text)
{
    set(m_ignored, text);
}

void RoutingViewModel::setOrder(const QString &text)
{
    set(m_order, text);
}

void RoutingViewModel::setAllowsFallbacks(bool allows)
{
    set(m_allowsFallbacks, allows);
}

void RoutingViewModel::setRequiresParameters(bool isRequired)
{
    set(m_requiresParameters, isRequired);
}

void RoutingViewModel::setDeniesDataCollection(bool denies)
{
    set(m_deniesDataCollection, denies);
}

void RoutingViewModel::setWantsZeroRetention(bool wants)
{
    set(m_wantsZeroRetention, wants);
}

void RoutingViewModel::setMaxInputPrice(const QString &text)
{
    set(m_maxInput, text);
}

void RoutingViewModel::setMaxOutputPrice(const QString &text)
{
    set(m_maxOutput, text);
}

QString RoutingViewModel::providersText() const
{
    const auto only = names(m_only).size();
    const auto order = names(m_order).size();
    const auto ignored = names(m_ignored).size();
    if (only > 0)
        //: %1 is how many providers may be asked
        return tr("Only %1").arg(only);
    if (order > 0)
        //: %1 is how many providers are asked in a given order
        return tr("%1 in order").arg(order);
    //: %1 is how many providers may not be asked
    return ignored > 0 ? tr("All but %1").arg(ignored) : tr("Any");
}

QString RoutingViewModel::maxPriceText() const
{
    const auto input = priceFrom(m_maxInput);
    const auto output = priceFrom(m_maxOutput);
    //: %1 is the highest price of input, %2 that of output
    return input || output ? tr("%1 / %2").arg(shortPrice(input), shortPrice(output)) : tr("None");
}

QString RoutingViewModel::problem() const
{
    return isPrice(m_maxInput) && isPrice(m_maxOutput)
        ? QString()
        : tr("The highest prices are USD for a million tokens, such as 3 and 15.");
}

RoutingWishes RoutingViewModel::wishes() const
{
    RoutingWishes wishes;
    wishes.sort = m_sort;
    wishes.only = names(m_only);
    wishes.ignored = names(m_ignored);
    wishes.providerOrder = names(m_order);
    if (!m_allowsFallbacks)
        wishes.allowsFallbacks = false;
    wishes.requiresParameters = m_requiresParameters;
    wishes.deniesDataCollection = m_deniesDataCollection;
    wishes.wantsZeroRetention = m_wantsZeroRetention;
    wishes.maxInputPrice = priceFrom(m_maxInput);
    wishes.maxOutputPrice = priceFrom(m_maxOutput);
    return wishes;
}

void RoutingViewModel::show(const RoutingWishes &shown)
{
    if (shown == wishes())
        return;
    const auto priceOf
        = [](const std::optional<Money> &price) { return price ? price->amountText() : QString(); };
    m_sort = shown.sort;
    m_only = shown.only.join(u", "_s);
    m_ignored = shown.ignored.join(u", "_s);
    m_order = shown.providerOrder.join(u", "_s);
    m_allowsFallbacks = shown.allowsFallbacks.value_or(true);
    m_requiresParameters = shown.requiresParameters;
    m_deniesDataCollection = shown.deniesDataCollection;
    m_wantsZeroRetention = shown.wantsZeroRetention;
    m_maxInput = priceOf(shown.maxInputPrice);
    m_maxOutput = priceOf(shown.maxOutputPrice);
    Q_EMIT changed();
}

} // namespace tollkeeper
