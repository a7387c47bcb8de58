// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rule_world.h"

#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

class HealthRuleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world = std::make_unique<RuleWorld>(); }

    void firesAfterSoManyMinutesOrPolls_data()
    {
        QTest::addColumn<int>("failed"); // polls, five minutes apart from 09:05 on
        QTest::addColumn<int>("minute"); // after 09:00
        QTest::addColumn<bool>("fires");
        QTest::newRow("it answers") << 0 << 30 << false;
        QTest::newRow("one poll") << 1 << 5 << false;
        QTest::newRow("two polls") << 2 << 10 << true;
        QTest::newRow("one poll, not long enough") << 1 << 19 << false;
        QTest::newRow("one poll a quarter of an hour ago") << 1 << 20 << true;
    }
    void firesAfterSoManyMinutesOrPolls()
    {
        QFETCH(const int, failed);
        QFETCH(const int, minute);
        QFETCH(const bool, fires);
        m_world->poll({}, june(18, 9));
        for (int poll = 1; poll <= failed; ++poll)
            m_world->pollFails(june(18, 9, 5 * poll));
        QCOMPARE(m_world->seen(rule(), june(18, 9, minute)),
            fires ? QStringList{u"account:1 fires"_s} : QStringList{});
    }

    void saysSinceWhenAndWhy()
    {
        m_world->poll({}, june(18, 9));
        for (const int minute : {5, 10, 20})
            m_world->pollFails(june(18, 9, minute));
        const auto found = m_world->look(rule(), june(18, 9, 20)).found;
        QCOMPARE(found.size(), 1);
        const auto &facts = found.constFirst().facts;
        QCOMPARE(facts.name, u"Main"_s);
        QCOMPARE(*facts.count, 3);
        QCOMPARE(*facts.since, june(18, 9));
        QCOMPARE(facts.cause, u"unreachable"_s);
    }

    void isOverWithTheFirstAnswerAndSeenInThePast()
    {
        m_world->poll({}, june(18, 9));
        for (const int minute : {5, 10, 20})
            m_world->pollFails(june(18, 9, minute));
        m_world->poll({}, june(18, 9, 30));
        QCOMPARE(m_world->seen(rule(), june(18, 9, 30)), QStringList{});
        QCOMPARE(m_world->seen(rule(), june(18, 9, 20)), QStringList{u"account:1 fires"_s});
        QCOMPARE(m_world->seen(rule(), june(18, 9, 6)), QStringList{});
        QCOMPARE(m_world->seen(rule(), june(18, 9, 1)), QStringList{});
    }

    void tellsNothingOfAnAccountThatNeverAnswered()
    {
        m_world->pollFails(june(18, 9));
        m_world->pollFails(june(18, 10));
        QCOMPARE(m_world->seen(rule(), june(18, 11)), QStringList{u"account:1 undecided"_s});
    }

private:
    AlertRule rule() { return m_world->rule(AlertKind::GatewayHealth); }

    std::unique_ptr<RuleWorld> m_world;
};

QTEST_GUILESS_MAIN(HealthRuleTest)
#include "tst_health_rule.moc"
