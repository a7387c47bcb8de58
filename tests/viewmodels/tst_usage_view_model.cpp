// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_usage.h"
#include "viewmodels/usage_view_model.h"

#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using State = UsageViewModel::State;

class UsageViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_usage = std::make_unique<ScriptedUsage>();
        m_page = std::make_unique<UsageViewModel>();
        m_page->rows()->want(0, 15);
    }

    void asksNothingUntilItIsLookedAtAndKnowsTheDay()
    {
        m_page->setReports(m_usage.get());
        m_page->setToday(u"2026-06-18"_s);
        Q_EMIT m_usage->changed();
        QVERIFY(m_usage->asked.isEmpty());
        QCOMPARE(m_page->state(), State::Loading);
        m_page->setActive(true);
        QTRY_COMPARE(m_page->state(), State::Ready);
        QCOMPARE(m_usage->asked.size(), 1);
        m_page->setActive(false);
        m_page->setActive(true);
        QCOMPARE(m_usage->asked.size(), 1);
        m_page->setActive(false);
        Q_EMIT m_usage->changed();
        m_page->setActive(true);
        QCOMPARE(m_usage->asked.size(), 2);
    }

    void showsTheDay()
    {
        open();
        QCOMPARE(m_page->strip().spend, u"$312.99"_s);
        QCOMPARE(m_page->strip().requests, u"135,795"_s);
        QCOMPARE(m_page->rows()->rowCount(), 135'795);
        QCOMPARE(m_page->zone(), u"UTC"_s);
        QVERIFY(!m_page->hasDays());
        QTRY_COMPARE(m_page->strip().median, u"1.9 s"_s);
    }

    void showsADashUntilTheTimesAreKnown()
    {
        m_usage->tellsTimes = false;
        open();
        QTest::qWait(5);
        QCOMPARE(m_page->strip().median, u"—"_s);
    }

    void theLatestQuestionWins()
    {
        open();
        m_page->filter()->providers()->setPicked({u"Azure"_s});
        m_page->filter()->providers()->setPicked({u"OpenAI"_s});
        QSignalSpy updating(m_page.get(), &UsageViewModel::updatingChanged);
        QVERIFY(m_page->isUpdating());
        QTRY_VERIFY(!m_page->isUpdating());
        QCOMPARE(updating.size(), 1);
        QTRY_COMPARE(m_page->rows()->rowCount(), 135'795 / 15);
        QTRY_VERIFY(m_page->rows()->row(0).has_value());
        QCOMPARE(m_page->rows()->row(0)->facts.provider, u"OpenAI"_s);
    }

    void isEmptyWhereNothingIsFound()
    {
        open();
        m_page->filter()->providers()->setPicked({u"nobody"_s});
        QTRY_COMPARE(m_page->state(), State::Empty);
        m_page->filter()->clear();
        QTRY_COMPARE(m_page->state(), State::Ready);
    }

    void explainsAFailureAndReadsAgain()
    {
        m_usage->outlineError = Error{.kind = Error::Kind::StorageDamaged};
        m_page->setReports(m_usage.get());
        m_page->setToday(u"2026-06-18"_s);
        m_page->setActive(true);
        QTRY_COMPARE(m_page->state(), State::Failed);
        QVERIFY(!m_page->problem().isEmpty());
        m_usage->outlineError.reset();
        m_page->reload();
        QTRY_COMPARE(m_page->state(), State::Ready);
        QVERIFY(m_page->problem().isEmpty());
    }

    void detailsFollowTheRow()
    {
        open();
        QTRY_VERIFY(m_page->rows()->row(2).has_value());
        QVERIFY(!m_page->details()->hasRow());
        m_page->setCurrentRow(2);
        QCOMPARE(m_page->details()->cells().key, u"support-chat-prod"_s);
        QTRY_COMPARE(m_page->details()->costs().size(), 5);
        QTRY_COMPARE(m_page->details()->costs().at(3).value<CostLine>().amount, u"≈ $0.01030"_s);
        m_page->setCurrentRow(-1);
        QVERIFY(!m_page->details()->hasRow());
    }

    void detailsOfARowThatIsOnItsWayComeWithIt()
    {
        open();
        m_page->rows()->want(90'000, 15);
        m_page->setCurrentRow(90'002);
        QTRY_VERIFY(m_page->details()->hasRow());
        QCOMPARE(m_page->details()->served(), u"claude-opus-4.7"_s);
    }

    void theRowStaysWhenNewOnesComeAbove()
    {
        open();
        QTRY_VERIFY(m_page->rows()->row(2).has_value());
        m_page->setCurrentRow(2);
        m_usage->total += 15;
        QSignalSpy replaced(m_page->rows(), &UsageRowsModel::replaced);
        Q_EMIT m_usage->changed();
        QTRY_COMPARE(replaced.size(), 1);
        QCOMPARE(m_page->currentRow(), 17);
        QCOMPARE(replaced.first().first().toInt(), 0); // at the top one sees the newest
    }

    void thePlaceStaysWhenNewRowsComeAbove()
    {
        open();
        m_page->rows()->want(500, 15);
        QTRY_VERIFY(m_page->rows()->row(500).has_value());
        m_usage->total += 15;
        QSignalSpy replaced(m_page->rows(), &UsageRowsModel::replaced);
        Q_EMIT m_usage->changed();
        QTRY_COMPARE(replaced.size(), 1);
        QCOMPARE(replaced.first().first().toInt(), 515);
    }

    void otherRowsStartAtTheTopWithoutDetails()
    {
        open();
        m_page->rows()->want(500, 15);
        m_page->setCurrentRow(500);
        QSignalSpy replaced(m_page->rows(), &UsageRowsModel::replaced);
        m_page->filter()->choosePeriod(u"last7"_s);
        QTRY_COMPARE(replaced.size(), 1);
        QCOMPARE(replaced.first().first().toInt(), 0);
        QCOMPARE(m_page->currentRow(), -1);
        QVERIFY(m_page->hasDays());
    }

    void showsTimesInUtcOrInTheReportingZone()
    {
        m_usage->zone = QTimeZone("Pacific/Auckland");
        open();
        QTRY_VERIFY(m_page->rows()->row(0).has_value());
        QCOMPARE(m_page->zone(), u"UTC"_s);
        QVERIFY(m_page->hasDays()); // a day of Auckland lies on two of UTC
        m_page->setShowsUtc(false);
        QCOMPARE(m_page->zone(), u"Pacific/Auckland"_s);
        QVERIFY(!m_page->hasDays());
        m_page->setCurrentRow(0);
        QCOMPARE(m_page->details()->cells().time, u"02:31:58.204"_s);
    }

    void survivesDyingBeforeTheAnswer()
    {
        m_page->setReports(m_usage.get());
        m_page->setToday(u"2026-06-18"_s);
        m_page->setActive(true);
        m_page.reset();
        QTest::qWait(5);
    }

private:
    void open()
    {
        m_page->setReports(m_usage.get());
        m_page->setToday(u"2026-06-18"_s);
        m_page->setActive(true);
        QTRY_COMPARE(m_page->state(), State::Ready);
    }

    std::unique_ptr<ScriptedUsage> m_usage;
    std::unique_ptr<UsageViewModel> m_page;
};

QTEST_GUILESS_MAIN(UsageViewModelTest)
#include "tst_usage_view_model.moc"
