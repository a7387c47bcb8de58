// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_keys.h"
#include "support/scripted_overview.h"
#include "viewmodels/keys_view_model.h"
#include "viewmodels/rotation_view_model.h"

#include <QPointF>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using Step = RotationViewModel::Step;

class RotationViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        m_reports = std::make_unique<ScriptedKeyReports>();
        m_service = std::make_unique<ScriptedRotations>();
        m_reports->rotation = scripted::rotation();
        m_page = std::make_unique<KeysViewModel>();
        m_dialog = std::make_unique<RotationViewModel>();
        m_dialog->setReports(m_reports.get());
        m_dialog->setRotations(m_service.get());
    }

    void beginsOneWhereNoneIsOpen()
    {
        open();
        QCOMPARE(m_service->calls, QStringList{u"start 4"_s});
        QCOMPARE(m_dialog->name(), u"invoice-extract-prod"_s);
    }

    void goesOnWithTheOneThatIsOpen()
    {
        m_reports->row(scripted::InvoiceKey).rotation = scripted::rotation();
        open();
        QVERIFY(m_service->calls.isEmpty());
        QCOMPARE(m_dialog->step(), Step::Watch);
    }

    void tellsTheStepsAsTheDrawingDoes()
    {
        open();
        QStringList lines;
        for (const auto &step : m_dialog->steps()) {
            const auto line = step.value<RotationStepLine>();
            lines.append((line.isDone         ? u"+ "_s
                                 : line.isNow ? u"> "_s
                                              : u"  "_s)
                + line.title + u": "_s + line.note);
        }
        QCOMPARE(lines,
            QStringList({u"+ Create the new key: 13:31, limits copied"_s,
                u"+ Save it in the keychain: 13:31, "_s, u"+ Update and deploy: You confirmed at 13:52"_s,
                u"> Check traffic moved: In progress"_s, u"  Disable the old key: Can be undone for 7 days"_s,
                u"  Delete the old key: Reminder on 25 Jun"_s}));
        QCOMPARE(m_dialog->heading(), u"Check traffic moved"_s);
        QCOMPARE(m_dialog->text(), u"The old key has cost nothing for 22 min. The new key spends."_s);
        QCOMPARE(m_dialog->sinceTitle(), u"Since 13:52"_s);
        const auto old = m_dialog->keyLines().at(0).value<RotationKeyLine>();
        QCOMPARE(old.tail, u"…e3a8"_s);
        QCOMPARE(old.lastSpent, u"14:10"_s);
        QCOMPARE(old.since, u"$0.59"_s);
    }

    void drawsBothKeysAndTheirGapsAsNothing()
    {
        open();
        const auto chart = m_dialog->chart();
        QCOMPARE(chart.title, u"Spend per 5 minutes"_s);
        QCOMPARE(chart.top, u"$0.39"_s);
        QCOMPARE(chart.times, QStringList({u"13:30"_s, u"13:48"_s, u"14:06"_s, u"14:25"_s}));
        QCOMPARE(chart.oldKey.size(), 12);
        QCOMPARE(chart.oldKey.constLast().toPointF(), QPointF(1, 0));

        auto watch = scripted::rotationWatch(scripted::rotation());
        watch.points = {watch.points.at(0), watch.points.at(1), watch.points.at(7)};
        const auto gappy = rotationChart(watch, QTimeZone::utc());
        QCOMPARE(gappy.oldKey.size(), 5);
        QCOMPARE(gappy.oldKey.at(2).toPointF().y(), 0.0);
        QCOMPARE(gappy.oldKey.at(3).toPointF().y(), 0.0);
        watch.points.clear();
        QVERIFY(rotationChart(watch, QTimeZone::utc()).oldKey.isEmpty());
    }

    void asksForEachStepWhatThePersonDoes_data()
    {
        QTest::addColumn<QString>("call");
        for (const auto &call :
            {u"proceed 1"_s, u"deployed 1"_s, u"wait 1 2026-06-19T14:32:00Z"_s, u"undo 1"_s, u"cancel 1"_s})
            QTest::newRow(qPrintable(call)) << call;
    }
    void asksForEachStepWhatThePersonDoes()
    {
        QFETCH(QString, call);
        open();
        m_service->calls.clear();
        if (call.startsWith(u"proceed"))
            m_dialog->proceed();
        else if (call.startsWith(u"deployed"))
            m_dialog->confirmDeployed();
        else if (call.startsWith(u"wait"))
            m_dialog->waitADay();
        else if (call.startsWith(u"undo"))
            m_dialog->undoDisable();
        else
            m_dialog->cancel();
        QVERIFY(m_dialog->isBusy());
        m_dialog->proceed(); // one at a time
        QTRY_VERIFY(!m_dialog->isBusy());
        QCOMPARE(m_service->calls, QStringList{call});
    }

    void showsWhatIsStoredAfterAFailure()
    {
        open();
        m_service->outcome = fail(Error::Kind::TooEarly);
        m_reports->rotation->step = RotationStep::Delete;
        m_reports->rotation->disabledAt = QDateTime({2026, 6, 18}, {14, 31}, Qt::UTC);
        m_dialog->proceed();
        QTRY_COMPARE(m_dialog->step(), Step::Delete);
        QCOMPARE(m_dialog->problemTitle(), u"It is too early for that"_s);
        QVERIFY(!m_dialog->canDelete());
        m_reports->rotation->disabledAt = QDateTime({2026, 6, 11}, {14, 31}, Qt::UTC);
        Q_EMIT m_reports->changed();
        QTRY_VERIFY(m_dialog->canDelete());
    }

    void refusesAPastedTextThatIsNoKey()
    {
        open();
        m_service->calls.clear();
        m_dialog->paste(nullptr);
        QVERIFY(!m_dialog->problem().isEmpty());
        QVERIFY(m_service->calls.isEmpty());
    }

    void asksNothingWhileItIsClosed()
    {
        open();
        m_dialog->setOpen(false);
        m_reports->rotation->step = RotationStep::Done;
        Q_EMIT m_reports->changed();
        QTest::qWait(10);
        QCOMPARE(m_dialog->step(), Step::Watch);
        m_dialog->setOpen(true);
        QTRY_COMPARE(m_dialog->step(), Step::Done);
    }

private:
    void open()
    {
        m_page->setReports(m_reports.get());
        QTRY_COMPARE(m_page->state(), KeysViewModel::State::Ready);
        QVERIFY(m_page->selectKey(QString::number(scripted::InvoiceKey)));
        m_dialog->setOpen(true);
        m_dialog->begin(m_page.get());
        QTRY_VERIFY(m_dialog->isReady());
    }

    std::unique_ptr<ScriptedKeyReports> m_reports;
    std::unique_ptr<ScriptedRotations> m_service;
    std::unique_ptr<KeysViewModel> m_page;
    std::unique_ptr<RotationViewModel> m_dialog;
};

QTEST_GUILESS_MAIN(RotationViewModelTest)
#include "tst_rotation_view_model.moc"
