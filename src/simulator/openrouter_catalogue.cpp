// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/decimal.h"
#include "simulator/json_answer.h"
#include "simulator/openrouter_models.h"
#include "simulator/openrouter_parts.h"

#include <QJsonArray>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::openrouter {
namespace {

constexpr int UsualLimit = 500;
constexpr int LongPrompt = 200'000;

QString price(qint64 nanos)
{
    return nanos == 0 ? u"0"_s : decimalText(nanos, 9);
}

//! What every entry has, with what is unknown about it null.
QJsonObject entry(const QString &id, const QString &slug, const QString &title, int context)
{
    const QJsonObject provider{
        {u"context_length"_s, context}, {u"max_completion_tokens"_s, 32768}, {u"is_moderated"_s, false}};
    const auto details = u"/api/v1/models/%1/endpoints"_s.arg(slug);
    QJsonObject object{
        {u"id"_s, id},
        {u"canonical_slug"_s, slug},
        {u"name"_s, title},
        {u"description"_s, title},
        {u"context_length"_s, context},
        {u"top_provider"_s, provider},
        {u"supported_parameters"_s, QJsonArray{u"max_tokens"_s, u"temperature"_s, u"tools"_s}},
        {u"links"_s, QJsonObject{{u"details"_s, details}}},
    };
    for (const auto &none : {u"per_request_limits"_s, u"default_parameters"_s, u"supported_voices"_s,
             u"knowledge_cutoff"_s, u"hugging_face_id"_s, u"expiration_date"_s})
        object[none] = QJsonValue::Null;
    return object;
}

QJsonObject modelEntry(const Model &model)
{
    auto object = entry(model.openRouterId(), model.permaslug(), model.title, model.contextLength);
    object[u"created"_s] = createdAt(model);
    object[u"architecture"_s] = architectureOf(u"Other"_s);
    object[u"pricing"_s] = pricingOf(model);
    if (!model.expires.isEmpty())
        object[u"expiration_date"_s] = model.expires;
    if (model.reasoningPermille > 0)
        object[u"reasoning"_s] = QJsonObject{{u"mandatory"_s, false}, {u"default_enabled"_s, true}};
    return object;
}

//! A router has no price of its own and says so with -1.
QJsonObject routerEntry()
{
    auto object = entry(u"openrouter/auto"_s, u"openrouter/auto"_s, u"Auto Router"_s, 2'000'000);
    object[u"created"_s] = 1'699'401'600;
    object[u"architecture"_s] = architectureOf(u"Router"_s);
    object[u"pricing"_s] = QJsonObject{{u"prompt"_s, u"-1"_s}, {u"completion"_s, u"-1"_s}};
    return object;
}

QJsonArray allEntries()
{
    QJsonArray list;
    for (const auto &model : models())
        list.append(modelEntry(model));
    list.append(routerEntry());
    return list;
}

Answer modelList(const Visit &visit)
{
    static const auto all = allEntries();
    const bool paged = visit.asked.parameter(u"limit"_s) || visit.asked.parameter(u"offset"_s);
    const auto offset = numberAsked(visit, u"offset"_s, 0, 1'000'000, 0);
    const auto limit = numberAsked(visit, u"limit"_s, 1, 1000, UsualLimit);
    if (!offset || !limit)
        return refused(400, u"offset and limit must be whole numbers, limit from 1 to 1000"_s);
    const auto end = paged ? qMin<qsizetype>(all.size(), *offset + *limit) : all.size();
    QJsonArray page;
    for (qsizetype at = *offset; at < end; ++at)
        page.append(all[at]);
    QJsonValue next(QJsonValue::Null);
    if (end < all.size())
        next = QString::fromLatin1(visit.asked.path) + u"?offset=%1&limit=%2"_s.arg(end).arg(*limit);
    return jsonAnswer(
        {{u"data"_s, page}, {u"total_count"_s, all.size()}, {u"links"_s, QJsonObject{{u"next"_s, next}}}});
}

Answer providerList()
{
    QJsonArray list;
    for (const auto &provider : providers()) {
        list.append(QJsonObject{{u"name"_s, provider.name}, {u"slug"_s, provider.slug},
            {u"headquarters"_s, provider.country}, {u"datacenters"_s, QJsonArray{provider.country}},
            {u"privacy_policy_url"_s, QJsonValue::Null}, {u"terms_of_service_url"_s, QJsonValue::Null},
            {u"status_page_url"_s, QJsonValue::Null}});
    }
    return jsonAnswer({{u"data"_s, list}});
}

} // namespace

QJsonObject pricingOf(const Model &model)
{
    QJsonObject prices{{u"prompt"_s, price(model.free ? 0 : model.promptNanos)},
        {u"completion"_s, price(model.free ? 0 : model.completionNanos)}};
    if (model.cacheReadNanos > 0)
        prices[u"input_cache_read"_s] = price(model.cacheReadNanos);
    if (model.webSearchMicros > 0)
        prices[u"web_search"_s] = decimalText(model.webSearchMicros, 6);
    if (model.vendor == u"anthropic"_s) {
        prices[u"input_cache_write"_s] = price(model.promptNanos * 5 / 4);
        prices[u"input_cache_write_1h"_s] = price(model.promptNanos * 2);
    }
    if (model.name == u"claude-sonnet-4.5"_s) {
        prices[u"overrides"_s] = QJsonArray{
            QJsonObject{{u"min_prompt_tokens"_s, LongPrompt}, {u"prompt"_s, price(model.promptNanos * 2)},
                {u"completion"_s, price(model.completionNanos * 3 / 2)}}};
    }
    return prices;
}

QJsonObject architectureOf(const QString &tokenizer)
{
    return {{u"modality"_s, u"text->text"_s}, {u"input_modalities"_s, QJsonArray{u"text"_s}},
        {u"output_modalities"_s, QJsonArray{u"text"_s}}, {u"tokenizer"_s, tokenizer},
        {u"instruct_type"_s, QJsonValue::Null}};
}

qint64 createdAt(const Model &model)
{
    const auto day = QDate::fromString(model.releaseDate, u"yyyyMMdd"_s);
    return day.startOfDay(Qt::UTC).toSecsSinceEpoch();
}

bool isOfCatalogue(const QByteArray &path)
{
    return path == "/models"_ba || path == "/providers"_ba
        || (path.startsWith("/models/") && path.endsWith("/endpoints"));
}

Answer catalogue(const Visit &visit, const Key *key)
{
    if (visit.path == "/models"_ba)
        return modelList(visit);
    if (visit.path == "/providers"_ba)
        return providerList();
    const auto name = QString::fromUtf8(visit.path).section(u'/', 2, -2);
    const auto found = std::ranges::find_if(models(),
        [&name](const Model &model) { return model.openRouterId() == name || model.permaslug() == name; });
    return found == models().end() ? refused(404, u"There is no model of this name"_s)
                                   : endpointsOf(*found, key != nullptr);
}

} // namespace tollkeeper::simulator::openrouter
