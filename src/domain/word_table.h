// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QStringView>

#include <array>
#include <optional>

namespace tollkeeper {

//! The fixed word of an enumerator, by its place in the table. REQUIRES: a word for each enumerator.
template<typename Enum, std::size_t Size>
[[nodiscard]] constexpr QLatin1StringView wordOf(
    const std::array<QLatin1StringView, Size> &words, Enum enumerator)
{
    return words.at(static_cast<std::size_t>(enumerator));
}

//! The enumerator of a word; nullopt where the table has no such word.
template<typename Enum, std::size_t Size>
[[nodiscard]] std::optional<Enum> fromWord(const std::array<QLatin1StringView, Size> &words, QStringView word)
{
    for (std::size_t i = 0; i < Size; ++i) {
        if (words.at(i) == word)
            return static_cast<Enum>(i);
    }
    return std::nullopt;
}

} // namespace tollkeeper
