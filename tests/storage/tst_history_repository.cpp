// SPDX-License-Identifier: GPL-3.0-or-later
#include "storage/history_repository.h"
#include "support/ledger_facts.h"
#include "support/temp_profile.h"

#include <QTest>

#include <memory>

using namespace tollkeeper;
using namespace ledger;
using namespace Qt::Literals::StringLiterals;

class HistoryRepositoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_profile = std::make_unique<TempProfile>();
        m_database = std::make_unique<Database>(m_profile->open());
        m_account = addAccount(*m_database, u"Main"_s);
        QVERIFY(!stored());
        QVERIFY(HistoryRepository(*m_database).begin(m_account, june(1)));
    }

    void beginsAtTheStart()
    {
        QCOMPARE(stored(),
            std::optional(AccountHistory{m_account, HistoryState::Running, {}, 0, 0, june(1), june(1)}));
    }

    void remembersHowFarItCame()
    {
        QVERIFY(advance("next", 3, 7, HistoryState::Running));
        QCOMPARE(stored(),
            std::optional(
                AccountHistory{m_account, HistoryState::Running, "next"_ba, 3, 7, june(1), june(2)}));
        QVERIFY(advance({}, 7, 7, HistoryState::Done));
        QCOMPARE(stored()->state, HistoryState::Done);
        QVERIFY(stored()->cursor.isEmpty());
    }

    void aPauseOutlastsThePageThatWasOnItsWay()
    {
        HistoryRepository histories(*m_database);
        QVERIFY(histories.setState(m_account, HistoryState::Paused));
        QVERIFY(advance("next", 1, 2, HistoryState::Running));
        QCOMPARE(stored()->state, HistoryState::Paused);
        QCOMPARE(stored()->cursor, "next"_ba);
        QVERIFY(advance({}, 2, 2, HistoryState::Done)); // it was the last page: nothing is left to pause
        QCOMPARE(stored()->state, HistoryState::Done);
    }

    void beginsAgainUnlessItIsPaused_data()
    {
        QTest::addColumn<HistoryState>("state");
        QTest::addColumn<bool>("begins");
        QTest::newRow("running: its keys were asked before the gap") << HistoryState::Running << true;
        QTest::newRow("done") << HistoryState::Done << true;
        QTest::newRow("paused") << HistoryState::Paused << false;
    }

    void beginsAgainUnlessItIsPaused()
    {
        QFETCH(HistoryState, state);
        QFETCH(bool, begins);
        QVERIFY(advance("next", 3, 7, HistoryState::Running));
        QVERIFY(HistoryRepository(*m_database).setState(m_account, state));
        QVERIFY(HistoryRepository(*m_database).begin(m_account, june(9)));
        const auto now = stored();
        QCOMPARE(now->cursor.isEmpty(), begins);
        QCOMPARE(now->state, begins ? HistoryState::Running : state);
        QCOMPARE(now->startedAt, begins ? june(9) : june(1));
        QCOMPARE(now->done, begins ? 0 : 3);
    }

    void anAccountThatIsGoneHasNone()
    {
        const auto other = addAccount(*m_database, u"Other"_s);
        QVERIFY(HistoryRepository(*m_database).begin(other, june(1)));
        QCOMPARE(HistoryRepository(*m_database).all()->size(), 2);
        QVERIFY(AccountRepository(*m_database).remove(m_account, june(2)));
        QVERIFY(!stored());
        QCOMPARE(HistoryRepository(*m_database).all()->constFirst().account, other);
    }

private:
    std::optional<AccountHistory> stored() { return *HistoryRepository(*m_database).of(m_account); }
    Outcome advance(const QByteArray &cursor, int done, int total, HistoryState state)
    {
        return HistoryRepository(*m_database).advance({m_account, state, cursor, done, total, {}, june(2)});
    }

    std::unique_ptr<TempProfile> m_profile;
    std::unique_ptr<Database> m_database;
    AccountId m_account;
};

QTEST_GUILESS_MAIN(HistoryRepositoryTest)
#include "tst_history_repository.moc"
