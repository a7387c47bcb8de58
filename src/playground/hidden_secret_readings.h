// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/secret.h"

#include <QByteArray>
#include <QString>

#include <algorithm>
#include <optional>
#include <vector>

//! How a text reads once JSON's escapes in it are undone, so that a key is known in whatever way it is
//! written.
namespace tollkeeper {

//! A text, and where in the original each of its bytes came from.
struct Reading {
    QByteArray bytes;
    std::vector<qsizetype> origins; //!< one more than bytes: the end
};

//! What an escape stands for, and where it ends.
struct Unescaped {
    QByteArray bytes;
    qsizetype end = 0;
};

inline constexpr QByteArrayView CutMark = "\u2026";

//! REQUIRES: a backslash there. nullopt: it begins no escape.
inline std::optional<Unescaped> unescapedAt(QByteArrayView text, qsizetype begin)
{
    constexpr QByteArrayView Short = "\"\\/bfnrt";
    constexpr QByteArrayView Meant = "\"\\/\b\f\n\r\t";
    constexpr QByteArrayView Hex = "0123456789abcdefABCDEF";
    constexpr qsizetype Digits = 4;
    const auto at = begin + 1;
    if (at >= text.size())
        return Unescaped{{}, at}; // cut: whatever it was to be
    if (const auto which = Short.indexOf(text.at(at)); which >= 0)
        return Unescaped{QByteArray(1, Meant.at(which)), at + 1};
    if (text.at(at) != 'u')
        return std::nullopt;
    char16_t unit = 0;
    for (auto i = at + 1; i <= at + Digits; ++i) {
        if (i == text.size())
            return Unescaped{{}, i};
        const auto digit = Hex.indexOf(text.at(i));
        if (digit < 0)
            return std::nullopt;
        unit = char16_t(qsizetype(unit) * 16 + (digit < 16 ? digit : digit - 6));
    }
    return Unescaped{QString(QChar(unit)).toUtf8(), at + 1 + Digits};
}

//! One level of escapes undone, wherever they stand: a body may be cut, and a string in it hold JSON again.
inline Reading unescapedOnce(const Reading &text)
{
    Reading deeper;
    const QByteArrayView all(text.bytes);
    const auto copy = [&](qsizetype from, qsizetype to) {
        deeper.bytes.append(all.sliced(from, to - from));
        deeper.origins.insert(deeper.origins.end(), text.origins.cbegin() + from, text.origins.cbegin() + to);
    };
    const auto end = all.size() - (all.endsWith(CutMark) ? CutMark.size() : 0);
    for (qsizetype at = 0; at < end;) {
        const auto next = all.first(end).indexOf('\\', at);
        copy(at, next < 0 ? end : next);
        if (next < 0)
            break;
        const auto escape = unescapedAt(all.first(end), next);
        if (escape) {
            deeper.bytes.append(escape->bytes);
            deeper.origins.insert(
                deeper.origins.end(), std::size_t(escape->bytes.size()), text.origins[std::size_t(next)]);
        } else {
            copy(next, next + 1);
        }
        at = escape ? escape->end : next + 1;
    }
    copy(end, all.size());
    deeper.origins.push_back(text.origins.back());
    return deeper;
}

//! The text as it is, then one more level of escapes undone each time until none is left. Linear: of levels
//! there are few, no gateway nests as many.
inline std::vector<Reading> readingsOf(const QByteArray &text)
{
    constexpr std::size_t Most = 8;
    std::vector<qsizetype> origins(std::size_t(text.size()) + 1);
    for (std::size_t i = 0; i < origins.size(); ++i)
        origins[i] = qsizetype(i);
    std::vector<Reading> readings{{text, std::move(origins)}};
    while (readings.size() <= Most && readings.back().bytes.contains('\\')) {
        auto deeper = unescapedOnce(readings.back());
        if (deeper.bytes.size() == readings.back().bytes.size())
            break; // an escape is longer than what it stands for
        readings.push_back(std::move(deeper));
    }
    return readings;
}

//! Whether a secret stands whole in one of them.
inline bool isInAny(const std::vector<Reading> &readings, const Secret &secret)
{
    return std::any_of(readings.cbegin(), readings.cend(),
        [&secret](const Reading &reading) { return secret.isIn(reading.bytes); });
}

} // namespace tollkeeper
