// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/balance_repository.h"
#include "storage/hour_use_repository.h"
#include "storage/key_spend_repository.h"
#include "storage/listing_repository.h"
#include "storage/outage_repository.h"
#include "storage/poll_repository.h"
#include "storage/price_change_repository.h"
#include "storage/request_rate_repository.h"
#include "support/ledger_facts.h"
#include "support/request_rows.h"
#include "support/temp_profile.h"

#include <QTest>

#include <memory>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

//! What rules ask the ledger about a moment that may lie in the past.
class RuleFactsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TempProfile>();
        m_database = std::make_unique<Database>(m_profile->open());
        m_account = addAccount(*m_database, u"Main"_s);
        setZone(*m_database, "UTC");
    }

    void remembersOutages()
    {
        poll({}, june(18, 8));
        for (const int minute : {0, 5, 15})
            pollFails(june(18, 9, minute));
        poll({}, june(18, 9, 30));
        pollFails(june(18, 12));
        OutageRepository outages(*m_database);
        QCOMPARE(outages.at(june(18, 8, 59))->size(), 0);
        QCOMPARE(outages.at(june(18, 9))->value(m_account).polls, 1);
        QCOMPARE(outages.at(june(18, 9, 29))->value(m_account).polls, 2); // about
        QCOMPARE(outages.at(june(18, 9, 30))->size(), 0);
        QCOMPARE(outages.at(june(18, 23))->value(m_account).beganAt, june(18, 12));
        const auto all = *outages.between(june(18), june(19));
        QCOMPARE(all.size(), 2);
        QCOMPARE(all.at(0).polls, 3);
        QCOMPARE(all.at(0).endedAt, std::optional(june(18, 9, 30)));
        QCOMPARE(all.at(0).state, AccountState::Unreachable);
        QVERIFY(!all.at(1).endedAt);
        QCOMPARE(outages.between(june(18, 9, 30), june(18, 12))->size(), 0);
    }

    void keepsPricesThatMoveAndNothingElse()
    {
        const auto catalogue = [](qint64 alpha, std::optional<qint64> beta, const QString &code) {
            ModelListing a;
            a.model = u"alpha"_s;
            a.input = UnitPrice{alpha, {}};
            ModelListing b;
            b.model = u"beta"_s;
            if (beta)
                b.input = UnitPrice{*beta, currency(code)};
            PollFacts facts;
            facts.catalogue.append(a);
            facts.catalogue.append(b);
            return facts;
        };
        poll(catalogue(10, 20, u"USD"_s), june(10)); // all new
        poll(catalogue(10, {}, u"USD"_s), june(11)); // no longer told
        poll(catalogue(11, 20, u"USD"_s), june(12));
        poll(catalogue(11, 20, u"EUR"_s), june(13)); // another currency
        poll(catalogue(11, 25, u"EUR"_s), june(14));
        const auto changes = *PriceChangeRepository(*m_database).between(june(1), june(30));
        QCOMPARE(changes.size(), 2);
        QCOMPARE(changes.at(0).model, u"alpha"_s);
        QCOMPARE(changes.at(0).at, june(12));
        QCOMPARE(changes.at(0).inputBefore->femtos, 10);
        QCOMPARE(changes.at(0).inputAfter->femtos, 11);
        QVERIFY(!changes.at(0).outputBefore);
        QCOMPARE(changes.at(1).inputAfter, std::optional(UnitPrice{25, currency(u"EUR")}));
        QCOMPARE(PriceChangeRepository(*m_database).between(june(12, 1), june(14))->size(), 0);
    }

    void tellsTheLastTwoBalances()
    {
        const auto tell = [this](int hour, qint64 amount) {
            PollFacts facts;
            facts.balance = BalanceFacts{cents(amount), u"GET /credits"_s};
            poll(facts, june(18, hour));
        };
        tell(8, 500);
        tell(9, 400);
        tell(10, 400);
        const auto at = [this](const QDateTime &now) {
            QList<qint64> amounts;
            const auto readings = *BalanceRepository(*m_database).lastTwo(m_account, now);
            for (const auto &reading : readings)
                amounts.append(reading.amount.nanos() / 10'000'000);
            return amounts;
        };
        QCOMPARE(at(june(18, 7)), QList<qint64>{});
        QCOMPARE(at(june(18, 8)), QList<qint64>{500});
        QCOMPARE(at(june(18, 9)), (QList<qint64>{400, 500}));
        QCOMPARE(at(june(18, 10)), (QList<qint64>{400, 400}));
    }

    void countsWhatWasKnownByThen()
    {
        PollFacts facts;
        facts.buckets.append(bucket(17, {}, 100, u"k"_s));
        auto today = bucket(18, {}, 30, u"k"_s); // ends at midnight, told at nine
        facts.buckets.append(today);
        poll(facts, june(18, 9));
        const auto costAt = [this](const QDateTime &now) {
            qint64 sum = 0;
            const auto days = *KeySpendRepository(*m_database, now).byDay({june(1).date(), june(30).date()});
            for (const auto &day : days)
                sum += day.cost.nanos() / 10'000'000;
            return sum;
        };
        QCOMPARE(costAt(june(17, 23)), 0);
        QCOMPARE(costAt(june(18)), 100);
        QCOMPARE(costAt(june(18, 8)), 100);
        QCOMPARE(costAt(june(18, 9)), 130);
        KeySpendRepository spend(*m_database, june(18, 9));
        QCOMPARE(spend.firstDays(june(1).date())->value(KeyId(1)), june(17).date());
        QCOMPARE(spend.firstDays(june(18).date())->value(KeyId(1)), june(18).date());
        QCOMPARE(spend.lastUsed(june(1))->value(KeyId(1)), june(18, 9)); // not in the future
        QCOMPARE(*spend.billed(m_account, {june(17).date(), june(18).date()}, {}), std::optional(cents(130)));
        QVERIFY(!spend.billed(m_account, {june(1).date(), june(2).date()}, {})->has_value());
        QCOMPARE(*spend.firstDay(m_account), std::optional(june(17).date()));
    }

    void findsAccountsWhoseSpendIsOfNoKey()
    {
        PollFacts facts;
        facts.buckets.append(bucket(10, {}, 10000, u"k"_s));
        poll(facts, june(11));
        KeySpendRepository spend(*m_database, june(20));
        QCOMPARE(spend.withSpendOfNoKey(june(1))->size(), 0);
        const auto other = addAccount(*m_database, u"Other"_s);
        facts.buckets.clear();
        facts.buckets.append(bucket(10, u"alpha"_s, 100));
        QVERIFY(PollRepository(*m_database).store(other, facts, june(11)));
        QCOMPARE(*spend.withSpendOfNoKey(june(1)), QSet<AccountId>{other});
        QCOMPARE(spend.withSpendOfNoKey(june(12))->size(), 0);
    }

    void tellsHoursApart()
    {
        PollFacts facts;
        facts.buckets.append(hourly(june(18, 2), 1, 100));
        facts.buckets.append(hourly(june(18, 5), 3, 900)); // nobody knows which of three
        poll(facts, june(18, 9));
        rows(june(18, 14, 40), 3, june(18, 15));
        HourUseRepository hours(*m_database);
        const auto first = june(18).toSecsSinceEpoch() / 3600;
        QHash<qint64, qint64> spent;
        const auto told = *hours.spent(june(18), june(19));
        for (const auto &one : told)
            spent.insert(one.hour - first, one.cost.nanos() / 10'000'000);
        QCOMPARE(spent, (QHash<qint64, qint64>{{2, 100}, {14, 3}}));
        QSet<qint64> used;
        const auto maybe = *hours.maybeUsed(KeyId(1), june(18), june(19));
        for (const auto hour : maybe)
            used.insert(hour - first);
        QCOMPARE(used, (QSet<qint64>{2, 5, 6, 7, 14}));
        QCOMPARE(hours.spent(june(18), june(18, 14))->size(), 1);
        QCOMPARE(hours.spent(june(18), june(19), KeyId(2))->size(), 0);
    }

    void addsServedModelsUpOnceWhereverTheyAreCut()
    {
        rows(june(18, 9), 3, june(18, 10));
        rows(june(18, 20), 4, june(18, 21));
        RequestRateRepository rates(*m_database);
        const auto servedBy = [&](const QDateTime &until) {
            const auto pairs = *rates.served(june(18), until);
            return pairs.isEmpty() ? 0 : pairs.constFirst().requests;
        };
        QCOMPARE(servedBy(june(18, 8)), 0);
        QCOMPARE(servedBy(june(18, 12)), 3); // in the middle of a stretch
        QCOMPARE(servedBy(june(18, 22)), 7);
        QCOMPARE(servedBy(june(20)), 7);
        QCOMPARE(rates.rates(june(18, 9), june(18, 10))->constFirst().requests, 3);
        QVERIFY(*rates.hasRows(june(18), june(19)));
        QVERIFY(!*rates.hasRows(june(19), june(20)));
        QCOMPARE(rates.whole(june(18, 9), june(18, 10))->size(), 1);
        QCOMPARE(rates.whole(june(18, 11), june(18, 12))->size(), 0);
        QCOMPARE(rates.keysWithRows()->value(KeyId(1)), m_account);
    }

