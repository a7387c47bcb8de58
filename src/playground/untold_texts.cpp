// SPDX-License-Identifier: GPL-3.0-or-later
#include "playground/untold_texts.h"

#include "playground/text_units.h"

#include <algorithm>
#include <optional>

namespace tollkeeper {
namespace {

constexpr std::size_t ShortestMessage = 2; // of letters; one alone tells nothing

// Unicode never assigns these two: a bar in one text equals nothing in another.
constexpr char16_t BarHere = 0xfffe;
constexpr char16_t BarThere = 0xffff;

using Symbols = std::vector<Symbol>;

template<typename Units>
Symbols symbolsOf(QStringView text, char16_t bar)
{
    Symbols symbols;
    Units::each(text, bar, [&symbols](const Symbol &symbol) { symbols.push_back(symbol); });
    return symbols;
}

//! Of the last `length` values that went in. Keeps no more than those, so that a source may be of any size.
class RollingHash {
public:
    explicit RollingHash(std::size_t length) : m_ring(length, 0)
    {
        for (std::size_t i = 1; i < length; ++i)
            m_highest *= Base;
    }

    //! nullopt until the first stretch is whole.
    std::optional<quint64> push(char16_t value)
    {
        auto &oldest = m_ring[m_count % m_ring.size()];
        m_hash = (m_hash - m_highest * oldest) * Base + value + 1;
        oldest = quint64(value) + 1;
        return ++m_count >= m_ring.size() ? std::optional(m_hash) : std::nullopt;
    }

private:
    static constexpr quint64 Base = 0x9e3779b97f4a7c15; // odd
    std::vector<quint64> m_ring;
    quint64 m_highest = 1;
    quint64 m_hash = 0;
    std::size_t m_count = 0;
};

void mark(std::vector<bool> &places, const Symbol &first, const Symbol &last)
{
    for (auto i = first.begin; i < last.end; ++i)
        places[std::size_t(i)] = true;
}

//! Marks every stretch that one of the sources has as well. Linear but for one look-up a character: equal
//! hashes are taken for equal texts, which may mask too much and never too little.
template<typename Units>
void markStretches(std::vector<bool> &places, QStringView text, const QStringList &sources)
{
    const auto symbols = symbolsOf<Units>(text, BarHere);
    std::vector<quint64> hashes;
    RollingHash own(Units::Stretch);
    for (const auto &symbol : symbols) {
        if (const auto hash = own.push(symbol.value))
            hashes.push_back(*hash);
    }
    auto sorted = hashes;
    std::sort(sorted.begin(), sorted.end());
    sorted.erase(std::unique(sorted.begin(), sorted.end()), sorted.end());
    std::vector<bool> isShared(sorted.size(), false);
    const auto placeOf = [&sorted](quint64 hash) {
        const auto found = std::lower_bound(sorted.cbegin(), sorted.cend(), hash);
        const bool isKnown = found != sorted.cend() && *found == hash;
        return isKnown ? std::size_t(found - sorted.cbegin()) : sorted.size();
    };
    for (const auto &source : sources) {
        RollingHash theirs(Units::Stretch);
        Units::each(source, BarThere, [&](const Symbol &symbol) {
            const auto hash = theirs.push(symbol.value);
            if (const auto place = hash ? placeOf(*hash) : sorted.size(); place < sorted.size())
                isShared[place] = true;
        });
    }
    for (std::size_t i = 0; i < hashes.size(); ++i) {
        if (isShared[placeOf(hashes[i])])
            mark(places, symbols[i], symbols[i + Units::Stretch - 1]);
    }
}

//! Scripts that put no blanks between words.
bool isWithoutBlanks(char16_t value)
{
    switch (QChar::script(value)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Thai:
        return true;
    default:
        return QChar::isSurrogate(value);
    }
}

bool isBound(const Symbol &left, const Symbol &right)
{
    return left.end < right.begin || isWithoutBlanks(left.value) || isWithoutBlanks(right.value);
}

//! Marks a short text where it stands as words of its own.
void markWhole(std::vector<bool> &places, const Symbols &symbols, const QString &text)
{
    const auto wanted = symbolsOf<Letters>(text, BarThere);
    const auto same = [](const Symbol &a, const Symbol &b) { return a.value == b.value; };
    for (auto at = symbols.cbegin();; ++at) {
        at = std::search(at, symbols.cend(), wanted.cbegin(), wanted.cend(), same);
        if (at == symbols.cend())
            return;
        const auto end = at + std::ptrdiff_t(wanted.size());
        const bool begins = at == symbols.cbegin() || isBound(*(at - 1), *at);
        const bool ends = end == symbols.cend() || isBound(*(end - 1), *end);
        if (begins && ends)
            mark(places, *at, *(end - 1));
    }
}

} // namespace

void UntoldTexts::addMessage(const QString &text)
{
    addStretches(text);
    std::size_t letters = 0;
    Letters::each(text, BarThere, [&letters](const Symbol &) { ++letters; });
    const bool isShort = std::size_t(text.size()) < StretchOfCharacters || letters < StretchOfLetters;
    if (isShort && letters >= ShortestMessage && !m_short.contains(text))
        m_short.append(text);
}

void UntoldTexts::addStretches(const QString &text)
{
    if (std::size_t(text.size()) >= StretchOfLetters && !m_long.contains(text))
        m_long.append(text);
}

std::vector<bool> UntoldTexts::placesIn(QStringView text) const
{
    std::vector<bool> places(std::size_t(text.size()), false);
    markStretches<Characters>(places, text, m_long);
    markStretches<Letters>(places, text, m_long);
    if (m_short.isEmpty())
        return places;
    const auto symbols = symbolsOf<Letters>(text, BarHere);
    for (const auto &message : m_short)
        markWhole(places, symbols, message);
    return places;
}

bool UntoldTexts::isIn(QStringView text) const
{
    const auto places = placesIn(text);
    return std::find(places.cbegin(), places.cend(), true) != places.cend();
}

QString UntoldTexts::masked(const QString &text) const
{
    const auto places = placesIn(text);
    QString masked;
    bool wasMarked = false;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isMarked = places[std::size_t(i)];
        if (!isMarked)
            masked += text.at(i);
        else if (!wasMarked)
            masked += Bar;
        wasMarked = isMarked;
    }
    return masked;
}

} // namespace tollkeeper
