// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/figures.h"

#include <array>

namespace tollkeeper::simulator {
namespace {

constexpr std::array Members{&Figures::micros, &Figures::byokMicros, &Figures::listMicros,
    &Figures::webMicros, &Figures::requests, &Figures::promptTokens, &Figures::completionTokens,
    &Figures::reasoningTokens, &Figures::cacheReadTokens, &Figures::cacheWriteTokens};

} // namespace

Figures &Figures::operator+=(const Figures &other)
{
    for (const auto member : Members)
        this->*member += other.*member;
    return *this;
}

Figures &Figures::operator-=(const Figures &other)
{
    for (const auto member : Members)
        this->*member -= other.*member;
    return *this;
}

Figures scaled(const Figures &figures, qint64 numerator, qint64 denominator)
{
    Figures part;
    for (const auto member : Members)
        part.*member = figures.*member * numerator / denominator;
    return part;
}

} // namespace tollkeeper::simulator
