// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/alert_repository.h"
#include "storage/key_event_repository.h"
#include "support/rule_world.h"

#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

//! Prices, hours, keys without a cap, and the digest.
class OtherRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world = std::make_unique<RuleWorld>(); }

    void tellsOfPricesThatMove_data()
    {
        QTest::addColumn<int>("before"); // femtos a token, of input; output stays
        QTest::addColumn<int>("after");
        QTest::addColumn<double>("percent"); // 0: nothing is told
        QTest::newRow("the same") << 1000 << 1000 << 0.0;
        QTest::newRow("exactly the level") << 1000 << 1050 << 0.0;
        QTest::newRow("dearer") << 1000 << 1060 << 6.0;
        QTest::newRow("cheaper") << 1000 << 500 << -50.0;
        QTest::newRow("no longer free") << 0 << 10 << 100.0;
    }
    void tellsOfPricesThatMove()
    {
        QFETCH(const int, before);
        QFETCH(const int, after);
        QFETCH(const double, percent);
        use(u"alpha"_s);
        offer(u"alpha"_s, before, june(17, 9));
        offer(u"alpha"_s, after, june(18, 9));
        const auto found = m_world->look(rule(AlertKind::PriceChange), june(18, 9)).found;
        QCOMPARE(found.size(), percent == 0.0 ? 0 : 1);
        QCOMPARE(m_world->seen(rule(AlertKind::PriceChange), june(18, 8)), QStringList{}); // not yet
        if (found.isEmpty())
            return;
        QCOMPARE(found.constFirst().subject, u"model:alpha"_s);
        QCOMPARE(found.constFirst().occurrence, u"2026-06-18T09:00:00Z 1"_s);
        const auto &facts = found.constFirst().facts;
        QCOMPARE(*facts.percent, percent);
        QCOMPARE(*facts.usual, Money::fromNanos(before)); // per million
        QCOMPARE(*facts.spent, Money::fromNanos(after));
        QCOMPARE(*facts.expected, Money::fromNanos(7000));
        offer(u"alpha"_s, after, june(19, 9)); // nothing new
        QCOMPARE(m_world->seen(rule(AlertKind::PriceChange), june(19, 9)).size(), 1);
        QCOMPARE(m_world->seen(rule(AlertKind::PriceChange), june(26)), QStringList{}); // old news
    }

    void mindsPricesOfModelsInUseOnly()
    {
        use(u"beta"_s);
        offer(u"alpha"_s, 1000, june(17, 9));
        offer(u"alpha"_s, 9000, june(18, 9));
        QCOMPARE(m_world->seen(rule(AlertKind::PriceChange), june(18, 9)), QStringList{});
    }

    //! A batch runs on weekdays at 02:00; the 18th of June is a Thursday.
    void findsSpendAtAnUnusualHour_data()
    {
        QTest::addColumn<int>("hour"); // of the 18th
        QTest::addColumn<int>("cents");
        QTest::addColumn<bool>("fires");
        QTest::newRow("at its hour") << 2 << 900 << false;
        QTest::newRow("a little late") << 3 << 900 << false;
        QTest::newRow("at another hour") << 14 << 900 << true;
        QTest::newRow("not worth a word") << 14 << 100 << false;
        QTest::newRow("just over the floor") << 14 << 101 << true;
    }
    void findsSpendAtAnUnusualHour()
    {
        QFETCH(const int, hour);
        QFETCH(const int, cents);
        QFETCH(const bool, fires);
        batch();
        spendAt(june(18, hour), cents);
        const QStringList expected{u"key:1 fires of 2026-06-18T%1:00:00Z"_s.arg(hour)};
        const auto seen = fires ? expected : QStringList{};
        QCOMPARE(m_world->seen(rule(AlertKind::UnusualHour), june(18, hour + 1)), seen);
        if (!fires)
            return;
        spendAt(june(18, hour + 1), 500); // goes on: still the same one
        QCOMPARE(m_world->seen(rule(AlertKind::UnusualHour), june(18, hour + 2)), seen);
        const auto found = m_world->look(rule(AlertKind::UnusualHour), june(18, hour + 2)).found;
        QCOMPARE(*found.constFirst().facts.spent, ledger::cents(cents + 500));
        QCOMPARE(*found.constFirst().facts.since, june(18, hour));
        m_world->pollFails(june(18, 20));
        QCOMPARE(
            m_world->seen(rule(AlertKind::UnusualHour), june(18, 20)), QStringList{u"key:1 undecided"_s});
        m_world->poll({}, june(20));
        QCOMPARE(m_world->seen(rule(AlertKind::UnusualHour), june(20)), QStringList{}); // a day later
    }

    void findsNoUnusualHourOfAKeyThatIsAlwaysInUse()
    {
        PollFacts facts;
        for (int day = -20; day < 18; ++day) {
            for (int hour = 0; hour < 24; hour += 2)
                facts.buckets.append(anHour(june(day, hour), 50));
        }
        m_world->poll(facts, june(18));
        spendAt(june(18, 14), 9000);
        QCOMPARE(m_world->seen(rule(AlertKind::UnusualHour), june(18, 15)), QStringList{});
    }

    void findsNoUnusualHourWhereOnlyDaysAreTold()
    {
        PollFacts facts;
        for (int day = -20; day < 18; ++day)
            facts.buckets.append(bucket(day, {}, 500, u"k"_s));
        m_world->poll(facts, june(18));
        spendAt(june(18, 14), 9000);
        QCOMPARE(m_world->seen(rule(AlertKind::UnusualHour), june(18, 15)), QStringList{});
    }

    void tellsOfKeysThatNobodyAdded()
    {
        list({listed(u"first"_s)}, june(1));
        QCOMPARE(m_world->seen(rule(AlertKind::UncappedKey), june(1)), QStringList{}); // there from the start
        list({listed(u"first"_s), listed(u"second"_s)}, june(10));
        QCOMPARE(m_world->seen(rule(AlertKind::UncappedKey), june(10)), QStringList{u"key:2 fires"_s});
        QCOMPARE(m_world->seen(rule(AlertKind::UncappedKey), june(9)), QStringList{});
        QCOMPARE(m_world->seen(rule(AlertKind::UncappedKey), june(18)), QStringList{u"key:2 holds"_s});
        m_world->pollFails(june(18));
        QCOMPARE(m_world->seen(rule(AlertKind::UncappedKey), june(18)), QStringList{u"key:2 holds"_s});
        QVERIFY(KeyRepository(m_world->database()).label(KeyId(2), {{}, u"Team A"_s, {}, {}}, june(18)));
        QCOMPARE(m_world->seen(rule(AlertKind::UncappedKey), june(18)), QStringList{});
    }

    void aStrangerStaysOneWhenTheFirstKeyGoes()
    {
        list({listed(u"first"_s)}, june(1));
        list({listed(u"first"_s), listed(u"second"_s)}, june(10));
        PollFacts facts;
        facts.keys = {listed(u"second"_s)};
        facts.listsAllKeys = true;
        m_world->poll(facts, june(11));
        QCOMPARE(m_world->seen(rule(AlertKind::UncappedKey), june(11)), QStringList{u"key:2 fires"_s});
    }

    void aKeyMadeHereIsNoStranger()
    {
        list({listed(u"first"_s)}, june(1));
        QVERIFY(KeyRepository(m_world->database()).apply(m_world->account(), listed(u"second"_s), june(10)));
        QCOMPARE(m_world->seen(rule(AlertKind::UncappedKey), june(10)), QStringList{});
    }

    void tellsOfUncappedKeysThatCost_data()
    {
        QTest::addColumn<int>("cents");
        QTest::addColumn<bool>("hasCap");
        QTest::addColumn<bool>("fires");
        QTest::newRow("little") << 5000 << false << false;
        QTest::newRow("more than the floor") << 5001 << false << true;
        QTest::newRow("with a cap") << 90000 << true << false;
    }
    void tellsOfUncappedKeysThatCost()
    {
        QFETCH(const int, cents);
        QFETCH(const bool, hasCap);
        QFETCH(const bool, fires);
        auto facts = listed(u"k"_s);
        if (hasCap)
            facts.cap = Cap{ledger::cents(100000), {}, {}};
        list({facts}, june(1));
        m_world->spend(u"k"_s, 10, cents);
        QCOMPARE(m_world->seen(rule(AlertKind::UncappedKey), june(18)),
            fires ? QStringList{u"key:1 fires step 1 of 2026-06-01"_s} : QStringList{});
        QCOMPARE(m_world->seen(rule(AlertKind::UncappedKey), june(31)), QStringList{}); // a new month
    }

    void digestsTheWeekFromItsMomentOnUntilTheNext_data()
    {
        QTest::addColumn<QDateTime>("now");
        QTest::addColumn<QStringList>("seen");
        QTest::newRow("nothing known yet") << june(7, 9) << QStringList{};
        QTest::newRow("just before") << june(21, 5, 59) << QStringList{u"week fires of 2026-06-14"_s};
        QTest::newRow("its moment") << june(21, 6) << QStringList{u"week fires of 2026-06-21"_s};
        QTest::newRow("days later") << june(27, 9) << QStringList{u"week fires of 2026-06-21"_s};
        QTest::newRow("the next one") << june(28, 6) << QStringList{u"week fires of 2026-06-28"_s};
    }
    void digestsTheWeekFromItsMomentOnUntilTheNext()
    {
        QFETCH(const QDateTime, now);
        setZone(m_world->database(), "Europe/Berlin"); // two hours ahead: 08:00 is 06:00 UTC
        m_world->spend(u"k"_s, 10, 100);
        QTEST(m_world->seen(rule(AlertKind::WeeklyDigest), now), "seen");
    }

    void theDigestAddsUpWholeDays()
    {
        for (const auto &[day, cents] : {std::pair{8, 1}, {13, 10}, {14, 100}, {20, 1000}, {21, 10000}})
            m_world->spend(u"k"_s, day, cents);
        Alert alert;
        alert.kind = AlertKind::Spike;
        alert.raisedAt = alert.lastTrueAt = june(16);
        QVERIFY(AlertRepository(m_world->database()).addOnce(alert)->has_value());
        m_world->pollFails(june(22, 7));
        m_world->poll({}, june(22, 8));
        m_world->pollFails(june(17, 7));
        m_world->pollFails(june(17, 8));
        m_world->poll({}, june(22, 9));
        const auto found = m_world->look(rule(AlertKind::WeeklyDigest), june(22, 10)).found;
        QCOMPARE(found.size(), 1);
        const auto &facts = found.constFirst().facts;
        QCOMPARE(facts.periodFirst, QDate(2026, 6, 14));
        QCOMPARE(facts.periodLast, QDate(2026, 6, 20));
        QCOMPARE(*facts.spent, ledger::cents(1100));
        QCOMPARE(*facts.usual, ledger::cents(11));
        QCOMPARE(*facts.count, 1);
        QCOMPARE(*facts.of, 2);
        QCOMPARE(facts.driver, u"k"_s);
    }

