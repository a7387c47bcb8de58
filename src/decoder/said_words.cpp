// SPDX-License-Identifier: GPL-3.0-or-later
#include "decoder/said_words.h"

#include "decoder/folded_case.h"

#include <QHash>
#include <QList>
#include <QStringMatcher>

#include <algorithm>

namespace tollkeeper {
namespace {

//! Without case, character by character, so that no text grows by it.
QString folded(QString text)
{
    for (auto &c : text)
        c = foldedCase(c);
    return text;
}

//! Hands on a hash of each three characters in a row.
template<typename Use>
void eachTriple(QStringView text, const Use &use)
{
    unsigned triple = 0; // five bits of each character
    for (qsizetype at = 0; at < text.size(); ++at) {
        triple = (triple << 5 ^ text.at(at).unicode()) & 0x7fff;
        if (at >= 2)
            use(triple);
    }
}

struct Words {
    QStringMatcher matcher;
    QList<unsigned> triples;
};

//! Made once: the same words are looked for in many messages. Good until the next call.
const Words &preparedWords(const char *words)
{
    thread_local QHash<const char *, Words> known;
    auto &held = known[words];
    if (held.matcher.pattern().isEmpty()) {
        held.matcher.setPattern(folded(QString::fromUtf8(words)));
        eachTriple(held.matcher.pattern(), [&held](unsigned triple) { held.triples.append(triple); });
    }
    return held;
}

} // namespace

SaidWords::SaidWords(QString said) : m_said(folded(std::move(said)))
{
    eachTriple(m_said, [this](unsigned triple) { m_triples.set(triple); });
}

bool SaidWords::contain(const char *words) const
{
    const auto &[matcher, triples] = preparedWords(words);
    return std::all_of(triples.cbegin(), triples.cend(), [this](unsigned t) { return m_triples[t]; })
        && matcher.indexIn(m_said) >= 0;
}

} // namespace tollkeeper
