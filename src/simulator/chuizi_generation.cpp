// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/decimal.h"
#include "simulator/catalogue.h"
#include "simulator/chuizi_parts.h"
#include "simulator/json_answer.h"
#include "simulator/request_rows.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator::chuizi {
namespace {

//! What the gateway itself paid: the cost is 1.05 times that, to the eighth decimal.
QString upstreamText(qint64 micros)
{
    return decimalText(scaledHalfEven(micros * 100, 100, 105), 8);
}

QJsonValue finishReason(RequestOutcome outcome)
{
    switch (outcome) {
    case RequestOutcome::Success:
        return u"stop"_s;
    case RequestOutcome::Failed:
        return u"error"_s;
    case RequestOutcome::Incomplete:
        break;
    }
    return QJsonValue::Null;
}

QJsonObject bill(const RequestRow &row)
{
    const auto &figures = row.figures;
    const auto moment = QDateTime::fromMSecsSinceEpoch(row.momentMs, Qt::UTC);
    return {{u"id"_s, QString::fromLatin1(row.id)},
        {u"model"_s, row.askedAs.isEmpty() ? models()[row.servedModel].openRouterId() : row.askedAs},
        {u"provider"_s, row.provider}, {u"streamed"_s, row.stream}, {u"input_tokens"_s, figures.promptTokens},
        {u"output_tokens"_s, figures.completionTokens}, {u"cached_tokens"_s, figures.cacheReadTokens},
        {u"reasoning_tokens"_s, figures.reasoningTokens}, {u"native_input_tokens"_s, QJsonValue::Null},
        {u"native_output_tokens"_s, QJsonValue::Null}, {u"cost"_s, amountText(figures.micros)},
        {u"upstream_cost"_s, upstreamText(figures.micros)}, {u"latency_ms"_s, row.totalMs},
        {u"generation_time_ms"_s, QJsonValue::Null}, {u"finish_reason"_s, finishReason(row.outcome)},
        {u"created_at"_s, moment.toString(Qt::ISODateWithMs)}};
}

//! A posted request settles some seconds later or with the second ask, whichever comes first.
bool isSettled(const Visit &visit, const RequestRow &row)
{
    constexpr qint64 SettlesAfterMs = 20'000;
    if (row.posted)
        return row.momentMs + SettlesAfterMs <= visit.now.toMSecsSinceEpoch()
            || visit.log.timesAsked(visit.asked) > 1;
    return row.momentMs < startOf(slotsUntil(visit.now)).toMSecsSinceEpoch();
}

} // namespace

Answer generation(const Visit &visit, const Key &key)
{
    const auto dialect = key.account().dialect;
    const auto id = visit.asked.parameter(u"id"_s).value_or(QString()).toLatin1();
    if (id.isEmpty())
        return refused(dialect,
            {400, u"validation_error"_s, u"invalid_request_error"_s, u"invalid_request_error"_s,
                u"The parameter id is required."_s});
    const auto found = findRequest(visit.world, Place::Chuizi, id);
    if (!found || found->key->plan.account != key.plan.account || !isSettled(visit, found->row))
        return refused(dialect,
            {404, u"generation_not_found"_s, u"invalid_request_error"_s, u"not_found"_s,
                u"This generation does not exist."_s});
    return jsonAnswer({{u"data"_s, bill(found->row)}});
}

} // namespace tollkeeper::simulator::chuizi
