// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_budgets.h"
#include "support/scripted_services.h"
#include "viewmodels/budget_editor_view_model.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using State = BudgetEditorViewModel::State;

class BudgetEditorTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_US"_s)); }
    void init()
    {
        m_reports = std::make_unique<ScriptedBudgetReports>();
        m_budgets = std::make_unique<ScriptedBudgets>();
        m_channels = std::make_unique<ScriptedChannelList>();
        m_page = std::make_unique<BudgetsViewModel>();
        m_editor = std::make_unique<BudgetEditorViewModel>();
        m_page->setReports(m_reports.get());
        m_editor->setList(m_page.get());
        m_editor->setBudgets(m_budgets.get());
        m_editor->setChannels(m_channels.get());
        QTRY_COMPARE(m_page->state(), BudgetsViewModel::State::Ready);
        QTRY_COMPARE(m_editor->currencies().size(), 2);
        QTRY_COMPARE(m_editor->ticks().size(), 3);
    }
    void cleanup()
    {
        m_editor.reset();
        m_page.reset();
    }

    void opensTheSelectedBudgetAsTheDrawingDoes()
    {
        QCOMPARE(m_editor->state(), State::Closed);
        openSupport();
        QCOMPARE(m_editor->title(), u"Support"_s);
        QCOMPARE(m_editor->tag(), u"team budget"_s);
        QCOMPARE(m_editor->limit(), u"4800.00"_s);
        QCOMPARE(m_editor->scopeKinds().at(m_editor->scopeKind()), u"Team"_s);
        QCOMPARE(m_editor->scopeValues().at(m_editor->scopeValue()), u"Support"_s);
        QVERIFY(!m_editor->isChanged());
        QVERIFY(!m_editor->canSave());
        const auto *preview = m_editor->preview();
        QCOMPARE(thresholds(),
            QStringList({u"50% spent|$2,400|passed 14 Jun"_s, u"80% spent|$3,840|expected 21 Jun"_s,
                u"100% spent|$4,800|expected 25 Jun"_s, u"Forecast over 100%|$5,717|now, since 17 Jun"_s}));
        QCOMPARE(preview->byokText(), u"Support has none in June."_s);
        QCOMPARE(preview->keysTitle(), u"Counts 4 keys"_s);
        QCOMPARE(preview->forecastText(),
            u"Forecast $5,717, between $5,431 and $6,003. support-chat-prod moves it most."_s);
        QCOMPARE(preview->firstCut(), u"First to stop: the balance of OpenRouter · main, about 22 Jun."_s);
        const auto cap = preview->caps().at(1).value<CapRow>();
        QCOMPARE(cap.amount, u"$2,914.37 of $4,500"_s);
        QCOMPARE(cap.reset, u"resets 1 Jul 00:00 UTC"_s);
        QCOMPARE(cap.end, u"used up about 27 Jun"_s);
        QCOMPARE(preview->caps().at(2).value<CapRow>().end, u"lasts until it resets"_s);
    }

    void drawsThePeriodWithItsThresholds()
    {
        openSupport();
        const auto chart = m_editor->preview()->chart();
        QCOMPARE(chart.days, 30.0);
        QCOMPARE(chart.points.constFirst().toPointF(), QPointF(0, 0));
        const auto now = chart.points.constLast().toPointF();
        QVERIFY(qAbs(now.x() - 17.606) < 0.001);
        QCOMPARE(now.y(), 3421.09);
        QCOMPARE(chart.forecast.constFirst().toPointF(), now);
        QCOMPARE(chart.forecast.constLast().toPointF().x(), 30.0);
        QVERIFY(chart.forecastHigh.constLast().toPointF().y() <= chart.top);
        QStringList lines;
        for (const auto &line : chart.lines)
            lines.append(line.value<BudgetMark>().text);
        QCOMPARE(lines, (QStringList{u"50%"_s, u"80%"_s, u"100%"_s}));
        QCOMPARE(chart.dayMarks.constFirst().value<BudgetMark>().text, u"1 Jun"_s);
        QCOMPARE(chart.spoken, u"Spent so far $3,421.09 of $4,800.00, forecast $5,717.00"_s);
    }

    void everyFieldReachesTheServiceAndNothingElseChanges()
    {
        openSupport();
        m_editor->setName(u" Support desk "_s);
        m_editor->setScopeKind(int(BudgetScope::Kind::Environment));
        m_editor->setScopeValue(1);
        m_editor->setLimit(u"5.2k"_s);
        m_editor->setCurrency(1);
        m_editor->setPeriod(int(BudgetPeriod::Kind::Weekly));
        m_editor->setWeekStart(6);
        m_editor->setCountsByok(true);
        m_editor->toggleThreshold(1);
        QVERIFY(m_editor->addThreshold(false, u"90%"_s));
        QVERIFY(m_editor->addThreshold(true, u"120"_s));
        m_editor->toggleChannel(u"2"_s);
        m_editor->toggleChannel(u"3"_s);
        QVERIFY2(m_editor->canSave(), qPrintable(m_editor->problem()));
        connect(m_editor.get(), &BudgetEditorViewModel::saved, this,
            [this] { m_reports->table->rows[1].budget = m_budgets->saved.constLast(); });
        save();
        QCOMPARE(m_editor->name(), u"Support desk"_s); // not the list's old one
        QTRY_VERIFY(!m_page->isUpdating());
        const auto saved = m_budgets->saved.constLast();
        auto expected = m_reports->table->rows.at(1).budget;
        expected.name = u"Support desk"_s;
        expected.scope = {BudgetScope::Kind::Environment, u"prod"_s};
        expected.limit = *Money::fromText(u"5200", *Currency::fromCode(u"CNY"));
        expected.period.kind = BudgetPeriod::Kind::Weekly;
        expected.period.weekStart = Qt::Sunday;
        expected.includesByok = true;
        expected.thresholds = {50, 90, 100};
        expected.forecastThresholds = {100, 120};
        expected.channels = {ChannelId(1), ChannelId(3)};
        QVERIFY(saved == expected);
        QVERIFY(!m_editor->isChanged());
        QCOMPARE(thresholds().size(), 5); // the one taken off is gone
    }

    void sayInASentenceWhatCannotBeSaved_data()
    {
        QTest::addColumn<std::function<void(BudgetEditorViewModel &)>>("edit");
        QTest::addColumn<QString>("problem");
        using Edit = std::function<void(BudgetEditorViewModel &)>;
        QTest::newRow("no name") << Edit([](auto &editor) { editor.setName(u"  "_s); })
                                 << u"Type a name for the budget."_s;
        QTest::newRow("taken name") << Edit([](auto &editor) { editor.setName(u"search"_s); })
                                    << u"Another budget has this name: type another one."_s;
        QTest::newRow("no value") << Edit([](auto &editor) {
            editor.setScopeKind(int(BudgetScope::Kind::Tag));
        }) << u"Choose whose spend it counts."_s;
        QTest::newRow("no amount") << Edit([](auto &editor) { editor.setLimit(u"many"_s); })
                                   << u"Type a limit of more than 0, such as 4,800 or 4.8k."_s;
        QTest::newRow("nothing") << Edit([](auto &editor) { editor.setLimit(u"0"_s); })
                                 << u"Type a limit of more than 0, such as 4,800 or 4.8k."_s;
        QTest::newRow("no day") << Edit([](auto &editor) {
            editor.setPeriod(int(BudgetPeriod::Kind::Custom));
            editor.setLastDay(u"soon"_s);
        }) << u"Type the first and the last day, such as 2026-07-01."_s;
        QTest::newRow("backwards") << Edit([](auto &editor) {
            editor.setPeriod(int(BudgetPeriod::Kind::Custom));
            editor.setLastDay(u"2026-05-01"_s);
        }) << u"The last day is before the first: exchange them."_s;
    }
    void sayInASentenceWhatCannotBeSaved()
    {
        QFETCH(std::function<void(BudgetEditorViewModel &)>, edit);
        QFETCH(QString, problem);
        openSupport();
        edit(*m_editor);
        QCOMPARE(m_editor->problem(), problem);
        QVERIFY(!m_editor->canSave());
        m_editor->save();
        QVERIFY(m_budgets->saved.isEmpty());
    }

    void thresholdsAreWholePercentOnce()
    {
        openSupport();
        for (const auto &wrong : {u"0"_s, u"1001"_s, u"ninety"_s, u"9.5"_s, QString()}) {
            QVERIFY2(!m_editor->addThreshold(false, wrong), qPrintable(wrong));
            QCOMPARE(m_editor->thresholdProblem(), u"Type whole percent from 1 to 1000."_s);
        }
        QVERIFY(!m_editor->isChanged());
        QVERIFY(m_editor->addThreshold(false, u"80"_s)); // is there
        QVERIFY(m_editor->thresholdProblem().isEmpty());
        QVERIFY(!m_editor->isChanged());
        m_editor->toggleThreshold(1);
        QVERIFY(m_editor->isChanged());
        QVERIFY(m_editor->addThreshold(false, u"80"_s)); // ticked again
        QVERIFY(!m_editor->isChanged());
    }

    void thePreviewFollowsWhatIsTyped()
    {
        openSupport();
        const auto before = m_reports->previewed.size();
        m_editor->setLimit(u"6"_s);
        m_editor->setLimit(u"60"_s);
        m_editor->setLimit(u"6000"_s);
        QVERIFY(!m_editor->preview()->isSettled());
        QTRY_VERIFY(m_editor->preview()->isSettled());
        QCOMPARE(m_reports->previewed.size(), before + 1); // once typing has paused
        QCOMPARE(m_reports->previewed.constLast().limit, *Money::fromText(u"6000"));
        QCOMPARE(thresholds().at(3), u"Forecast over 100%|$6,000|not now"_s);
        m_reports->detailsError = Error{.kind = Error::Kind::StorageDamaged};
        m_editor->setLimit(u"7000"_s);
        QTRY_VERIFY(!m_editor->preview()->problem().isEmpty());
        QVERIFY(!m_editor->preview()->isKnown());
    }

    void newFiguresDoNotTouchWhatIsEdited()
    {
        openSupport();
        m_editor->setLimit(u"6000"_s);
        m_reports->table->rows[1].budget.limit = *Money::fromText(u"4900");
        m_reports->table->rows[1].budget.name = u"Support 2"_s;
        reload();
        QCOMPARE(m_editor->limit(), u"6000"_s);
        m_editor->discard();
        QVERIFY(!m_editor->isChanged());
        QCOMPARE(m_editor->limit(), u"4800.00"_s);
        reload();
        QCOMPARE(m_editor->limit(), u"4900.00"_s);
        QCOMPARE(m_editor->title(), u"Support 2"_s);
    }

    void aNewOneIsMadeAndSelectedOnceItIsInTheList()
    {
        m_editor->beginNew();
        QCOMPARE(m_editor->state(), State::Editing);
        QVERIFY(m_editor->isNew());
        QVERIFY(m_editor->problem().isEmpty()); // nothing is edited yet
        QVERIFY(!m_editor->canSave());
        QVERIFY(!m_editor->preview()->isKnown());
        m_editor->setScopeValue(0);
        QCOMPARE(m_editor->name(), u"Data"_s); // a name to begin with
        m_editor->setName(u"Data team"_s);
        m_editor->setLimit(u"200"_s);
        QSignalSpy saved(m_editor.get(), &BudgetEditorViewModel::saved);
        save();
        QCOMPARE(saved.constFirst().constFirst().toString(), u"99"_s);
        QCOMPARE(m_editor->state(), State::Editing); // it waits for the list
        auto line = m_reports->table->rows.at(3);
        line.budget = m_budgets->saved.constLast();
        line.budget.id = BudgetId(99);
        m_reports->table->rows.append(line);
        reload();
        QCOMPARE(m_page->currentId(), u"99"_s);
        QCOMPARE(m_editor->title(), u"Data team"_s);
        QVERIFY(!m_editor->isNew());
    }

    void aNewOneCanBeDiscarded()
    {
        m_editor->beginNew();
        m_editor->setName(u"x"_s);
        m_editor->discard();
        QCOMPARE(m_editor->state(), State::Closed);
    }

    void aRefusalSaysWhyAndKeepsWhatWasTyped()
    {
        openSupport();
        m_budgets->outcome = fail(Error::Kind::InvalidInput, u"There is a budget of that name."_s);
        m_editor->setLimit(u"6000"_s);
        m_editor->save();
        QTRY_COMPARE(m_editor->state(), State::Failed);
        QCOMPARE(m_editor->problem(), u"There is a budget of that name."_s);
        QCOMPARE(m_editor->limit(), u"6000"_s);
        m_budgets->outcome = Done();
        QVERIFY(m_editor->canSave());
        save();
        QVERIFY(m_editor->problem().isEmpty());
    }

    void pausingSavesNothingElse()
    {
        openSupport();
        m_editor->setLimit(u"6000"_s);
        m_editor->togglePaused();
        QTRY_VERIFY(m_editor->isPaused());
        QVERIFY(m_budgets->saved.constLast().isPaused);
        QCOMPARE(m_budgets->saved.constLast().limit, *Money::fromText(u"4800"));
        QVERIFY(m_editor->isChanged()); // the limit is still edited
        QCOMPARE(m_editor->limit(), u"6000"_s);
    }

    void deletingClosesTheEditor()
    {
        openSupport();
        QSignalSpy removed(m_editor.get(), &BudgetEditorViewModel::removed);
        m_editor->remove();
        QTRY_COMPARE(removed.size(), 1);
        QCOMPARE(m_budgets->removed, QList{BudgetId(2)});
        QCOMPARE(m_editor->state(), State::Closed);
    }

    void oneDeletedElsewhereIsClosed()
    {
        openSupport();
        m_reports->table->rows.removeAt(1);
        reload();
        QCOMPARE(m_editor->state(), State::Closed);
    }

    void whatItCountsStaysAChoiceWhenItIsGone()
    {
        m_reports->table->rows[1].budget.scope.value = u"Left team"_s;
        reload();
        openSupport();
        QCOMPARE(m_editor->scopeValues().constFirst(), u"Left team"_s);
        QCOMPARE(m_editor->scopeValue(), 0);
    }

