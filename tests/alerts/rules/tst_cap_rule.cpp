// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/rule_world.h"

#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

class CapRuleTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world = std::make_unique<RuleWorld>(); }

    void firesNearTheCapAndAtIt_data()
    {
        QTest::addColumn<int>("used"); // of 100 dollars, in cents
        QTest::addColumn<QStringList>("seen");
        const auto near = u"key:1 fires step 80 of 2026-06-01"_s;
        const auto wasNear = u"key:1 holds step 80 of 2026-06-01"_s;
        const auto reached = u"key:1 fires step 100 of 2026-06-01"_s;
        const auto wasReached = u"key:1 holds step 100 of 2026-06-01"_s;
        QTest::newRow("nothing") << 0 << QStringList{};
        QTest::newRow("well below") << 7500 << QStringList{};
        QTest::newRow("between") << 7501 << QStringList{wasNear};
        QTest::newRow("near") << 8000 << QStringList{near};
        QTest::newRow("just before") << 9501 << QStringList{wasReached, near};
        QTest::newRow("reached") << 10000 << QStringList{reached, wasNear};
        QTest::newRow("beyond") << 12000 << QStringList{reached, wasNear};
    }
    void firesNearTheCapAndAtIt()
    {
        QFETCH(const int, used);
        tell(june(18, 9), used);
        QTEST(m_world->seen(rule(), june(18, 9)), "seen");
    }

    void nearIsAWarningAndReachedWhatTheRuleSays()
    {
        tell(june(18, 9), 9000);
        QCOMPARE(m_world->look(rule(), june(18, 9)).found.constFirst().severity, AlertSeverity::Warning);
        tell(june(18, 10), 10000);
        const auto found = m_world->look(rule(), june(18, 10)).found;
        QCOMPARE(found.constFirst().severity, AlertSeverity::Critical);
        const auto &facts = found.constFirst().facts;
        QCOMPARE(*facts.spent, cents(10000));
        QCOMPARE(*facts.limit, cents(10000));
        QCOMPARE(*facts.percent, 100.0);
        QCOMPARE(*facts.until, june(31)); // 1 July, 00:00 UTC
    }

    void countsInTheGatewaysCalendar_data()
    {
        QTest::addColumn<QString>("reset");
        QTest::addColumn<QString>("occurrence");
        QTest::newRow("daily") << u"daily"_s << u" of 2026-06-18"_s;
        QTest::newRow("weekly") << u"weekly"_s << u" of 2026-06-15"_s;
        QTest::newRow("monthly") << u"monthly"_s << u" of 2026-06-01"_s;
        QTest::newRow("never") << QString() << QString();
        QTest::newRow("a word of its own") << u"90d"_s << QString();
    }
    void countsInTheGatewaysCalendar()
    {
        QFETCH(const QString, reset);
        QFETCH(const QString, occurrence);
        setZone(m_world->database(), "Pacific/Auckland"); // the 19th already
        tell(june(18, 20), 9000, reset);
        QCOMPARE(m_world->seen(rule(), june(18, 20)), QStringList{u"key:1 fires step 80"_s + occurrence});
    }

    void aFigureFromBeforeTheResetSaysNothing()
    {
        tell(june(30, 23), 10000);
        QCOMPARE(m_world->seen(rule(), june(31, 0, 5)), QStringList{u"key:1 undecided"_s});
        tell(june(31, 0, 6), 0);
        QCOMPARE(m_world->seen(rule(), june(31, 0, 6)), QStringList{});
    }

    void tellsNothingOfAnAccountThatDoesNotAnswer()
    {
        tell(june(18, 9), 10000);
        m_world->pollFails(june(18, 10));
        QCOMPARE(m_world->seen(rule(), june(18, 10)), QStringList{u"key:1 undecided"_s});
    }

    void leavesOutKeysThatCannotSpend()
    {
        tell(june(18, 9), 10000, u"monthly"_s, true);
        QCOMPARE(m_world->seen(rule(), june(18, 9)), QStringList{});
        PollFacts gone;
        gone.listsAllKeys = true;
        tell(june(18, 10), 10000);
        m_world->poll(gone, june(18, 11));
        QCOMPARE(m_world->seen(rule(), june(18, 11)), QStringList{});
    }

private:
    AlertRule rule() { return m_world->rule(AlertKind::KeyCap); }
    void tell(const QDateTime &at, qint64 used, const QString &reset = u"monthly"_s, bool isDisabled = false)
    {
        PollFacts facts;
        auto told = ledger::key(u"k"_s);
        told.cap = Cap{cents(10000), cents(used), reset};
        told.isDisabled = isDisabled;
        facts.keys = {told};
        m_world->poll(facts, at);
    }

    std::unique_ptr<RuleWorld> m_world;
};

QTEST_GUILESS_MAIN(CapRuleTest)
#include "tst_cap_rule.moc"
