// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/catalogue.h"
#include "simulator/chance.h"
#include "simulator/json_answer.h"
#include "simulator/openrouter_parts.h"
#include "simulator/request_rows.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::openrouter {
namespace {

constexpr qint64 SettledAfterMs = 120'000;
constexpr int SearchResults = 5;

QJsonValue null()
{
    return QJsonValue(QJsonValue::Null);
}

QString shownModel(std::size_t model, const QString &askedAs)
{
    return askedAs.isEmpty() ? models()[model].permaslug() : askedAs;
}

//! The tries in their order, with how they went and nothing about why.
QJsonArray providerResponses(const Key &key, const RequestRow &row)
{
    QJsonArray list;
    for (const auto &attempt : row.attempts) {
        const bool last = list.size() + 1 == static_cast<qsizetype>(row.attempts.size());
        list.append(QJsonObject{
            {u"status"_s, attempt.status},
            {u"provider_name"_s, attempt.provider},
            {u"model_permaslug"_s, shownModel(attempt.model, attempt.askedAs)},
            {u"endpoint_id"_s, endpointId(attempt.model, attempt.provider)},
            {u"id"_s, u"upstream-%1-%2"_s.arg(key.number).arg(row.momentMs + list.size())},
            {u"latency"_s, last ? row.totalMs : 90},
            {u"is_byok"_s, row.figures.byokMicros > 0},
        });
    }
    return list;
}

//! What the cache saved: a token read from it costs a tenth, one written a quarter more.
QJsonValue cacheDiscount(const RequestRow &row)
{
    if (models()[row.servedModel].cacheReadNanos == 0 || row.figures.cacheReadTokens == 0)
        return null();
    return dollars(row.parts.cacheRead * 9 - row.parts.cacheWrite / 5);
}

void addCosts(QJsonObject &data, const RequestRow &row)
{
    const bool searched = row.parts.search > 0;
    const bool byok = row.figures.byokMicros > 0;
    data[u"total_cost"_s] = dollars(row.figures.micros);
    data[u"usage"_s] = dollars(row.figures.micros);
    data[u"is_byok"_s] = byok;
    data[u"upstream_inference_cost"_s] = byok ? QJsonValue(dollars(row.figures.byokMicros)) : null();
    data[u"cache_discount"_s] = cacheDiscount(row);
    data[u"num_search_results"_s] = searched ? QJsonValue(SearchResults) : null();
    data[u"web_search_engine"_s] = searched ? QJsonValue(u"exa"_s) : null();
}

void addTokens(QJsonObject &data, const RequestRow &row)
{
    const auto &tokens = row.figures;
    data[u"tokens_prompt"_s] = tokens.promptTokens;
    data[u"tokens_completion"_s] = tokens.completionTokens;
    data[u"native_tokens_prompt"_s] = tokens.promptTokens;
    data[u"native_tokens_completion"_s] = tokens.completionTokens;
    data[u"native_tokens_reasoning"_s] = tokens.reasoningTokens;
    data[u"native_tokens_cached"_s] = tokens.cacheReadTokens;
}

//! How it ended. Times are milliseconds.
void addEnd(QJsonObject &data, const RequestRow &row)
{
    const bool answered = row.outcome == RequestOutcome::Success;
    data[u"finish_reason"_s] = answered ? QJsonValue(u"stop"_s) : null();
    data[u"native_finish_reason"_s] = answered ? QJsonValue(u"completed"_s) : null();
    if (row.outcome == RequestOutcome::Failed)
        data[u"finish_reason"_s] = u"error"_s;
    data[u"cancelled"_s] = row.outcome == RequestOutcome::Incomplete;
    data[u"streamed"_s] = row.stream;
    data[u"latency"_s] = row.totalMs;
    data[u"generation_time"_s] = row.totalMs - row.firstTokenMs.value_or(0);
}

QJsonObject record(const Key &key, const RequestRow &row)
{
    const auto moment = QDateTime::fromMSecsSinceEpoch(row.momentMs, Qt::UTC);
    QJsonObject data{
        {u"id"_s, QString::fromLatin1(row.id)},
        {u"upstream_id"_s, u"upstream-%1-%2"_s.arg(key.number).arg(row.momentMs)},
        {u"created_at"_s, moment.toString(u"yyyy-MM-ddTHH:mm:ss.zzz000+00:00"_s)},
        {u"model"_s, shownModel(row.servedModel, row.askedAs)},
        {u"provider_name"_s, row.provider},
        {u"provider_responses"_s, providerResponses(key, row)},
        {u"data_region"_s, key.plan.europeOnly ? u"europe"_s : u"global"_s},
        {u"workspace_id"_s, key.workspace().id},
        {u"api_type"_s, u"completions"_s},
        {u"origin"_s, QString()},
    };
    for (const auto &none : {u"request_id"_s, u"session_id"_s, u"response_cache_source_id"_s, u"preset_id"_s,
             u"app_id"_s, u"external_user"_s, u"router"_s, u"service_tier"_s, u"moderation_latency"_s,
             u"native_tokens_completion_images"_s, u"num_media_prompt"_s, u"num_media_completion"_s,
             u"num_input_audio_prompt"_s, u"num_fetches"_s, u"http_referer"_s, u"user_agent"_s})
        data[none] = null();
    addCosts(data, row);
    addTokens(data, row);
    addEnd(data, row);
    return data;
}

//! A record appears with a delay: a young one is refused at the first ask or the first two. What chance drew
//! is not there before its slot has ended.
bool isNotYetThere(const Visit &visit, const RequestRow &row)
{
    if (!row.posted && row.momentMs >= startOf(slotsUntil(visit.now)).toMSecsSinceEpoch())
        return true;
    const auto endedMs = row.momentMs + row.totalMs;
    if (endedMs + SettledAfterMs <= visit.now.toMSecsSinceEpoch())
        return false;
    const auto refusals = chanceBetween(1, 2, {static_cast<quint64>(row.momentMs), 404});
    return visit.log.timesAsked(visit.asked) <= refusals;
}

} // namespace

Answer generation(const Visit &visit, const Key &key)
{
    const auto id = visit.asked.parameter(u"id"_s).value_or(QString()).toLatin1();
    if (id.isEmpty())
        return refused(400, u"id is needed"_s);
    const auto missing
        = [&id] { return refused(404, u"Generation %1 not found"_s.arg(QString::fromLatin1(id))); };
    const auto found = findRequest(visit.world, Place::OpenRouter, id);
    if (!found || isNotYetThere(visit, found->row))
        return missing();
    if (found->key->plan.account != key.plan.account)
        return refused(403, u"This generation belongs to somebody else"_s);
    return jsonAnswer({{u"data"_s, record(*found->key, found->row)}});
}

} // namespace tollkeeper::simulator::openrouter
