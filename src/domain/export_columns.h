// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>

//! The headings of the requests we export, in their order; an import knows our own files by them.
namespace tollkeeper::exportcolumn {

inline constexpr QLatin1StringView Record("record"); //!< "request", or "total" for the sums at the end
inline constexpr QLatin1StringView Time("time"); //!< UTC, ISO 8601
inline constexpr QLatin1StringView Account("account");
inline constexpr QLatin1StringView Gateway("gateway");
inline constexpr QLatin1StringView Key("key");
inline constexpr QLatin1StringView KeyId("key_id");
inline constexpr QLatin1StringView RequestedModel("requested_model");
inline constexpr QLatin1StringView ServedModel("served_model");
inline constexpr QLatin1StringView Provider("provider");
inline constexpr QLatin1StringView Attempts("attempts"); //!< how many tries are known
inline constexpr QLatin1StringView Fallback("fallback");
inline constexpr QLatin1StringView Outcome("outcome");
inline constexpr QLatin1StringView Status("status"); //!< HTTP
inline constexpr QLatin1StringView ErrorCode("error_code");
inline constexpr QLatin1StringView ErrorMessage("error_message");
inline constexpr QLatin1StringView Complete("complete"); //!< "true", "false"
inline constexpr QLatin1StringView InputTokens("input_tokens");
inline constexpr QLatin1StringView OutputTokens("output_tokens");
inline constexpr QLatin1StringView CachedTokens("cached_tokens");
inline constexpr QLatin1StringView ReasoningTokens("reasoning_tokens");
inline constexpr QLatin1StringView CostPrefix("cost_"); //!< and the reporting currency: "cost_usd"
inline constexpr QLatin1StringView NativeAmount("native_amount"); //!< as billed, of `currency`
inline constexpr QLatin1StringView NativeByok("native_byok");
inline constexpr QLatin1StringView Currency("currency");
inline constexpr QLatin1StringView InputCost("input_cost");
inline constexpr QLatin1StringView OutputCost("output_cost");
inline constexpr QLatin1StringView CacheCost("cache_cost");
inline constexpr QLatin1StringView ToolsCost("tools_cost");
inline constexpr QLatin1StringView FirstByteMs("first_byte_ms");
inline constexpr QLatin1StringView TotalMs("total_ms");
inline constexpr QLatin1StringView Streamed("streamed");
inline constexpr QLatin1StringView FinishReason("finish_reason");
inline constexpr QLatin1StringView RequestId("request_id"); //!< of the call; may group several rows
inline constexpr QLatin1StringView GenerationId("generation_id"); //!< of the row
inline constexpr QLatin1StringView UpstreamId("upstream_id");
inline constexpr QLatin1StringView AttemptTrace("attempt_trace"); //!< the tries as JSON
inline constexpr QLatin1StringView Source("source");
inline constexpr QLatin1StringView Origin("origin");
inline constexpr QLatin1StringView AsOf("as_of"); //!< UTC, ISO 8601: when it was fetched

} // namespace tollkeeper::exportcolumn
