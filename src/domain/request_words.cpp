// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/request_words.h"

#include "domain/word_table.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr std::array OutcomeWords{"complete"_L1, "failed"_L1, "incomplete"_L1};
constexpr std::array FellBackWords{"no"_L1, "provider"_L1, "model"_L1};
constexpr std::array SourceWords{""_L1, "playground"_L1, "file"_L1, "log"_L1, "generation"_L1};
constexpr std::array PlaygroundWords{"with"_L1, "without"_L1, "only"_L1};

} // namespace

QLatin1StringView toText(RequestOutcome outcome)
{
    return OutcomeWords.at(static_cast<std::size_t>(outcome));
}

std::optional<RequestOutcome> requestOutcomeFromText(QStringView text)
{
    for (std::size_t i = 0; i < OutcomeWords.size(); ++i) {
        if (OutcomeWords.at(i) == text)
            return static_cast<RequestOutcome>(i);
    }
    return std::nullopt;
}

QLatin1StringView toText(FellBack fellBack)
{
    return FellBackWords.at(static_cast<std::size_t>(fellBack));
}

QLatin1StringView toText(RowSource source)
{
    return SourceWords.at(static_cast<std::size_t>(source));
}

QLatin1StringView toText(PlaygroundRows rows)
{
    return wordOf(PlaygroundWords, rows);
}

std::optional<PlaygroundRows> playgroundRowsFromText(QStringView text)
{
    return fromWord<PlaygroundRows>(PlaygroundWords, text);
}

} // namespace tollkeeper
