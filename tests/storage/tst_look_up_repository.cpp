// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/look_up_repository.h"
#include "support/ledger_facts.h"
#include "support/temp_profile.h"

#include <QTest>

#include <memory>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

class LookUpRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TempProfile>();
        m_database = std::make_unique<Database>(m_profile->open());
        m_account = addAccount(*m_database, u"Main"_s);
    }

    void whatIsAddedIsDueAtOnce()
    {
        QVERIFY(add({u"gen-2"_s, u"gen-1"_s}, june(1)));
        QCOMPARE(due(june(1)), (QStringList{u"gen-1 0"_s, u"gen-2 0"_s}));
        QVERIFY(due(june(1).addMSecs(-1)).isEmpty());
        QCOMPARE(*LookUpRepository(*m_database).nextAt(), std::optional(june(1)));
        QCOMPARE(LookUpRepository(*m_database).due(june(1), 1)->size(), 1);
    }

    void oneAccountCanBeAskedForAlone()
    {
        const auto other = addAccount(*m_database, u"Other"_s);
        QVERIFY(LookUpRepository(*m_database).add(other, {u"gen-1"_s}, june(1)));
        QVERIFY(add({u"gen-2"_s}, june(2)));
        const auto alone = LookUpRepository(*m_database).due(june(3), 1, m_account);
        QVERIFY(alone);
        QCOMPARE(alone->size(), 1);
        QCOMPARE(alone->constFirst().requestId, u"gen-2"_s);
        QCOMPARE(due(june(3)).size(), 2);
    }

    void anIdWaitsOnce()
    {
        QVERIFY(add({u"gen-1"_s}, june(1)));
        QVERIFY(postpone(u"gen-1"_s, 4, june(5)));
        QVERIFY(add({u"gen-1"_s}, june(2)));
        QVERIFY(due(june(4)).isEmpty()); // it keeps its place
        QCOMPARE(due(june(5)), QStringList{u"gen-1 4"_s});
    }

    void whatWasGivenUpIsAskedAgainOnlyWhenItIsAddedAgain()
    {
        QVERIFY(add({u"gen-1"_s}, june(1)));
        QVERIFY(postpone(u"gen-1"_s, 9, june(2)));
        QVERIFY(LookUpRepository(*m_database).giveUp(m_account, u"gen-1"_s));
        QVERIFY(due(june(30)).isEmpty());
        QVERIFY(!LookUpRepository(*m_database).nextAt()->has_value());
        QVERIFY(add({u"gen-1"_s}, june(3)));
        QCOMPARE(due(june(3)), QStringList{u"gen-1 0"_s});
    }

    void anAccountCanBeLeftInPeaceForAWhile()
    {
        QVERIFY(add({u"gen-1"_s, u"gen-2"_s}, june(1)));
        QVERIFY(postpone(u"gen-2"_s, 3, june(9)));
        QVERIFY(LookUpRepository(*m_database).postponeAll(m_account, june(5)));
        QVERIFY(due(june(4)).isEmpty());
        QCOMPARE(due(june(5)), QStringList{u"gen-1 0"_s}); // never earlier than planned
        QCOMPARE(due(june(9)).size(), 2);
    }

    void whatWasFoundIsForgotten()
    {
        QVERIFY(add({u"gen-1"_s, u"gen-2"_s}, june(1)));
        QVERIFY(LookUpRepository(*m_database).remove(m_account, u"gen-1"_s));
        QCOMPARE(due(june(1)), QStringList{u"gen-2 0"_s});
    }

    void anAccountThatIsGoneIsNotAsked()
    {
        QVERIFY(add({u"gen-1"_s}, june(1)));
        QVERIFY(AccountRepository(*m_database).remove(m_account, june(2)));
        QVERIFY(due(june(3)).isEmpty());
        QVERIFY(!LookUpRepository(*m_database).nextAt()->has_value());
    }

private:
    Outcome add(const QStringList &ids, const QDateTime &at)
    {
        return LookUpRepository(*m_database).add(m_account, ids, at);
    }
    Outcome postpone(const QString &id, int tries, const QDateTime &next)
    {
        return LookUpRepository(*m_database).postpone({m_account, id, tries, next});
    }
    QStringList due(const QDateTime &now)
    {
        QStringList ids;
        const auto lookUps = LookUpRepository(*m_database).due(now);
        for (const auto &lookUp : *lookUps)
            ids << u"%1 %2"_s.arg(lookUp.requestId).arg(lookUp.tries);
        return ids;
    }

    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Database> m_database;
    AccountId m_account;
};

QTEST_GUILESS_MAIN(LookUpRepositoryTest)
#include "tst_look_up_repository.moc"
