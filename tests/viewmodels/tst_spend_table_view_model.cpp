// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_services.h"
#include "support/scripted_spend.h"
#include "viewmodels/spend_table_view_model.h"

#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using State = SpendTableViewModel::State;
using By = SpendTableViewModel::By;

class SpendTableViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_reports = std::make_unique<ScriptedReports>();
        m_reports->spendAnswer = scripted::spendTable;
        m_table = std::make_unique<SpendTableViewModel>();
        m_table->setReports(m_reports.get());
        m_table->setFirstDay(u"2026-06-01"_s);
        m_table->setLastDay(u"2026-06-18"_s);
    }

    void asksOnceForSeveralChangesAndOnlyWhileLookedAt()
    {
        m_table->setBy(By::Key);
        QTest::qWait(5);
        QVERIFY(m_reports->spendAsked.isEmpty());
        m_table->setActive(true);
        m_table->setBy(By::Model);
        m_table->setFirstDay(u"2026-06-02"_s);
        QTRY_COMPARE(m_table->state(), State::Ready);
        QCOMPARE(m_reports->spendAsked.size(), 1);
        QCOMPARE(m_reports->spendAsked.first().by, SpendBy::Model);
        QCOMPARE(m_reports->spendAsked.first().range.first, QDate(2026, 6, 2));
    }

    void daysComeNewestFirstAndSayWhichTheyAre()
    {
        open(By::Day);
        QCOMPARE(m_table->lines().size(), 18);
        const auto line = lineAt(0);
        QCOMPARE(line.name, u"Thu 18 June"_s);
        QCOMPARE(line.spend, u"$312.99"_s);
        QCOMPARE(line.firstDay, u"2026-06-18"_s);
        QCOMPARE(line.lastDay, u"2026-06-18"_s);
        QCOMPARE(line.input, u"—"_s);
        QCOMPARE(m_table->total().spend, u"$7,486.20"_s);
        QCOMPARE(m_table->total().name, u"Total, at least"_s);
    }

    void whatIsNotItemisedComesLast()
    {
        open(By::Model);
        const auto rest = lineAt(m_table->lines().size() - 1);
        QVERIFY(rest.isRest);
        QCOMPARE(rest.name, u"not itemised"_s);
        QVERIFY(rest.key.isEmpty() && rest.model.isEmpty());
        QCOMPARE(lineAt(0).model, u"claude-sonnet-4.5"_s);
        QVERIFY(lineAt(0).key.isEmpty());
    }

    void keysAreNamedByIdToo()
    {
        open(By::Key);
        QCOMPARE(lineAt(0).key, u"1"_s);
        QCOMPARE(lineAt(0).firstDay, u"2026-06-01"_s);
        QVERIFY(lineAt(0).share > 0.3);
        QVERIFY(m_table->copied(0).startsWith(u"support-chat-prod\t$"_s));
        QVERIFY(m_table->copied(99).isEmpty());
    }

    void namesWhatTheTotalLeavesOut()
    {
        m_reports->spendAnswer = [](const SpendQuery &query) {
            auto table = scripted::spendTable(query);
            table.otherCurrencies = {Money::fromNanos(7'000'000'000, *Currency::fromCode(u"CNY"))};
            return table;
        };
        open(By::Day);
        QVERIFY(m_table->leftOut().endsWith(u"¥7.00 not in this total"_s));
    }

    void isEmptyWhereNothingWasSpent()
    {
        m_reports->spendAnswer = [](const SpendQuery &query) {
            SpendTable table;
            table.query = query;
            return table;
        };
        m_table->setActive(true);
        QTRY_COMPARE(m_table->state(), State::Empty);
    }

    void explainsAFailureAndReadsAgain()
    {
        m_reports->spendAnswer = nullptr;
        m_table->setActive(true);
        QTRY_COMPARE(m_table->state(), State::Failed);
        QVERIFY(!m_table->problem().isEmpty());
        m_reports->spendAnswer = scripted::spendTable;
        Q_EMIT m_reports->changed();
        QTRY_COMPARE(m_table->state(), State::Ready);
    }

    void theLatestQuestionWins()
    {
        open(By::Day);
        QSignalSpy shown(m_table.get(), &SpendTableViewModel::stateChanged);
        m_table->setBy(By::Model);
        m_table->reload();
        m_table->setBy(By::Key);
        m_table->reload();
        QTRY_VERIFY(!m_table->isUpdating());
        QTRY_COMPARE(lineAt(0).name, u"support-chat-prod"_s);
        QVERIFY(shown.size() <= 2); // never the answer by model
    }

private:
    void open(By by)
    {
        m_table->setBy(by);
        m_table->setActive(true);
        QTRY_COMPARE(m_table->state(), State::Ready);
    }
    [[nodiscard]] SpendLine lineAt(qsizetype place) const
    {
        return m_table->lines().at(place).value<SpendLine>();
    }

    std::unique_ptr<ScriptedReports> m_reports;
    std::unique_ptr<SpendTableViewModel> m_table;
};

QTEST_GUILESS_MAIN(SpendTableViewModelTest)
#include "tst_spend_table_view_model.moc"
