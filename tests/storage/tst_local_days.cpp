// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/poll_repository.h"
#include "storage/request_repository.h"
#include "storage/spend_repository.h"
#include "storage/usage_repository.h"
#include "storage/zone_change.h"
#include "support/ledger_facts.h"
#include "support/request_rows.h"

#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

//! Days that are not 24 hours long, zones that change, clocks that jump (ledger rule 7).
class LocalDaysTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_database.emplace(*Database::open(u":memory:"_s));
        m_account = addAccount(*m_database, u"Main"_s);
    }

    void aDayHasTheHoursItHas_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QDate>("day");
        QTest::addColumn<int>("halfHours");
        QTest::newRow("clocks forward in Berlin") << "Europe/Berlin"_ba << QDate(2026, 3, 29) << 46;
        QTest::newRow("clocks back in Berlin") << "Europe/Berlin"_ba << QDate(2026, 10, 25) << 50;
        QTest::newRow("clocks forward in New York") << "America/New_York"_ba << QDate(2026, 3, 8) << 46;
        QTest::newRow("half an hour back at Lord Howe")
            << "Australia/Lord_Howe"_ba << QDate(2026, 4, 5) << 49;
        QTest::newRow("no midnight in Sao Paulo") << "America/Sao_Paulo"_ba << QDate(2018, 11, 4) << 46;
        QTest::newRow("a quarter beside the hour") << "Asia/Kathmandu"_ba << QDate(2026, 6, 3) << 48;
        QTest::newRow("UTC") << "UTC"_ba << QDate(2026, 10, 25) << 48;
    }
    void aDayHasTheHoursItHas()
    {
        QFETCH(const QByteArray, zone);
        QFETCH(const QDate, day);
        QFETCH(const int, halfHours);
        setZone(*m_database, zone);
        // A cent every half hour from long before to long after.
        QList<RequestFacts> rows;
        auto at = QDateTime(day.addDays(-2), QTime(0, 1), Qt::UTC);
        for (int i = 0; i < 6 * 48; ++i, at = at.addSecs(1800))
            rows.append(request(u"r%1"_s.arg(i), at, 1));

        import(rows);

        const auto total = SpendRepository(*m_database).total({day, day}, Currency());
        QCOMPARE(total->billed, cents(halfHours));
        const auto outline = UsageRepository(*m_database).outline(UsageFilter{.days = {day, day}}, at);
        QCOMPARE(outline->rows, halfHours);
    }

    void aZoneChangeMovesDaysAndNoMoney()
    {
        import({request(u"a"_s, june(3, 1), 100), request(u"b"_s, june(3, 20), 10)});
        poll({}, {bucket(5, u"alpha"_s, 1000)}, june(7));

        QVERIFY(changeZone(*m_database, QTimeZone("America/New_York"), june(8)));

        SpendRepository spend(*m_database);
        QCOMPARE(day(2026, 6, 2), cents(100));
        QCOMPARE(day(2026, 6, 3), cents(10));
        QCOMPARE(spend.total({QDate(2026, 6, 1), QDate(2026, 6, 30)}, Currency())->billed, cents(1110));
        QVERIFY(changeZone(*m_database, QTimeZone::utc(), june(8)));
        QCOMPARE(day(2026, 6, 3), cents(110));
        QCOMPARE(day(2026, 6, 5), cents(1000));
    }

    void aZoneThatDoesNotExistChangesNothing()
    {
        import({request(u"a"_s, june(3, 1), 100)});

        const auto changed = changeZone(*m_database, QTimeZone("Mars/Olympus"), june(8));

        QCOMPARE(changed.error().kind, Error::Kind::InvalidInput);
        QCOMPARE(day(2026, 6, 3), cents(100));
    }

    void aClockThatJumpsADayForthAndBackCountsOnce()
    {
        poll({counter(u"k"_s, 1000, 100)}, {}, june(10, 12));
        poll({counter(u"k"_s, 1100, 200)}, {}, june(11, 13)); // a day ahead
        poll({counter(u"k"_s, 1200, 300)}, {}, june(10, 14)); // right again: not later than the last reading
        poll({counter(u"k"_s, 1300, 50)}, {}, june(11, 14));
        poll({}, {bucket(10, u""_s, 450), bucket(9, u""_s, 0)}, june(12));

        const auto total
            = SpendRepository(*m_database).total({QDate(2026, 6, 1), QDate(2026, 6, 10)}, Currency());

        QCOMPARE(total->billed, cents(450));
    }

private:
    void import(const QList<RequestFacts> &rows)
    {
        RequestRepository requests(*m_database);
        const RequestBatch batch{m_account, RowSource::FileImport, u"rows.csv"_s, june(10), {}};
        QVERIFY(m_database->inTransaction([&] { return requests.store(batch, rows); }));
        for (auto more = requests.settleOne(june(10)); more && *more;)
            more = requests.settleOne(june(10));
    }

    void poll(const QList<CounterReading> &counters, const QList<BucketFacts> &buckets, const QDateTime &at)
    {
        PollFacts facts;
        facts.counters = counters;
        facts.buckets = buckets;
        QVERIFY(PollRepository(*m_database).store(m_account, facts, at).has_value());
    }

    [[nodiscard]] Money day(int year, int month, int number)
    {
        const QDate date(year, month, number);
        return SpendRepository(*m_database).total({date, date}, Currency())->billed;
    }

    std::optional<Database> m_database;
    AccountId m_account;
};

QTEST_GUILESS_MAIN(LocalDaysTest)
#include "tst_local_days.moc"
