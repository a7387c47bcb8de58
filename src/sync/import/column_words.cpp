// SPDX-License-Identifier: GPL-3.0-or-later
#include "sync/import/column_words.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

struct UnitWord {
    QLatin1StringView word;
    std::optional<LatencyUnit> latency;
    std::optional<MoneyUnit> money;
};

constexpr std::array UnitWords{
    UnitWord{"ms"_L1, LatencyUnit::Milliseconds, {}},
    UnitWord{"msec"_L1, LatencyUnit::Milliseconds, {}},
    UnitWord{"millis"_L1, LatencyUnit::Milliseconds, {}},
    UnitWord{"milliseconds"_L1, LatencyUnit::Milliseconds, {}},
    UnitWord{"s"_L1, LatencyUnit::Seconds, {}},
    UnitWord{"sec"_L1, LatencyUnit::Seconds, {}},
    UnitWord{"secs"_L1, LatencyUnit::Seconds, {}},
    UnitWord{"seconds"_L1, LatencyUnit::Seconds, {}},
    UnitWord{"dollars"_L1, {}, MoneyUnit::Units},
    UnitWord{"credits"_L1, {}, MoneyUnit::Units},
    UnitWord{"cents"_L1, {}, MoneyUnit::Hundredths},
    UnitWord{"micros"_L1, {}, MoneyUnit::Millionths},
    UnitWord{"microdollars"_L1, {}, MoneyUnit::Millionths},
    UnitWord{"millionths"_L1, {}, MoneyUnit::Millionths},
    UnitWord{"utc"_L1, {}, {}},
};

constexpr std::array CurrencyWords{"usd"_L1, "eur"_L1, "gbp"_L1, "cny"_L1, "jpy"_L1, "chf"_L1};

QStringList words(const char *list)
{
    return QString::fromLatin1(list).split(u' ');
}

} // namespace

QString plainHeading(QStringView heading)
{
    QString plain;
    for (const auto c : heading) {
        if (c.isLetterOrNumber())
            plain += c.toLower();
        else if (!plain.isEmpty() && !plain.endsWith(u'_'))
            plain += u'_';
    }
    while (plain.endsWith(u'_'))
        plain.chop(1);
    return plain;
}

HeadingUnit unitOf(const QString &plainHeading)
{
    HeadingUnit unit;
    auto parts = plainHeading.split(u'_');
    while (parts.size() > 1) {
        const auto last = parts.constLast();
        const auto *const known = std::find_if(
            UnitWords.begin(), UnitWords.end(), [&](const UnitWord &word) { return word.word == last; });
        const auto *const currency = std::find(CurrencyWords.begin(), CurrencyWords.end(), last);
        if (known == UnitWords.end() && currency == CurrencyWords.end())
            break;
        if (currency != CurrencyWords.end()) {
            unit.currency = Currency::fromCode(last);
        } else {
            unit.latency = known->latency ? known->latency : unit.latency;
            unit.money = known->money ? known->money : unit.money;
        }
        parts.removeLast();
    }
    unit.name = parts.join(u'_');
    return unit;
}

const QList<FieldNames> &fieldNames()
{
    using F = ImportField;
    static const QList<FieldNames> all{
        {F::RequestId, words("generation_id gen_id request_id completion_id log_id call_id id uuid")},
        {F::GatewayRequestId, words("request_id api_request_id x_request_id")},
        {F::StartedAt,
            words("started_at start_time starttime created_at request_time timestamp time date_time datetime "
                  "created ts date")},
        {F::Key,
            words("key_id api_key_id api_key_name key_name api_key_alias key_alias token_name virtual_key "
                  "api_key key")},
        {F::RequestedModel,
            words("requested_model model_requested model_group model model_name model_id deployment")},
        {F::ServedModel,
            words("served_model model_served response_model upstream_model actual_model model_permaslug")},
        {F::Provider,
            words("provider provider_name custom_llm_provider upstream_provider upstream vendor channel")},
        {F::HttpStatus, words("http_status http_status_code status_code response_status response_code")},
        {F::HowItEnded, words("outcome result success request_status status state")},
        {F::ErrorCode, words("error_code error_type error_class")},
        {F::ErrorMessage, words("error_message error_text error exception")},
        {F::FellBack, words("fallback fell_back used_fallback is_fallback")},
        {F::InputTokens,
            words("native_tokens_prompt input_tokens prompt_tokens tokens_prompt tokens_input tokens_in "
                  "request_tokens")},
        {F::OutputTokens,
            words("native_tokens_completion output_tokens completion_tokens tokens_completion tokens_output "
                  "tokens_out response_tokens")},
        {F::CachedTokens,
            words("native_tokens_cached cached_tokens tokens_cached cache_read_tokens "
                  "cache_read_input_tokens cached_input_tokens")},
        {F::CacheWriteTokens, words("cache_creation_tokens cache_write_tokens cache_creation_input_tokens")},
        {F::ReasoningTokens, words("native_tokens_reasoning reasoning_tokens tokens_reasoning")},
        {F::Cost,
            words("actual_cost billed_cost native_amount cost_total total_cost cost usage_cost spend charge "
                  "charged amount price")},
        {F::ByokCost, words("byok_usage_inference byok_cost cost_byok byok")},
        {F::CurrencyCode, words("currency cost_currency")},
        {F::InputCost, words("input_cost prompt_cost cost_input cost_prompt")},
        {F::OutputCost, words("output_cost completion_cost cost_output cost_completion")},
        {F::CacheCost, words("cache_cost cost_cache")},
        {F::ToolsCost, words("tools_cost cost_tools cost_web_search web_search_cost")},
        {F::FirstByte,
            words("first_byte first_token time_to_first_token ttft time_to_first_byte ttfb first_byte_time")},
        {F::TotalTime,
            words("total_time total_duration duration latency generation_time elapsed response_time "
                  "request_duration")},
        {F::IsStreamed, words("streamed stream is_streamed is_stream")},
        {F::IsCancelled, words("cancelled canceled is_cancelled aborted")},
        {F::FinishReason, words("finish_reason finish_reason_normalized stop_reason native_finish_reason")},
        {F::UpstreamId, words("upstream_id provider_request_id upstream_request_id response_id")},
    };
    return all;
}

} // namespace tollkeeper
