// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/json_answer.h"
#include "simulator/openrouter_models.h"
#include "simulator/roster.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::openrouter {
namespace {

QJsonObject percentiles(int middle)
{
    return {{u"p50"_s, middle}, {u"p75"_s, middle * 3 / 2}, {u"p90"_s, middle * 2}, {u"p99"_s, middle * 4}};
}

QJsonObject endpoint(const Model &model, const Provider &provider, bool measured)
{
    const bool quantized = provider.slug == u"deepinfra"_s || provider.slug == u"novita"_s;
    // One of them is in trouble: a status nobody documents, no recent measurement.
    const bool ill = provider.slug == u"novita"_s;
    auto pricing = pricingOf(model);
    pricing[u"discount"_s] = 0;
    const QJsonObject toolChoice{
        {u"auto"_s, true}, {u"none"_s, true}, {u"required"_s, !quantized}, {u"function"_s, !quantized}};
    return {
        {u"name"_s, provider.name + u" | "_s + model.permaslug()},
        {u"provider_name"_s, provider.name},
        {u"tag"_s, quantized ? provider.slug + u"/fp8"_s : provider.slug},
        {u"model_id"_s, model.openRouterId()},
        {u"model_name"_s, model.title},
        {u"context_length"_s, model.contextLength},
        {u"max_prompt_tokens"_s, QJsonValue::Null},
        {u"max_completion_tokens"_s, 32768},
        {u"quantization"_s, quantized ? QJsonValue(u"fp8"_s) : QJsonValue(QJsonValue::Null)},
        {u"pricing"_s, pricing},
        {u"status"_s, ill ? -2 : 0},
        {u"supported_parameters"_s, QJsonArray{u"max_tokens"_s, u"temperature"_s, u"tools"_s}},
        {u"supports_implicit_caching"_s, model.cacheReadNanos > 0},
        {u"supports_tool_choice"_s, toolChoice},
        {u"uptime_last_5m"_s, ill ? QJsonValue(QJsonValue::Null) : QJsonValue(100)},
        {u"uptime_last_30m"_s, ill ? 71.4 : 99.8},
        {u"uptime_last_1d"_s, ill ? 96.25 : 99.93},
        {u"latency_last_30m"_s, measured ? QJsonValue(percentiles(640)) : QJsonValue(QJsonValue::Null)},
        {u"throughput_last_30m"_s, measured ? QJsonValue(percentiles(58)) : QJsonValue(QJsonValue::Null)},
    };
}

} // namespace

QStringList providersOf(const Model &model)
{
    QStringList names;
    for (const auto &plan : keyPlans()) {
        if (accountPlans()[plan.account].place != Place::OpenRouter)
            continue;
        for (const auto &use : plan.uses) {
            if (use.model == model.name && !names.contains(use.provider))
                names.append(use.provider);
        }
    }
    return names;
}

Answer endpointsOf(const Model &model, bool measured)
{
    QJsonArray list;
    for (const auto &name : providersOf(model))
        list.append(endpoint(model, providerNamed(name), measured));
    const QJsonObject data{{u"id"_s, model.openRouterId()}, {u"name"_s, model.title},
        {u"created"_s, createdAt(model)}, {u"description"_s, model.title},
        {u"architecture"_s, architectureOf(u"Other"_s)}, {u"endpoints"_s, list}};
    return jsonAnswer({{u"data"_s, data}});
}

} // namespace tollkeeper::simulator::openrouter
