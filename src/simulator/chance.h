// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <initializer_list>

namespace tollkeeper::simulator {

//! A number that looks random and is always the same for the same parts (splitmix64 over each of them).
//! Integers only: the same seed gives the same world on every machine.
[[nodiscard]] constexpr quint64 chance(std::initializer_list<quint64> parts)
{
    quint64 state = 0x9e3779b97f4a7c15ULL;
    for (const auto part : parts) {
        state += part + 0x9e3779b97f4a7c15ULL;
        state = (state ^ (state >> 30)) * 0xbf58476d1ce4e5b9ULL;
        state = (state ^ (state >> 27)) * 0x94d049bb133111ebULL;
        state ^= state >> 31;
    }
    return state;
}

//! Between low and high, both included.
[[nodiscard]] constexpr qint64 chanceBetween(qint64 low, qint64 high, std::initializer_list<quint64> parts)
{
    return low + static_cast<qint64>(chance(parts) % static_cast<quint64>(high - low + 1));
}

} // namespace tollkeeper::simulator
