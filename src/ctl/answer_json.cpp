// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/answer_json.h"

#include "ctl/output.h"
#include "words/answer_words.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

QJsonValue amountOf(const std::optional<Money> &money)
{
    return money ? QJsonValue(money->amountText()) : QJsonValue();
}

QJsonObject idsOf(const AnswerIds &ids)
{
    return {{u"request"_s, QJsonArray::fromStringList(ids.request)},
        {u"sent_request"_s, textOrNull(ids.sentRequest)}, {u"generation"_s, textOrNull(ids.generation)},
        {u"upstream"_s, textOrNull(ids.upstream)}};
}

QJsonArray attemptsOf(const QList<Attempt> &attempts)
{
    QJsonArray list;
    for (const auto &attempt : attempts) {
        list.append(QJsonObject{{u"origin"_s, toText(attempt.origin)},
            {u"provider"_s, textOrNull(attempt.provider)}, {u"model"_s, textOrNull(attempt.model)},
            {u"status"_s, attempt.status ? QJsonValue(*attempt.status) : QJsonValue()},
            {u"outcome"_s, toText(attempt.outcome)}, {u"reason"_s, textOrNull(attempt.reason)},
            {u"latency_ms"_s, toJson(attempt.latencyMs)}});
    }
    return list;
}

QJsonObject streamOf(const AnswerStream &stream)
{
    return {{u"is_stream"_s, stream.isStream}, {u"complete"_s, stream.isComplete},
        {u"terminator"_s, textOrNull(stream.terminator)}, {u"events"_s, stream.events},
        {u"text_chars"_s, stream.textCharacters}};
}

QJsonObject usageOf(const AnswerUsage &usage)
{
    return {{u"input_tokens"_s, toJson(usage.inputTokens)}, {u"output_tokens"_s, toJson(usage.outputTokens)},
        {u"cached_tokens"_s, toJson(usage.cachedTokens)},
        {u"reasoning_tokens"_s, toJson(usage.reasoningTokens)}};
}

QJsonObject costOf(const AnswerCost &cost)
{
    const auto &told = cost.amount ? cost.amount : cost.upstreamAmount;
    return {{u"amount"_s, amountOf(cost.amount)},
        {u"currency"_s, told ? QJsonValue(told->currency().code()) : QJsonValue()},
        {u"upstream_amount"_s, amountOf(cost.upstreamAmount)},
        {u"is_byok"_s, cost.isByok ? QJsonValue(*cost.isByok) : QJsonValue()}};
}

QJsonArray evidenceOf(const QList<Evidence> &evidence)
{
    QJsonArray list;
    for (const auto &reason : evidence)
        list.append(evidenceText(reason));
    return list;
}

} // namespace

QJsonObject toJson(const Answer &answer)
{
    const auto words = explain(answer);
    const auto delay = answer.retryAfter ? std::optional<qint64>(answer.retryAfter->count()) : std::nullopt;
    const auto status = answer.httpStatus > 0 ? std::optional<qint64>(answer.httpStatus) : std::nullopt;
    return {{u"is_error"_s, answer.isError}, {u"category"_s, toText(answer.category)},
        {u"retry"_s, toText(answer.retry)}, {u"retry_after_s"_s, toJson(delay)},
        {u"resets_at"_s, toJson(answer.resetsAt)}, {u"actor"_s, toText(answer.actor)},
        {u"code"_s, textOrNull(answer.code)}, {u"http_status"_s, toJson(status)},
        {u"provider"_s, textOrNull(answer.provider)}, {u"charged"_s, toText(answer.charged)},
        {u"title"_s, words.title}, {u"explanation"_s, words.explanation},
        {u"next_steps"_s, QJsonArray::fromStringList(words.nextSteps)},
        {u"message"_s, textOrNull(answer.message)}, {u"evidence"_s, evidenceOf(answer.evidence)},
        {u"ids"_s, idsOf(answer.ids)}, {u"requested_model"_s, textOrNull(answer.requestedModel)},
        {u"served_model"_s, textOrNull(answer.servedModel)},
        {u"served_model_certain"_s, answer.isServedModelCertain},
        {u"served_provider"_s, textOrNull(answer.servedProvider)},
        {u"trace_published"_s, answer.isTracePublished}, {u"attempts"_s, attemptsOf(answer.attempts)},
        {u"stream"_s, streamOf(answer.stream)}, {u"finish_reason"_s, textOrNull(answer.finishReason)},
        {u"usage"_s, usageOf(answer.usage)}, {u"cost"_s, costOf(answer.cost)}, {u"text"_s, answer.text}};
}

} // namespace tollkeeper::ctl
