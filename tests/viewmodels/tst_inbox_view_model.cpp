// SPDX-License-Identifier: GPL-3.0-or-later
#include "base/clock.h"
#include "support/scripted_alerts.h"
#include "viewmodels/inbox_view_model.h"

#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using State = InboxViewModel::State;
using View = InboxViewModel::View;
using Snooze = InboxViewModel::Snooze;

class InboxViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_reports.reset();
        m_desk.reset();
        m_page = std::make_unique<InboxViewModel>();
        m_page->setService(&m_desk);
    }

    void showsAllByDayWithTheCountsOfTheViews()
    {
        open();
        QCOMPARE(m_page->viewNames(), QStringList({u"Open 6"_s, u"Snoozed 1"_s, u"Done 2"_s, u"All"_s}));
        QCOMPARE(m_page->open(), 6);
        QCOMPARE(m_page->criticalOpen(), 2);
        QStringList days;
        for (const auto &row : rows()) {
            if (row.isFirstOfDay)
                days.append(row.day);
        }
        QCOMPARE(days, QStringList({u"Thu 18 June"_s, u"Wed 17 June"_s, u"Tue 16 June"_s, u"Sun 14 June"_s}));
        QCOMPARE(rows().at(0).mark, u"critical"_s);
        QCOMPARE(rows().at(1).mark, u"warn"_s);
        QCOMPARE(rows().at(5).mark, u"info"_s);
        QCOMPARE(rows().at(0).time, u"14:20"_s);
        QVERIFY(rows().at(0).title.contains(u"apac-sandbox-dev"_s));
    }

    void daysAreThoseOfTheReportingZone()
    {
        m_reports.zone = QTimeZone("America/New_York");
        open();
        QCOMPARE(rows().at(4).day, u"Wed 17 June"_s); // 00:05 UTC
        QCOMPARE(rows().at(4).time, u"20:05"_s);
    }

    void saysHowEachOneStands_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<QString>("state");
        QTest::newRow("firing") << 0 << QString();
        QTest::newRow("snoozed") << 5 << u"snoozed until Mon 22 June"_s;
        QTest::newRow("acknowledged") << 7 << u"acknowledged 15 June 08:02"_s;
        QTest::newRow("over") << 8 << u"over since 15 June 00:00"_s;
    }
    void saysHowEachOneStands()
    {
        QFETCH(int, row);
        open();
        QTEST(rows().at(row).state, "state");
        QCOMPARE(rows().at(row).stateIcon.isEmpty(), rows().at(row).state.isEmpty());
    }
    void saysThatASnoozeEndsWithAChangeOrWithinADay()
    {
        auto &alert = m_reports.alert(scripted::SnoozedAlert);
        alert.snoozedUntil = QDateTime(QDate(2026, 6, 22), QTime(8, 0), Qt::UTC);
        QCOMPARE(stateText(alert, QTimeZone::utc()), u"snoozed until Mon 22 June 08:00"_s);
        alert.snoozedUntil.reset();
        QCOMPARE(stateText(alert, QTimeZone::utc()), u"snoozed until it changes"_s);
    }

    void asksForTheViewThatIsChosen()
    {
        open();
        m_page->setView(int(View::Done));
        QTRY_COMPARE(rows().size(), 2);
        QCOMPARE(m_reports.asked.constLast(), InboxView::Done);
        m_page->setView(7);
        QCOMPARE(m_page->view(), int(View::Done));
    }

    void keepsTheOldAnswerWhileALaterOneIsAwaitedAndSaysWhyThereIsNone()
    {
        open();
        m_reports.error = Error{.kind = Error::Kind::StorageDamaged};
        m_page->reload();
        QVERIFY(m_page->isUpdating());
        QCOMPARE(m_page->state(), State::Ready);
        QTRY_COMPARE(m_page->state(), State::Failed);
        QVERIFY(!m_page->problem().isEmpty());
        QVERIFY(!m_page->problemTitle().isEmpty());
        m_reports.error.reset();
        m_page->reload();
        QTRY_COMPARE(m_page->state(), State::Ready);
    }
    void isEmptyWhereAViewIs()
    {
        m_reports.alerts.clear();
        m_page->setReports(&m_reports);
        QTRY_COMPARE(m_page->state(), State::Empty);
        QVERIFY(!m_page->details()->hasAlert());
        QCOMPARE(m_page->current(), -1);
    }

    void rowsAreToldAnewOnlyWhenTheyChanged()
    {
        open();
        QSignalSpy told(m_page.get(), &InboxViewModel::rowsChanged);
        m_page->reload();
        QTRY_VERIFY(!m_page->isUpdating());
        QCOMPARE(told.count(), 0);
        m_reports.alert(scripted::CapAlert).facts.name = u"another"_s;
        m_page->reload();
        QTRY_COMPARE(told.count(), 1);
    }

    void takesNoteOfTheSelectedOneAndGoesOnToTheNext()
    {
        open();
        m_page->setView(int(View::Open));
        QTRY_COMPARE(rows().size(), 6);
        m_page->setCurrent(1);
        const auto next = rows().at(2).id;
        m_page->acknowledge();
        QCOMPARE(m_desk.acknowledged, QList<QList<AlertId>>({{AlertId(8)}}));
        QTRY_COMPARE(rows().size(), 5);
        QCOMPARE(m_page->current(), 1);
        QCOMPARE(m_page->details()->id(), next);
        QCOMPARE(m_page->outcome(), u"Acknowledged"_s);
    }
    void takesNoteOfAllThatFireInTheList()
    {
        open();
        m_page->acknowledgeAll();
        QCOMPARE(m_desk.acknowledged.size(), 1);
        QCOMPARE(m_desk.acknowledged.constFirst().size(), 6);
        QTRY_VERIFY(!m_page->canAcknowledgeAll());
        m_page->acknowledgeAll();
        QCOMPARE(m_desk.acknowledged.size(), 1);
    }
    void doesNotTakeNoteTwice()
    {
        open();
        m_page->setCurrent(7); // acknowledged
        m_page->acknowledge();
        QVERIFY(m_desk.acknowledged.isEmpty());
    }
    void saysWhyNothingCameOfIt()
    {
        open();
        m_desk.outcome = fail(Error::Kind::ProfileLocked);
        m_page->acknowledge();
        QTRY_VERIFY(!m_page->actionProblem().isEmpty());
        m_page->setCurrent(1);
        QVERIFY(m_page->actionProblem().isEmpty());
    }

    void putsOffUntil_data()
    {
        QTest::addColumn<int>("choice");
        QTest::addColumn<QByteArray>("zone");
        QTest::addColumn<QString>("until");
        const auto berlin = "Europe/Berlin"_ba;
        QTest::newRow("an hour") << int(Snooze::OneHour) << berlin << u"2026-06-18T15:32:00Z"_s;
        QTest::newRow("eight hours") << int(Snooze::EightHours) << berlin << u"2026-06-18T22:32:00Z"_s;
        QTest::newRow("tomorrow") << int(Snooze::Tomorrow) << berlin << u"2026-06-19T06:00:00Z"_s;
        QTest::newRow("tomorrow, where it is tomorrow already")
            << int(Snooze::Tomorrow) << "Pacific/Auckland"_ba << u"2026-06-19T20:00:00Z"_s;
        QTest::newRow("a day") << int(Snooze::OneDay) << berlin << u"2026-06-19T14:32:00Z"_s;
        QTest::newRow("a week") << int(Snooze::OneWeek) << berlin << u"2026-06-25T14:32:00Z"_s;
        QTest::newRow("until it changes") << int(Snooze::UntilItChanges) << berlin << QString();
    }
    void putsOffUntil()
    {
        QFETCH(int, choice);
        QFETCH(QByteArray, zone);
        m_reports.zone = QTimeZone(zone);
        open();
        m_page->snooze(static_cast<Snooze>(choice));
        QTRY_COMPARE(m_desk.snoozed.size(), 1);
        QCOMPARE(m_desk.snoozed.constFirst().first, AlertId(scripted::CapAlert));
        const auto until = m_desk.snoozed.constFirst().second;
        QTEST(until ? utcText(*until) : QString(), "until");
    }
    void countsASnoozeFromNowNotFromTheListsTime()
    {
        open();
        m_reports.now = m_reports.now.addSecs(600);
        m_page->snooze(Snooze::OneHour);
        QTRY_COMPARE(m_desk.snoozed.size(), 1);
        QCOMPARE(*m_desk.snoozed.constFirst().second, m_reports.now.addSecs(3600));
    }
    void doesNotPutOffWhatIsOver()
    {
        open();
        m_page->setCurrent(8);
        m_page->snooze(Snooze::OneHour);
        m_page->setCurrent(0);
        m_page->snooze(Snooze::OneDay);
        QTRY_COMPARE(m_desk.snoozed.size(), 1);
        QCOMPARE(m_desk.snoozed.constFirst().first, AlertId(scripted::CapAlert));
    }

    void keepsWhoLooksAfterItAndANote()
    {
        open();
        m_page->assign(u" Platform lead "_s);
        QTRY_COMPARE(m_page->details()->owner(), u"Platform lead"_s);
        m_page->assign(u"Platform lead"_s); // nothing new
        QCOMPARE(m_desk.assigned.size(), 1);
        m_page->setNote(u"asked for more"_s);
        QTRY_COMPARE(m_page->details()->note(), u"asked for more"_s);
        m_page->assign({});
        QTRY_COMPARE(m_page->details()->owner(), QString());
    }

    void findsAnAlertInAnotherView()
    {
        open();
        m_page->setView(int(View::Open));
        QTRY_COMPARE(rows().size(), 6);
        m_page->selectAlert(QString::number(scripted::AcknowledgedAlert));
        QTRY_COMPARE(m_page->view(), int(View::All));
        QTRY_COMPARE(m_page->details()->id(), QString::number(scripted::AcknowledgedAlert));
        QCOMPARE(m_page->current(), 7);
    }

    void findsAnAlertWhileAViewWithoutItIsOnItsWay()
    {
        open();
        m_page->setView(int(View::Open));
        m_page->selectAlert(QString::number(scripted::AcknowledgedAlert));
        QTRY_COMPARE(m_page->view(), int(View::All));
        QTRY_VERIFY(!m_page->isUpdating());
        QCOMPARE(m_page->details()->id(), QString::number(scripted::AcknowledgedAlert));
    }

    void showsOneAlertWithItsEvidenceAndHistory()
    {
        open();
        m_page->setCurrent(6);
        auto *details = m_page->details();
        QVERIFY(details->hasAlert()); // at once
        QVERIFY(details->lead().endsWith(u", raised Tue 16 June 02:40 UTC, still true"_s));
        QVERIFY(details->events().isEmpty());
        QTRY_VERIFY(details->isSettled());
        QCOMPARE(details->events().size(), 2);
        QCOMPARE(
            details->notice(), u"Desktop notification sent 16 June 02:40. True at the last poll, 14:30."_s);
        const auto chart = details->chart();
        QCOMPARE(chart.points.size(), 72);
        QCOMPARE(chart.points.constFirst().toPointF().x(), 0.0);
        QCOMPARE(chart.points.constLast().toPointF().x(), 1.0);
        QCOMPARE(chart.lineText, u"Rule: 10%"_s);
        QCOMPARE(chart.raisedText, u"Alert raised 16 Jun 02:40"_s);
        QVERIFY(chart.raised > 0.16 && chart.raised < 0.18);
        QCOMPARE(chart.labels.constLast().value<AlertChartLabel>().text, u"now"_s);
        QCOMPARE(chart.title, u"Share of requests that fell back to another model"_s);
        const auto link = details->links().constFirst().value<AlertStepLine>();
        QCOMPARE(link.button, u"Open 4,378 requests"_s);
    }
    void saysWhyTheHistoryIsMissing()
    {
        m_reports.detailsError = Error{.kind = Error::Kind::Storage};
        open();
        QTRY_VERIFY(!m_page->details()->problem().isEmpty());
        QVERIFY(m_page->details()->hasAlert());
    }
    void dropsTheDetailsOfAnAlertThatIsNoLongerShown()
    {
        open();
        m_page->setCurrent(6);
        m_page->setCurrent(0);
        QTRY_VERIFY(m_page->details()->isSettled());
        QCOMPARE(m_page->details()->id(), QString::number(scripted::CapAlert));
        QVERIFY(m_page->details()->chart().points.isEmpty());
    }

    void goesWhereAStepLeads_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<int>("action");
        QTest::addColumn<QString>("place");
        QTest::newRow("key") << 0 << int(AlertAction::OpenKey) << u"key 8"_s;
        QTest::newRow("account") << 2 << int(AlertAction::OpenAccount) << u"account 1"_s;
        QTest::newRow("health") << 1 << int(AlertAction::OpenHealth) << u"health 3"_s;
        QTest::newRow("budget") << 7 << int(AlertAction::OpenBudget) << u"budget 2"_s;
        QTest::newRow("forecast") << 3 << int(AlertAction::OpenForecast) << u"forecast 1"_s;
        QTest::newRow("rotation") << 4 << int(AlertAction::StartRotation) << u"rotation 4"_s;
        QTest::newRow("labels") << 5 << int(AlertAction::LabelKey) << u"labels 11"_s;
        QTest::newRow("rule") << 6 << int(AlertAction::OpenRule) << u"rule fallback_rate"_s;
        QTest::newRow("requests") << 6 << int(AlertAction::OpenRequests)
                                  << u"requests 2026-06-16 2026-06-18 1 "_s;
        QTest::newRow("usage of a budget's period")
            << 7 << int(AlertAction::OpenUsage) << u"requests 2026-06-01 2026-06-18  "_s;
        QTest::newRow("nowhere") << 0 << int(AlertAction::None) << QString();
    }
    void goesWhereAStepLeads()
    {
        QFETCH(int, row);
        QFETCH(int, action);
        open();
        const auto place = listen();
        m_page->setCurrent(row);
        m_page->details()->follow(action);
        QTEST(*place, "place");
    }
    void goesToWhatIsBehindIt_data()
    {
        QTest::addColumn<int>("row");
        QTest::addColumn<QString>("place");
        QTest::newRow("cap") << 0 << u"key 8"_s;
        QTest::newRow("balance") << 2 << u"account 1"_s;
        QTest::newRow("forecast") << 3 << u"budget 1"_s;
        QTest::newRow("fallback") << 6 << u"requests 2026-06-16 2026-06-18 1 "_s;
    }
    void goesToWhatIsBehindIt()
    {
        QFETCH(int, row);
        open();
        const auto place = listen();
        m_page->setCurrent(row);
        m_page->details()->followEvidence();
        QTEST(*place, "place");
    }

