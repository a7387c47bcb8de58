// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "support/scripted_alerts.h"
#include "support/scripted_overview.h"
#include "support/scripted_services.h"
#include "viewmodels/tray_texts.h"
#include "viewmodels/tray_view_model.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class TrayViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_reports.answer = scripted::overview();
        m_alertReports.reset();
        m_desk.reset();
        m_channels.reset();
        m_sync.polling = false;
        m_sync.polls = 0;
        m_sync.last = QDateTime(QDate(2026, 6, 18), QTime(14, 30), Qt::UTC);
        m_tray = std::make_unique<TrayViewModel>(
            TrayViewModel::Partners{m_reports, m_alertReports, m_desk, m_sync, &m_channels});
    }

    void saysTheMonthTheAlertsAndTheAccounts()
    {
        QTRY_COMPARE(contents().alerts, u"Alerts: 6 open"_s);
        QCOMPARE(contents().figures.constFirst(), u"At least $7,486.20 of $12,000 in June, 62.4%"_s);
        QVERIFY(contents().figures.constLast().startsWith(u"Today $312.99."_s));
        QCOMPARE(contents().tip, u"Tollkeeper: at least $7,486 of $12,000, 2 critical alerts"_s);
        QCOMPARE(contents().poll, u"Poll now (last 14:30)"_s);
        QVERIFY(contents().canPoll);
        QCOMPARE(contents().accounts.size(), m_reports.answer->accounts.size());
        QStringList lines;
        for (const auto &account : contents().accounts)
            lines.append(account.text);
        QVERIFY2(lines.contains(u"Chuizi.AI · lab: stale, 11:28"_s), qPrintable(lines.join(u'\n')));
        QVERIFY2(lines.contains(u"OpenRouter · main: $1,184.62 left"_s), qPrintable(lines.join(u'\n')));
    }

    void saysByHowMuchTheForecastMisses_data()
    {
        QTest::addColumn<qint64>("expected");
        QTest::addColumn<QString>("line");
        QTest::newRow("over") << qint64(1'245'400) << u"Today $312.99. Forecast $12,454, over by $454."_s;
        QTest::newRow("below") << qint64(1'150'000)
                               << u"Today $312.99. Forecast $11,500, $500 below the budget."_s;
        QTest::newRow("too few days") << qint64(0) << u"Today $312.99."_s;
    }
    void saysByHowMuchTheForecastMisses()
    {
        QFETCH(qint64, expected);
        auto overview = scripted::overview();
        overview.forecast.reset();
        if (expected > 0)
            overview.forecast
                = Forecast{scripted::dollars(expected), scripted::dollars(0), scripted::dollars(0), 30};
        QTEST(trayContents({overview, {}, {}, {}, false, true}).figures.constLast(), "line");
    }
    void saysTheMonthWithoutABudget()
    {
        auto overview = scripted::overview();
        overview.budget.reset();
        overview.isAtLeast = false;
        const auto contents = trayContents({overview, {}, {}, {}, false, true});
        QCOMPARE(contents.figures.constFirst(), u"$7,486.20 in June"_s);
        QCOMPARE(contents.tip, u"Tollkeeper: $7,486 in June, no open alerts"_s);
        QCOMPARE(contents.poll, u"Poll now"_s);
    }
    void hasNoFiguresWithoutAccounts()
    {
        const Overview nothing;
        const auto contents = trayContents({nothing, {}, {}, {}, false, true});
        QVERIFY(contents.figures.isEmpty());
        QVERIFY(!contents.canPoll);
        QCOMPARE(contents.state, TrayState::Normal);
    }

    void marksTheWorst_data()
    {
        QTest::addColumn<int>("open");
        QTest::addColumn<int>("critical");
        QTest::addColumn<bool>("stale");
        QTest::addColumn<bool>("marks");
        QTest::addColumn<int>("state");
        QTest::newRow("well") << 0 << 0 << false << true << int(TrayState::Normal);
        QTest::newRow("open") << 2 << 0 << false << true << int(TrayState::Warning);
        QTest::newRow("stale") << 0 << 0 << true << true << int(TrayState::Warning);
        QTest::newRow("critical") << 2 << 1 << true << true << int(TrayState::Critical);
        QTest::newRow("switched off") << 2 << 1 << true << false << int(TrayState::Normal);
    }
    void marksTheWorst()
    {
        QFETCH(int, open);
        QFETCH(int, critical);
        QFETCH(bool, stale);
        QFETCH(bool, marks);
        auto overview = scripted::overview();
        for (auto &account : overview.accounts)
            account.isStale = stale;
        Inbox inbox;
        inbox.open = open;
        inbox.criticalOpen = critical;
        QTEST(int(trayContents({overview, inbox, {}, {}, false, marks}).state), "state");
    }
    void isStruckThroughWhilePausedOrOffline()
    {
        auto overview = scripted::overview();
        AlertSettings paused;
        paused.pausedUntil = overview.asOf.addSecs(3600);
        const auto contents = trayContents({overview, {}, paused, {}, false, true});
        QCOMPARE(contents.state, TrayState::Paused);
        QCOMPARE(contents.paused, u"Alerts are paused until 15:32"_s);
        paused.pausedUntil = overview.asOf; // it is over
        QCOMPARE(trayContents({overview, {}, paused, {}, false, true}).paused, QString());
        for (auto &account : overview.accounts)
            account.health.state = AccountState::Unreachable;
        QCOMPARE(trayContents({overview, {}, {}, {}, false, true}).state, TrayState::Paused);
    }
    void leavesTheMarkAwayWhereTheChannelIsOff()
    {
        QTRY_COMPARE(contents().state, TrayState::Critical);
        m_channels.kept[1].isOn = false;
        Q_EMIT m_channels.channelsChanged();
        QTRY_COMPARE(contents().state, TrayState::Normal);
    }

    void followsItsPartners()
    {
        QTRY_COMPARE(contents().alerts, u"Alerts: 6 open"_s);
        m_alertReports.alert(scripted::CapAlert).state = AlertState::Acknowledged;
        Q_EMIT m_alertReports.changed();
        QTRY_COMPARE(contents().alerts, u"Alerts: 5 open"_s);
        m_sync.polling = true;
        Q_EMIT m_sync.pollingChanged();
        QCOMPARE(contents().poll, u"Polling now"_s);
        QVERIFY(!contents().canPoll);
    }
    void keepsWhatItKnewWhenAnAnswerFails()
    {
        QTRY_COMPARE(contents().alerts, u"Alerts: 6 open"_s);
        m_reports.answer = fail(Error::Kind::Storage);
        m_alertReports.alert(scripted::CapAlert).state = AlertState::Acknowledged;
        m_tray->reload();
        QTRY_COMPARE(contents().alerts, u"Alerts: 5 open"_s);
        QVERIFY(!contents().figures.isEmpty());
    }

    void pausesUntil_data()
    {
        QTest::addColumn<int>("pause");
        QTest::addColumn<QString>("until");
        QTest::newRow("an hour") << int(Tray::Pause::OneHour) << u"2026-06-18T15:32:00Z"_s;
        QTest::newRow("eight hours") << int(Tray::Pause::EightHours) << u"2026-06-18T22:32:00Z"_s;
        QTest::newRow("tomorrow") << int(Tray::Pause::Tomorrow) << u"2026-06-19T08:00:00Z"_s;
    }
    void pausesUntil()
    {
        QFETCH(int, pause);
        m_desk.kept.hasQuietHours = true;
        m_tray->pause(static_cast<Tray::Pause>(pause));
        QTRY_VERIFY(m_desk.kept.pausedUntil);
        QTEST(utcText(*m_desk.kept.pausedUntil), "until");
        QVERIFY(m_desk.kept.hasQuietHours); // what else is set stays
        QTRY_VERIFY(!contents().paused.isEmpty());
        m_tray->resume();
        QTRY_VERIFY(!m_desk.kept.pausedUntil);
        QTRY_VERIFY(contents().paused.isEmpty());
    }
    void pollsOnceAtATime()
    {
        m_tray->pollNow();
        QCOMPARE(m_sync.polls, 1);
        m_sync.polling = true;
        m_tray->pollNow();
        QCOMPARE(m_sync.polls, 1);
    }

private:
    const TrayContents &contents() const { return m_tray->contents(); }

    ScriptedReports m_reports;
    ScriptedAlertReports m_alertReports;
    ScriptedAlertDesk m_desk{m_alertReports};
    ScriptedChannels m_channels;
    ScriptedSync m_sync;
    std::unique_ptr<TrayViewModel> m_tray;
};

QTEST_GUILESS_MAIN(TrayViewModelTest)
#include "tst_tray_view_model.moc"
