// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/key_repository.h"
#include "storage/poll_repository.h"
#include "storage/spend_repository.h"
#include "support/ledger_facts.h"
#include "support/temp_profile.h"

#include <QSqlRecord>
#include <QTest>

#include <memory>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto Tables
    = "account api_key key_label model provider counter balance slice piece share restatement"_L1;
const DayRange WholeJune{QDate(2026, 6, 1), QDate(2026, 6, 30)};

PollFacts counters(QList<CounterReading> readings)
{
    PollFacts facts;
    facts.counters = std::move(readings);
    return facts;
}

PollFacts buckets(QList<BucketFacts> days)
{
    PollFacts facts;
    facts.buckets = std::move(days);
    return facts;
}

} // namespace

class PollRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TempProfile>();
        m_database = std::make_unique<Database>(m_profile->open());
        m_account = addAccount(*m_database, u"Main"_s);
    }

    void theSameFactsTwiceChangeNothing()
    {
        PollFacts facts;
        facts.role = KeyRole::Management;
        facts.listsAllKeys = true;
        facts.keys = {key(u"a"_s), key(u"b"_s)};
        facts.counters = {counter(u"a"_s, 900, 300), counter(u"b"_s, 50, 50)};
        facts.buckets = {bucket(16, u"alpha"_s, 100), bucket(16, u"beta"_s, 20), bucket(17, u"alpha"_s, 80)};
        facts.balance = BalanceFacts{cents(5000), u"GET /credits"_s};

        const auto first = store(facts, june(18, 9));
        QVERIFY(first > 0);
        const auto rows = rowCounts();
        const auto total = totalCents();
        for (int minute = 0; minute <= 10; minute += 5) { // at the same moment and later
            QCOMPARE(store(facts, june(18, 9, minute)), 0);
            QCOMPARE(rowCounts(), rows);
            QCOMPARE(totalCents(), total);
        }
        QCOMPARE(total, 100 + 20 + 80 + 300 + 50);
    }

    void aPageOfAHistoryIsNoPoll()
    {
        const auto stored = m_database->inTransaction([&] {
            return PollRepository(*m_database)
                .storeFacts(m_account, buckets({bucket(16, u"alpha"_s, 100)}), june(18));
        });
        QVERIFY(stored);
        QCOMPARE(totalCents(), 100);
        QVERIFY(!AccountRepository(*m_database).health(m_account)->fetchedAt);
    }

    void aPollThatFailsInTheMiddleChangesNothing()
    {
        QVERIFY(store(counters({counter(u"a"_s, 100, 100)}), june(18, 9)) >= 0);
        const auto before = contents();

        // The same model twice in one set breaks the ledger's unique key after keys and counters are written.
        PollFacts broken;
        broken.role = KeyRole::Ordinary;
        broken.keys = {key(u"new"_s)};
        broken.counters = {counter(u"a"_s, 500, 500)};
        broken.buckets = {bucket(17, u"alpha"_s, 1), bucket(17, u"alpha"_s, 2)};
        const auto answer = PollRepository(*m_database).store(m_account, broken, june(18, 10));

        QVERIFY(!answer.has_value());
        QCOMPARE(contents(), before);
    }

    void anAccountRemovedWhileItWasAskedGetsNothing()
    {
        QVERIFY(store(counters({counter(u"a"_s, 100, 100)}), june(18, 9)) >= 0);
        QVERIFY(AccountRepository(*m_database).remove(m_account, june(18, 10)));
        const auto before = contents();
        const auto answer = PollRepository(*m_database)
                                .store(m_account, counters({counter(u"a"_s, 500, 500)}), june(18, 11));
        QVERIFY(!answer.has_value());
        QCOMPARE(answer.error().kind, Error::Kind::NotFound);
        QCOMPARE(contents(), before);
    }

    void countersAreDifferencedFromPollToPoll()
    {
        (void)store(counters({counter(u"a"_s, 10'000, 0)}), june(17, 9));
        QCOMPARE(totalCents(), 0); // what was spent before nobody knows when
        (void)store(counters({counter(u"a"_s, 10'025, 25)}), june(17, 10));
        QCOMPARE(totalCents(), 25);
        (void)store(counters({counter(u"a"_s, 10'100, 100)}), june(17, 23, 50));
        QCOMPARE(totalCents(), 100);
        (void)store(counters({counter(u"a"_s, 10'130, 20)}), june(18, 0, 10)); // 10 before midnight, 20 after
        QCOMPARE(dayCents(17), 110);
        QCOMPARE(dayCents(18), 20);
        (void)store(counters({counter(u"a"_s, 7, 7)}), june(18, 2)); // reset: starts from the new value
        QCOMPARE(dayCents(18), 27);
        QCOMPARE(totalCents(), 137);
    }

    void aClockThatWentBackAddsNothing()
    {
        (void)store(counters({counter(u"a"_s, 100, 100)}), june(18, 10));
        const auto total = totalCents();
        (void)store(counters({counter(u"a"_s, 150, 150)}), june(18, 9));
        QCOMPARE(totalCents(), total);
        (void)store(counters({counter(u"a"_s, 160, 160)}), june(18, 11));
        QCOMPARE(totalCents(), 160);
    }

    void theCompletedDayReplacesItsCountersAndSaysSo_data()
    {
        QTest::addColumn<int>("completed");
        QTest::addColumn<int>("restatements");
        QTest::newRow("the same") << 1000 << 0;
        QTest::newRow("half a percent more") << 1005 << 0;
        QTest::newRow("more than that") << 1006 << 1;
        QTest::newRow("less") << 900 << 1;
        QTest::newRow("a little less") << 995 << 0;
    }
    void theCompletedDayReplacesItsCountersAndSaysSo()
    {
        QFETCH(const int, completed);
        QFETCH(const int, restatements);
        (void)store(counters({counter(u"a"_s, 0, 0)}), june(17, 0, 5));
        (void)store(counters({counter(u"a"_s, 400, 400)}), june(17, 9));
        (void)store(counters({counter(u"a"_s, 1000, 1000)}), june(17, 20));
        (void)store(counters({counter(u"a"_s, 1000, 0)}), june(18, 0, 5)); // the day is over
        QCOMPARE(dayCents(17), 1000);

        (void)store(
            buckets({bucket(17, u"alpha"_s, completed - 100), bucket(17, u"beta"_s, 100)}), june(18, 3));

        QCOMPARE(dayCents(17), completed);
        QCOMPARE(totalCents(), completed);
        auto rows = m_database->run(u"SELECT utc_day, old_nanos, new_nanos FROM restatement"_s);
        QVERIFY(rows.has_value());
        int found = 0;
        while (rows->next()) {
            ++found;
            QCOMPARE(QDate::fromJulianDay(rows->value(0).toLongLong()), QDate(2026, 6, 17));
            QCOMPARE(rows->value(1).toLongLong(), cents(1000).nanos());
            QCOMPARE(rows->value(2).toLongLong(), cents(completed).nanos());
        }
        QCOMPARE(found, restatements);
    }

    void aDayThatWasNotOverIsNotRestated()
    {
        (void)store(counters({counter(u"a"_s, 0, 0)}), june(17, 0, 5));
        (void)store(counters({counter(u"a"_s, 1000, 1000)}), june(17, 20));
        (void)store(buckets({bucket(17, u"alpha"_s, 1500)}), june(18, 3));
        QCOMPARE(dayCents(17), 1500);
        QCOMPARE(m_database->value(u"SELECT COUNT(*) FROM restatement"_s)->toInt(), 0);
    }

    void aRowThatVanishedFromADayIsGone()
    {
        (void)store(buckets({bucket(16, u"alpha"_s, 100), bucket(16, u"beta"_s, 30)}), june(17, 9));
        QCOMPARE(totalCents(), 130);
        (void)store(buckets({bucket(16, u"alpha"_s, 100)}), june(17, 10));
        QCOMPARE(totalCents(), 100);
        QCOMPARE(modelNames(), QStringList{u"alpha"_s});
    }

    void aKeyThatIsGoneOrRenamedKeepsItsHistory()
    {
        PollFacts facts = counters({counter(u"a"_s, 0, 0), counter(u"b"_s, 0, 0)});
        facts.keys = {key(u"a"_s, u"Alice's"_s), key(u"b"_s, u"Batch"_s)};
        facts.listsAllKeys = true;
        (void)store(facts, june(18, 8));
        facts.counters = {counter(u"a"_s, 70, 70), counter(u"b"_s, 30, 30)};
        (void)store(facts, june(18, 9));

        PollFacts later = counters({counter(u"b"_s, 35, 35)});
        later.keys = {key(u"b"_s, u"Nightly"_s)};
        later.listsAllKeys = true;
        (void)store(later, june(18, 10));

        const auto sums = SpendRepository(*m_database).byDimension(Dimension::Key, WholeJune, Currency());
        QVERIFY(sums.has_value());
        QCOMPARE(sums->size(), 2);
        QCOMPARE(sums->at(0).name, u"Alice's"_s);
        QCOMPARE(sums->at(0).amount.billed, cents(70));
        QCOMPARE(sums->at(1).name, u"Nightly"_s);
        QCOMPARE(sums->at(1).amount.billed, cents(35));
        const auto keys = KeyRepository(*m_database).all();
        QVERIFY(keys.has_value());
        QCOMPARE(keys->size(), 2);
        QVERIFY(keys->at(0).goneAt == june(18, 10));
        QVERIFY(!keys->at(1).goneAt.has_value());
    }

    void currenciesAreKeptApart()
    {
        const auto yuan = currency(u"CNY");
        (void)store(
            buckets({bucket(16, u"alpha"_s, 100), bucket(17, u"alpha"_s, 900, {}, yuan)}), june(18, 9));
        QCOMPARE(totalCents(), 100);
        QCOMPARE(totalCents(yuan), 900);
        const auto others = SpendRepository(*m_database).otherCurrencies(WholeJune, Currency());
        QVERIFY(others.has_value());
        QCOMPARE(*others, QList<Money>{cents(900, yuan)});
    }

    void aDayToldAnewInAnotherCurrencyReplacesTheOldOne()
    {
        const auto yuan = currency(u"CNY");
        (void)store(buckets({bucket(17, u"alpha"_s, 100)}), june(18, 9));
        (void)store(buckets({bucket(17, u"alpha"_s, 700, {}, yuan)}), june(18, 10));
        QCOMPARE(totalCents(yuan), 700);
        QCOMPARE(totalCents(), 0);
    }

    void aCounterThatChangesItsCurrencyDoesNotStopThePolls()
    {
        const auto yuan = currency(u"CNY");
        (void)store(counters({counter(u"a"_s, 100, 100)}), june(18, 9));
        const auto changed = PollRepository(*m_database)
                                 .store(m_account, counters({counter(u"a"_s, 800, 800, yuan)}), june(18, 10));
        QVERIFY2(changed.has_value(), changed ? "" : qPrintable(changed.error().detail));
        (void)store(counters({counter(u"a"_s, 810, 810, yuan)}), june(18, 11));
        QCOMPARE(totalCents(), 100);
        QCOMPARE(totalCents(yuan), 810);
    }

    void aBalanceThatMayDipFallsWhenTwoPollsAgree()
    {
        const auto poll = [this](qint64 amount, int hour) {
            PollFacts facts;
            facts.balance = BalanceFacts{cents(amount), u"GET /key/info"_s, true};
            QVERIFY(PollRepository(*m_database).store(m_account, facts, june(18, hour)).has_value());
        };
        const auto balance = [this] { return (*SpendRepository(*m_database).balance(m_account))->amount; };

        poll(5000, 1);
        QCOMPARE(balance(), cents(5000));
        poll(100, 2); // held while a request runs
        QCOMPARE(balance(), cents(5000));
        poll(4900, 3);
        QCOMPARE(balance(), cents(4900));
        poll(300, 4);
        poll(300, 5); // two polls agree
        QCOMPARE(balance(), cents(300));
        poll(250, 6);
        poll(200, 7); // it keeps falling: at most what the poll before said
        QCOMPARE(balance(), cents(250));
    }

    void balancesKeepTheirHistoryAndTheirAge()
    {
        const auto tell = [this](qint64 amount, int hour) {
            PollFacts facts;
            facts.balance = BalanceFacts{cents(amount), u"GET /credits"_s};
            (void)store(facts, june(18, hour));
        };
        tell(5000, 8);
        tell(5000, 9);
        tell(4200, 10);
        tell(5000, 11);
        const auto balance = SpendRepository(*m_database).balance(m_account);
        QVERIFY(balance && *balance);
        QCOMPARE((*balance)->amount, cents(5000));
        QCOMPARE((*balance)->readAt, june(18, 11));
        QCOMPARE(m_database->value(u"SELECT COUNT(*) FROM balance"_s)->toInt(), 3);
        QCOMPARE(totalCents(), 0); // spend is never derived from a balance
    }

    void anAccountThatStopsTellingItsSpendSaysSo()
    {
        const auto tellsSpend = [this] { return AccountRepository(*m_database).byId(m_account)->tellsSpend; };
        QCOMPARE(store({}, june(18, 9)), 0);
        QVERIFY(tellsSpend());
        PollFacts facts;
        facts.tellsSpend = false;
        QCOMPARE(store(facts, june(18, 10)), 0);
        QVERIFY(!tellsSpend());
        QCOMPARE(store({}, june(18, 11)), 0); // a poll that says nothing of it changes nothing
        QVERIFY(!tellsSpend());
    }

    void aPollThatCountsEndsWhatWasWrong()
    {
        AccountRepository accounts(*m_database);
        const Error problem{.kind = Error::Kind::Rejected,
            .detail = u"expired"_s,
            .httpStatus = 401,
            .retryAfter = std::chrono::seconds(7),
            .category = Category::Credentials,
            .code = u"API_KEY_EXPIRED"_s};
        QVERIFY(accounts.markFailed(m_account, june(18, 8), problem));
        QVERIFY(accounts.markFailed(m_account, june(18, 9), problem));
        const auto failing = accounts.health(m_account);
        QVERIFY(failing.has_value());
        QCOMPARE(failing->state, AccountState::Refused);
        QCOMPARE(failing->failures, 2);
        QVERIFY(failing->failingSince == june(18, 8));
        QVERIFY(!failing->fetchedAt.has_value());
        QVERIFY(failing->problem.has_value());
        QCOMPARE(failing->problem->code, u"API_KEY_EXPIRED"_s);
        QCOMPARE(failing->problem->category, Category::Credentials);
        QVERIFY(failing->problem->httpStatus == 401);
        QVERIFY(failing->problem->retryAfter == std::chrono::seconds(7));

        (void)store({}, june(18, 10));
        const auto well = accounts.health(m_account);
        QVERIFY(well.has_value());
        QCOMPARE(well->state, AccountState::Ok);
        QCOMPARE(well->failures, 0);
        QVERIFY(well->fetchedAt == june(18, 10));
        QVERIFY(!well->failingSince && !well->problem);
    }

private:
    int store(const PollFacts &facts, const QDateTime &at)
    {
        const auto stored = PollRepository(*m_database).store(m_account, facts, at);
        if (!stored)
            qWarning() << stored.error().detail;
        return stored.value_or(-1);
    }
    qint64 totalCents(Currency of = {})
    {
        return SpendRepository(*m_database).total(WholeJune, of)->billed.nanos() / 10'000'000;
    }
    qint64 dayCents(int day)
    {
        const QDate date(2026, 6, day);
        return SpendRepository(*m_database).total({date, date}, Currency())->billed.nanos() / 10'000'000;
    }
    QStringList modelNames()
    {
        QStringList names;
        const auto sums = SpendRepository(*m_database).byDimension(Dimension::Model, WholeJune, Currency());
        for (const auto &sum : *sums)
            names.append(sum.name);
        return names;
    }
    QStringList rowCounts()
    {
        QStringList counts;
        for (const auto &table : QString(Tables).split(u' '))
            counts.append(
                table + u' ' + m_database->value(u"SELECT COUNT(*) FROM %1"_s.arg(table))->toString());
        return counts;
    }
    //! Every value of every row.
    QStringList contents()
    {
        QStringList rows;
        for (const auto &table : QString(Tables).split(u' ')) {
            auto all = m_database->run(u"SELECT * FROM %1"_s.arg(table));
            while (all->next()) {
                QStringList values{table};
                for (int column = 0; column < all->record().count(); ++column)
                    values.append(all->value(column).toString());
                rows.append(values.join(u'|'));
            }
        }
        rows.sort();
        return rows;
    }

    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Database> m_database;
    AccountId m_account;
};

QTEST_GUILESS_MAIN(PollRepositoryTest)
#include "tst_poll_repository.moc"
