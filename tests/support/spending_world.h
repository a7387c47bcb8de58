// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/zone_days.h"
#include "support/ledger_facts.h"
#include "support/request_rows.h"

#include <QMap>
#include <QRandomGenerator>

//! What was really spent, request by request, and what three kinds of gateway tell of it: counters and UTC
//! days; whole pages of rows; nothing but a file now and then. The truth is a plain sum over the requests: it
//! knows no slices, no ranks and no pieces.
class SpendingWorld {
public:
    explicit SpendingWorld(quint32 seed) : m_random(seed), m_now(ledger::june(3, below(24), below(60))) { }

    struct Spent {
        QString id;
        QDateTime at;
        int key = 0;
        int model = 0;
        qint64 cents = 0;
    };

    [[nodiscard]] QDateTime now() const { return m_now; }
    [[nodiscard]] int below(int limit) { return int(m_random.bounded(limit)); }
    [[nodiscard]] const QList<Spent> &spent() const { return m_spent; }

    void live(int minutes, int requests)
    {
        for (int i = 0; i < requests; ++i) {
            Spent one;
            one.id = QStringLiteral("gen-%1").arg(m_spent.size());
            one.at = m_now.addSecs(below(std::max(1, minutes * 60)));
            one.key = below(3);
            one.model = below(4);
            one.cents = below(500) + 1;
            m_spent.append(one);
        }
        m_now = m_now.addSecs(minutes * 60);
    }

    //! Until an hour after the next UTC midnight, with nothing spent in that hour: every day is over.
    void endTheDay()
    {
        const auto midnight = m_now.date().addDays(1).startOfDay(Qt::UTC);
        live(int(m_now.secsTo(midnight) / 60), below(4));
        m_now = midnight.addSecs(3600);
    }

    //! The gateway corrects what a request of a day that is over cost.
    void revise()
    {
        for (int tries = 0; tries < 5 && !m_spent.isEmpty(); ++tries) {
            auto &one = m_spent[below(int(m_spent.size()))];
            if (one.at.date() < m_now.date()) {
                one.cents = below(900) + 1;
                m_wasRevised = true;
                return;
            }
        }
    }
    [[nodiscard]] bool wasRevised() const { return m_wasRevised; }

    void resetCounter(int key) { m_resetAt[key] = m_now; }

    [[nodiscard]] tollkeeper::Money truth() const
    {
        qint64 sum = 0;
        for (const auto &one : m_spent)
            sum += one.at < m_now ? one.cents : 0;
        return ledger::cents(sum);
    }
    [[nodiscard]] QMap<QDate, tollkeeper::Money> truthByDay(const QTimeZone &zone) const
    {
        QMap<QDate, tollkeeper::Money> days;
        for (const auto &one : m_spent) {
            if (one.at < m_now)
                days[tollkeeper::localDay(one.at, zone)] += ledger::cents(one.cents);
        }
        return days;
    }

    //! Counters now, and of the days that are over those the gateway is ready to tell.
    tollkeeper::PollFacts counters(int lateDays)
    {
        tollkeeper::PollFacts facts;
        for (int key = 0; key < 3; ++key) {
            const auto since = m_resetAt.value(key, ledger::june(1));
            facts.counters.append(ledger::counter(
                nameOf(key), sum(key, since, m_now), sum(key, m_now.date().startOfDay(Qt::UTC), m_now)));
        }
        for (auto day = QDate(2026, 6, 1); day < m_now.date().addDays(-lateDays); day = day.addDays(1))
            addDay(facts, day);
        return facts;
    }

    //! The rows from a moment on, read to the end, beside the same key's own days.
    tollkeeper::PollFacts rows(const QDateTime &from)
    {
        tollkeeper::PollFacts facts;
        for (const auto &one : m_spent) {
            if (one.at >= from && one.at < m_now)
                facts.requests.append(row(one));
        }
        facts.requestsEndpoint = QStringLiteral("GET /usage rows");
        facts.whole = tollkeeper::WholeInterval{from, m_now};
        if (below(3) == 0) {
            for (auto day = from.date(); day < m_now.date(); day = day.addDays(1)) {
                auto own
                    = ledger::bucket(day.day(), {}, sum(0, startOf(day), startOf(day.addDays(1))), nameOf(0));
                facts.buckets.append(own);
            }
        }
        return facts;
    }

    //! A file with some of the rows, in any order, some of them twice.
    QList<tollkeeper::RequestFacts> file(int percent)
    {
        QList<tollkeeper::RequestFacts> rows;
        for (const auto &one : m_spent) {
            if (one.at < m_now && below(100) < percent)
                rows.insert(below(int(rows.size()) + 1), row(one));
            if (!rows.isEmpty() && below(20) == 0)
                rows.append(rows.constFirst());
        }
        return rows;
    }

private:
    static QString nameOf(int key) { return QStringLiteral("key %1").arg(key); }
    static QDateTime startOf(QDate day) { return day.startOfDay(Qt::UTC); }

    [[nodiscard]] qint64 sum(int key, const QDateTime &from, const QDateTime &until) const
    {
        qint64 cents = 0;
        for (const auto &one : m_spent)
            cents += one.key == key && one.at >= from && one.at < until ? one.cents : 0;
        return cents;
    }

    void addDay(tollkeeper::PollFacts &facts, QDate day)
    {
        QMap<int, qint64> byModel;
        for (const auto &one : m_spent) {
            if (one.at.date() == day)
                byModel[one.model] += one.cents;
        }
        if (byModel.isEmpty())
            facts.buckets.append(ledger::bucket(day.day(), {}, 0)); // a day that is told to be empty
        for (auto model = byModel.cbegin(); model != byModel.cend(); ++model)
            facts.buckets.append(
                ledger::bucket(day.day(), QStringLiteral("model %1").arg(model.key()), model.value()));
    }

    [[nodiscard]] static tollkeeper::RequestFacts row(const Spent &one)
    {
        auto facts = ledger::request(one.id, one.at, one.cents, QStringLiteral("model %1").arg(one.model));
        facts.remoteKeyId = nameOf(one.key);
        return facts;
    }

    QRandomGenerator m_random;
    QDateTime m_now;
    QList<Spent> m_spent;
    QMap<int, QDateTime> m_resetAt;
    bool m_wasRevised = false;
};
