// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "playground/untold_texts.h"

#include <optional>

//! How UntoldTexts reads a text: character by character, and as letters alone.
namespace tollkeeper {

inline constexpr std::size_t StretchOfCharacters = 24;
inline constexpr std::size_t StretchOfLetters = 16;

//! A character as it is compared, and the piece of the text it stands for.
struct Symbol {
    char16_t value = 0;
    qsizetype begin = 0;
    qsizetype end = 0;
};

//! Every character of a text, one after the other.
struct Characters {
    static constexpr std::size_t Stretch = StretchOfCharacters;
    template<typename Sink>
    static void each(QStringView text, char16_t bar, Sink sink)
    {
        for (qsizetype i = 0; i < text.size(); ++i) {
            const bool isBar = text.at(i) == UntoldTexts::Bar;
            sink(Symbol{isBar ? bar : text.at(i).unicode(), i, i + 1});
        }
    }
};

inline bool isOfWord(QChar c)
{
    return c.isLetterOrNumber() || c.isMark() || c.isSurrogate();
}

//! What a run of backslashes and what follows it stand for; value 0: nothing that is compared.
inline Symbol escapeAt(QStringView text, qsizetype begin)
{
    auto at = begin;
    while (at < text.size() && text.at(at) == u'\\')
        ++at;
    if (at >= text.size())
        return {0, begin, at};
    bool isNumber = false;
    const auto unit = text.sliced(at + 1).left(4).toUShort(&isNumber, 16);
    if (text.at(at) == u'u' && at + 5 <= text.size() && isNumber) {
        const QChar meant(unit);
        return {isOfWord(meant) ? meant.toCaseFolded().unicode() : char16_t(0), begin, at + 5};
    }
    constexpr QStringView White = u"nrtbf";
    return {0, begin, White.contains(text.at(at)) ? at + 1 : at};
}

//! A piece of a text that is percent-encoded, and what it stands for: a byte, or a character of Unicode.
struct Percent {
    char32_t value = 0;
    qsizetype end = 0;
};

//! The two digits at that place.
inline std::optional<Percent> hexAt(QStringView text, qsizetype at)
{
    constexpr QStringView Digits = u"0123456789abcdef";
    constexpr qsizetype Length = 2;
    if (at + Length > text.size())
        return std::nullopt;
    const auto high = Digits.indexOf(text.at(at), 0, Qt::CaseInsensitive);
    const auto low = Digits.indexOf(text.at(at + 1), 0, Qt::CaseInsensitive);
    if (high < 0 || low < 0)
        return std::nullopt;
    return Percent{char32_t(high * Digits.size() + low), at + Length};
}

//! A byte written as "%20", "%2520" or however often the sign itself was encoded.
inline std::optional<Percent> percentByteAt(QStringView text, qsizetype begin)
{
    if (begin >= text.size() || text.at(begin) != u'%')
        return std::nullopt;
    auto byte = hexAt(text, begin + 1);
    while (byte && byte->value == u'%') {
        const auto inner = hexAt(text, byte->end);
        if (!inner)
            break;
        byte = inner;
    }
    return byte;
}

//! The character whose UTF-8 begins there ("%C3%A9"); of bytes that are none, the one that Latin-1 has for
//! the first.
inline std::optional<Percent> percentAt(QStringView text, qsizetype begin)
{
    const auto lead = percentByteAt(text, begin);
    if (!lead)
        return std::nullopt;
    const auto first = lead->value;
    const int more = first < 0xc2 ? 0 : first < 0xe0 ? 1 : first < 0xf0 ? 2 : first < 0xf5 ? 3 : 0;
    if (more == 0)
        return lead;
    Percent whole{first & (0x3fU >> more), lead->end};
    for (int i = 0; i < more; ++i) {
        const auto next = percentByteAt(text, whole.end);
        if (!next || (next->value & 0xc0U) != 0x80)
            return lead;
        whole = {(whole.value << 6) | (next->value & 0x3fU), next->end};
    }
    return whole.value <= QChar::LastValidCodePoint ? whole : lead;
}

//! Letters and digits alone, whatever stands between them and however they are escaped: as in JSON or as in
//! an address.
struct Letters {
    static constexpr std::size_t Stretch = StretchOfLetters;
    template<typename Sink>
    static void each(QStringView text, char16_t bar, Sink sink)
    {
        for (qsizetype i = 0; i < text.size();) {
            const auto c = text.at(i);
            if (c == u'\\') {
                const auto escape = escapeAt(text, i);
                if (escape.value != 0)
                    sink(escape);
                i = escape.end;
                continue;
            }
            if (const auto percent = percentAt(text, i)) {
                auto end = percent->end;
                if (percent->value == u'\\') {
                    const auto escape = escapeAt(text, end);
                    end = escape.end;
                    if (escape.value != 0)
                        sink(Symbol{escape.value, i, end});
                }
                for (const QChar unit : QChar::fromUcs4(percent->value)) {
                    if (isOfWord(unit))
                        sink(Symbol{unit.toCaseFolded().unicode(), i, end});
                }
                i = end;
                continue;
            }
            if (c == UntoldTexts::Bar)
                sink(Symbol{bar, i, i + 1});
            else if (isOfWord(c))
                sink(Symbol{c.toCaseFolded().unicode(), i, i + 1});
            ++i;
        }
    }
};

} // namespace tollkeeper
