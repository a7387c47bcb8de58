// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/usage_json.h"

#include "base/clock.h"
#include "ctl/output.h"
#include "domain/request_words.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {
namespace {

QJsonValue textOrNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue() : QJsonValue(text);
}

} // namespace

QJsonObject toJson(const UsageRow &row)
{
    const auto &facts = row.facts;
    return {{u"id"_s, facts.requestId}, {u"time"_s, utcText(facts.startedAt)},
        {u"account"_s, row.accountName}, {u"key"_s, textOrNull(row.keyName)},
        {u"requested_model"_s, textOrNull(facts.requestedModel)},
        {u"served_model"_s, textOrNull(facts.servedModel)}, {u"provider"_s, textOrNull(facts.provider)},
        {u"outcome"_s, toText(facts.outcome)}, {u"fallback"_s, toText(facts.fellBack)},
        {u"status"_s, facts.httpStatus ? QJsonValue(*facts.httpStatus) : QJsonValue()},
        {u"error_code"_s, textOrNull(facts.errorCode)}, {u"input_tokens"_s, toJson(facts.inputTokens)},
        {u"output_tokens"_s, toJson(facts.outputTokens)},
        {u"cost"_s, toJson(facts.cost ? std::optional(facts.cost->billed) : std::nullopt)},
        {u"byok"_s, toJson(facts.cost ? std::optional(facts.cost->byok) : std::nullopt)},
        {u"first_byte_ms"_s, toJson(facts.firstByteMs)}, {u"total_ms"_s, toJson(facts.totalMs)},
        {u"source"_s, toText(row.source)}, {u"playground"_s, row.isFromPlayground}, {u"origin"_s, row.origin},
        {u"as_of"_s, utcText(row.fetchedAt)}};
}

QJsonObject toJson(const UsageSummary &summary)
{
    QJsonArray others;
    for (const auto &money : summary.otherCurrencies)
        others.append(toJson(money));
    return {{u"requests"_s, summary.requests}, {u"succeeded"_s, summary.succeeded},
        {u"failed"_s, summary.failed}, {u"incomplete"_s, summary.incomplete},
        {u"fell_back"_s, summary.fellBack}, {u"unpriced"_s, summary.unpriced},
        {u"spend"_s, toJson(summary.spend)}, {u"byok"_s, toJson(summary.byok)},
        {u"other_currencies"_s, others}, {u"at_least"_s, summary.unpriced > 0},
        {u"input_tokens"_s, summary.inputTokens}, {u"output_tokens"_s, summary.outputTokens},
        {u"cost_per_success"_s, toJson(summary.costPerSuccess)},
        {u"ledger_total"_s, toJson(summary.ledgerTotal)}};
}

QJsonObject toJson(const UsageGroup &group)
{
    QJsonArray amounts;
    QJsonArray byok;
    for (const auto &amount : group.amounts) {
        amounts.append(toJson(amount.billed));
        byok.append(toJson(amount.byok));
    }
    return {{u"name"_s, group.name}, {u"account"_s, textOrNull(group.accountName)},
        {u"requests"_s, group.requests}, {u"unpriced"_s, group.unpriced}, {u"amounts"_s, amounts},
        {u"byok"_s, byok}, {u"input_tokens"_s, group.inputTokens}, {u"output_tokens"_s, group.outputTokens}};
}

} // namespace tollkeeper::ctl
