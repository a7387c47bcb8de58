// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rule_world.h"

#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

class BalanceRuleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world = std::make_unique<RuleWorld>(); }

    //! At 10 dollars a day.
    void firesWhenTwoPollsAgree_data()
    {
        QTest::addColumn<int>("before"); // cents
        QTest::addColumn<int>("now");
        QTest::addColumn<QStringList>("seen");
        const QStringList fires{u"account:1 fires"_s};
        const QStringList holds{u"account:1 holds"_s};
        QTest::newRow("enough") << 20000 << 20000 << QStringList{};
        QTest::newRow("five days are enough") << 7000 << 7000 << QStringList{};
        QTest::newRow("just five days hold") << 5000 << 5000 << holds;
        QTest::newRow("less than five days") << 4999 << 4999 << fires;
        QTest::newRow("low and lower") << 4999 << 4900 << fires;
        QTest::newRow("only the last poll says so") << 20000 << 4900 << holds;
        QTest::newRow("it came back") << 4900 << 20000 << holds;
        QTest::newRow("between the levels") << 5100 << 6000 << holds;
        QTest::newRow("empty") << 0 << 0 << fires;
        QTest::newRow("below nothing") << -100 << -200 << fires;
    }
    void firesWhenTwoPollsAgree()
    {
        QFETCH(const int, before);
        QFETCH(const int, now);
        pace();
        tell(june(18, 9), before);
        tell(june(18, 10), now);
        QTEST(m_world->seen(rule(0), june(18, 10)), "seen");
    }

    void oneLowPollIsNotEnough()
    {
        pace();
        tell(june(18, 9), 100);
        QCOMPARE(m_world->seen(rule(0), june(18, 9)), QStringList{u"account:1 holds"_s});
        tell(june(18, 9, 5), 100);
        QCOMPARE(m_world->seen(rule(0), june(18, 9, 5)), QStringList{u"account:1 fires"_s});
    }

    void respectsTheFloorWhereTheAccountIsUsed_data()
    {
        QTest::addColumn<int>("spent"); // cents, on the 1st of June
        QTest::addColumn<int>("balance");
        QTest::addColumn<QStringList>("seen");
        QTest::newRow("below the floor") << 10 << 24999 << QStringList{u"account:1 fires"_s};
        QTest::newRow("at the floor") << 10 << 25000 << QStringList{u"account:1 holds"_s};
        QTest::newRow("well above") << 10 << 27500 << QStringList{};
        QTest::newRow("nobody uses it") << 0 << 0 << QStringList{};
    }
    void respectsTheFloorWhereTheAccountIsUsed()
    {
        QFETCH(const int, spent);
        QFETCH(const int, balance);
        m_world->spend(u"k"_s, 1, spent);
        tell(june(18, 9), balance);
        tell(june(18, 10), balance);
        QTEST(m_world->seen(rule(25000), june(18, 10)), "seen");
    }

    void saysHowMuchAndUntilWhen()
    {
        pace();
        tell(june(18, 9), 4000);
        tell(june(18, 10), 4000);
        const auto found = m_world->look(rule(0), june(18, 10)).found;
        QCOMPARE(found.size(), 1);
        const auto &facts = found.constFirst().facts;
        QCOMPARE(facts.name, u"Main"_s);
        QCOMPARE(*facts.spent, cents(4000));
        QCOMPARE(*facts.usual, cents(1000));
        QCOMPARE(*facts.daysLeft, 4.0);
        QCOMPARE(*facts.until, june(22, 10));
        QCOMPARE(found.constFirst().severity, AlertSeverity::Critical);
    }

    void tellsNothingOfAnAccountThatDoesNotAnswer()
    {
        pace();
        tell(june(18, 9), 100);
        tell(june(18, 10), 100);
        m_world->pollFails(june(18, 11));
        QCOMPARE(m_world->seen(rule(0), june(18, 11)), QStringList{u"account:1 undecided"_s});
    }

    void knowsNothingOfWhatCameLater()
    {
        pace();
        tell(june(18, 9), 20000);
        tell(june(18, 10), 20000);
        tell(june(18, 11), 100);
        tell(june(18, 12), 100);
        QCOMPARE(m_world->seen(rule(0), june(18, 10, 30)), QStringList{});
        QCOMPARE(m_world->seen(rule(0), june(18, 12)), QStringList{u"account:1 fires"_s});
    }

private:
    AlertRule rule(qint64 floor) { return m_world->rule(AlertKind::LowBalance, u"floor"_s, floor); }
    void pace()
    {
        for (int day = 11; day <= 17; ++day)
            m_world->spend(u"k"_s, day, 1000);
    }
    void tell(const QDateTime &at, qint64 balance)
    {
        PollFacts facts;
        facts.balance = BalanceFacts{cents(balance), u"GET /credits"_s};
        m_world->poll(facts, at);
    }

    std::unique_ptr<RuleWorld> m_world;
};

QTEST_GUILESS_MAIN(BalanceRuleTest)
#include "tst_balance_rule.moc"
