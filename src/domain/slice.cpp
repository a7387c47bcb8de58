// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/slice.h"

namespace tollkeeper {
namespace {

Amounts difference(const Amounts &now, const Amounts &before)
{
    return {now.billed - before.billed, now.byok - before.byok};
}

bool isBelowZero(const Amounts &amounts)
{
    return amounts.billed.isNegative() || amounts.byok.isNegative();
}

bool isZero(const Amounts &amounts)
{
    return amounts.billed.isZero() && amounts.byok.isZero();
}

QDateTime startOfUtcDay(const QDateTime &moment)
{
    return moment.toUTC().date().startOfDay(Qt::UTC);
}

class SliceList {
public:
    SliceList(const CounterReading &reading, const QDateTime &readAt, qint64 key)
        : m_reading(reading), m_readAt(readAt), m_key(key)
    {
    }

    void add(const QDateTime &start, const QDateTime &end, const Amounts &amount)
    {
        if (isZero(amount) || isBelowZero(amount) || start >= end)
            return;
        Slice slice;
        slice.start = start;
        slice.end = end;
        slice.key = m_key;
        slice.amount = amount;
        slice.rank = Rank::Counter;
        slice.endpoint = m_reading.endpoint;
        slice.fetchedAt = m_readAt;
        m_slices.append(slice);
    }

    [[nodiscard]] QList<Slice> take() { return std::move(m_slices); }

private:
    const CounterReading &m_reading;
    QDateTime m_readAt;
    qint64 m_key;
    QList<Slice> m_slices;
};

//! The first time a key is seen: only calendar counters say when their money was spent.
QList<Slice> fromFirstReading(const CounterReading &now, const QDateTime &nowAt, qint64 key)
{
    SliceList slices(now, nowAt, key);
    const auto midnight = startOfUtcDay(nowAt);
    const auto date = midnight.date();
    const auto monday = date.addDays(1 - date.dayOfWeek()).startOfDay(Qt::UTC);
    const auto first = QDate(date.year(), date.month(), 1).startOfDay(Qt::UTC);

    QDateTime known = nowAt; // everything from here on is accounted for
    Amounts counted{Money::fromNanos(0, now.lifetime.billed.currency()),
        Money::fromNanos(0, now.lifetime.byok.currency())};
    const auto reachBackTo = [&](const QDateTime &start, const std::optional<Amounts> &since) {
        if (!since || start >= known)
            return;
        slices.add(start, known, difference(*since, counted));
        known = start;
        counted = *since;
    };
    reachBackTo(midnight, now.utcDay);
    const bool weekIsLater
        = monday >= first; // latest start first, so that each step only adds what lies before
    reachBackTo(weekIsLater ? monday : first, weekIsLater ? now.utcWeek : now.utcMonth);
    reachBackTo(weekIsLater ? first : monday, weekIsLater ? now.utcMonth : now.utcWeek);
    return slices.take();
}

} // namespace

QList<Slice> slicesFromCounters(const std::optional<CounterReading> &before, const QDateTime &beforeAt,
    const CounterReading &now, const QDateTime &nowAt, qint64 key)
{
    if (!before || before->lifetime.billed.currency() != now.lifetime.billed.currency())
        return fromFirstReading(now, nowAt, key);

    SliceList slices(now, nowAt, key);
    auto spent = difference(now.lifetime, before->lifetime);
    if (isBelowZero(spent)) // the counter was reset: what it says now came after the last reading
        spent = now.lifetime;

    const auto midnight = startOfUtcDay(nowAt);
    if (beforeAt >= midnight || !now.utcDay) {
        slices.add(beforeAt, nowAt, spent);
        return slices.take();
    }
    const auto earlier = difference(spent, *now.utcDay);
    if (isBelowZero(earlier)) { // the two counters disagree: keep the whole, do not guess
        slices.add(beforeAt, nowAt, spent);
        return slices.take();
    }
    slices.add(beforeAt, midnight, earlier);
    slices.add(midnight, nowAt, *now.utcDay);
    return slices.take();
}

} // namespace tollkeeper
