// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/secret_signs.h"

#include "decoder/folded_case.h"

#include <QString>

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int LongestId = 39;

//! What a character of ASCII can be part of.
enum Kind : std::uint8_t { Other, OfRun, Blank, Mark, MarkOfRun };

constexpr auto Kinds = [] {
    std::array<Kind, 128> kinds{};
    for (const auto *range : {"09", "AZ", "az"}) {
        for (auto c = range[0]; c <= range[1]; ++c)
            kinds.at(static_cast<std::size_t>(c)) = OfRun;
    }
    for (const auto c : {' ', '\t', '\n', '\v', '\f', '\r'})
        kinds.at(static_cast<std::size_t>(c)) = Blank;
    for (const auto c : {':', '='})
        kinds.at(static_cast<std::size_t>(c)) = Mark;
    for (const auto c : {'-', '_', 'A', 'J', 'K', 'z'})
        kinds.at(static_cast<std::size_t>(c)) = MarkOfRun;
    return kinds;
}();

//! In any case, as the patterns see it: U+017F is an s and U+212A a k.
bool endsWith(QStringView text, QLatin1StringView word)
{
    if (text.size() < word.size() || foldedCase(text.back()) != QLatin1Char(word.back()))
        return false;
    const auto end = text.last(word.size());
    return std::equal(end.rbegin(), end.rend(), std::make_reverse_iterator(word.end()),
        [](QChar one, char other) { return foldedCase(one) == QLatin1Char(other); });
}

Signs only(bool holds, Sign sign)
{
    return holds ? static_cast<Signs>(sign) : 0;
}

bool isBlank(char16_t c)
{
    return c == u' ' || (c >= u'\t' && c <= u'\r');
}

Signs signsBeforeAssignment(QStringView before)
{
    while (!before.isEmpty() && isBlank(before.back().unicode()))
        before.chop(1);
    if (before.endsWith(u'"') || before.endsWith(u'\''))
        before.chop(1);
    while (before.endsWith(u'\\'))
        before.chop(1);
    static constexpr std::array Names{"key"_L1, "token"_L1, "authorization"_L1, "secret"_L1, "password"_L1};
    if (std::any_of(
            Names.begin(), Names.end(), [before](QLatin1StringView name) { return endsWith(before, name); }))
        return static_cast<Signs>(Sign::Assignment);
    return only(endsWith(before, "userid"_L1) || endsWith(before, "user_id"_L1), Sign::UserAssignment);
}

//! Case counts in what makers begin their keys with. Most words end otherwise, which their last letter tells.
template<std::size_t N>
Signs signOfKey(QStringView before, const std::array<QLatin1StringView, N> &beginnings)
{
    const auto last = before.isEmpty() ? QChar() : before.back();
    const bool holds
        = std::any_of(beginnings.begin(), beginnings.end(), [before, last](QLatin1StringView beginning) {
              return last == QLatin1Char(beginning.back()) && before.endsWith(beginning);
          });
    return only(holds, Sign::KeyPrefix);
}

//! What the text up to a character, and that character, are a sign of.
Signs signsAt(QStringView before, char16_t c)
{
    if (isBlank(c))
        return only(endsWith(before, "bearer"_L1) || endsWith(before, "basic"_L1), Sign::Scheme);
    static constexpr std::array WithDash{
        "k"_L1, "xai"_L1, "pplx"_L1, "glpat"_L1, "tvly"_L1, "api-key"_L1, "PRIVATE KEY"_L1};
    static constexpr std::array WithUnderscore{"gsk"_L1, "hf"_L1, "api_org"_L1, "fw"_L1, "cpk"_L1, "gho"_L1,
        "ghp"_L1, "ghr"_L1, "ghs"_L1, "ghu"_L1, "k_live"_L1, "k_test"_L1};
    switch (c) {
    case u'-':
        return signOfKey(before, WithDash);
    case u'_':
        return only(before.endsWith(u"user"), Sign::UserPrefix) | signOfKey(before, WithUnderscore);
    case u'A':
        return only(before.endsWith(u"AKI") || before.endsWith(u"ASI"), Sign::KeyPrefix);
    case u'K':
        return only(before.endsWith(u"ABS"), Sign::KeyPrefix);
    case u'z':
        return only(before.endsWith(u"AI"), Sign::KeyPrefix);
    case u'J':
        return only(before.endsWith(u"ey"), Sign::LongRun);
    default:
        return signsBeforeAssignment(before);
    }
}

//! Most words before a blank end otherwise than "bearer" and "basic".
bool mayEndScheme(QStringView text, qsizetype at)
{
    const auto last = at == 0 ? u' ' : text.at(at - 1).unicode() | 0x20;
    return last == u'r' || last == u'c';
}

} // namespace

Signs signsIn(QStringView text)
{
    Signs signs = 0;
    int run = 0;
    int longest = 0;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const auto c = text.at(at).unicode();
        const auto kind = c < Kinds.size() ? Kinds[c] : Other;
        longest = std::max(longest, kind == OfRun || kind == MarkOfRun ? ++run : run = 0);
        if (kind >= Mark || (kind == Blank && mayEndScheme(text, at)))
            signs |= signsAt(text.first(at), c);
    }
    return signs | only(longest > LongestId, Sign::LongRun);
}

} // namespace tollkeeper
