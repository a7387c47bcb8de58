// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/rate_repository.h"
#include "support/ledger_facts.h"
#include "support/temp_profile.h"

#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

class RateRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void keepsOneRateOfAPairAndDay()
    {
        const TempProfile profile;
        auto database = profile.open();
        RateRepository rates(database);
        const ExchangeRate first{currency(u"CNY"), Currency(), QDate(2026, 6, 1), 140'000'000, u"typed"_s};
        auto corrected = first;
        corrected.nanos = 141'000'000;
        corrected.source = u"rates.csv"_s;
        auto opposite = first;
        std::swap(opposite.base, opposite.quote);

        QVERIFY(rates.set({first, opposite}, june(1)));
        QVERIFY(rates.set({corrected}, june(2)));

        QCOMPARE(rates.all()->all(), (QList<ExchangeRate>{corrected, opposite}));
    }

    void removesADayOrAllOfAPair()
    {
        const TempProfile profile;
        auto database = profile.open();
        RateRepository rates(database);
        const auto cny = currency(u"CNY");
        for (const auto day : {1, 2, 3})
            QVERIFY(rates.set({{cny, Currency(), QDate(2026, 6, day), 1, {}}}, june(1)));

        QCOMPARE(*rates.remove(cny, Currency(), QDate(2026, 6, 2)), 1);
        QCOMPARE(*rates.remove(cny, Currency(), QDate(2026, 6, 2)), 0);
        QCOMPARE(*rates.remove(Currency(), cny), 0);
        QCOMPARE(*rates.remove(cny, Currency()), 2);
        QVERIFY(rates.all()->all().isEmpty());
    }
};

QTEST_GUILESS_MAIN(RateRepositoryTest)
#include "tst_rate_repository.moc"
