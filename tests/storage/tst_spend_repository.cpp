// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/spend_resolution.h"
#include "storage/ledger_repository.h"
#include "storage/poll_repository.h"
#include "storage/spend_repository.h"
#include "support/random_polls.h"
#include "support/temp_profile.h"

#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

const DayRange Wide{QDate(2026, 5, 1), QDate(2026, 8, 31)};

qint64 sumOf(const Result<QList<SpendSum>> &sums)
{
    qint64 sum = 0;
    for (const auto &one : *sums)
        sum += one.amount.billed.nanos();
    return sum;
}

} // namespace

class SpendRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TempProfile>();
        m_database = std::make_unique<Database>(m_profile->open());
        QVERIFY(m_database->execute(u"PRAGMA synchronous = OFF"_s));
    }

    void nothingIsZeroAndKnowsNoDay()
    {
        SpendRepository spend(*m_database);
        QVERIFY(spend.total(Wide, Currency())->billed.isZero());
        QVERIFY(spend.byDay(Wide, Currency())->isEmpty());
        QVERIFY(!*spend.firstDay());
        QCOMPARE(*spend.mainCurrency(), Currency());
        QVERIFY(!*spend.balance(AccountId(1)));
    }

    void everyWayOfAskingComesToTheSameTotal()
    {
        pollAtRandom(20);
        SpendRepository spend(*m_database);
        for (const auto of : {Currency(), currency(u"CNY")}) {
            const auto total = spend.total(Wide, of)->billed.nanos();
            QVERIFY(total > 0);
            QCOMPARE(sumOf(spend.byDay(Wide, of)), total);
            QCOMPARE(sumOf(spend.byAccount(Wide, of)), total);
            for (const auto dimension : {Dimension::Key, Dimension::Model, Dimension::Provider}) {
                const auto itemised = sumOf(spend.byDimension(dimension, Wide, of));
                QVERIFY(itemised <= total); // the rest is not itemised
                QVERIFY(itemised > 0);
                QCOMPARE(sumOf(spend.byDimensionAndDay(dimension, Wide, of)), itemised);
            }
            const auto byKey = sumOf(spend.byDimension(Dimension::Key, Wide, of));
            QCOMPARE(sumOf(spend.byLabel(u"team"_s, Wide, of)), byKey);
            QCOMPARE(sumOf(spend.byLabel(u"environment"_s, Wide, of)), byKey);
            QCOMPARE(sumOf(spend.byLabelAndDay(u"team"_s, Wide, of)), byKey);
            QCOMPARE(sumOf(spend.byLabelAndDay(u"environment"_s, Wide, of)), byKey);
            checkDays(spend, of);
        }
    }

    void largestFirst()
    {
        PollFacts facts;
        facts.buckets = {bucket(10, u"small"_s, 5), bucket(10, u"big"_s, 500), bucket(11, u"middle"_s, 50)};
        const auto account = addAccount(*m_database, u"Main"_s);
        QVERIFY(PollRepository(*m_database).store(account, facts, june(18)).has_value());
        const auto models = SpendRepository(*m_database).byDimension(Dimension::Model, Wide, Currency());
        QCOMPARE(models->size(), 3);
        QCOMPARE(models->at(0).name, u"big"_s);
        QCOMPARE(models->at(2).name, u"small"_s);
    }

    void whatWasNotToldIsNotZero()
    {
        PollFacts facts;
        facts.buckets = {bucket(10, u"told"_s, 5), bucket(11, u"untold"_s, 4)};
        facts.buckets[0].requests = 0;
        const auto account = addAccount(*m_database, u"Main"_s);
        QVERIFY(PollRepository(*m_database).store(account, facts, june(18)).has_value());
        const auto models = SpendRepository(*m_database).byDimension(Dimension::Model, Wide, Currency());
        QCOMPARE(models->at(0).requests, std::optional<qint64>(0));
        QVERIFY(!models->at(1).requests.has_value());
    }

    void theSumsOfAnotherZoneAreThoseItWouldHaveHad_data()
    {
        QTest::addColumn<QByteArray>("zone");
        for (const auto *zone : {"Pacific/Auckland", "America/New_York", "Asia/Kolkata"})
            QTest::newRow(zone) << QByteArray(zone);
    }
    void theSumsOfAnotherZoneAreThoseItWouldHaveHad()
    {
        QFETCH(const QByteArray, zone);
        pollAtRandom(12);
        SpendRepository spend(*m_database);
        const QTimeZone other(zone);
        const auto stored = daily(spend, Wide);
        const auto expected = resolvedDaily(other);

        QVERIFY(spend.useZone(other, Wide));
        QCOMPARE(daily(spend, Wide), expected);
        QVERIFY(spend.useStoredZone());
        QCOMPARE(daily(spend, Wide), stored);

        for (int day = 1; day <= 12; ++day) { // a short range tells no other story
            const QDate date(2026, 6, day);
            QVERIFY(spend.useZone(other, {date, date}));
            const auto sums = daily(spend, {date, date});
            QVERIFY(spend.useStoredZone());
            QCOMPARE(sums.value(date), expected.value(date));
        }
    }

    void anotherZoneCanBeAskedForFromAReader()
    {
        pollAtRandom(2);
        auto reader = Database::openReadOnly(m_profile->profile().databasePath());
        QVERIFY(reader.has_value());
        SpendRepository spend(*reader);
        for (int i = 0; i < 2; ++i) {
            QVERIFY(spend.useZone(QTimeZone("Asia/Kolkata"), Wide));
            QVERIFY(spend.total(Wide, Currency())->billed.nanos() > 0);
            QVERIFY(spend.useStoredZone());
        }
    }

private:
    using Daily = QMap<QDate, qint64>;

    void pollAtRandom(int accounts)
    {
        for (int i = 0; i < accounts; ++i) {
            const auto account = addAccount(*m_database, u"account %1"_s.arg(i));
            RandomGateway gateway(quint32(1000 + i));
            for (int poll = 0; poll < 15; ++poll) {
                const auto facts = gateway.poll();
                QVERIFY(PollRepository(*m_database).store(account, facts, gateway.now()).has_value());
            }
        }
    }

    static void checkDays(SpendRepository &spend, Currency of)
    {
        const auto days = spend.byDay(Wide, of);
        for (const auto &day : *days)
            QCOMPARE(spend.total({day.day, day.day}, of)->billed.nanos(), day.amount.billed.nanos());
        const auto models = spend.byDimensionAndDay(Dimension::Model, Wide, of);
        Daily itemised;
        for (const auto &sum : *models)
            itemised[sum.day] += sum.amount.billed.nanos();
        for (const auto &day : *days)
            QVERIFY(itemised.value(day.day) <= day.amount.billed.nanos());
    }

    static Daily daily(SpendRepository &spend, const DayRange &range)
    {
        Daily sums;
        const auto days = spend.byDay(range, Currency());
        for (const auto &day : *days)
            sums[day.day] += day.amount.billed.nanos();
        return sums;
    }

    //! From all slices, without the repository under test.
    Daily resolvedDaily(const QTimeZone &zone)
    {
        Daily sums;
        const auto accounts = AccountRepository(*m_database).all();
        for (const auto &account : *accounts) {
            LedgerRepository ledger(*m_database, account.id);
            for (const auto &piece :
                resolveSpend(*ledger.slices(june(-400), june(400), Currency().code()), zone))
                sums[piece.localDay] += piece.amount.billed.nanos();
        }
        return sums;
    }

    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(SpendRepositoryTest)
#include "tst_spend_repository.moc"