private:
    void open()
    {
        m_page->setReports(&m_reports);
        QTRY_COMPARE(m_page->state(), State::Ready);
    }
    QList<InboxRow> rows() const
    {
        QList<InboxRow> rows;
        for (const auto &row : m_page->rows())
            rows.append(row.value<InboxRow>());
        return rows;
    }
    //! Writes down where the details want to go.
    std::shared_ptr<QString> listen()
    {
        auto place = std::make_shared<QString>();
        auto *details = m_page->details();
        const auto keep = [place](const QString &what) {
            return [place, what](const QString &id) { *place = what + u' ' + id; };
        };
        using Details = AlertDetailsViewModel;
        connect(details, &Details::keyWanted, this, keep(u"key"_s));
        connect(details, &Details::accountWanted, this, keep(u"account"_s));
        connect(details, &Details::healthWanted, this, keep(u"health"_s));
        connect(details, &Details::budgetWanted, this, keep(u"budget"_s));
        connect(details, &Details::rotationWanted, this, keep(u"rotation"_s));
        connect(details, &Details::labelsWanted, this, keep(u"labels"_s));
        connect(details, &Details::ruleWanted, this, keep(u"rule"_s));
        connect(details, &Details::forecastWanted, this, keep(u"forecast"_s));
        connect(details, &Details::requestsWanted, this,
            [place](const QString &first, const QString &last, const QString &key, const QString &model) {
                *place = QStringList{u"requests"_s, first, last, key, model}.join(u' ');
            });
        return place;
    }

    ScriptedAlertReports m_reports;
    ScriptedAlertDesk m_desk{m_reports};
    std::unique_ptr<InboxViewModel> m_page;
};

QTEST_GUILESS_MAIN(InboxViewModelTest)
#include "tst_inbox_view_model.moc"
