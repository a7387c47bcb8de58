// SPDX-License-Identifier: GPL-3.0-or-later
#include "analytics/overview_builder.h"
#include "storage/budget_repository.h"
#include "storage/key_repository.h"
#include "storage/poll_repository.h"
#include "support/random_polls.h"
#include "support/temp_profile.h"

#include <QTest>

#include <memory>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

class OverviewTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TempProfile>();
        m_database = std::make_unique<Database>(m_profile->open());
        QVERIFY(m_database->execute(u"PRAGMA synchronous = OFF"_s));
    }

    void withoutAccountsItIsEmpty()
    {
        const auto overview = build(june(18, 12));
        QVERIFY(overview.accounts.isEmpty() && overview.keys.isEmpty() && overview.alerts.isEmpty());
        QVERIFY(overview.spent.isZero());
        QVERIFY(!overview.budget && !overview.usualDay);
        QVERIFY(!overview.isAtLeast);
        QCOMPARE(overview.cumulative.size(), 18);
        QVERIFY(overview.lastMonth.isEmpty() && overview.byKey.isEmpty() && overview.byModel.isEmpty());
        QCOMPARE(overview.currency, Currency());
    }

    void itsFiguresAgreeWithEachOther_data()
    {
        QTest::addColumn<QByteArray>("zone");
        QTest::newRow("UTC") << QByteArray("UTC");
        QTest::newRow("ahead") << QByteArray("Pacific/Auckland");
        QTest::newRow("behind") << QByteArray("America/New_York");
    }
    void itsFiguresAgreeWithEachOther()
    {
        QFETCH(const QByteArray, zone);
        setZone(*m_database, zone);
        auto latest = june(1);
        for (quint32 seed = 0; seed < 12; ++seed) {
            const auto account = addAccount(*m_database, u"account %1"_s.arg(seed));
            RandomGateway gateway(seed);
            for (int poll = 0; poll < 15; ++poll) {
                const auto facts = gateway.poll();
                QVERIFY(PollRepository(*m_database).store(account, facts, gateway.now()).has_value());
            }
            latest = std::max(latest, gateway.now());
        }
        labelKeys(latest.addDays(-10));
        const auto overview = build(latest);

        QVERIFY(overview.spent.nanos() > 0);
        QCOMPARE(overview.cumulative.constLast(), overview.spent);
        QCOMPARE(overview.counted, overview.spent);
        QCOMPARE(overview.cumulative.size(), overview.month.first.daysTo(overview.today) + 1);
        for (const auto *series :
            {&overview.byKey, &overview.byModel, &overview.byEnvironment, &overview.byTeam})
            checkSeries(*series, overview);
        QVERIFY(overview.forecast);
        QVERIFY(overview.forecast->expected >= overview.spent && overview.forecast->low >= overview.spent);
        QCOMPARE(overview.forecastDays.constLast(), *overview.forecast);
        auto byAccount = Money();
        for (const auto &line : overview.accounts)
            byAccount += line.spentThisMonth;
        QCOMPARE(byAccount, overview.spent);
        QCOMPARE(overview.byTeam.size(), 3);
        QCOMPARE(overview.byEnvironment.size(), 3); // prod, dev, and keys without
        QVERIFY(overview.byKey.size() > 8); // seven, the rest, what is not itemised
        QVERIFY(overview.byKey.at(7).isRest);
        QVERIFY(overview.byKey.at(7).members > 1);
        QVERIFY(overview.byKey.at(8).name.isEmpty() && !overview.byKey.at(8).isRest);
        for (qsizetype i = 1; i < overview.keys.size(); ++i)
            QVERIFY(overview.keys.at(i - 1).month >= overview.keys.at(i).month);
    }

    void namesModelsInUseThatAreAboutToGo()
    {
        const auto account = addAccount(*m_database, u"Main"_s);
        PollFacts facts;
        facts.buckets = {bucket(17, u"alpha"_s, 100)};
        ModelListing listing;
        listing.model = u"alpha"_s;
        listing.expiresOn = QDate(2026, 6, 30);
        facts.catalogue = {listing};
        QVERIFY(PollRepository(*m_database).store(account, facts, june(18)).has_value());
        QCOMPARE(build(june(18, 12)).expiringModels,
            (QList<ExpiringModel>{{account, u"Main"_s, u"alpha"_s, QDate(2026, 6, 30)}}));
        QVERIFY(build(june(8)).expiringModels.isEmpty());
    }

    void saysTodayTheWeekAndTheUsualDay()
    {
        const auto account = addAccount(*m_database, u"Main"_s);
        QList<BucketFacts> days;
        for (int day = 10; day <= 18; ++day)
            days.append(bucket(day, u"alpha"_s, day));
        store(account, days, june(18, 12));
        const auto overview = build(june(18, 12));
        QCOMPARE(overview.today, QDate(2026, 6, 18));
        QCOMPARE(overview.todaySoFar, cents(18));
        QCOMPARE(overview.lastSevenDays, cents(12 + 13 + 14 + 15 + 16 + 17 + 18));
        QVERIFY(overview.usualDay.has_value());
        QCOMPARE(overview.usualDay->nanos(), cents(27).nanos() / 2); // between 13 and 14
        QVERIFY(overview.lastMonth.isEmpty());
        QVERIFY(qAbs(overview.monthGone - 17.5 / 30) < 1e-9);
    }

    void twoDaysAreNotEnoughToSayWhatIsUsual()
    {
        const auto account = addAccount(*m_database, u"Main"_s);
        store(account, {bucket(16, u"alpha"_s, 5), bucket(17, u"alpha"_s, 5)}, june(18, 12));
        QVERIFY(!build(june(18, 12)).usualDay.has_value());
        QVERIFY(build(june(19, 12)).usualDay.has_value());
    }

    void theMonthBeforeIsToldWholeOrNotAtAll()
    {
        const auto account = addAccount(*m_database, u"Main"_s);
        const auto now = june(2, 12);
        store(account, {bucket(-1, u"alpha"_s, 5), bucket(0, u"alpha"_s, 6), bucket(1, u"alpha"_s, 7)}, now);
        QVERIFY(build(now).lastMonth.isEmpty()); // half a month would look like a cheap one
        store(account, {bucket(-30, u"alpha"_s, 2)}, now); // 1 May
        const auto overview = build(now);
        QCOMPARE(overview.lastMonth.size(), 31);
        QCOMPARE(overview.lastMonth.constFirst(), cents(2));
        QCOMPARE(overview.lastMonth.constLast(), cents(13));
        QCOMPARE(overview.spent, cents(7));
        QCOMPARE(overview.cumulative, (QList<Money>{cents(7), cents(7)}));
    }

    void oldFiguresAreStaleAndMakeTheTotalAtLeast_data()
    {
        QTest::addColumn<int>("age"); // minutes; -1: never polled
        QTest::addColumn<int>("failures");
        QTest::addColumn<bool>("stale");
        QTest::newRow("fresh") << 0 << 0 << false;
        QTest::newRow("two polls old") << 12 << 0 << false;
        QTest::newRow("older") << 13 << 0 << true;
        QTest::newRow("missed one") << 5 << 1 << false;
        QTest::newRow("missed two") << 5 << 2 << true;
        QTest::newRow("never polled") << -1 << 0 << true;
    }
    void oldFiguresAreStaleAndMakeTheTotalAtLeast()
    {
        QFETCH(const int, age);
        QFETCH(const int, failures);
        QFETCH(const bool, stale);
        const auto now = june(18, 12);
        const auto account = addAccount(*m_database, u"Main"_s);
        if (age >= 0)
            store(account, {bucket(17, u"alpha"_s, 5)}, now.addSecs(-60 * age));
        for (int i = 0; i < failures; ++i)
            QVERIFY(AccountRepository(*m_database).markFailed(account, now, {Error::Kind::Network}));
        const auto overview = build(now);
        QCOMPARE(overview.accounts.constFirst().isStale, stale);
        QCOMPARE(overview.isAtLeast, stale);
    }

    void anAccountThatDoesNotTellMakesTheTotalAtLeast()
    {
        store(addAccount(*m_database, u"Mute"_s, false), {}, june(18, 12));
        QVERIFY(build(june(18, 12)).isAtLeast);
    }

    void theBudgetSaysWhatCounts_data()
    {
        QTest::addColumn<bool>("includes");
        QTest::addColumn<int>("counted");
        QTest::newRow("with BYOK") << true << 700;
        QTest::newRow("without") << false << 500;
    }
    void theBudgetSaysWhatCounts()
    {
        QFETCH(const bool, includes);
        QFETCH(const int, counted);
        auto day = bucket(17, u"alpha"_s, 500);
        day.amount.byok = cents(200);
        store(addAccount(*m_database, u"Main"_s), {day}, june(18, 12));
        setBudget(cents(10'000), includes);
        const auto overview = build(june(18, 12));
        QVERIFY(overview.budget.has_value());
        QCOMPARE(overview.spent, cents(500));
        QCOMPARE(overview.byok, cents(200));
        QCOMPARE(overview.counted, cents(counted));
    }

    void otherCurrenciesAreNamedApart()
    {
        const auto yuan = currency(u"CNY");
        store(addAccount(*m_database, u"Main"_s),
            {bucket(16, u"alpha"_s, 5), bucket(17, u"alpha"_s, 5), bucket(17, u"beta"_s, 900, u"k"_s, yuan)},
            june(18, 12));
        QCOMPARE(build(june(18, 12)).currency, Currency());
        QCOMPARE(build(june(18, 12)).spent, cents(10));
        QCOMPARE(build(june(18, 12)).otherCurrencies, QList<Money>{cents(900, yuan)});
        setBudget(cents(10'000, yuan), false); // the page counts in the budget's currency
        QCOMPARE(build(june(18, 12)).spent, cents(900, yuan));
        QCOMPARE(build(june(18, 12)).otherCurrencies, QList<Money>{cents(10)});
    }

    void balancesAreToldWithTheirAge()
    {
        const auto account = addAccount(*m_database, u"Main"_s);
        QVERIFY(!build(june(18, 12)).accounts.constFirst().balance);
        PollFacts facts;
        facts.balance = BalanceFacts{cents(4200), u"GET /credits"_s};
        QVERIFY(PollRepository(*m_database).store(account, facts, june(18, 12)).has_value());
        const auto line = build(june(18, 13)).accounts.constFirst();
        QVERIFY(line.balance == cents(4200));
        QVERIFY(line.balanceAt == june(18, 12));
        QCOMPARE(line.gatewayName, u"OpenRouter"_s);
        QVERIFY(line.offersBalance);
    }

private:
    //! Two in three keys belong to somebody; the last third to nobody.
    void labelKeys(const QDateTime &from)
    {
        const QList<KeyLabels> labels{{u"prod"_s, u"Support"_s, {}, {}}, {u"dev"_s, u"Search"_s, {}, {}}};
        KeyRepository repository(*m_database);
        const auto keys = repository.all();
        QVERIFY(keys.has_value());
        for (qsizetype i = 0; i < keys->size(); ++i) {
            if (i % 3 < labels.size())
                QVERIFY(repository.label(keys->at(i).id, labels.at(i % 3), from).has_value());
        }
    }
    Overview build(const QDateTime &now)
    {
        const QHash<QString, GatewayTraits> traits{{u"openrouter"_s, {u"OpenRouter"_s, true}}};
        auto overview = OverviewBuilder(*m_database, now, traits).build();
        if (!overview)
            qFatal("%s", qPrintable(overview.error().detail));
        return *std::move(overview);
    }
    void store(AccountId account, const QList<BucketFacts> &days, const QDateTime &at)
    {
        PollFacts facts;
        facts.buckets = days;
        QVERIFY(PollRepository(*m_database).store(account, facts, at).has_value());
    }
    void setBudget(Money limit, bool includesByok)
    {
        Budget budget;
        budget.name = u"Everything"_s;
        budget.limit = limit;
        budget.includesByok = includesByok;
        budget.createdAt = june(1);
        const auto known = *BudgetRepository(*m_database).byName(budget.name);
        budget.id = known ? known->id : BudgetId();
        QVERIFY(BudgetRepository(*m_database).save(budget).has_value());
    }

    //! The stack of every day is that day's total, and all of them are the month's.
    static void checkSeries(const QList<DailySeries> &series, const Overview &overview)
    {
        auto sum = Money();
        QList<Money> days(overview.month.days(), Money());
        for (const auto &one : series) {
            sum += one.total;
            auto own = Money();
            for (qsizetype day = 0; day < days.size(); ++day) {
                QVERIFY(!one.days.at(day).isNegative());
                days[day] += one.days.at(day);
                own += one.days.at(day);
            }
            QCOMPARE(own, one.total);
        }
        QCOMPARE(sum, overview.spent);
        auto running = Money();
        for (qsizetype day = 0; day < overview.cumulative.size(); ++day) {
            running += days.at(day);
            QCOMPARE(running, overview.cumulative.at(day));
        }
    }

    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Database> m_database;
};

QTEST_GUILESS_MAIN(OverviewTest)
#include "tst_overview.moc"
