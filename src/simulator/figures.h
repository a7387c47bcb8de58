// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace tollkeeper::simulator {

//! What a stretch of time cost and moved. Amounts are whole micro-dollars, so that a JSON double holds them
//! exactly. A plain sum: add and subtract at will.
struct Figures {
    qint64 micros = 0; //!< charged
    qint64 byokMicros = 0; //!< paid to the provider with the company's own credential; never part of micros
    qint64 listMicros = 0; //!< list price of what was charged
    qint64 webMicros = 0; //!< part of micros: web search
    qint64 requests = 0;
    qint64 promptTokens = 0;
    qint64 completionTokens = 0;
    qint64 reasoningTokens = 0; //!< part of completionTokens
    qint64 cacheReadTokens = 0; //!< part of promptTokens, as are those written
    qint64 cacheWriteTokens = 0;

    Figures &operator+=(const Figures &other);
    Figures &operator-=(const Figures &other);
    friend Figures operator+(Figures a, const Figures &b) { return a += b; }
    friend Figures operator-(Figures a, const Figures &b) { return a -= b; }
    friend bool operator==(const Figures &, const Figures &) = default;
};

//! Prompt tokens neither read from nor written to a cache.
[[nodiscard]] constexpr qint64 freshTokens(const Figures &figures)
{
    return figures.promptTokens - figures.cacheReadTokens - figures.cacheWriteTokens;
}

//! Every member times numerator / denominator, rounded down. REQUIRES: 0 <= numerator, 0 < denominator, and
//! the products fit 64 bits.
[[nodiscard]] Figures scaled(const Figures &figures, qint64 numerator, qint64 denominator);

} // namespace tollkeeper::simulator
