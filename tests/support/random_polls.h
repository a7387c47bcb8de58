// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/ledger_facts.h"

#include <QMap>
#include <QRandomGenerator>

//! A gateway that spends at random from a seed and tells of it as gateways do: counters live, days of the
//! whole account or of each key later, restated now and then, keys that come and go, resets, a second
//! currency.
class RandomGateway {
public:
    explicit RandomGateway(quint32 seed) : m_random(seed), m_now(ledger::june(3 + below(3), below(24))) { }

    [[nodiscard]] QDateTime now() const { return m_now; }
    [[nodiscard]] int below(int limit) { return int(m_random.bounded(limit)); }

    //! Time goes on, money is spent, and this is what the next poll hears.
    tollkeeper::PollFacts poll()
    {
        static constexpr int Pauses[]{1, 3, 5, 5, 5, 20, 55, 300, 900, 2000};
        m_now = m_now.addSecs(Pauses[below(10)] * 60 + below(60));
        tollkeeper::PollFacts facts;
        for (int i = 0; i < 3; ++i)
            tellCounter(facts, i);
        if (below(3) == 0)
            tellDays(facts);
        return facts;
    }

private:
    struct Key {
        qint64 lifetime = 0;
        qint64 today = 0;
        qint64 day = 0;
    };

    [[nodiscard]] qint64 utcDay() const { return ledger::june(1).daysTo(m_now) + 1; }

    void tellCounter(tollkeeper::PollFacts &facts, int index)
    {
        auto &key = m_keys[index];
        if (key.day != utcDay())
            key = {key.lifetime, 0, utcDay()};
        if (below(40) == 0)
            key = {0, 0, utcDay()};
        const auto spent = below(3) == 0 ? below(5000) : 0;
        const auto sinceMidnight = below(4) == 0 ? spent / 2 : spent;
        key.lifetime += spent;
        key.today += sinceMidnight;
        if (below(6) == 0)
            return; // not listed this time
        const auto name = QStringLiteral("key %1").arg(index);
        facts.counters.append(below(5) == 0 ? ledger::counter(name, key.lifetime)
                                            : ledger::counter(name, key.lifetime, key.today));
    }

    void tellDays(tollkeeper::PollFacts &facts)
    {
        const bool byKey = below(4) == 0;
        const bool foreign = below(8) == 0;
        const auto of = foreign ? ledger::currency(u"CNY") : tollkeeper::Currency();
        const auto today = int(utcDay());
        const auto last = byKey ? today : today - 1;
        for (int day = std::max(1, last - below(4)); day <= last; ++day) {
            const auto remote = byKey ? QStringLiteral("key %1").arg(day % 2) : QString();
            const int rows = below(4);
            for (int row = 0; row < rows; ++row) {
                auto one = ledger::bucket(day, QStringLiteral("model %1").arg(row), below(6000), remote, of);
                one.end = std::min(one.end, m_now);
                one.provider = row % 2 == 0 ? QStringLiteral("provider") : QString();
                one.requests = below(2) == 0 ? std::optional<qint64>(below(100)) : std::nullopt;
                one.amount.byok = ledger::cents(below(3) == 0 ? below(1000) : 0, of);
                if (one.start < one.end)
                    facts.buckets.append(one);
            }
        }
    }

    QRandomGenerator m_random;
    QDateTime m_now;
    QMap<int, Key> m_keys;
};
