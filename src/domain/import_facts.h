// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>

#include <cstdint>
#include <optional>

namespace tollkeeper {

//! How ids begin that were made from what a row says, because its file has none.
inline constexpr QLatin1StringView MadeIdPrefix("row-");

//! What a column of a file can tell of a request. The words of toText() stand in stored mappings and in
//! `tollkeeperctl import --map FIELD=COLUMN`.
enum class ImportField : std::uint8_t {
    RecordType, //!< "total" marks a sum, which is no request
    Account, //!< in a file that holds the requests of several accounts
    RequestId,
    StartedAt,
    Key, //!< name or remote id of the key
    RequestedModel,
    ServedModel,
    Provider,
    HowItEnded, //!< a word, true/false, or an HTTP status
    HttpStatus,
    ErrorCode,
    ErrorMessage,
    FellBack,
    InputTokens,
    OutputTokens,
    CachedTokens,
    CacheWriteTokens,
    ReasoningTokens,
    Cost,
    ByokCost,
    CurrencyCode,
    InputCost,
    OutputCost,
    CacheCost,
    ToolsCost,
    FirstByte,
    TotalTime,
    IsStreamed,
    IsCancelled,
    FinishReason,
    GatewayRequestId,
    UpstreamId,
    Attempts, //!< the tries of the request as JSON, as our own export writes them
};
constexpr int ImportFields = static_cast<int>(ImportField::Attempts) + 1;

[[nodiscard]] QLatin1StringView toText(ImportField field);
[[nodiscard]] std::optional<ImportField> importFieldFromText(QStringView text);

//! Why a row of a file was not taken.
enum class RowFault : std::uint8_t {
    UnclosedQuote,
    TextAfterQuote,
    TooLong,
    NotUtf8,
    NotJson,
    FieldCount, //!< not as many fields as the heading has
    NoId,
    NoTime,
    BadTime,
    NoSuchTime, //!< a local time that the zone's clocks skip
    BadNumber,
    Negative,
    TooLarge,
    BadCurrency,
    BadWord, //!< a word that says nothing we know of this field
    OtherAccount,
};
constexpr int RowFaults = static_cast<int>(RowFault::OtherAccount) + 1;

[[nodiscard]] QLatin1StringView toText(RowFault fault);

struct RowProblem {
    qint64 line = 0; //!< where the row begins in the file, from 1
    RowFault fault = RowFault::BadNumber;
    std::optional<ImportField> field; //!< nullopt: the whole row
    QString text; //!< what stands there, shortened; plain text always
    friend bool operator==(const RowProblem &, const RowProblem &) = default;
};

} // namespace tollkeeper
