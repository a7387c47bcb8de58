// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_overview.h"
#include "support/scripted_services.h"
#include "viewmodels/overview_view_model.h"

#include <QSignalSpy>
#include <QTest>

#include <array>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using State = OverviewViewModel::State;

class OverviewViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_reports = std::make_unique<ScriptedReports>();
        m_reports->answer = scripted::overview();
        m_page = std::make_unique<OverviewViewModel>();
    }

    void showsTheMonth()
    {
        m_page->setReports(m_reports.get());
        QCOMPARE(m_page->state(), State::Loading);
        QTRY_COMPARE(m_page->state(), State::Ready);
        const auto header = m_page->header();
        QCOMPARE(header.asOf, u"Thu 18 June, 14:32 UTC"_s);
        QCOMPARE(header.spent, u"$7,486.20"_s);
        QCOMPARE(header.budget, u"$12,000.00"_s);
        QCOMPARE(header.distance, u"$4,513.80"_s);
        QCOMPARE(header.used, u"62.4%"_s);
        QVERIFY(header.isAtLeast);
    }

    void namesTheStaleAccountAndSinceWhen()
    {
        m_page->setReports(m_reports.get());
        QTRY_COMPARE(m_page->state(), State::Ready);
        const auto warning = m_page->warning();
        QVERIFY(!warning.isCritical);
        QCOMPARE(warning.text, u"No new figures from Chuizi.AI · lab since 11:28."_s);
        const auto stale = m_page->accounts().at(2).value<AccountRow>();
        QCOMPARE(stale.balance, u"≈ $58.40"_s);
        QCOMPARE(stale.mark, u"stale"_s);
        QCOMPARE(stale.asOf, u"11:28"_s);
    }

    void neverShowsAnUnknownBalanceAsZero()
    {
        m_reports->answer->accounts[0].balance.reset();
        m_page->setReports(m_reports.get());
        QTRY_COMPARE(m_page->state(), State::Ready);
        QCOMPARE(m_page->accounts().at(0).value<AccountRow>().balance, u"unknown"_s);
        QCOMPARE(m_page->accounts().at(3).value<AccountRow>().balance, u"not offered"_s);
    }

    void saysByHowMuchTheBudgetIsPassed()
    {
        m_reports->answer->budget->limit = scripted::dollars(700000);
        m_page->setReports(m_reports.get());
        QTRY_COMPARE(m_page->state(), State::Ready);
        QVERIFY(m_page->warning().isCritical);
        QCOMPARE(m_page->warning().lead, u"June is over its budget by $486.20."_s);
    }

    void aForecastOverTheBudgetIsToldWithItsDay()
    {
        forecastOf({{1150000, 1130000, 1210000}, {1203000, 1180000, 1240000}});
        QCOMPARE(m_page->warning().lead, u"On track to pass the budget on Tue 30 June."_s);
        QCOMPARE(m_page->warning().text, u"At the fastest recent pace, on Mon 29 June."_s);
        QVERIFY(!m_page->warning().isCritical);
        QCOMPARE(m_page->header().forecast, u"100.2% (98 to 103%)"_s);
        const auto chart = m_page->cumulative();
        QCOMPARE(chart.forecast.size(), 3); // from now on
        QCOMPARE(chart.forecast.constLast().toPointF(), QPointF(30, 12030));
        QCOMPARE(chart.forecastText, u"$12,030"_s);
        QVERIFY(chart.top >= 12400);
        QVERIFY(m_page->header().forecastNote.isEmpty()); // nothing moves it, and no month before is known
    }

    void aForecastSaysWhatMovesItAndHowWrongItWas()
    {
        auto &answer = *m_reports->answer;
        answer.forecastDriver = ForecastDriver{u"claude-opus-4.7"_s, true, scripted::dollars(9000), {}};
        answer.forecastMiss = ForecastMiss{
            monthOf(QDate(2026, 5, 1)), {}, 20, scripted::dollars(21400), scripted::dollars(90000)};
        forecastOf({{1150000, 1130000, 1210000}});
        QCOMPARE(m_page->header().forecastNote, u"claude-opus-4.7 drives it; off by $214 in May"_s);
    }

    void aBudgetThatCountsWhatOthersBillIsNotForecast()
    {
        m_reports->answer->budget->includesByok = true;
        forecastOf({{1300000, 1250000, 1400000}});
        QVERIFY(m_page->header().forecast.isEmpty());
        QVERIFY(!m_page->warning().lead.startsWith(u"On track"));
        QCOMPARE(m_page->cumulative().forecast.size(), 2); // the chart shows what is billed
    }

    void saysThatAModelInUseIsAboutToGo_data()
    {
        QTest::addColumn<bool>("isAtLeast");
        QTest::addColumn<int>("models");
        QTest::addColumn<QString>("lead");
        QTest::addColumn<QString>("text");
        QTest::newRow("none") << false << 0 << u""_s << u""_s;
        QTest::newRow("one") << false << 1 << u"A model in use is about to go."_s
                             << u"acme/alpha at Main is no longer offered from 1 Jul."_s;
        QTest::newRow("three") << false << 3 << u"A model in use is about to go."_s
                               << u"acme/alpha at Main is no longer offered from 1 Jul. And 2 more."_s;
        QTest::newRow("what is more urgent comes first")
            << true << 1 << u"The total is at least this much."_s
            << u"No new figures from Chuizi.AI · lab since 11:28."_s;
    }

    void saysThatAModelInUseIsAboutToGo()
    {
        QFETCH(bool, isAtLeast);
        QFETCH(int, models);
        QFETCH(QString, lead);
        QFETCH(QString, text);
        m_reports->answer->isAtLeast = isAtLeast;
        if (!isAtLeast)
            m_reports->answer->accounts.clear();
        for (int i = 0; i < models; ++i)
            m_reports->answer->expiringModels.append(
                {AccountId(1), u"Main"_s, u"acme/alpha"_s, QDate(2026, 7, 1)});
        m_page->setReports(m_reports.get());
        QTRY_VERIFY(m_page->state() == State::Ready || m_page->state() == State::Empty);
        QCOMPARE(m_page->warning().lead, lead);
        QCOMPARE(m_page->warning().text, text);
    }

    void namesOtherCurrenciesApart()
    {
        m_reports->answer->otherCurrencies
            = {Money::fromNanos(1774'400'000'000, *Currency::fromCode(u"CNY"))};
        m_page->setReports(m_reports.get());
        QTRY_COMPARE(m_page->state(), State::Ready);
        QCOMPARE(m_page->header().otherCurrencies, u"¥1,774.40"_s);
        QCOMPARE(m_page->header().spent, u"$7,486.20"_s);
    }

    void isEmptyWithoutAccounts()
    {
        m_reports->answer = Overview();
        m_page->setReports(m_reports.get());
        QTRY_COMPARE(m_page->state(), State::Empty);
    }

    void explainsAFailure()
    {
        m_reports->answer = fail(Error::Kind::StorageDamaged);
        m_page->setReports(m_reports.get());
        QTRY_COMPARE(m_page->state(), State::Failed);
        QVERIFY(!m_page->problem().isEmpty());
    }

    void asksAgainWhenFiguresChange()
    {
        m_page->setReports(m_reports.get());
        QTRY_COMPARE(m_page->state(), State::Ready);
        m_reports->answer->spent = scripted::dollars(800000);
        Q_EMIT m_reports->changed();
        QTRY_COMPARE(m_page->header().spent, u"$8,000.00"_s);
    }

    void showsTheLatestAnswerOnly()
    {
        m_page->setReports(m_reports.get());
        m_reports->answer->spent = scripted::dollars(1);
        Q_EMIT m_reports->changed();
        m_reports->answer->spent = scripted::dollars(2);
        Q_EMIT m_reports->changed();
        QSignalSpy shown(m_page.get(), &OverviewViewModel::stateChanged);
        QTRY_COMPARE(m_page->state(), State::Ready);
        QCOMPARE(m_page->header().spent, u"$0.02"_s);
        QCOMPARE(shown.size(), 1);
    }

    void survivesDyingBeforeTheAnswer()
    {
        m_page->setReports(m_reports.get());
        m_page.reset();
        m_page = std::make_unique<OverviewViewModel>();
        m_page->setReports(m_reports.get());
        QTRY_COMPARE(m_page->state(), State::Ready);
    }

private:
    //! The last days of the month, in cents: expected, low, high.
    void forecastOf(const QList<std::array<qint64, 3>> &days)
    {
        for (const auto &[expected, low, high] : days)
            m_reports->answer->forecastDays.append(
                {scripted::dollars(expected), scripted::dollars(low), scripted::dollars(high), 40});
        m_reports->answer->forecast = m_reports->answer->forecastDays.constLast();
        m_page->setReports(m_reports.get());
        QTRY_COMPARE(m_page->state(), State::Ready);
    }

    std::unique_ptr<ScriptedReports> m_reports;
    std::unique_ptr<OverviewViewModel> m_page;
};

QTEST_GUILESS_MAIN(OverviewViewModelTest)
#include "tst_overview_view_model.moc"
