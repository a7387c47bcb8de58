// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/import_facts.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr std::array FieldWords{
    "record"_L1,
    "account"_L1,
    "id"_L1,
    "time"_L1,
    "key"_L1,
    "model"_L1,
    "served"_L1,
    "provider"_L1,
    "outcome"_L1,
    "status"_L1,
    "error"_L1,
    "message"_L1,
    "fallback"_L1,
    "input"_L1,
    "output"_L1,
    "cached"_L1,
    "cache-write"_L1,
    "reasoning"_L1,
    "cost"_L1,
    "byok"_L1,
    "currency"_L1,
    "input-cost"_L1,
    "output-cost"_L1,
    "cache-cost"_L1,
    "tools-cost"_L1,
    "first-byte"_L1,
    "total-time"_L1,
    "streamed"_L1,
    "cancelled"_L1,
    "finish"_L1,
    "request-id"_L1,
    "upstream-id"_L1,
    "attempts"_L1,
};
static_assert(FieldWords.size() == ImportFields);

constexpr std::array FaultWords{
    "unclosed_quote"_L1,
    "text_after_quote"_L1,
    "too_long"_L1,
    "not_utf8"_L1,
    "not_json"_L1,
    "field_count"_L1,
    "no_id"_L1,
    "no_time"_L1,
    "bad_time"_L1,
    "no_such_time"_L1,
    "bad_number"_L1,
    "negative"_L1,
    "too_large"_L1,
    "bad_currency"_L1,
    "bad_word"_L1,
    "other_account"_L1,
};
static_assert(FaultWords.size() == RowFaults);

} // namespace

QLatin1StringView toText(ImportField field)
{
    return FieldWords.at(static_cast<std::size_t>(field));
}

std::optional<ImportField> importFieldFromText(QStringView text)
{
    for (std::size_t i = 0; i < FieldWords.size(); ++i) {
        if (FieldWords.at(i) == text)
            return static_cast<ImportField>(i);
    }
    return std::nullopt;
}

QLatin1StringView toText(RowFault fault)
{
    return FaultWords.at(static_cast<std::size_t>(fault));
}

} // namespace tollkeeper
