// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/rotation_repository.h"
#include "storage/workspace_repository.h"
#include "support/rule_world.h"

#include <QTest>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

//! Expiry, rotation and disuse: what time alone makes true.
class KeyAgeRulesTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { m_world = std::make_unique<RuleWorld>(); }

    void onlyTheNearestStepOfAnExpiryRaises_data()
    {
        QTest::addColumn<double>("days"); // until it expires
        QTest::addColumn<QStringList>("steps");
        QTest::newRow("far") << 30.1 << QStringList{};
        QTest::newRow("first") << 30.0 << QStringList{u"fires step 30"_s};
        QTest::newRow("still the first") << 7.1 << QStringList{u"fires step 30"_s};
        QTest::newRow("second") << 7.0 << QStringList{u"fires step 7"_s};
        QTest::newRow("third") << 1.5 << QStringList{u"fires step 2"_s};
        QTest::newRow("over") << -1.0 << QStringList{u"fires step 2"_s};
        QTest::newRow("long over") << -8.0 << QStringList{u"holds step 2"_s};
    }
    void onlyTheNearestStepOfAnExpiryRaises()
    {
        QFETCH(const double, days);
        QFETCH(const QStringList, steps);
        auto facts = ledger::key(u"k"_s);
        facts.expiresAt = june(70);
        tell(facts, june(1));
        QStringList expected;
        for (const auto &step : steps)
            expected.append(u"key:1 "_s + step + u" of 2026-08-09T00:00:00Z"_s);
        const auto now = june(70).addSecs(-qint64(days * 86400));
        QCOMPARE(m_world->seen(rule(AlertKind::KeyExpiry), now), expected);
        m_world->pollFails(now);
        QCOMPARE(m_world->seen(rule(AlertKind::KeyExpiry), now), expected); // the calendar goes on
    }

    void anotherExpiryIsAnotherOccurrence()
    {
        auto facts = ledger::key(u"k"_s);
        facts.expiresAt = june(20);
        tell(facts, june(10));
        QCOMPARE(m_world->seen(rule(AlertKind::KeyExpiry), june(19)).constFirst(),
            u"key:1 fires step 2 of 2026-06-20T00:00:00Z"_s);
        facts.expiresAt = june(90);
        tell(facts, june(19));
        QCOMPARE(m_world->seen(rule(AlertKind::KeyExpiry), june(19)), QStringList{});
    }

    void remindsOfARotationAndTellsWhenItIsDue_data()
    {
        QTest::addColumn<int>("age");
        QTest::addColumn<QStringList>("seen");
        QTest::newRow("young") << 75 << QStringList{};
        QTest::newRow("notice") << 76 << QStringList{u"key:1 fires step 14"_s};
        QTest::newRow("due") << 90 << QStringList{u"key:1 fires"_s};
        QTest::newRow("overdue") << 300 << QStringList{u"key:1 fires"_s};
    }
    void remindsOfARotationAndTellsWhenItIsDue()
    {
        QFETCH(const int, age);
        auto facts = ledger::key(u"k"_s);
        facts.createdAt = june(18).addDays(-age);
        tell(facts, june(10));
        QTEST(m_world->seen(rule(AlertKind::RotationDue), june(18)), "seen");
        if (age < 90)
            return;
        const auto found = m_world->look(rule(AlertKind::RotationDue), june(18)).found;
        QCOMPARE(*found.constFirst().facts.count, age);
        QCOMPARE(*found.constFirst().facts.of, 90);
        QCOMPARE(*found.constFirst().facts.daysLeft, 90.0 - age);
    }

    void goesByThePolicyOfTheKeyFirst()
    {
        auto facts = ledger::key(u"k"_s);
        facts.createdAt = june(18).addDays(-100);
        tell(facts, june(10));
        KeyRepository keys(m_world->database());
        const auto id = m_world->key(u"k"_s).id;
        QVERIFY(keys.setRotationDays(id, 200));
        QCOMPARE(m_world->seen(rule(AlertKind::RotationDue), june(18)), QStringList{});
        QVERIFY(keys.setRotationDays(id, std::nullopt));
        QVERIFY(WorkspaceRepository(m_world->database()).setRotationDays(0));
        QCOMPARE(m_world->seen(rule(AlertKind::RotationDue), june(18)), QStringList{});
        QVERIFY(keys.setRotationDays(id, 30));
        QCOMPARE(m_world->seen(rule(AlertKind::RotationDue), june(18)).size(), 1);
    }

    void aRotationUnderWayRaisesNothing()
    {
        auto facts = ledger::key(u"k"_s);
        facts.createdAt = june(18).addDays(-100);
        tell(facts, june(10));
        Rotation rotation;
        rotation.account = m_world->account();
        rotation.oldKey = m_world->key(u"k"_s).id;
        rotation.startedAt = june(17);
        QVERIFY(RotationRepository(m_world->database()).add(rotation));
        QCOMPARE(m_world->seen(rule(AlertKind::RotationDue), june(18)), (QStringList{u"key:1 holds"_s}));
    }

    void findsKeysThatNobodyUses_data()
    {
        QTest::addColumn<int>("lastDay"); // of June that it cost something; 0: never
        QTest::addColumn<int>("today"); // of June
        QTest::addColumn<bool>("fires");
        QTest::newRow("used") << 10 << 38 << false;
        QTest::newRow("thirty days without") << 10 << 41 << true;
        QTest::newRow("never, but known for less") << 0 << 29 << false;
        QTest::newRow("never") << 0 << 32 << true;
    }
    void findsKeysThatNobodyUses()
    {
        QFETCH(const int, lastDay);
        QFETCH(const int, today);
        QFETCH(const bool, fires);
        tell(ledger::key(u"k"_s), june(1));
        if (lastDay > 0)
            m_world->spend(u"k"_s, lastDay, 100);
        tell(ledger::key(u"k"_s), june(today));
        QCOMPARE(m_world->seen(rule(AlertKind::UnusedKey), june(today)),
            fires ? QStringList{u"key:1 fires"_s} : QStringList{});
        const auto found = m_world->look(rule(AlertKind::UnusedKey), june(today)).found;
        if (fires)
            QCOMPARE(*found.constFirst().facts.count, lastDay > 0 ? 30 : 31);
        m_world->pollFails(june(today));
        if (fires)
            QCOMPARE(
                m_world->seen(rule(AlertKind::UnusedKey), june(today)), QStringList{u"key:1 undecided"_s});
    }

    void saysNothingOfKeysWhoseSpendNobodyItemises()
    {
        tell(ledger::key(u"k"_s), june(1));
        PollFacts facts;
        facts.buckets = {bucket(40, u"alpha"_s, 500)}; // of the account
        m_world->poll(facts, june(41));
        QCOMPARE(m_world->seen(rule(AlertKind::UnusedKey), june(42)), QStringList{u"key:1 undecided"_s});
    }

private:
    AlertRule rule(AlertKind kind) { return m_world->rule(kind); }
    void tell(const KeyFacts &key, const QDateTime &at)
    {
        PollFacts facts;
        facts.keys = {key};
        m_world->poll(facts, at);
    }

    std::unique_ptr<RuleWorld> m_world;
};

QTEST_GUILESS_MAIN(KeyAgeRulesTest)
#include "tst_key_age_rules.moc"