private:
    void openSupport()
    {
        m_page->setCurrent(1);
        QCOMPARE(m_editor->state(), State::Editing);
        QTRY_VERIFY(m_editor->preview()->isSettled());
    }
    void save()
    {
        QSignalSpy saved(m_editor.get(), &BudgetEditorViewModel::saved);
        m_editor->save();
        QTRY_COMPARE(saved.size(), 1);
    }
    void reload()
    {
        QSignalSpy shown(m_page.get(), &BudgetsViewModel::tableChanged);
        Q_EMIT m_reports->changed();
        QTRY_VERIFY(!shown.isEmpty());
    }
    QStringList thresholds() const
    {
        QStringList lines;
        for (const auto &one : m_editor->preview()->thresholds()) {
            const auto row = one.value<ThresholdRow>();
            lines.append(QStringList{row.text, row.amount, row.status}.join(u'|'));
        }
        return lines;
    }

    std::unique_ptr<ScriptedBudgetReports> m_reports;
    std::unique_ptr<ScriptedBudgets> m_budgets;
    std::unique_ptr<ScriptedChannelList> m_channels;
    std::unique_ptr<BudgetsViewModel> m_page;
    std::unique_ptr<BudgetEditorViewModel> m_editor;
};

QTEST_GUILESS_MAIN(BudgetEditorTest)
#include "tst_budget_editor.moc"
