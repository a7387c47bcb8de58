// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/usage_filter_view_model.h"
#include "viewmodels/usage_period.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

const QDate Today(2026, 6, 18);

UsageChoices choices()
{
    UsageChoices choices;
    choices.accounts = {{AccountId(1), u"Main"_s}};
    choices.keys = {{KeyId(1), u"chat"_s, u"Main"_s}, {KeyId(2), u"search"_s, u"Main"_s}};
    choices.providers = {u"Azure"_s, u"OpenAI"_s};
    choices.httpStatuses = {200, 502};
    return choices;
}

} // namespace

class UsageFilterTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_filter = std::make_unique<UsageFilterViewModel>();
        m_filter->setToday(Today);
        m_filter->setChoices(choices());
    }

    void aWordMeansTheDaysOfToday_data()
    {
        QTest::addColumn<QString>("word");
        QTest::addColumn<QDate>("first");
        QTest::addColumn<QDate>("last");
        QTest::addColumn<QString>("text");
        QTest::newRow("today") << u"today"_s << Today << Today << u"Today, 18 June"_s;
        QTest::newRow("yesterday") << u"yesterday"_s << QDate(2026, 6, 17) << QDate(2026, 6, 17)
                                   << u"Yesterday, 17 June"_s;
        QTest::newRow("a week") << u"last7"_s << QDate(2026, 6, 12) << Today << u"Last 7 days"_s;
        QTest::newRow("thirty days") << u"last30"_s << QDate(2026, 5, 20) << Today << u"Last 30 days"_s;
        QTest::newRow("this month") << u"month"_s << QDate(2026, 6, 1) << Today << u"June"_s;
        QTest::newRow("the month before")
            << u"lastMonth"_s << QDate(2026, 5, 1) << QDate(2026, 5, 31) << u"May"_s;
    }
    void aWordMeansTheDaysOfToday()
    {
        QFETCH(const QString, word);
        QFETCH(const QDate, first);
        QFETCH(const QDate, last);
        QFETCH(const QString, text);
        m_filter->choosePeriod(word);
        QCOMPARE(m_filter->days(), (DayRange{first, last}));
        QCOMPARE(m_filter->periodText(), text);
    }

    void lastMonthOfAnotherYearNamesIt()
    {
        QCOMPARE(
            periodText(u"lastMonth"_s, daysOfPeriod(u"lastMonth"_s, QDate(2026, 1, 3)), QDate(2026, 1, 3)),
            u"December 2025"_s);
    }

    void takesDaysAsTyped_data()
    {
        QTest::addColumn<QString>("first");
        QTest::addColumn<QString>("last");
        QTest::addColumn<bool>("isTaken");
        QTest::addColumn<QString>("text");
        QTest::newRow("some days") << u"2026-06-01"_s << u" 2026-06-05 "_s << true << u"1 Jun to 5 Jun"_s;
        QTest::newRow("one day") << u"2026-06-01"_s << u"2026-06-01"_s << true << u"1 Jun"_s;
        QTest::newRow("of two years")
            << u"2025-12-30"_s << u"2026-01-02"_s << true << u"30 Dec 2025 to 2 Jan 2026"_s;
        QTest::newRow("backwards") << u"2026-06-05"_s << u"2026-06-01"_s << false << QString();
        QTest::newRow("no day") << u"2026-02-30"_s << u"2026-06-01"_s << false << QString();
        QTest::newRow("nothing") << QString() << QString() << false << QString();
    }
    void takesDaysAsTyped()
    {
        QFETCH(const QString, first);
        QFETCH(const QString, last);
        QFETCH(const bool, isTaken);
        QFETCH(const QString, text);
        QCOMPARE(m_filter->chooseDays(first, last), isTaken);
        QCOMPARE(m_filter->periodText(), isTaken ? text : u"Today, 18 June"_s);
    }

    void todayMovesOn()
    {
        QSignalSpy changed(m_filter.get(), &UsageFilterViewModel::changed);
        m_filter->setToday(Today.addDays(1));
        QCOMPARE(changed.size(), 1);
        m_filter->chooseDays(u"2026-06-01"_s, u"2026-06-02"_s);
        changed.clear();
        m_filter->setToday(Today.addDays(2));
        QCOMPARE(changed.size(), 0);
    }

    void ticksBecomeConditions()
    {
        m_filter->keys()->toggle(1);
        m_filter->providers()->toggle(0);
        m_filter->statuses()->toggle(2);
        m_filter->statuses()->toggle(4);
        m_filter->setFellBackOnly(true);
        QVERIFY(m_filter->chooseCostFrom(u"0.05"_s));
        m_filter->setRequestId(u" gen-1 "_s);
        const auto filter = m_filter->filter();
        QCOMPARE(filter.keys, QList{KeyId(2)});
        QCOMPARE(filter.providers, QStringList{u"Azure"_s});
        QCOMPARE(filter.outcomes, QList{RequestOutcome::Incomplete});
        QCOMPARE(filter.httpStatuses, QList{502});
        QVERIFY(filter.fellBackOnly);
        QCOMPARE(filter.costFrom->nanos(), 50'000'000);
        QCOMPARE(filter.requestId, u"gen-1"_s);
        QCOMPARE(m_filter->conditions(), 6);
        QCOMPARE(m_filter->sentence(),
            u"Key is search, provider is Azure, status is incomplete, 1 more, fell back, cost from $0.05, id "
            u"is "
            "gen-1, Today, 18 June."_s);
        m_filter->clear();
        QVERIFY(m_filter->filter().isOfWholeKeys());
        QCOMPARE(m_filter->conditions(), 0);
    }

    void thePlaygroundIsLeftOutOrLookedAtAlone()
    {
        QCOMPARE(m_filter->playground(), u"with"_s);
        QSignalSpy changed(m_filter.get(), &UsageFilterViewModel::changed);
        m_filter->choosePlayground(u"without"_s);
        m_filter->choosePlayground(u"nonsense"_s);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_filter->filter().playground, PlaygroundRows::LeftOut);
        QCOMPARE(m_filter->conditions(), 1);
        QCOMPARE(m_filter->sentence(), u"Without the Playground, Today, 18 June."_s);
        QVERIFY(!m_filter->isOfTheLedger());
        const auto view = m_filter->view(u"programs"_s);
        m_filter->choosePlayground(u"only"_s);
        QCOMPARE(m_filter->sentence(), u"Sent from the Playground, Today, 18 June."_s);
        m_filter->open(view);
        QCOMPARE(m_filter->playground(), u"without"_s);
        m_filter->clear();
        QVERIFY(m_filter->isOfTheLedger());
    }

    void refusesACostThatIsNone()
    {
        QVERIFY(!m_filter->chooseCostFrom(u"much"_s));
        QVERIFY(m_filter->chooseCostFrom(u"0.002"_s));
        QCOMPARE(m_filter->costFrom(), u"$0.00200"_s);
        QVERIFY(m_filter->chooseCostFrom(u"0.00"_s));
        QVERIFY(!m_filter->filter().costFrom);
        QCOMPARE(m_filter->costFrom(), u"$0.00"_s);
    }

    void aViewOpensAsItWasKept()
    {
        m_filter->choosePeriod(u"last7"_s);
        m_filter->keys()->toggle(0);
        m_filter->statuses()->toggle(1);
        const auto view = m_filter->view(u"failures"_s);
        const auto filter = m_filter->filter();
        m_filter->clear();
        m_filter->choosePeriod(u"today"_s);
        QSignalSpy changed(m_filter.get(), &UsageFilterViewModel::changed);
        m_filter->open(view);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(m_filter->filter(), filter);
        QCOMPARE(m_filter->period(), u"last7"_s);
    }

    void aViewOfFixedDaysKeepsThem()
    {
        m_filter->chooseDays(u"2026-06-01"_s, u"2026-06-02"_s);
        const auto view = m_filter->view(u"then"_s);
        m_filter->choosePeriod(u"today"_s);
        m_filter->open(view);
        QCOMPARE(m_filter->firstDay(), u"2026-06-01"_s);
    }

    void aTickThatIsNoLongerAChoiceStaysVisible()
    {
        m_filter->providers()->toggle(1);
        auto fewer = choices();
        fewer.providers = {u"Azure"_s};
        m_filter->setChoices(fewer);
        const auto *list = m_filter->providers();
        QCOMPARE(list->rowCount(), 2);
        QCOMPARE(list->data(list->index(1), UsageChoiceList::TextRole).toString(), u"OpenAI"_s);
        QVERIFY(list->data(list->index(1), UsageChoiceList::CheckedRole).toBool());
    }

    void searchingKeepsTicks()
    {
        auto *list = m_filter->keys();
        const QAbstractItemModelTester tester(list, QAbstractItemModelTester::FailureReportingMode::QtTest);
        list->toggle(0);
        list->setSearch(u"SEA"_s);
        QCOMPARE(list->rowCount(), 1);
        list->toggle(0);
        QCOMPARE(list->picked(), (QStringList{u"1"_s, u"2"_s}));
        QCOMPARE(list->summary(), u"chat, 1 more"_s);
        list->setSearch({});
        QCOMPARE(list->rowCount(), 2);
    }

private:
    std::unique_ptr<UsageFilterViewModel> m_filter;
};

QTEST_GUILESS_MAIN(UsageFilterTest)
#include "tst_usage_filter.moc"
