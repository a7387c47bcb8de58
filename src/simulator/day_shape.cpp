// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/day_shape.h"

#include "simulator/chance.h"

namespace tollkeeper::simulator {
namespace {

constexpr std::size_t Variants = 16;
constexpr std::size_t Rhythms = 3;

using Hours = std::array<qint64, 24>;
using Weekdays = std::array<qint64, 7>;

// Weights of the UTC hours of a company in central Europe.
constexpr std::array<Hours, Rhythms> HourWeights{
    Hours{4, 3, 3, 3, 5, 14, 34, 62, 90, 100, 98, 88, 80, 96, 98, 84, 58, 34, 20, 14, 10, 8, 6, 5},
    Hours{18, 14, 12, 12, 16, 28, 48, 70, 88, 94, 92, 90, 92, 94, 90, 82, 74, 66, 60, 54, 46, 38, 30, 24},
    Hours{90, 98, 100, 92, 70, 30, 8, 5, 5, 5, 5, 5, 5, 5, 5, 5, 5, 6, 8, 12, 24, 48, 70, 84},
};

// Monday to Sunday.
constexpr std::array<Weekdays, Rhythms> WeekdayWeights{
    Weekdays{1010, 1060, 1040, 1000, 890, 430, 400},
    Weekdays{1040, 1020, 1000, 990, 950, 560, 520},
    Weekdays{940, 1010, 1030, 1020, 1000, 530, 470},
};

//! The weight of a slot: between the middles of two hours, shaken a little.
qint64 slotWeight(const Hours &hours, quint64 rhythm, quint64 variant, Slot slot)
{
    const auto minute = slot * 5 + 2;
    const auto shifted = (minute + 24 * 60 - 30) % (24 * 60);
    const auto hour = static_cast<std::size_t>(shifted / 60);
    const auto into = shifted % 60;
    const auto weight = hours.at(hour) * (60 - into) + hours.at((hour + 1) % 24) * into;
    return weight * chanceBetween(70, 130, {11, rhythm, variant, static_cast<quint64>(slot)}) / 100;
}

DayShape makeShape(quint64 rhythm, quint64 variant)
{
    DayShape shape{};
    for (Slot slot = 0; slot < SlotsPerDay; ++slot) {
        const auto at = static_cast<std::size_t>(slot);
        shape.at(at + 1) = shape.at(at) + slotWeight(HourWeights.at(rhythm), rhythm, variant, slot);
    }
    return shape;
}

using Shapes = std::array<std::array<DayShape, Variants>, Rhythms>;

Shapes makeShapes()
{
    Shapes shapes{};
    for (std::size_t rhythm = 0; rhythm < Rhythms; ++rhythm) {
        for (std::size_t variant = 0; variant < Variants; ++variant)
            shapes.at(rhythm).at(variant) = makeShape(rhythm, variant);
    }
    return shapes;
}

} // namespace

const DayShape &dayShape(Rhythm rhythm, quint64 which)
{
    static const Shapes shapes = makeShapes();
    return shapes.at(static_cast<std::size_t>(rhythm)).at(which % Variants);
}

qint64 weekdayPermille(Rhythm rhythm, const QDate &day)
{
    return WeekdayWeights.at(static_cast<std::size_t>(rhythm))
        .at(static_cast<std::size_t>(day.dayOfWeek() - 1));
}

} // namespace tollkeeper::simulator
