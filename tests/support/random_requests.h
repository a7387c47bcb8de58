// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "support/request_rows.h"

#include <QRandomGenerator>
#include <QTimeZone>

//! Request rows at random from a seed: a few keys, models and providers, failures, fallbacks, unknown costs,
//! two currencies.
class RandomRequests {
public:
    explicit RandomRequests(quint32 seed) : m_random(seed) { }

    [[nodiscard]] int below(int limit) { return int(m_random.bounded(limit)); }

    tollkeeper::RequestFacts next(const QDateTime &from, qint64 seconds)
    {
        using namespace tollkeeper;
        auto row = ledger::request(QStringLiteral("gen-%1").arg(++m_count),
            from.addMSecs(qint64(m_random.bounded(double(seconds)) * 1000)), 0,
            QStringLiteral("model %1").arg(below(5)));
        if (below(5) != 0)
            row.remoteKeyId = QStringLiteral("key %1").arg(below(3));
        if (below(3) != 0)
            row.provider = QStringLiteral("provider %1").arg(below(2));
        if (below(10) == 0) {
            row.fellBack = FellBack::Model;
            row.servedModel = QStringLiteral("model %1").arg(below(5));
        }
        const auto currency = below(9) == 0 ? *Currency::fromCode(QStringLiteral("CNY")) : Currency();
        row.cost = Amounts{Money::fromNanos(qint64(below(2'000'000)) * 1000, currency),
            Money::fromNanos(below(8) == 0 ? below(1000) * 1000 : 0, currency)};
        if (below(12) == 0)
            fail(row);
        if (below(15) == 0)
            row.cost.reset();
        if (below(4) != 0)
            row.totalMs = below(20'000);
        return row;
    }

private:
    void fail(tollkeeper::RequestFacts &row)
    {
        static constexpr int Statuses[]{429, 502, 400};
        row.outcome
            = below(3) == 0 ? tollkeeper::RequestOutcome::Incomplete : tollkeeper::RequestOutcome::Failed;
        if (row.outcome == tollkeeper::RequestOutcome::Failed) {
            row.httpStatus = Statuses[below(3)];
            row.errorCode = QStringLiteral("code %1").arg(*row.httpStatus);
            row.servedModel.clear();
            row.outputTokens.reset();
        }
    }

    QRandomGenerator m_random;
    int m_count = 0;
};
