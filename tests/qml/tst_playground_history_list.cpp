// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fonts.h"
#include "playground_page.h"
#include "viewmodels/playground/run_history_view_model.h"

#include <QApplication>
#include <QSignalSpy>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

QString modelOf(int number)
{
    return u"acme/number-%1"_s.arg(number);
}

RunHistoryViewModel *historyOf(const PlaygroundPage &page)
{
    const auto *content = page.window->property("page").value<QObject *>();
    return content->property("history").value<RunHistoryViewModel *>();
}

QStringList modelsOf(const PlaygroundPage &page)
{
    QStringList models;
    for (const auto &row : historyOf(page)->rows())
        models.append(row.model);
    return models;
}

} // namespace

//! The list of what was sent: by keyboard, and while it changes.
class PlaygroundHistoryListTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init()
    {
        QVERIFY(await(m_world.history.removeAll()));
        QVERIFY(await(m_world.history.setKeepsBodies(false)));
    }

    void aPollLeavesThePersonWhereTheyAre()
    {
        PlaygroundPage page(m_world);
        QVERIFY(open(page, 30));
        auto *list = page.driver->find(u"runs"_s);
        list->forceActiveFocus(Qt::TabFocusReason);
        for (int down = 0; down < 20; ++down)
            page.driver->press(Qt::Key_Down);
        QCOMPARE(list->property("currentIndex").toInt(), 20);
        constexpr qreal RowHeight = 50;
        const auto place = 21 * RowHeight - list->height();
        QTRY_COMPARE(list->property("contentY").toReal(), place);
        QSignalSpy read(historyOf(page), &RunHistoryViewModel::rowsChanged);
        Q_EMIT m_world.history.changed(); // as after each poll
        QTRY_VERIFY(read.size() >= 2); // asked and answered
        QCOMPARE(list->property("currentIndex").toInt(), 20);
        QCOMPARE(list->property("contentY").toReal(), place);
        add(31); // another tab's run is over
        QTRY_COMPARE(modelsOf(page).size(), 31);
        QTRY_COMPARE(list->property("currentIndex").toInt(), 21); // the same request
        page.driver->press(Qt::Key_Return);
        QTRY_VERIFY(page.driver->shows(u"keptFacts"_s));
        QVERIFY(page.driver->texts().contains(modelOf(10)));
        QCOMPARE(page.warnings, QStringList());
    }

    void deletingIsAskedAboutAndDeletesWhatWasMeant()
    {
        PlaygroundPage page(m_world);
        QVERIFY(open(page, 3));
        page.driver->find(u"runs"_s)->forceActiveFocus(Qt::TabFocusReason);
        page.driver->press(Qt::Key_Down);
        page.driver->press(Qt::Key_Delete);
        QTRY_VERIFY(page.driver->shows(u"keepRuns"_s));
        QTRY_VERIFY(page.driver->find(u"keepRuns"_s)->hasActiveFocus()); // the safe one
        page.driver->press(Qt::Key_Return);
        QTRY_VERIFY(!page.driver->shows(u"keepRuns"_s));
        QCOMPARE(modelsOf(page).size(), 3);
        QTRY_VERIFY(page.driver->find(u"runs"_s)->hasActiveFocus());
        page.driver->press(Qt::Key_Delete);
        Q_EMIT m_world.history.changed(); // a poll comes while it is asked
        QVERIFY(page.driver->click(u"confirmDeleteRuns"_s));
        QTRY_COMPARE(modelsOf(page), (QStringList{modelOf(3), modelOf(1)}));
        QCOMPARE(page.driver->find(u"runs"_s)->property("currentIndex").toInt(), 1);
        QCOMPARE(page.warnings, QStringList());
    }

    void whatIsDeletedIsNotComparedAnyMore()
    {
        PlaygroundPage page(m_world);
        QVERIFY(open(page, 3));
        QVERIFY(page.driver->click(u"pickRun"_s, 0));
        QVERIFY(page.driver->click(u"pickRun"_s, 1));
        QTRY_VERIFY(page.driver->find(u"compareTwo"_s)->isEnabled());
        const auto *list = page.driver->find(u"runs"_s);
        const auto threeRows = list->property("contentHeight").toReal();
        QVERIFY(page.driver->click(u"removeRun"_s, 1));
        QVERIFY(page.driver->click(u"confirmDeleteRuns"_s));
        QTRY_COMPARE(modelsOf(page).size(), 2);
        QTRY_VERIFY(!page.driver->shows(u"confirmDeleteRuns"_s)); // while it fades it takes what is pressed
        QTRY_COMPARE(list->property("contentHeight").toReal(), threeRows * 2 / 3); // and its row is gone, too
        QVERIFY(!page.driver->find(u"compareTwo"_s)->isEnabled());
        QVERIFY(page.driver->click(u"pickRun"_s, 1)); // the other one is still ticked
        QTRY_VERIFY(page.driver->find(u"compareTwo"_s)->isEnabled());
        QVERIFY(page.driver->click(u"compareTwo"_s));
        QTRY_VERIFY(page.driver->shows(u"comparedRun1"_s));
        QCOMPARE(page.warnings, QStringList());
    }

    void theListIsOneStopOfTheKeyboard()
    {
        PlaygroundPage page(m_world);
        QVERIFY(open(page, 3));
        auto *list = page.driver->find(u"runs"_s);
        list->forceActiveFocus(Qt::TabFocusReason);
        page.driver->press(Qt::Key_Tab);
        QVERIFY(!list->hasActiveFocus());
        QVERIFY(!list->isAncestorOf(page.window->activeFocusItem()));
        list->forceActiveFocus(Qt::TabFocusReason);
        page.driver->press(Qt::Key_Space);
        QTRY_VERIFY(page.driver->find(u"pickRun"_s)->property("checked").toBool());
        page.driver->press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(page.playground->tabs().size(), 2);
        QTRY_COMPARE(page.tab()->composer()->model(), modelOf(3));
        QCOMPARE(page.warnings, QStringList());
    }

    void textsAreOnlyDeletedOnceThePersonHasSaidSo()
    {
        QVERIFY(await(m_world.history.setKeepsBodies(true)));
        const auto hasTexts = [this] { return await(m_world.history.lines({}, 9))->constFirst().hasBodies; };
        PlaygroundPage page(m_world);
        QVERIFY(open(page, 1));
        QVERIFY(hasTexts());
        QTRY_VERIFY(historyOf(page)->keepsBodies());
        QVERIFY(page.driver->click(u"keepsBodies"_s));
        QTRY_VERIFY(page.driver->shows(u"keepRuns"_s));
        QVERIFY(page.driver->click(u"keepRuns"_s));
        QTRY_VERIFY(!page.driver->shows(u"keepRuns"_s));
        QVERIFY(historyOf(page)->keepsBodies() && hasTexts());
        QVERIFY(page.driver->click(u"keepsBodies"_s));
        QVERIFY(page.driver->click(u"confirmDeleteRuns"_s));
        QTRY_VERIFY(!hasTexts());
        QTRY_VERIFY(!historyOf(page)->mayHoldTexts());
        QVERIFY(page.driver->click(u"keepsBodies"_s)); // on, and off again: there is nothing to lose
        QTRY_VERIFY(historyOf(page)->keepsBodies());
        QVERIFY(page.driver->click(u"keepsBodies"_s));
        QTRY_VERIFY(!historyOf(page)->keepsBodies());
        QVERIFY(!page.driver->shows(u"keepRuns"_s));
        QCOMPARE(page.warnings, QStringList());
    }

    void aProblemIsSaidAboveTheRowsAndNotUnderThem()
    {
        PlaygroundPage page(m_world);
        QVERIFY(open(page, 3));
        historyOf(page)->showDetails(u"999999"_s);
        QTRY_VERIFY(page.driver->shows(u"historyProblem"_s));
        const auto *problem = page.driver->find(u"historyProblem"_s);
        const auto *list = page.driver->find(u"runs"_s);
        QVERIFY(problem->y() + problem->height() <= list->y());
        QVERIFY(list->y() + list->height() <= list->parentItem()->height());
        QCOMPARE(page.warnings, QStringList());
    }

private:
    void add(int number)
    {
        SentRequest sent;
        sent.model = modelOf(number);
        sent.startedAt = QDateTime({2026, 6, 18}, {14, number}, Qt::UTC);
        sent.answer.httpStatus = 200;
        sent.answer.requestedModel = sent.answer.servedModel = sent.model;
        sent.answer.text = u"Here"_s;
        PlaygroundRun run;
        run.sent = {sent};
        run.answer = sent.answer;
        SendOrder order;
        order.account = m_world.account;
        order.model = sent.model;
        order.request.messages = {{ChatMessage::Role::User, u"Where?"_s}};
        QVERIFY(await(m_world.history.add(order, run)));
    }
    [[nodiscard]] bool open(const PlaygroundPage &page, int runs)
    {
        for (int number = 1; number <= runs; ++number)
            add(number);
        return page.driver->click(u"historyButton"_s)
            && QTest::qWaitFor([&page, runs] { return modelsOf(page).size() == runs; })
            && QTest::qWaitFor([&page] { return page.driver->shows(u"run0"_s); });
    }

    PlaygroundWorld m_world;
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv); // as the application
    loadFonts();
    PlaygroundHistoryListTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_playground_history_list.moc"