private:
    void poll(const PollFacts &facts, const QDateTime &at)
    {
        QVERIFY(PollRepository(*m_database).store(m_account, facts, at).has_value());
    }
    void pollFails(const QDateTime &at)
    {
        Error error;
        error.kind = Error::Kind::Timeout;
        QVERIFY(AccountRepository(*m_database).markFailed(m_account, at, error));
    }
    static BucketFacts hourly(const QDateTime &start, int hours, qint64 amount)
    {
        auto facts = bucket(1, {}, amount, u"k"_s);
        facts.start = start;
        facts.end = start.addSecs(3600 * hours);
        return facts;
    }
    void rows(const QDateTime &at, int count, const QDateTime &polled)
    {
        PollFacts facts;
        for (int i = 0; i < count; ++i) {
            auto row = request(u"r%1-%2"_s.arg(at.time().hour()).arg(i), at.addSecs(i), 1);
            row.remoteKeyId = u"k"_s;
            facts.requests.append(row);
        }
        facts.requestsEndpoint = u"GET /usage"_s;
        facts.whole = WholeInterval{polled.addSecs(-3600), polled};
        poll(facts, polled);
    }

    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Database> m_database;
    AccountId m_account;
};

QTEST_GUILESS_MAIN(RuleFactsTest)
#include "tst_rule_facts.moc"
