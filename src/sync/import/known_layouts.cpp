// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/export_columns.h"
#include "sync/import/column_words.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

using F = ImportField;

KnownLayout ownExport()
{
    namespace own = exportcolumn;
    return {ImportFormat::OwnExport, {own::Record, own::GenerationId, own::NativeAmount},
        {{F::RecordType, own::Record}, {F::Account, own::Account}, {F::RequestId, own::GenerationId},
            {F::GatewayRequestId, own::RequestId}, {F::StartedAt, own::Time}, {F::Key, own::KeyId},
            {F::RequestedModel, own::RequestedModel}, {F::ServedModel, own::ServedModel},
            {F::Provider, own::Provider}, {F::HowItEnded, own::Outcome}, {F::HttpStatus, own::Status},
            {F::ErrorCode, own::ErrorCode}, {F::ErrorMessage, own::ErrorMessage},
            {F::FellBack, own::Fallback}, {F::InputTokens, own::InputTokens},
            {F::OutputTokens, own::OutputTokens}, {F::CachedTokens, own::CachedTokens},
            {F::ReasoningTokens, own::ReasoningTokens}, {F::Cost, own::NativeAmount},
            {F::ByokCost, own::NativeByok}, {F::CurrencyCode, own::Currency}, {F::InputCost, own::InputCost},
            {F::OutputCost, own::OutputCost}, {F::CacheCost, own::CacheCost}, {F::ToolsCost, own::ToolsCost},
            {F::FirstByte, own::FirstByteMs}, {F::TotalTime, own::TotalMs}, {F::IsStreamed, own::Streamed},
            {F::FinishReason, own::FinishReason}, {F::UpstreamId, own::UpstreamId},
            {F::Attempts, own::AttemptTrace}},
        false, true};
}

//! Headings as exports of 2025 and 2026 have them; the gateway does not document them. The model is the one
//! that answered: what was asked for is not told.
KnownLayout activityLog()
{
    return {ImportFormat::ActivityLog, {u"generation_id"_s, u"cost_total"_s, u"tokens_prompt"_s},
        {{F::RequestId, u"generation_id"_s}, {F::StartedAt, u"created_at"_s}, {F::Key, u"api_key_name"_s},
            {F::ServedModel, u"model_permaslug"_s}, {F::Provider, u"provider_name"_s},
            {F::IsCancelled, u"cancelled"_s}, {F::IsStreamed, u"streamed"_s},
            {F::FinishReason, u"finish_reason_normalized"_s}, {F::InputTokens, u"tokens_prompt"_s},
            {F::OutputTokens, u"tokens_completion"_s}, {F::ReasoningTokens, u"tokens_reasoning"_s},
            {F::CachedTokens, u"tokens_cached"_s}, {F::Cost, u"cost_total"_s},
            {F::ByokCost, u"byok_usage_inference"_s}, {F::CacheCost, u"cost_cache"_s},
            {F::ToolsCost, u"cost_web_search"_s}, {F::FirstByte, u"time_to_first_token_ms"_s},
            {F::TotalTime, u"generation_time_ms"_s}},
        false, false};
}

//! Successful calls only, and no ids in most versions. Input tokens do not hold the cached ones
//! (torouter-sub2api.md 5.2); the billed cost is what was charged, the original one the list price.
KnownLayout panelUsage()
{
    return {ImportFormat::PanelUsage, {u"time"_s, u"billed_cost"_s, u"original_cost"_s},
        {{F::RequestId, u"request_id"_s}, {F::StartedAt, u"time"_s}, {F::Key, u"api_key_name"_s},
            {F::RequestedModel, u"model"_s}, {F::IsStreamed, u"type"_s}, {F::InputTokens, u"input_tokens"_s},
            {F::OutputTokens, u"output_tokens"_s}, {F::CachedTokens, u"cache_read_tokens"_s},
            {F::CacheWriteTokens, u"cache_creation_tokens"_s}, {F::Cost, u"billed_cost"_s},
            {F::FirstByte, u"first_token_ms"_s}, {F::TotalTime, u"duration_ms"_s}},
        true, false};
}

//! Saved answers about single generations (openrouter.md 3.1), one per line.
KnownLayout generationRecords()
{
    return {ImportFormat::JsonLines, {u"total_cost"_s, u"native_tokens_prompt"_s, u"created_at"_s},
        {{F::RequestId, u"id"_s}, {F::GatewayRequestId, u"request_id"_s}, {F::UpstreamId, u"upstream_id"_s},
            {F::StartedAt, u"created_at"_s}, {F::ServedModel, u"model"_s}, {F::Provider, u"provider_name"_s},
            {F::IsCancelled, u"cancelled"_s}, {F::IsStreamed, u"streamed"_s},
            {F::FinishReason, u"finish_reason"_s}, {F::InputTokens, u"native_tokens_prompt"_s},
            {F::OutputTokens, u"native_tokens_completion"_s},
            {F::ReasoningTokens, u"native_tokens_reasoning"_s}, {F::CachedTokens, u"native_tokens_cached"_s},
            {F::Cost, u"total_cost"_s}, {F::ByokCost, u"upstream_inference_cost"_s},
            {F::TotalTime, u"latency"_s}},
        false, false};
}

} // namespace

const QList<KnownLayout> &knownLayouts()
{
    static const QList<KnownLayout> all{ownExport(), activityLog(), panelUsage(), generationRecords()};
    return all;
}

} // namespace tollkeeper
