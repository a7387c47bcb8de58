// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/playground/composer_words.h"

#include "base/translation_contexts.h"
#include "words/figures.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int WarnPercent = 80; // design.md 3.1: amber starts at 80% of a cap

QString toneOf(const Cap &cap, const Money &left)
{
    if (left.nanos() <= 0)
        return u"danger"_s;
    return double(left.nanos()) <= double(cap.limit.nanos()) * (100 - WarnPercent) / 100 ? u"warn"_s
                                                                                         : QString();
}

bool isDearer(const ModelListing &one, const ModelListing &other)
{
    const auto dearer = [](const std::optional<UnitPrice> &a, const std::optional<UnitPrice> &b) {
        return a && b && a->currency == b->currency && a->femtos > b->femtos;
    };
    return dearer(one.input, other.input) || dearer(one.output, other.output);
}

QString millionText(const std::optional<UnitPrice> &price)
{
    if (!price)
        return u"–"_s;
    auto text = priceText(*price);
    return text.endsWith(u"/M"_s) ? text.chopped(2) : text;
}

ExtrasFault faultOf(const QString &name, const QString &json, bool isList)
{
    const auto start = json.trimmed();
    if (start.isEmpty())
        return {};
    if (const auto fault = faultIn(json.toUtf8()))
        //: %1 is "Tools" or "JSON schema", %2 a sentence about a line
        return {texts::Playground::tr("%1: %2").arg(name, jsonFaultText(*fault)), fault->line};
    if (start.startsWith(u'[') == isList)
        return {};
    const auto before = QStringView(json).first(json.indexOf(start));
    return {isList ? texts::Playground::tr("%1 must be a list: [ … ].").arg(name)
                   : texts::Playground::tr("%1 must be an object: { … }.").arg(name),
        int(before.count(u'\n')) + 1};
}

} // namespace

std::optional<Money> leftOnCap(const SendKey &key)
{
    if (!key.cap || !key.cap->used)
        return std::nullopt;
    const auto left = key.cap->limit - *key.cap->used;
    return left.isNegative() ? Money::fromNanos(0, left.currency()) : left;
}

