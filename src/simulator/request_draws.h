// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/chance.h"
#include "simulator/spend_series.h"

namespace tollkeeper::simulator {

//! The draws for the rows of one slot.
class Draws {
public:
    enum What : quint64 {
        Moment = 31,
        PromptWeight,
        CompletionWeight,
        CacheWeight,
        SearchWeight,
        Stream,
        Speed,
        Broken,
        Retried,
        OtherModel,
        OtherProvider,
        FailedStatus,
        Letters,
        Failures,
    };

    Draws(const SpendSeries &series, Slot slot) : m_series(series), m_slot(static_cast<quint64>(slot)) { }

    [[nodiscard]] qint64 between(qint64 low, qint64 high, std::size_t row, What what) const
    {
        return chanceBetween(low, high, {m_series.seed(), m_series.spec().id, m_slot, row, what});
    }
    [[nodiscard]] bool hits(int permille, std::size_t row, What what) const
    {
        return between(0, 999, row, what) < permille;
    }
    [[nodiscard]] quint64 letters(std::size_t row) const
    {
        return chance({m_series.seed(), m_series.spec().id, m_slot, row, Letters});
    }

private:
    const SpendSeries &m_series;
    quint64 m_slot;
};

} // namespace tollkeeper::simulator
