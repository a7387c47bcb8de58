// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/catalogue.h"
#include "simulator/chat_models.h"
#include "simulator/openrouter_models.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace {

//! The names of `list` that stand in a list of slugs, in the slugs' order. A tag may follow a slug.
QStringList inOrder(const QStringList &list, const QJsonArray &slugs)
{
    QStringList chosen;
    for (const auto &slug : slugs) {
        for (const auto &name : list) {
            if (providerNamed(name).slug == slug.toString().section(u'/', 0, 0))
                chosen.append(name);
        }
    }
    return chosen;
}

//! Dollars per million tokens, as a number or as text.
double perMillion(const QJsonValue &value)
{
    return value.isString() ? value.toString().toDouble() : value.toDouble();
}

bool isTooDear(const Model &model, const QJsonObject &most)
{
    const auto above = [&most](const QString &field, qint64 nanosPerToken) {
        return most.contains(field) && perMillion(most[field]) * 1000 < static_cast<double>(nanosPerToken);
    };
    return above(u"prompt"_s, model.promptNanos) || above(u"completion"_s, model.completionNanos);
}

tl::unexpected<NoModel> nobodyLeft(const char *code)
{
    return tl::unexpected(NoModel{&failure(Place::OpenRouter, code), {}});
}

tl::expected<QStringList, NoModel> routed(const NamedModel &model, const QJsonObject &wishes)
{
    auto names = openrouter::providersOf(models()[model.index]);
    if (wishes.contains(u"only"_s))
        names = inOrder(names, wishes[u"only"_s].toArray());
    const auto ignored = inOrder(names, wishes[u"ignore"_s].toArray());
    names.removeIf([&ignored](const QString &name) { return ignored.contains(name); });
    const auto first = inOrder(names, wishes[u"order"_s].toArray());
    const bool onlyFirst = wishes.contains(u"order"_s) && !wishes[u"allow_fallbacks"_s].toBool(true);
    names.removeIf([&](const QString &name) { return onlyFirst || first.contains(name); });
    names = first + names;
    if (names.isEmpty())
        return nobodyLeft("routing_providers");
    if (isTooDear(models()[model.index], wishes[u"max_price"_s].toObject()))
        return nobodyLeft("routing_max_price");
    return names;
}

} // namespace

tl::expected<QStringList, NoModel> providersFor(
    Place place, const Key &key, const NamedModel &model, const QJsonObject &wishes)
{
    if (place == Place::OpenRouter)
        return routed(model, wishes);
    if (place != Place::Chuizi && place != Place::LiteLlm)
        return QStringList{QString()};
    const auto used = std::ranges::find_if(
        key.series, [&model](const SpendSeries &series) { return series.spec().model == model.index; });
    return QStringList{used == key.series.end() ? models()[model.index].vendor : used->spec().provider};
}

} // namespace tollkeeper::simulator
