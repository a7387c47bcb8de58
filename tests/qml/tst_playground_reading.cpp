// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fonts.h"
#include "playground_page.h"

#include <QApplication>
#include <QClipboard>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using State = RunViewModel::State;

namespace {

const auto LongEvent = u"{\"choices\":[{\"delta\":{\"content\":\"%1 <b>and</b> the end\"}}]}"_s.arg(
    u"more than a row of the list has room for, "_s.repeated(20));

PlaygroundRun streamedRun()
{
    SentRequest sent;
    sent.model = u"acme/alpha"_s;
    sent.answer.httpStatus = 200;
    sent.answer.text = u"Here"_s;
    sent.answer.stream = {true, true, u"[DONE]"_s, 2, 4};
    sent.events.first
        = {{std::chrono::milliseconds(20), {}, LongEvent}, {std::chrono::milliseconds(30), {}, u"[DONE]"_s}};
    sent.events.total = 2;
    PlaygroundRun run;
    run.sent = {sent};
    run.answer = sent.answer;
    return run;
}

} // namespace

//! What came, read to its end by mouse and keyboard.
class PlaygroundReadingTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void anEventIsOpenedByKeyboardAndByMouse()
    {
        PlaygroundPage page(m_world);
        QVERIFY(showEvents(page));
        for (const auto key : {Qt::Key_Return, Qt::Key_Space}) {
            page.driver->press(key);
            QTRY_COMPARE(page.driver->text(u"plainText"_s), LongEvent);
            QTRY_VERIFY(page.driver->find(u"event0"_s)->height() > 60); // it wraps
            page.driver->press(key);
            QTRY_VERIFY(!page.driver->shows(u"plainText"_s));
        }
        QVERIFY(page.driver->click(u"eventRow"_s));
        QTRY_COMPARE(page.driver->text(u"plainText"_s), LongEvent);
        QCOMPARE(page.driver->find(u"plainText"_s)->property("textFormat").toInt(), int(Qt::PlainText));
        QVERIFY(page.driver->find(u"eventWhole"_s)->height() <= 260);
        QCOMPARE(page.warnings, QStringList());
    }

    void anEventIsCopiedWhole()
    {
        PlaygroundPage page(m_world);
        QVERIFY(showEvents(page));
        QGuiApplication::clipboard()->clear();
        page.driver->press(Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), LongEvent);
        QGuiApplication::clipboard()->clear();
        page.driver->press(Qt::Key_Return);
        QTRY_VERIFY(page.driver->shows(u"copyEvent"_s));
        QTRY_VERIFY(page.driver->find(u"event1"_s)->y() > 200); // the row below has made room
        QVERIFY(page.driver->click(u"copyEvent"_s));
        QTRY_COMPARE(QGuiApplication::clipboard()->text(), LongEvent);
        page.run()->end(streamedRun()); // another answer opens with all of them closed
        QTRY_VERIFY(!page.driver->shows(u"copyEvent"_s));
        QCOMPARE(page.warnings, QStringList());
    }

    void whatIsPastedIsDecodedFromThere()
    {
        PlaygroundPage page(m_world);
        QVERIFY(page.driver->click(u"decodeButton"_s));
        QTRY_VERIFY(page.driver->shows(u"capture"_s));
        auto *capture = page.driver->find(u"capture"_s);
        QTRY_VERIFY(capture->hasActiveFocus());
        const auto answer = u"HTTP/1.1 429 Too Many Requests\n\n{}"_s;
        capture->setProperty("text", answer);
        page.driver->press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_VERIFY(page.driver->shows(u"decodedResult"_s));
        QCOMPARE(page.driver->text(u"capture"_s), answer);
        QCOMPARE(page.warnings, QStringList());
    }

    void aCancelledAnswerWithoutTextIsToldOnce()
    {
        PlaygroundPage page(m_world);
        QVERIFY(page.chooseModel(u"sim/hangs"_s));
        QVERIFY(page.write(u"Where is it?"_s));
        QVERIFY(page.driver->click(u"send"_s));
        QTRY_VERIFY(page.run()->isRunning());
        page.driver->press(Qt::Key_Escape);
        QTRY_COMPARE(page.run()->state(), State::Cancelled);
        QTRY_VERIFY(page.driver->shows(u"breakLine"_s));
        QVERIFY(!page.driver->shows(u"noText"_s));
        QVERIFY(!page.run()->note().contains(u"failed"));
        QCOMPARE(page.warnings, QStringList());
    }

private:
    //! With the keyboard on their list.
    [[nodiscard]] static bool showEvents(const PlaygroundPage &page)
    {
        page.run()->begin(u"acme/alpha"_s, {});
        page.run()->end(streamedRun());
        page.run()->setView(u"events"_s);
        const auto isThere = [&page] { return page.driver->shows(u"event1"_s); };
        if (!QTest::qWaitFor(isThere, 10'000))
            return false;
        page.driver->find(u"eventList"_s)->forceActiveFocus(Qt::TabFocusReason);
        return page.driver->find(u"eventList"_s)->hasActiveFocus();
    }

    PlaygroundWorld m_world;
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv); // as the application
    loadFonts();
    PlaygroundReadingTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_playground_reading.moc"
