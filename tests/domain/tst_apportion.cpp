// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/apportion.h"

#include <QRandomGenerator>
#include <QTest>

#include <numeric>

using namespace tollkeeper;

class ApportionTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void addsUpAndTakesFromNobodyWhatTheyLack()
    {
        QRandomGenerator random(7);
        for (int round = 0; round < 2000; ++round) {
            QList<qint64> holdings;
            for (int i = random.bounded(1, 8); i > 0; --i)
                holdings.append(random.bounded(4) == 0 ? random.bounded(3) : random.bounded(1'000'000'000));
            const auto total = std::accumulate(holdings.begin(), holdings.end(), qint64(0));
            const auto amount
                = total == 0 ? 0 : static_cast<qint64>(random.generate64() % quint64(total + 1));

            const auto taken = apportion(holdings, amount);

            QCOMPARE(std::accumulate(taken.begin(), taken.end(), qint64(0)), amount);
            for (qsizetype i = 0; i < holdings.size(); ++i)
                QVERIFY(taken.at(i) >= 0 && taken.at(i) <= holdings.at(i));
        }
    }

    void keepsProportions() { QCOMPARE(apportion({300, 100, 0}, 200), (QList<qint64>{150, 50, 0})); }
};

QTEST_GUILESS_MAIN(ApportionTest)
#include "tst_apportion.moc"
