// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_files.h"
#include "viewmodels/history_view_model.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class HistoryViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_histories = std::make_unique<ScriptedHistories>();
        m_history = std::make_unique<HistoryViewModel>();
    }

    void saysNothingWhereNothingIsLeft()
    {
        m_histories->histories = {one(1, HistoryState::Done, 5, 5)};
        m_history->setHistories(m_histories.get());
        QTest::qWait(5);
        QVERIFY(m_history->text().isEmpty());
    }

    void addsUpWhatIsLeft()
    {
        m_histories->histories = {one(1, HistoryState::Running, 10, 30), one(2, HistoryState::Running, 5, 30),
            one(3, HistoryState::Done, 9, 9)};
        m_history->setHistories(m_histories.get());
        QTRY_COMPARE(m_history->text(), u"Reading history, 15 of 60"_s);
        QCOMPARE(m_history->share(), 0.25);
        Q_EMIT m_histories->progressed(AccountId(2), 20, 30);
        QCOMPARE(m_history->text(), u"Reading history, 30 of 60"_s);
    }

    void startsWithoutKnowingHowMuchThereIs()
    {
        m_history->setHistories(m_histories.get());
        Q_EMIT m_histories->progressed(AccountId(7), 0, 0);
        QCOMPARE(m_history->text(), u"Reading history"_s);
        QCOMPARE(m_history->share(), 0.0);
    }

    void endsWhenItIsRead()
    {
        m_histories->histories = {one(1, HistoryState::Running, 29, 30)};
        m_history->setHistories(m_histories.get());
        QTRY_VERIFY(!m_history->text().isEmpty());
        m_histories->histories[0].state = HistoryState::Done;
        Q_EMIT m_histories->stopped(AccountId(1));
        QTRY_VERIFY(m_history->text().isEmpty());
    }

    void pausesAndGoesOn()
    {
        m_histories->histories = {one(1, HistoryState::Running, 1, 30), one(2, HistoryState::Running, 1, 30)};
        m_history->setHistories(m_histories.get());
        QTRY_VERIFY(!m_history->text().isEmpty());
        m_history->pause();
        QTRY_VERIFY(m_history->isPaused());
        QCOMPARE(m_history->text(), u"History paused"_s);
        m_history->resume();
        QTRY_VERIFY(!m_history->isPaused());
    }

private:
    static AccountHistory one(qint64 account, HistoryState state, int done, int total)
    {
        AccountHistory history;
        history.account = AccountId(account);
        history.state = state;
        history.done = done;
        history.total = total;
        return history;
    }

    std::unique_ptr<ScriptedHistories> m_histories;
    std::unique_ptr<HistoryViewModel> m_history;
};

QTEST_GUILESS_MAIN(HistoryViewModelTest)
#include "tst_history_view_model.moc"
