// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/chat_models.h"

#include "simulator/catalogue.h"
#include "simulator/torouter_parts.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace {

using Meant = tl::expected<NamedModel, NoModel>;

//! What a scenario costs: the price list must not grow for it.
constexpr auto ScenarioPricedAs = u"gpt-5-mini";

QString nameAt(Place place, std::size_t index)
{
    const bool withVendor = place == Place::OpenRouter || place == Place::Chuizi;
    return withVendor ? models()[index].openRouterId() : models()[index].name;
}

//! How each gateway says that it has no such model.
const Failure &unknownModel(Place place)
{
    switch (place) {
    case Place::OpenRouter:
        return failure(place, "400");
    case Place::LiteLlm:
        return failure(place, "invalid_model");
    default:
        return failure(place, "model_not_found");
    }
}

tl::unexpected<NoModel> notFound(Place place, const QString &name)
{
    const auto message = place == Place::OpenRouter ? name + u" is not a valid model ID"_s : QString();
    return tl::unexpected(NoModel{&unknownModel(place), message});
}

Meant scenarioModel(Place place, const QString &name)
{
    const auto chosen = scenarioNamed(name.mid(ScenarioModelPrefix.size()).toLatin1());
    if (!chosen || (!chosen->code.isEmpty() && !failureNamed(place, chosen->code)))
        return notFound(place, name);
    return NamedModel{name, modelIndex(ScenarioPricedAs), *chosen, u"direct"_s};
}

//! What may follow a name and says only how to route or think.
QString withoutSuffix(Place place, const QString &name)
{
    static const std::array routed{
        u":nitro"_s, u":floor"_s, u":online"_s, u":exacto"_s, u":thinking"_s, u":extended"_s};
    static const std::array thought{u"-thinking"_s};
    const auto cut = [&name](const auto &suffixes) {
        for (const auto &suffix : suffixes) {
            if (name.endsWith(suffix))
                return name.chopped(suffix.size());
        }
        return name;
    };
    if (place == Place::OpenRouter)
        return cut(routed);
    const bool isSub2api = place == Place::ToRouter || place == Place::Sub2api;
    return isSub2api ? cut(thought) : name;
}

//! Names that leave the choice to the gateway.
bool isAuto(Place place, const QString &name)
{
    static const QStringList ofChuizi{u"auto"_s, u"smart"_s, u"claude-auto"_s, u"auto/balanced"_s,
        u"auto/fast"_s, u"auto/cheap"_s, u"auto/quality"_s, u"auto/code"_s, u"auto/vision"_s};
    return place == Place::OpenRouter ? name == u"openrouter/auto"_s
                                      : place == Place::Chuizi && ofChuizi.contains(name);
}

//! Whether the key may ask for a model that exists; a list of models holds some gateways' keys.
const char *refusalOf(const Visit &visit, Place place, const Key &key, std::size_t index)
{
    const auto &model = models()[index];
    const bool expired
        = !model.expires.isEmpty() && visit.now.date() >= QDate::fromString(model.expires, Qt::ISODate);
    if (place == Place::OpenRouter)
        return expired ? "404" : nullptr;
    if (model.free)
        return "404";
    if (place == Place::Chuizi && key.account().dialect == Dialect::Current) {
        const bool allowed = std::ranges::any_of(key.series, [index](const SpendSeries &series) {
            return !series.isPosted() && series.spec().model == index;
        });
        return allowed ? nullptr : "model_not_allowed";
    }
    const bool hasGroup = place == Place::ToRouter || place == Place::Sub2api;
    if (!hasGroup)
        return nullptr;
    const auto group = torouter::modelsFor(visit.world, key);
    return std::ranges::find(group, index) == group.end() ? "model_not_found" : nullptr;
}

} // namespace

Meant modelMeant(const Visit &visit, Place place, const Key &key, const QString &name)
{
    if (name.startsWith(QLatin1String(ScenarioModelPrefix)))
        return scenarioModel(place, name);
    if (isAuto(place, name)) {
        const auto index
            = key.series.empty() ? modelIndex(ScenarioPricedAs) : key.series.front().spec().model;
        return NamedModel{nameAt(place, index), index, {}, u"auto"_s};
    }
    const auto plain = withoutSuffix(place, name);
    for (std::size_t index = 0; index < models().size(); ++index) {
        const bool byAlias = place == Place::Chuizi && models()[index].name == plain;
        if (nameAt(place, index) != plain && !byAlias)
            continue;
        if (const auto *code = refusalOf(visit, place, key, index)) {
            const auto *known = failureNamed(place, code);
            return known ? Meant(tl::unexpected(NoModel{known, {}})) : Meant(notFound(place, name));
        }
        // A gateway that knows suffixes gives the name back as it was asked for.
        return NamedModel{place == Place::Chuizi ? nameAt(place, index) : plain, index, {}, u"direct"_s};
    }
    return notFound(place, name);
}

NamedModel otherModel(Place place, const NamedModel &model)
{
    const auto usual = modelIndex(ScenarioPricedAs);
    const auto index = model.index == usual && !model.scenario ? modelIndex(u"gemini-2.5-flash") : usual;
    return {nameAt(place, index), index, {}, model.strategy};
}

} // namespace tollkeeper::simulator