QString roundMoneyText(Money money)
{
    return moneyText(money, money.nanos() % 1'000'000'000 == 0 ? 0 : 2);
}

QString shortMoneyText(Money money)
{
    return std::abs(money.nanos()) < 1'000'000'000 ? moneyText(money, 4) : moneyText(money, 2);
}

QString protocolText(ApiProtocol protocol)
{
    switch (protocol) {
    case ApiProtocol::OpenAiResponses:
        return texts::Playground::tr("OpenAI responses");
    case ApiProtocol::AnthropicMessages:
        return texts::Playground::tr("Anthropic messages");
    case ApiProtocol::Gemini:
        return texts::Playground::tr("Gemini");
    case ApiProtocol::OpenAiChat:
        break;
    }
    return texts::Playground::tr("OpenAI chat");
}

QString pricesText(const ModelListing *listing)
{
    if (!listing || listing->unit != PriceUnit::Token || (!listing->input && !listing->output))
        return {};
    //: %1 is the price of a million tokens of input, %2 of output
    return texts::Playground::tr("%1 / %2").arg(millionText(listing->input), millionText(listing->output));
}

SendAccountRow accountRow(const SendAccount &account)
{
    const auto tone = account.state == AccountState::Ok                                 ? u"ok"_s
        : account.state == AccountState::Stale || account.state == AccountState::Slowed ? u"stale"_s
        : account.state == AccountState::NeverPolled                                    ? u"off"_s
                                                                                        : u"danger"_s;
    return {account.name, tone};
}

QString keyName(const SendKey &key)
{
    return key.name.isEmpty() && key.isAccountsOwn ? texts::Playground::tr("the account's own") : key.name;
}

SendKeyRow keyRow(const SendKey &key)
{
    SendKeyRow row;
    row.name = keyName(key);
    const auto left = leftOnCap(key);
    if (!key.id)
        row.left = texts::Playground::tr("cap not told"); // no poll has told anything of it
    else if (!key.cap)
        row.left = texts::Playground::tr("No cap");
    else if (!left)
        //: %1 is a spending cap
        row.left = texts::Playground::tr("cap %1").arg(roundMoneyText(key.cap->limit));
    else
        //: %1 is what is left of a spending cap, %2 the cap
        row.left
            = texts::Playground::tr("%1 left of %2").arg(moneyText(*left), roundMoneyText(key.cap->limit));
    if (left)
        row.tone = toneOf(*key.cap, *left);
    return row;
}

QString nextKeyText(const SendKey &key)
{
    const auto row = keyRow(key);
    QStringList details{row.left, key.labels.environment, key.labels.owner};
    details.removeAll(QString());
    //: %1 is the name of a key, %2 what is left on its cap, its environment and its owner
    return texts::Playground::tr("The next key is %1: %2.").arg(row.name, details.join(u", "_s));
}

bool areSame(const QList<ModelRow> &one, const QList<ModelRow> &other)
{
    return std::equal(
        one.cbegin(), one.cend(), other.cbegin(), other.cend(), [](const ModelRow &a, const ModelRow &b) {
            return a.model == b.model && a.price == b.price && a.context == b.context
                && a.warning == b.warning;
        });
}

ModelRow modelRow(const QString &model, const ModelListing *listing, const ModelListing *other)
{
    ModelRow row;
    row.model = model;
    row.price = pricesText(listing);
    if (listing && listing->contextLength)
        row.context = texts::Playground::tr("%1 tokens").arg(countText(*listing->contextLength));
    if (listing && other && isDearer(*listing, *other))
        //: %1 is the name of a model
        row.warning = texts::Playground::tr("Dearer than %1").arg(other->model);
    return row;
}

QString estimateText(const CostEstimate &estimate)
{
    if (!estimate.most)
        return {};
    if (!estimate.least)
        //: %1 is an amount of money
        return texts::Playground::tr("at most ≈ %1").arg(shortMoneyText(*estimate.most));
    if (*estimate.least == *estimate.most)
        return u"≈ "_s + shortMoneyText(*estimate.most);
    //: %1 and %2 are amounts of money
    return texts::Playground::tr("≈ %1 to %2")
        .arg(shortMoneyText(*estimate.least), shortMoneyText(*estimate.most));
}

QString estimateNoteText(const CostEstimate &estimate, bool hasFallbacks)
{
    if (!estimate.most)
        return texts::Playground::tr("no price is known for this model");
    if (!estimate.outputTokens)
        return texts::Playground::tr("without the answer: no limit is set");
    if (!estimate.unpriced.isEmpty())
        //: %1 is the name of a model
        return texts::Playground::tr("estimate; no price is known for %1")
            .arg(estimate.unpriced.constFirst().section(u'/', -1));
    if (!estimate.least)
        return texts::Playground::tr("no price is known; by the highest price that is allowed");
    if (hasFallbacks && *estimate.least != *estimate.most)
        //: %1 is the name of a model
        return texts::Playground::tr("estimate; upper end if %1 answers")
            .arg(estimate.dearest.section(u'/', -1));
    //: %1 and %2 are counts of tokens, in and out
    return texts::Playground::tr("estimate for %1 + %2 tokens")
        .arg(countText(estimate.inputTokens), countText(*estimate.outputTokens));
}

QString jsonFaultText(const JsonFault &fault)
{
    //: %1 is the number of a line
    return texts::Playground::tr("Line %1 is no JSON.").arg(fault.line);
}

ExtrasFault faultOfTools(const QString &json)
{
    return faultOf(texts::Playground::tr("Tools"), json, true);
}

ExtrasFault faultOfSchema(const QString &json)
{
    return faultOf(texts::Playground::tr("JSON schema"), json, false);
}

} // namespace tollkeeper
