// SPDX-License-Identifier: GPL-3.0-or-later
#include "tst_playground_composer.h"

#include "app/fonts.h"

#include <QApplication>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using State = RunViewModel::State;

//! What is about to be sent, composed by keyboard and mouse.
class PlaygroundComposerTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void fallbacksAreMovedAndRemovedByKeyboard()
    {
        PlaygroundPage page(m_world);
        compose(page);
        page.driver->find(u"fallback0"_s)->forceActiveFocus(Qt::TabFocusReason);
        page.driver->press(Qt::Key_Down, Qt::AltModifier);
        QCOMPARE(fallbacks(page), (QStringList{u"sim/b"_s, u"sim/a"_s, u"sim/c"_s}));
        page.driver->press(Qt::Key_Down, Qt::AltModifier); // it is still the one that is held
        QCOMPARE(fallbacks(page), (QStringList{u"sim/b"_s, u"sim/c"_s, u"sim/a"_s}));
        page.driver->press(Qt::Key_Down, Qt::AltModifier); // there is nothing below
        QCOMPARE(fallbacks(page), (QStringList{u"sim/b"_s, u"sim/c"_s, u"sim/a"_s}));
        page.driver->press(Qt::Key_Up, Qt::AltModifier);
        QCOMPARE(fallbacks(page), (QStringList{u"sim/b"_s, u"sim/a"_s, u"sim/c"_s}));
        page.driver->press(Qt::Key_Delete);
        QCOMPARE(fallbacks(page), (QStringList{u"sim/b"_s, u"sim/c"_s}));
        QCOMPARE(page.warnings, QStringList());
    }

    void fallbacksAreDraggedByTheirHandle_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("by"); // rows
        QTest::addColumn<QStringList>("order");
        QTest::newRow("down one") << 0 << 1 << QStringList{u"sim/b"_s, u"sim/a"_s, u"sim/c"_s};
        QTest::newRow("down all the way") << 0 << 2 << QStringList{u"sim/b"_s, u"sim/c"_s, u"sim/a"_s};
        QTest::newRow("beyond the last") << 1 << 5 << QStringList{u"sim/a"_s, u"sim/c"_s, u"sim/b"_s};
        QTest::newRow("up") << 2 << -2 << QStringList{u"sim/c"_s, u"sim/a"_s, u"sim/b"_s};
    }
    void fallbacksAreDraggedByTheirHandle()
    {
        QFETCH(const int, from);
        QFETCH(const int, by);
        QFETCH(const QStringList, order);
        PlaygroundPage page(m_world);
        compose(page);
        const auto *handle = page.driver->find(u"dragHandle"_s, from);
        QVERIFY(handle);
        constexpr int Row = 34;
        auto at = handle->mapToScene({handle->width() / 2, handle->height() / 2}).toPoint();
        QTest::mousePress(page.window, Qt::LeftButton, Qt::NoModifier, at);
        const int step = by > 0 ? 4 : -4;
        for (int moved = 0; moved < std::abs(by) * Row; moved += std::abs(step)) {
            at.ry() += step;
            QTest::mouseMove(page.window, at);
        }
        QTest::mouseRelease(page.window, Qt::LeftButton, Qt::NoModifier, at);
        QTRY_COMPARE(fallbacks(page), order);
        QCOMPARE(page.warnings, QStringList());
    }

    void whatIsToBeAskedAboutIsSetByKeyboard()
    {
        QVERIFY(await(m_world.choices.setGuard({})));
        know(m_world, {u"sim/answers"_s});
        PlaygroundPage page(m_world);
        QVERIFY(page.chooseModel(u"sim/answers"_s));
        QVERIFY(page.write(u"Where is it?"_s));
        QTRY_VERIFY(!page.tab()->composer()->estimate().isEmpty());
        page.driver->find(u"changeGuard"_s)->forceActiveFocus(Qt::TabFocusReason);
        page.driver->press(Qt::Key_Return);
        QTRY_VERIFY(shows(page, u"guardAmount"_s));
        QTRY_VERIFY(page.driver->find(u"guardAmount"_s)->hasActiveFocus());
        QTRY_COMPARE(page.driver->text(u"guardAmount"_s), u"1"_s);
        retype(page, u"nothing"_s);
        page.driver->press(Qt::Key_Return);
        QTRY_VERIFY(shows(page, u"guardProblem"_s));
        retype(page, u"0.000001"_s);
        page.driver->press(Qt::Key_Return);
        QTRY_VERIFY(!shows(page, u"guardAmount"_s));
        QTRY_VERIFY(page.tab()->composer()->guardNote().contains(u"$0.00"));

        const auto before = m_world.posts();
        page.driver->press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(shows(page, u"sendAnyway"_s));
        QVERIFY(page.tab()->question().contains(u"more than"));
        page.driver->press(Qt::Key_Return); // the safe button
        QTRY_VERIFY(!shows(page, u"sendAnyway"_s));
        QCOMPARE(m_world.posts(), before);

        page.driver->press(Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(page.driver->click(u"sendAnyway"_s));
        QTRY_COMPARE(page.run()->state(), State::Complete);
        QCOMPARE(m_world.posts(), before + 1);
        QVERIFY(await(m_world.choices.setGuard({})));
        QCOMPARE(page.warnings, QStringList());
    }

    void jsonThatSaysMoreLeavesOneViewChosenAndCanBeSent()
    {
        PlaygroundPage page(m_world);
        auto *composer = page.tab()->composer();
        composer->setShowsJson(true);
        composer->setJson(
            u"{\"model\":\"sim/answers\",\"seed\":1,\"messages\":[{\"role\":\"user\",\"content\":\"Hi\"}]}"_s);
        QVERIFY(page.driver->find(u"send"_s)->isEnabled());
        QCOMPARE(chosenViews(page), 1);
        auto *view = page.driver->find(u"bodyView"_s);
        const auto middle = view->mapToScene({view->width() / 4, view->height() / 2}).toPoint(); // "Messages"
        QTest::mouseClick(page.window, Qt::LeftButton, Qt::NoModifier, middle);
        QVERIFY(composer->showsJson());
        QCOMPARE(chosenViews(page), 1);
        QVERIFY(page.driver->find(u"send"_s)->isEnabled());
        QVERIFY(page.driver->text(u"jsonNote"_s).contains(u"says more than messages"));
        QVERIFY(!page.driver->find(u"routing"_s)->isEnabled()); // it has no say
        QVERIFY(page.driver->find(u"streams"_s)->isEnabled());
        QVERIFY(page.driver->find(u"modelPicker"_s)->isEnabled());
        QCOMPARE(page.warnings, QStringList());
    }

    void whySendIsOffIsSaidWholeAndOnce()
    {
        PlaygroundPage page(m_world, {1024 - 56, 700});
        auto *composer = page.tab()->composer();
        QVERIFY(page.write(u"Where is it?"_s));
        composer->setModel({});
        QVERIFY(!composer->obstacle().isEmpty());
        QTRY_COMPARE(page.driver->text(u"obstacle"_s), composer->obstacle());
        QVERIFY(!shows(page, u"estimate"_s) && !shows(page, u"estimateNote"_s));
        const auto *reason = page.driver->find(u"obstacle"_s);
        const auto *send = page.driver->find(u"send"_s);
        const auto endOf = [](const QQuickItem *item) { return item->mapToScene({item->width(), 0}).x(); };
        QTRY_COMPARE(endOf(reason), endOf(send)); // over the whole width
        QVERIFY(!reason->property("truncated").toBool());
        QTRY_VERIFY(send->mapToScene({}).y() >= reason->mapToScene({0, reason->height()}).y());

        composer->setModel(u"sim/answers"_s);
        composer->setShowsJson(true);
        composer->setJson(u"{\n\"model\" 1\n}"_s);
        QVERIFY(!composer->jsonProblem().isEmpty());
        QTRY_COMPARE(page.driver->text(u"obstacle"_s), composer->jsonProblem());
        QTRY_COMPARE(page.driver->texts().count(composer->jsonProblem()), 1);
        QCOMPARE(page.warnings, QStringList());
    }

    void aLongNameOfAModelHasTheRoomAndItsEnd()
    {
        const auto name = u"a-maker-with-a-long-name/a-model-with-an-even-longer-name-%1"_s;
        know(m_world, {name.arg(u"large"_s), name.arg(u"small"_s)});
        PlaygroundPage page(m_world, {1024 - 56, 700});
        QTRY_COMPARE(page.tab()->composer()->models().size(), 2);
        QVERIFY(page.driver->click(u"modelPicker"_s));
        QTRY_VERIFY(shows(page, u"modelName"_s));
        const auto *shown = page.driver->find(u"modelName"_s);
        QCOMPARE(shown->property("elide").toInt(), int(Qt::ElideMiddle));
        if (shown->property("truncated").toBool())
            QVERIFY(!shows(page, u"modelContext"_s));
        QCOMPARE(page.warnings, QStringList());
    }

    void enterTakesTheModelThatIsTypedInFull()
    {
        know(m_world, {u"a/sim/b"_s, u"sim/b"_s});
        PlaygroundPage page(m_world);
        QTRY_COMPARE(page.tab()->composer()->models().size(), 2);
        QVERIFY(page.chooseModel(u"sim/b"_s)); // found second
        QCOMPARE(page.warnings, QStringList());
    }

    void whatIsPressedIsLargeEnough()
    {
        PlaygroundPage page(m_world);
        QVERIFY(page.chooseModel(u"sim/answers"_s));
        QVERIFY(page.write(u"Where is it?"_s));
        QTRY_VERIFY(shows(page, u"changeGuard"_s));
        QVERIFY(page.driver->find(u"changeGuard"_s)->height() >= 24);
        QVERIFY(page.driver->find(u"changeGuard"_s)->width() >= 24);
    }

private:
    //! How many pills of the switch between messages and JSON are drawn as chosen.
    static int chosenViews(const PlaygroundPage &page)
    {
        int chosen = 0;
        QList<QQuickItem *> items{page.driver->find(u"bodyView"_s)};
        for (qsizetype at = 0; at < items.size(); ++at) {
            items += items.at(at)->childItems();
            chosen += items.at(at)->property("checked").toBool() ? 1 : 0;
        }
        return chosen;
    }
    static bool shows(const PlaygroundPage &page, const QString &name) { return page.driver->shows(name); }
    static void retype(const PlaygroundPage &page, const QString &text)
    {
        page.driver->press(Qt::Key_A, Qt::ControlModifier);
        page.driver->type(text);
    }

    PlaygroundWorld m_world;
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv); // as the application
    loadFonts();
    PlaygroundComposerTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_playground_composer.moc"
