// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_budgets.h"
#include "viewmodels/budgets_view_model.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using State = BudgetsViewModel::State;

class BudgetsViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_US"_s)); }
    void init()
    {
        m_reports = std::make_unique<ScriptedBudgetReports>();
        m_page = std::make_unique<BudgetsViewModel>();
    }

    void tellsTheRowsOfTheDrawing()
    {
        open();
        QCOMPARE(m_page->summary(), u"11 active, period to date"_s);
        QCOMPARE(m_page->thresholdsTitle(), u"At 50, 80, 100%"_s);
        const auto all = row(0);
        QCOMPARE(all.name, u"All accounts"_s);
        QCOMPARE(all.scope, u"4 accounts, 12 keys"_s);
        QCOMPARE(all.period, u"Monthly"_s);
        QCOMPARE(all.periodNote, u"without BYOK"_s);
        QCOMPARE(all.spent, u"$7,486.20"_s);
        QCOMPARE(all.limit, u"of $12,000"_s);
        QCOMPARE(all.used, u"62.4%"_s);
        QCOMPARE(all.forecast, u"103.8%"_s);
        QVERIFY(all.isForecastOver);
        QCOMPARE(all.outlook, u"over by $454"_s);
        QCOMPARE(all.outlookTone, u"danger"_s);
        QCOMPARE(all.barText, u"$7,486.20 spent of $12,000, 62.4% used, forecast 103.8%"_s);
        const auto search = row(2);
        QCOMPARE(search.scope, u"Team, 1 key"_s);
        QCOMPARE(search.outlook, u"on track"_s);
        QCOMPARE(search.outlookTone, u"ok"_s);
        QCOMPARE(search.periodNote, QString());
        QCOMPARE(row(7).spent, u"¥12,776.13"_s);
        QCOMPARE(row(8).scope, u"Environment dev, 3 keys"_s);
        QCOMPARE(row(8).period, u"Weekly"_s);
        QCOMPARE(row(9).scope, u"Model, any key"_s);
        QCOMPARE(row(10).scope, u"Key, Chuizi.AI · lab"_s);
    }

    void theOutlookSaysWhatIsKnown_data()
    {
        QTest::addColumn<std::function<void(BudgetLine &)>>("change");
        QTest::addColumn<QString>("outlook");
        QTest::addColumn<QString>("tone");
        using Change = std::function<void(BudgetLine &)>;
        QTest::newRow("too few days") << Change([](BudgetLine &line) { line.forecast.reset(); })
                                      << u"unknown, too few days"_s << QString();
        QTest::newRow("paused") << Change([](BudgetLine &line) { line.budget.isPaused = true; })
                                << u"paused"_s << QString();
        QTest::newRow("not its days")
            << Change([](BudgetLine &line) { line.period.reset(); }) << u"not now"_s << QString();
        QTest::newRow("passed") << Change(
            [](BudgetLine &line) { line.counted = Money::fromNanos(4'950'500'000'000); })
                                << u"passed by $150"_s << u"danger"_s;
        QTest::newRow("used up") << Change([](BudgetLine &line) { line.counted = line.budget.limit; })
                                 << u"used up"_s << u"danger"_s;
        QTest::newRow("exactly on the limit")
            << Change([](BudgetLine &line) { line.forecast->expected = line.budget.limit; }) << u"on track"_s
            << u"ok"_s;
    }
    void theOutlookSaysWhatIsKnown()
    {
        QFETCH(std::function<void(BudgetLine &)>, change);
        QFETCH(QString, outlook);
        QFETCH(QString, tone);
        change(m_reports->table->rows[1]);
        open();
        QCOMPARE(row(1).outlook, outlook);
        QCOMPARE(row(1).outlookTone, tone);
        QVERIFY(row(1).spoken.contains(outlook));
    }

    void figuresThatAreNotWholeSayAtLeast()
    {
        m_reports->table->rows[1].isAtLeast = true;
        open();
        QCOMPARE(row(1).usedNote, u"at least"_s);
        QVERIFY(row(1).barText.startsWith(u"at least $3,421.09 spent"_s));
    }

    void differentThresholdsHaveNoCommonTitle()
    {
        m_reports->table->rows[1].budget.thresholds = {90};
        open();
        QCOMPARE(m_page->thresholdsTitle(), u"Thresholds"_s);
        QCOMPARE(row(1).gaps, QVariantList{0.9});
    }

    void emptyAndFailedAreStates()
    {
        m_reports->table->rows.clear();
        m_page->setReports(m_reports.get());
        QTRY_COMPARE(m_page->state(), State::Empty);
        m_reports->table = fail(Error::Kind::StorageDamaged);
        Q_EMIT m_reports->changed();
        QTRY_COMPARE(m_page->state(), State::Failed);
        QVERIFY(!m_page->problem().isEmpty());
        m_reports->reset();
        m_page->reload();
        QTRY_COMPARE(m_page->state(), State::Ready);
        QVERIFY(m_page->problem().isEmpty());
    }

    void theSelectionStaysWithItsBudget()
    {
        open();
        m_page->setCurrent(1);
        QCOMPARE(m_page->currentId(), u"2"_s);
        std::swap(m_reports->table->rows[1], m_reports->table->rows[4]);
        reload();
        QCOMPARE(m_page->current(), 4);
        m_reports->table->rows.removeAt(4);
        reload();
        QCOMPARE(m_page->current(), -1);
    }

    void rowsStandStillUnderThePointer()
    {
        open();
        m_page->setHoldsOrder(true);
        std::swap(m_reports->table->rows[1], m_reports->table->rows[4]);
        reload();
        QCOMPARE(row(1).name, u"Support"_s);
        m_page->setHoldsOrder(false);
        QTRY_COMPARE(row(1).name, u"Finance ops"_s);
    }

    void aLaterQuestionOvertakes()
    {
        m_reports->isSilent = true;
        m_page->setReports(m_reports.get());
        QVERIFY(m_page->isUpdating());
        m_reports->isSilent = false;
        m_page->reload();
        QTRY_COMPARE(m_page->state(), State::Ready);
        QVERIFY(!m_page->isUpdating());
    }

    void aRowIsCopiedForASpreadsheet()
    {
        open();
        QCOMPARE(m_page->copied(1),
            u"Support\tTeam, 4 keys\tMonthly\t$3,421.09\tof $4,800\t71.3%\t119.1%\tover by $917"_s);
        QVERIFY(m_page->copied(99).isEmpty());
    }

private:
    void open()
    {
        m_page->setReports(m_reports.get());
        QTRY_COMPARE(m_page->state(), State::Ready);
    }
    void reload()
    {
        QSignalSpy shown(m_page.get(), &BudgetsViewModel::tableChanged);
        Q_EMIT m_reports->changed();
        QTRY_VERIFY(!shown.isEmpty());
    }
    BudgetCells row(int place) const { return m_page->rows().at(place).value<BudgetCells>(); }

    std::unique_ptr<ScriptedBudgetReports> m_reports;
    std::unique_ptr<BudgetsViewModel> m_page;
};

QTEST_GUILESS_MAIN(BudgetsViewModelTest)
#include "tst_budgets_view_model.moc"
