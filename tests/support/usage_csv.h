// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/clock.h"
#include "domain/request_facts.h"

#include <QByteArray>

//! Requests as a gateway's CSV tells them, for files of any size.
namespace usagecsv {

inline constexpr auto Heading
    = "id,started_at,api_key_name,requested_model,served_model,provider,http_status,"
      "input_tokens,output_tokens,cost_usd,first_byte_ms,total_ms\n";
inline constexpr auto HeadingWithoutId
    = "started_at,api_key_name,requested_model,served_model,provider,http_status,"
      "input_tokens,output_tokens,cost_usd,first_byte_ms,total_ms\n";

inline QByteArray number(const std::optional<qint64> &value)
{
    return value ? QByteArray::number(*value) : QByteArray();
}

//! Everything behind the id. The texts hold nothing that needs quotes.
inline QByteArray fields(const tollkeeper::RequestFacts &facts)
{
    const auto status = facts.httpStatus ? std::optional<qint64>(*facts.httpStatus) : std::nullopt;
    const QList<QByteArray> all{tollkeeper::utcText(facts.startedAt).toLatin1(), facts.remoteKeyId.toUtf8(),
        facts.requestedModel.toUtf8(), facts.servedModel.toUtf8(), facts.provider.toUtf8(), number(status),
        number(facts.inputTokens), number(facts.outputTokens),
        facts.cost ? facts.cost->billed.amountText().toLatin1() : QByteArray(), number(facts.firstByteMs),
        number(facts.totalMs)};
    return all.join(',') + '\n';
}

inline QByteArray line(const tollkeeper::RequestFacts &facts)
{
    return facts.requestId.toUtf8() + ',' + fields(facts);
}

} // namespace usagecsv