private:
    AlertRule rule(AlertKind kind) { return m_world->rule(kind); }

    void use(const QString &model)
    {
        PollFacts facts;
        facts.buckets = {bucket(10, model, 500)};
        m_world->poll(facts, june(11));
    }
    void offer(const QString &model, qint64 input, const QDateTime &at)
    {
        ModelListing listing;
        listing.model = model;
        listing.input = UnitPrice{input, {}};
        listing.output = UnitPrice{7000, {}};
        PollFacts facts;
        facts.catalogue = {listing};
        m_world->poll(facts, at);
    }

    static BucketFacts anHour(const QDateTime &hour, qint64 cents)
    {
        auto facts = bucket(1, {}, cents, u"k"_s);
        facts.start = hour;
        facts.end = hour.addSecs(3600);
        return facts;
    }
    void spendAt(const QDateTime &hour, qint64 cents)
    {
        PollFacts facts;
        facts.buckets = {anHour(hour, cents)};
        m_world->poll(facts, hour.addSecs(3600));
    }
    void batch()
    {
        PollFacts facts;
        for (int day = -20; day < 18; ++day) {
            if (june(day).date().dayOfWeek() <= 5)
                facts.buckets.append(anHour(june(day, 2), 800));
        }
        m_world->poll(facts, june(18));
    }

    static KeyFacts listed(const QString &name)
    {
        auto facts = ledger::key(name);
        facts.masked = u"sk-…"_s + name;
        return facts;
    }
    void list(const QList<KeyFacts> &keys, const QDateTime &at)
    {
        PollFacts facts;
        facts.keys = keys;
        m_world->poll(facts, at);
    }

    std::unique_ptr<RuleWorld> m_world;
};

QTEST_GUILESS_MAIN(OtherRulesTest)
#include "tst_other_rules.moc"
