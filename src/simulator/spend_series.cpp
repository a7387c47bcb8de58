// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/spend_series.h"

#include "simulator/catalogue.h"
#include "simulator/chance.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::simulator {
namespace {

const QDate OpusRollout{2026, 6, 16};

quint64 number(const QDate &date)
{
    return static_cast<quint64>(date.toJulianDay());
}

//! The company grows: 3.5 thousandths a day around mid-May 2026, levelling off in winter.
qint64 growthPermille(const QDate &date)
{
    const qint64 days = qMin<qint64>(QDate(2026, 5, 15).daysTo(date), 200);
    return 1000 + days * 7 / 2;
}

//! The teams move to the large model in the middle of June.
qint64 rolloutPermille(std::size_t model, const QDate &date)
{
    static const auto opus = modelIndex(u"claude-opus-4.7");
    return model == opus && date >= OpusRollout ? 3400 : 1000;
}

} // namespace

SpendSeries::SpendSeries(quint64 seed, SeriesSpec spec) : m_seed(seed), m_spec(std::move(spec))
{
    m_untilDay.reserve(static_cast<std::size_t>(FirstDay.daysTo(EndOfTime)) + 1);
    m_untilDay.emplace_back();
    for (auto date = FirstDay; date < EndOfTime; date = date.addDays(1))
        m_untilDay.push_back(m_untilDay.back() + day(date));
    m_last = m_untilDay.back();
}

//! It never runs by itself and cannot be resumed or moved.
SpendSeries::SpendSeries(SeriesSpec spec) : m_seed(0), m_spec(std::move(spec)), m_runs(), m_end(0) { }

SpendSeries SpendSeries::ofPosted(SeriesSpec spec)
{
    return SpendSeries(std::move(spec));
}

Figures SpendSeries::day(const QDate &date) const
{
    qint64 micros = m_spec.weekdayMicros;
    for (const auto permille :
        {weekdayPermille(m_spec.rhythm, date), growthPermille(date), rolloutPermille(m_spec.model, date),
            chanceBetween(880, 1120, {m_seed, m_spec.id, number(date)})})
        micros = micros * permille / 1000;

    const auto &model = models()[m_spec.model];
    const auto list = micros * 100 / m_spec.chargedPercent;
    Figures figures;
    if (!model.free)
        (m_spec.byok ? figures.byokMicros : figures.micros) = micros;
    figures.listMicros = m_spec.byok || model.free ? 0 : list;
    figures.webMicros = figures.micros * m_spec.webPermille / 1000;
    figures.promptTokens = list * model.promptPermille / model.promptNanos;
    figures.completionTokens = list * (1000 - model.promptPermille) / model.completionNanos;
    figures.reasoningTokens = figures.completionTokens * model.reasoningPermille / 1000;
    figures.cacheReadTokens = figures.promptTokens * 3 / 10;
    figures.requests = figures.promptTokens / model.promptTokensPerRequest + 1;
    if (m_spec.byRequest && model.vendor == u"anthropic"_s)
        figures.cacheWriteTokens = figures.promptTokens / 20;
    return figures;
}

Figures SpendSeries::until(Slot slot) const
{
    Figures sum;
    const auto after = std::ranges::lower_bound(m_posted, slot, {}, &Posted::slot);
    if (after != m_posted.begin())
        sum = std::prev(after)->until;
    for (const auto &run : m_runs) {
        if (slot <= run.from)
            break;
        sum += undisturbedUntil(qMin(slot, run.to));
        if (run.from > 0)
            sum -= undisturbedUntil(run.from);
    }
    return sum;
}

Figures SpendSeries::undisturbedUntil(Slot slot) const
{
    if (slot >= m_stop)
        return m_last;
    const auto dayIndex = static_cast<std::size_t>(slot / SlotsPerDay);
    const auto into = static_cast<std::size_t>(slot % SlotsPerDay);
    const auto &before = m_untilDay[dayIndex];
    if (into == 0)
        return before;
    const auto &shape = dayShape(m_spec.rhythm, chance({m_seed, m_spec.id, dayIndex, 5}));
    const auto whole = m_untilDay[dayIndex + 1] - before;
    if (!m_spec.byRequest)
        return before + scaled(whole, shape[into], shape.back());
    return before + scaled(whole, whole.requests * shape[into] / shape.back(), whole.requests);
}

void SpendSeries::stopAt(Slot slot, const Figures &last)
{
    m_stop = slot;
    m_last = last;
}

void SpendSeries::pauseAt(Slot slot)
{
    std::erase_if(m_runs, [slot](const Stretch &run) { return run.from >= slot; });
    if (!m_runs.empty())
        m_runs.back().to = qMin(m_runs.back().to, slot);
}

void SpendSeries::resumeAt(Slot slot)
{
    const bool runs = !m_runs.empty() && m_runs.back().to > slot;
    if (!runs && slot < m_end)
        m_runs.push_back({slot, m_end});
}

void SpendSeries::endAt(Slot slot)
{
    pauseAt(slot);
    m_end = qMin(m_end, slot);
}

SpendSeries SpendSeries::continuedAt(Slot slot) const
{
    auto other = *this;
    other.m_runs = {{slot, lastSlot()}};
    other.m_end = lastSlot();
    return other;
}

void SpendSeries::post(RequestRow row)
{
    const auto slot = slotsUntil(QDateTime::fromMSecsSinceEpoch(row.momentMs, Qt::UTC));
    const auto moment = [](const Posted &posted) { return posted.row.momentMs; };
    auto at = std::ranges::upper_bound(m_posted, row.momentMs, {}, moment);
    at = m_posted.insert(at, {slot, std::move(row)});
    for (; at != m_posted.end(); ++at) {
        at->until = at->row.figures;
        if (at != m_posted.begin())
            at->until += std::prev(at)->until;
    }
}

std::vector<RequestRow> SpendSeries::postedIn(Slot slot) const
{
    std::vector<RequestRow> rows;
    for (const auto &posted : std::ranges::equal_range(m_posted, slot, {}, &Posted::slot))
        rows.push_back(posted.row);
    return rows;
}

} // namespace tollkeeper::simulator
