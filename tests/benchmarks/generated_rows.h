// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/request_facts.h"

#include <QRandomGenerator>

namespace benchmark {

//! Rows of a company with 100 keys and 40 models, 25,000 a day (ten million in 400 days), in order of time,
//! from a seed. A key uses one to four of the models, as keys do; some requests fail, some fall back.
class GeneratedRows {
public:
    static constexpr int Keys = 100, Models = 40, RowsADay = 25'000;

    GeneratedRows(qint64 count, const QDateTime &end)
        : m_count(count), m_start(end.addMSecs(-qint64(double(count) * StepMs)))
    {
        for (int key = 0; key < Keys; ++key)
            m_keys.append(QStringLiteral("key-%1-prod").arg(key));
        for (int model = 0; model < Models; ++model)
            m_models.append(QStringLiteral("vendor-%1/model-%2").arg(model % 7).arg(model));
        for (int provider = 0; provider < 12; ++provider)
            m_providers.append(QStringLiteral("Provider %1").arg(provider));
    }

    [[nodiscard]] bool atEnd() const { return m_made >= m_count; }

    tollkeeper::RequestFacts next()
    {
        using namespace tollkeeper;
        RequestFacts row;
        row.startedAt = m_start.addMSecs(qint64(double(m_made) * StepMs));
        const auto key = below(Keys);
        const auto model = (key * 7 + below(1 + key % 4)) % Models;
        row.requestId = QStringLiteral("gen-%1-%2")
                            .arg(row.startedAt.toSecsSinceEpoch())
                            .arg(m_made++ % 1'000'000'000, 9, 36, QLatin1Char('0'));
        row.remoteKeyId = m_keys.at(key);
        row.requestedModel = m_models.at(model);
        row.servedModel = below(50) == 0 ? m_models.at((model + 1) % Models) : row.requestedModel;
        row.fellBack = row.servedModel == row.requestedModel ? FellBack::No : FellBack::Model;
        row.provider = m_providers.at((model + below(2)) % 12);
        row.inputTokens = 200 + below(6000);
        row.outputTokens = 20 + below(900);
        row.cost = Amounts{Money::fromNanos((*row.inputTokens * 3 + *row.outputTokens * 15) * 1000), Money()};
        row.firstByteMs = 150 + below(900);
        row.totalMs = *row.firstByteMs + *row.outputTokens * 8;
        row.httpStatus = 200;
        if (below(120) == 0)
            fail(row);
        return row;
    }

private:
    int below(int limit) { return int(m_random.bounded(limit)); }

    static void fail(tollkeeper::RequestFacts &row)
    {
        row.outcome = tollkeeper::RequestOutcome::Failed;
        row.httpStatus = *row.inputTokens % 2 == 0 ? 429 : 502;
        row.servedModel.clear();
        row.provider.clear();
        row.fellBack = tollkeeper::FellBack::No;
        row.outputTokens.reset();
        row.cost = tollkeeper::Amounts{};
    }

    static constexpr double StepMs = 86'400'000.0 / RowsADay;

    qint64 m_count;
    qint64 m_made = 0;
    QDateTime m_start;
    QRandomGenerator m_random{20260618};
    QStringList m_keys, m_models, m_providers;
};

} // namespace benchmark
