// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rule_world.h"

#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

//! The 18th of June 2026 is a Thursday; so are the 21st and 28th of May, the 4th and the 11th.
class SpikeRuleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world = std::make_unique<RuleWorld>(); }

    void firesOnADayFarAboveTheUsual_data()
    {
        QTest::addColumn<QList<int>>("weeks"); // cents, the oldest week first
        QTest::addColumn<int>("today");
        QTest::addColumn<bool>("fires");
        const QList<int> steady{2000, 2000, 2000, 2000};
        QTest::newRow("as usual") << steady << 2000 << false;
        QTest::newRow("exactly at the level") << steady << 3000 << false;
        QTest::newRow("just over it") << steady << 3001 << true;
        QTest::newRow("over it, but no money") << QList<int>{100, 100, 100, 100} << 1000 << false;
        QTest::newRow("over it and over the floor") << QList<int>{100, 100, 100, 100} << 1001 << true;
        QTest::newRow("an earlier spike is not the usual")
            << QList<int>{2000, 90000, 2000, 2000} << 3100 << true;
        QTest::newRow("between two weeks, the mean of both") << QList<int>{4000, 2000} << 4400 << false;
        QTest::newRow("a week alone is no habit") << QList<int>{100} << 90000 << false;
        QTest::newRow("usually nothing at all") << QList<int>{1, 0, 0, 0} << 1500 << true;
    }
    void firesOnADayFarAboveTheUsual()
    {
        QFETCH(const QList<int>, weeks);
        QFETCH(const int, today);
        QFETCH(const bool, fires);
        for (int week = 0; week < weeks.size(); ++week)
            m_world->spend(u"k"_s, 18 - 7 * int(weeks.size() - week), weeks.at(week));
        m_world->spendSoFar(u"k"_s, june(18, 14), today);
        const auto expected = fires ? QStringList{u"key:1 fires of 2026-06-18"_s} : QStringList{};
        QCOMPARE(m_world->seen(rule(), june(18, 14)), expected);
        QCOMPARE(m_world->seen(rule(), june(18, 14)), expected); // looking changes nothing
    }

    void saysWhatAndHowMuch()
    {
        habit();
        m_world->spendSoFar(u"k"_s, june(18, 14), 6000);
        const auto found = m_world->look(rule(), june(18, 14)).found;
        QCOMPARE(found.size(), 1);
        const auto &facts = found.constFirst().facts;
        QCOMPARE(facts.name, u"k"_s);
        QCOMPARE(facts.accountName, u"Main"_s);
        QCOMPARE(*facts.spent, cents(6000));
        QCOMPARE(*facts.usual, cents(2000));
        QCOMPARE(*facts.times, 3.0);
        QCOMPARE(facts.periodFirst, QDate(2026, 6, 18));
        QCOMPARE(found.constFirst().severity, AlertSeverity::Warning);
        QCOMPARE(found.constFirst().source, rule().id.value());
    }

    void staysForTheMorningAfterAndIsOverThen()
    {
        habit();
        m_world->spend(u"k"_s, 18, 6000);
        const QStringList spike{u"key:1 fires of 2026-06-18"_s};
        QCOMPARE(m_world->seen(rule(), june(19, 9)), spike);
        m_world->spendSoFar(u"k"_s, june(20, 9), 0);
        QCOMPARE(m_world->seen(rule(), june(20, 9)), QStringList{});
    }

    void isOverWhenTheDayIsRestated()
    {
        habit();
        m_world->spend(u"k"_s, 18, 6000);
        m_world->spend(u"k"_s, 18, 2500);
        QCOMPARE(m_world->seen(rule(), june(19, 9)), QStringList{});
    }

    void tellsNothingOfAnAccountThatDoesNotAnswer()
    {
        habit();
        m_world->spendSoFar(u"k"_s, june(18, 14), 6000);
        m_world->pollFails(june(18, 15));
        QCOMPARE(m_world->seen(rule(), june(18, 15)), QStringList{u"key:1 undecided"_s});
        QCOMPARE(
            m_world->seen(rule(), june(18, 14, 30)), QStringList{u"key:1 fires of 2026-06-18"_s}); // the past
    }

    void knowsNothingOfWhatCameLater()
    {
        habit();
        m_world->spendSoFar(u"k"_s, june(18, 9), 2000);
        m_world->spendSoFar(u"k"_s, june(18, 20), 9000);
        QCOMPARE(m_world->seen(rule(), june(18, 8)), QStringList{});
    }

    void countsDaysOfTheReportingZone()
    {
        setZone(m_world->database(), "America/New_York");
        for (const int day : {-10, -3, 4, 11}) {
            PollFacts facts;
            facts.buckets = {hour(june(day, 23), 2000)};
            m_world->poll(facts, june(day + 1));
        }
        PollFacts facts;
        facts.buckets = {hour(june(19, 1), 9000)}; // still the 18th there
        m_world->poll(facts, june(19, 2));
        QCOMPARE(m_world->seen(rule(), june(19, 3)), QStringList{u"key:1 fires of 2026-06-18"_s});
    }

private:
    AlertRule rule() { return m_world->rule(AlertKind::Spike); }
    void habit()
    {
        for (const int day : {-10, -3, 4, 11})
            m_world->spend(u"k"_s, day, 2000);
    }
    static BucketFacts hour(const QDateTime &start, qint64 amount)
    {
        auto facts = bucket(1, {}, amount, u"k"_s);
        facts.start = start;
        facts.end = start.addSecs(3600);
        return facts;
    }

    std::unique_ptr<RuleWorld> m_world;
};

QTEST_GUILESS_MAIN(SpikeRuleTest)
#include "tst_spike_rule.moc"
