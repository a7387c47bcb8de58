// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/poll_repository.h"
#include "storage/request_repository.h"
#include "storage/spend_repository.h"
#include "support/ledger_facts.h"
#include "support/request_rows.h"

#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

const DayRange June{QDate(2026, 6, 1), QDate(2026, 6, 30)};

qint64 count(Database &database, const QString &table)
{
    return database.value(u"SELECT COUNT(*) FROM "_s + table)->toLongLong();
}

//! What the roll-up says, and what the rows say.
bool rollupAgrees(Database &database)
{
    auto rolled = database.run(u"SELECT SUM(requests), SUM(unpriced), SUM(billed_nanos), SUM(byok_nanos), "
                               "SUM(input_tokens), SUM(output_tokens) FROM request_rollup"_s);
    auto rows = database.run(u"SELECT COUNT(*), COUNT(*) - COUNT(billed_nanos), TOTAL(billed_nanos), "
                             "TOTAL(byok_nanos), TOTAL(input_tokens), TOTAL(output_tokens) FROM request"_s);
    rolled->next();
    rows->next();
    for (int i = 0; i < 6; ++i) {
        if (rolled->value(i).toLongLong() != rows->value(i).toLongLong())
            return false;
    }
    return true;
}

} // namespace

class RequestRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_database.emplace(*Database::open(u":memory:"_s));
        m_account = addAccount(*m_database, u"Main"_s);
    }

    void theSameRowsAgainChangeNothing()
    {
        const QList<RequestFacts> rows{request(u"a"_s, june(3, 9), 100), request(u"b"_s, june(3, 10), 250)};

        QCOMPARE(store(rows), (StoredRows{2, 0, 0, 0}));
        settle();
        const auto before = total();
        QCOMPARE(store(rows), (StoredRows{0, 0, 2, 0}));
        settle();

        QCOMPARE(count(*m_database, u"request"_s), 2);
        QCOMPARE(total(), before);
        QCOMPARE(total(), cents(350));
        QVERIFY(rollupAgrees(*m_database));
    }

    void oneRequestSeenByTwoSourcesIsOneRowAndTheBetterOneTells()
    {
        auto logged = request(u"gen-1"_s, june(3, 9), 100);
        logged.totalMs = 900;
        auto lookedUp = request(u"gen-1"_s, june(3, 9, 1), 104);
        lookedUp.provider = u"Azure"_s;

        store({logged}, RowSource::FileImport);
        QCOMPARE(store({lookedUp}, RowSource::GenerationLookup), (StoredRows{0, 1, 0, 0}));
        QCOMPARE(store({logged}, RowSource::FileImport), (StoredRows{0, 0, 1, 0}));
        settle();

        QCOMPARE(count(*m_database, u"request"_s), 1);
        QCOMPARE(total(), cents(104));
        QCOMPARE(m_database->value(u"SELECT total_ms FROM request"_s)->toInt(), 900); // filled in, not lost
        QVERIFY(rollupAgrees(*m_database));
    }

    void twoTellingsInOneBatchAreOneRow()
    {
        QCOMPARE(store({request(u"a"_s, june(3, 9), 100), request(u"a"_s, june(3, 9), 100)}),
            (StoredRows{1, 0, 1, 0}));
    }

    void idsOfTwoAccountsAreTwoRequests()
    {
        const auto other = addAccount(*m_database, u"Other"_s);

        store({request(u"a"_s, june(3, 9), 100)});
        m_account = other;
        QCOMPARE(store({request(u"a"_s, june(3, 9), 100)}), (StoredRows{1, 0, 0, 0}));
    }

    void manyRequestsOfOneMomentAllFindAPlace()
    {
        QList<RequestFacts> rows;
        for (int i = 0; i < 5000; ++i)
            rows.append(request(u"r%1"_s.arg(i), june(3, 0), 1));

        QCOMPARE(store(rows).added, 5000);
        settle();

        QCOMPARE(total(), cents(5000));
    }

    void rowsThatCannotBeKeptAreCountedAndDoNotStopTheRest()
    {
        auto nameless = request(QString(), june(3, 9), 100);
        auto timeless = request(u"t"_s, QDateTime(), 100);
        auto ancient = request(u"o"_s, QDateTime(QDate(1970, 1, 1), QTime(1, 0), Qt::UTC), 100);

        QCOMPARE(
            store({nameless, timeless, ancient, request(u"ok"_s, june(3, 9), 7)}), (StoredRows{1, 0, 0, 3}));
    }

    void anUnknownCostIsUnknownAndNotZero()
    {
        auto row = request(u"a"_s, june(3, 9), 0);
        row.cost.reset();

        store({row});

        QVERIFY(m_database->value(u"SELECT billed_nanos FROM request"_s)->isNull());
        QCOMPARE(m_database->value(u"SELECT unpriced FROM request_rollup"_s)->toInt(), 1);
    }

    void completeRowsBeatBucketsAndCounters()
    {
        poll({}, {bucket(3, u"alpha"_s, 1000)});
        PollFacts facts;
        facts.requests = {request(u"a"_s, june(3, 9), 600), request(u"b"_s, june(3, 10), 300)};
        facts.whole = WholeInterval{june(3, 0), june(4, 0)};
        facts.requestsEndpoint = u"GET /usage"_s;

        QVERIFY(PollRepository(*m_database).store(m_account, facts, june(5, 0)));

        QCOMPARE(total(), cents(900));
    }

    void incompleteRowsSplitWhatBucketsSayAndNeverAdd()
    {
        poll({}, {bucket(3, u""_s, 1000)});

        store({request(u"a"_s, june(3, 9), 600)});
        settle();

        QCOMPARE(total(), cents(1000));
        const auto models = *SpendRepository(*m_database).byDimension(Dimension::Model, June, Currency());
        QCOMPARE(models.size(), 1);
        QCOMPARE(models[0].amount.billed, cents(600)); // the other 4.00 are not itemised
    }

    void incompleteRowsCountWhereNothingElseTells()
    {
        store({request(u"a"_s, june(7, 9), 600)});
        settle();

        QCOMPARE(total(), cents(600));
    }

    void rowsBesideCountersCountOnlyOutsideThem()
    {
        // The counter was read at 10:00 and at 12:00: what was before 10:00 only the rows know.
        poll({counter(u"k"_s, 5000)}, {}, june(3, 10));
        poll({counter(u"k"_s, 5800)}, {}, june(3, 12));
        auto before = request(u"a"_s, june(3, 9), 100);
        auto inside = request(u"b"_s, june(3, 11), 700);
        before.remoteKeyId = inside.remoteKeyId = u"k"_s;

        store({before, inside});
        settle();

        QCOMPARE(total(), cents(100 + 800));
    }

    void aFileNamesKeysAsPeopleDo()
    {
        PollFacts facts;
        facts.keys = {key(u"hash-1"_s, u"web"_s), key(u"hash-2"_s, u"twin"_s), key(u"hash-3"_s, u"twin"_s)};
        QVERIFY(PollRepository(*m_database).store(m_account, facts, june(2)));
        auto named = request(u"a"_s, june(3, 9), 100);
        named.remoteKeyId = u"web"_s;
        auto unclear = request(u"b"_s, june(3, 9), 100);
        unclear.remoteKeyId = u"twin"_s;

        store({named, unclear});

        QCOMPARE(count(*m_database, u"api_key"_s), 4); // "twin" could be either: it stands for itself
        QCOMPARE(m_database
                     ->value(u"SELECT k.remote_id FROM api_key k JOIN series s ON s.key_id = k.id "
                             "JOIN request r ON r.series_id = s.id WHERE r.request_id = 'a'"_s)
                     ->toString(),
            u"hash-1"_s);
    }

    void rowsOfAKeyWithAnotherNameDoNotStandBesideTheSameMoney()
    {
        poll({counter(u"self"_s, 5000)}, {}, june(3, 10));
        poll({counter(u"self"_s, 5800)}, {}, june(3, 12));
        auto row = request(u"a"_s, june(3, 11), 700);
        row.remoteKeyId = u"web-prod"_s; // the same key, as the console calls it

        store({row});
        settle();

        QCOMPARE(total(), cents(800));
    }

    void aKillBetweenRowsAndSettlementLosesNothing()
    {
        store({request(u"a"_s, june(3, 9), 100)}); // and then the process ended
        QCOMPARE(total(), cents(0));

        settle(); // at the next start

        QCOMPARE(total(), cents(100));
        QCOMPARE(count(*m_database, u"stale_stretch"_s), 0);
    }

    void anotherZoneCountsTheSameRowsOnItsOwnDays()
    {
        store({request(u"a"_s, june(3, 23), 100), request(u"b"_s, june(4, 1), 30)});
        settle();
        SpendRepository spend(*m_database);

        QVERIFY(spend.useZone(QTimeZone("Asia/Tokyo"), June));
        const auto days = *spend.byDay(June, Currency());

        QCOMPARE(days.size(), 1);
        QCOMPARE(days[0].day, QDate(2026, 6, 4));
        QCOMPARE(days[0].amount.billed, cents(130));
    }

    void aRebuiltRollupSaysTheSame()
    {
        store({request(u"a"_s, june(3, 23), 100), request(u"b"_s, june(4, 1), 30)});

        QVERIFY(m_database->inTransaction(
            [&] { return RequestRepository(*m_database).rebuildRollup(QTimeZone("Asia/Kathmandu")); }));

        QVERIFY(rollupAgrees(*m_database));
    }

    void wholeIntervalsThatTouchBecomeOne()
    {
        RequestRepository requests(*m_database);
        QVERIFY(requests.markWhole(m_account, {june(3, 0), june(4, 0)}));
        QVERIFY(requests.markWhole(m_account, {june(6, 0), june(7, 0)}));
        QVERIFY(requests.markWhole(m_account, {june(4, 0), june(5, 12)}));
        QVERIFY(requests.markWhole(m_account, {june(3, 6), june(3, 9)}));

        QCOMPARE(count(*m_database, u"whole_interval"_s), 2);
        QCOMPARE(*requests.wholeUntil(m_account), june(7, 0));
    }

private:
    StoredRows store(const QList<RequestFacts> &rows, RowSource source = RowSource::FileImport)
    {
        const RequestBatch batch{m_account, source, u"file.csv"_s, june(10, 0), {}};
        const auto stored
            = m_database->inTransaction([&] { return RequestRepository(*m_database).store(batch, rows); });
        if (!stored)
            qWarning() << stored.error().detail;
        return stored.value_or(StoredRows{});
    }

    void settle()
    {
        RequestRepository requests(*m_database);
        for (auto more = requests.settleOne(june(10, 0)); more && *more;)
            more = requests.settleOne(june(10, 0));
    }

    void poll(const QList<CounterReading> &counters, const QList<BucketFacts> &buckets,
        const QDateTime &at = june(5, 0))
    {
        PollFacts facts;
        facts.counters = counters;
        facts.buckets = buckets;
        QVERIFY(PollRepository(*m_database).store(m_account, facts, at).has_value());
    }

    Money total() { return SpendRepository(*m_database).total(June, Currency())->billed; }

    std::optional<Database> m_database;
    AccountId m_account;
};

QTEST_GUILESS_MAIN(RequestRepositoryTest)
#include "tst_request_repository.moc"
