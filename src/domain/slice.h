// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/poll_facts.h"

#include <QList>

namespace tollkeeper {

//! How much a source of spend is worth (ledger: "Authority, exactly"). Lower is better.
enum class Rank : std::uint8_t {
    CompleteRows = 1,
    KeyBucket = 2,
    AccountBucket = 3,
    Counter = 4,
    IncompleteRows = 5
};

//! One spend fact: an interval, a scope and an amount. Key, model and provider are ids of their tables, 0
//! where not told. All slices of one account; all amounts of one slice in one currency.
struct Slice {
    QDateTime start; //!< UTC
    QDateTime end; //!< UTC, exclusive
    qint64 key = 0;
    qint64 model = 0;
    qint64 provider = 0;
    Amounts amount;
    std::optional<qint64> requests;
    std::optional<qint64> inputTokens;
    std::optional<qint64> outputTokens;
    Rank rank = Rank::Counter;
    bool splitsOnly = false; //!< itemises a slice of the same key and period, never counts by itself
    QString endpoint;
    QDateTime fetchedAt; //!< UTC
    friend bool operator==(const Slice &, const Slice &) = default;
};

//! What a new reading of a key's counters means as slices, given the reading before it (ledger rule 4).
//! - same UTC day: one slice from the last reading to now;
//! - a day boundary between: the calendar counter of today is cut off exactly, the rest lies before midnight;
//! - a difference below zero is a reset: what the counter says now was spent since the last reading;
//! - no reading before: today, this week and this month as far as the calendar counters tell.
//! Amounts of zero make no slice.
[[nodiscard]] QList<Slice> slicesFromCounters(const std::optional<CounterReading> &before,
    const QDateTime &beforeAt, const CounterReading &now, const QDateTime &nowAt, qint64 key);

} // namespace tollkeeper
