// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "simulator/day_shape.h"
#include "simulator/request_row.h"
#include "simulator/slots.h"

#include <QString>

#include <vector>

namespace tollkeeper::simulator {

//! What one key spends on one model at one provider: the grain of which everything else is a sum.
struct SeriesSpec {
    quint64 id = 0; //!< its place in the world; with the seed it decides the day's chance
    Rhythm rhythm = Rhythm::Office;
    std::size_t model = 0;
    QString provider = {}; //!< empty where the gateway does not tell
    qint64 weekdayMicros = 0; //!< an ordinary working day in May 2026
    bool byok = false;
    int chargedPercent = 100; //!< of the list price
    int webPermille = 0; //!< of the spend, for web search
    bool byRequest
        = false; //!< nothing moves in a slot without a request, so that rows and requests are as many
};

//! The spend of one series from FirstDay to EndOfTime, known from the seed alone. Days are drawn up front
//! and summed; a part of a day follows its shape. So every question costs two look-ups, and the answers do
//! not depend on what was asked before. What changes it takes the caller's lock; reading needs none.
class SpendSeries {
public:
    SpendSeries(quint64 seed, SeriesSpec spec);
    //! A series that draws nothing: it has the requests that are posted to it, and no others.
    [[nodiscard]] static SpendSeries ofPosted(SeriesSpec spec);

    [[nodiscard]] const SeriesSpec &spec() const { return m_spec; }
    [[nodiscard]] quint64 seed() const { return m_seed; }
    //! What one slot adds. REQUIRES: 0 <= slot < lastSlot().
    [[nodiscard]] Figures in(Slot slot) const { return until(slot + 1) - until(slot); }
    //! The sum of all slots that end by the given one.
    [[nodiscard]] Figures until(Slot slot) const;
    [[nodiscard]] Figures spent(Stretch stretch) const { return until(stretch.to) - until(stretch.from); }
    //! From this slot on nothing is added to `last`.
    void stopAt(Slot slot, const Figures &last);

    //! Earns nothing from this slot on.
    void pauseAt(Slot slot);
    //! Earns again from this slot on, unless another series does.
    void resumeAt(Slot slot);
    //! Another series earns from this slot on what this one would have.
    void endAt(Slot slot);
    [[nodiscard]] bool hasEndedBy(Slot slot) const { return slot >= m_end; }
    //! That other one: the same requests from this slot on, and nothing before.
    [[nodiscard]] SpendSeries continuedAt(Slot slot) const;

    [[nodiscard]] bool isPosted() const { return m_untilDay.empty(); }
    //! Adds a finished request. REQUIRES: isPosted(), and its moment lies in the world's time.
    void post(RequestRow row);
    //! The posted requests of a slot, by moment.
    [[nodiscard]] std::vector<RequestRow> postedIn(Slot slot) const;

private:
    explicit SpendSeries(SeriesSpec spec);

    struct Posted {
        Slot slot = 0;
        RequestRow row = {};
        Figures until = {}; //!< with all before it
    };
    [[nodiscard]] Figures day(const QDate &date) const;
    //! As if nobody had paused it.
    [[nodiscard]] Figures undisturbedUntil(Slot slot) const;

    quint64 m_seed;
    SeriesSpec m_spec;
    std::vector<Figures> m_untilDay; //!< one more than there are days
    Slot m_stop = lastSlot();
    Figures m_last;
    std::vector<Stretch> m_runs{{0, lastSlot()}}; //!< when it earns, in order
    Slot m_end = lastSlot();
    std::vector<Posted> m_posted; //!< by moment
};

} // namespace tollkeeper::simulator
