// SPDX-License-Identifier: GPL-3.0-or-later
#include "simulator/request_ranks.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace tollkeeper::simulator;

class TestRequestRanks : public QObject {
    Q_OBJECT

private:
    const World m_world{7};

private Q_SLOTS:
    void ranksAgreeWithTheRowsThemselves()
    {
        const auto *key = m_world.keyOnRing(u"sub2api_web"_s);
        std::vector<KeySeries> all;
        for (const auto &series : key->series)
            all.push_back({key, &series});
        const RequestRanks ranks(all);
        const auto first = slotOf(QDate(2026, 6, 16));
        auto rank = ranks.before(first);
        for (auto slot = first; slot < first + SlotsPerDay; ++slot) {
            QCOMPARE(ranks.before(slot), rank);
            for (const auto &row : requestsIn(*key, slot)) {
                if (row.outcome == RequestOutcome::Failed)
                    continue;
                QCOMPARE(ranks.slotOf(rank), slot);
                ++rank;
            }
        }
        QVERIFY(rank > ranks.before(first) + 100);
    }
};

QTEST_GUILESS_MAIN(TestRequestRanks)
#include "tst_request_ranks.moc"
