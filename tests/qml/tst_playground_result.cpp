// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fonts.h"
#include "playground_page.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using State = RunViewModel::State;

namespace {

constexpr QSize Narrow(1024 - 56, 700); // what the smallest window leaves beside its sidebar

QString said(const PlaygroundPage &page)
{
    auto *spoken = QAccessible::queryAccessibleInterface(page.driver->find(u"runStatus"_s));
    return spoken ? spoken->text(QAccessible::Name) : QString();
}

bool isWithin(const PlaygroundPage &page, const QString &name)
{
    const auto *around = page.driver->find(name);
    const auto *here = page.window->activeFocusItem();
    return around && here && (around == here || around->isAncestorOf(here));
}

PlaygroundRun longRoute()
{
    PlaygroundRun run;
    SentRequest sent;
    sent.model = u"acme/alpha"_s;
    sent.answer.httpStatus = 200;
    sent.answer.text = u"Here"_s;
    for (int at = 0; at < 20; ++at)
        sent.answer.attempts.append({AttemptOrigin::Gateway, u"Provider %1"_s.arg(at), u"acme/alpha"_s, 502,
            AttemptOutcome::Failed, u"It was not in the mood."_s, 5});
    run.sent = {sent};
    run.answer = sent.answer;
    return run;
}

} // namespace

//! What came of a request: what can be done with it by keyboard, and that it does not promise what it cannot
//! do.
class PlaygroundResultTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void whatWasNeverSentCanBeMendedAndSent()
    {
        const auto name = u"Team · emptied"_s;
        const auto key = m_world.places["keys"_L1]["openrouter_team_dispatch"_L1].toString().toLatin1();
        const auto account
            = m_world.addAt(u"openrouter"_s, name, QUrl(m_world.places["openrouter"_L1].toString()), key);
        QVERIFY(await(m_world.secrets.remove(u"key of "_s + name)));
        PlaygroundPage page(m_world);
        page.tab()->composer()->show({}, u"sim/answers"_s, {}, account, {});
        QTRY_COMPARE(page.tab()->composer()->chosenAccount()->id, account);
        QVERIFY(page.write(u"Where is it?"_s));
        QVERIFY(page.send());
        QCOMPARE(page.run()->state(), State::Failed);
        QTRY_VERIFY(page.driver->shows(u"step1"_s));
        QVERIFY(!page.driver->shows(u"copyBundle"_s)); // of nothing there is no bundle
        page.driver->press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(!page.driver->shows(u"bundleText"_s));
        QVERIFY(!page.driver->text(u"toastText"_s).isEmpty());
        QVERIFY(await(m_world.secrets.write(
            u"key of "_s + name, std::make_shared<const Secret>(*Secret::fromInput(key)))));
        QVERIFY(page.driver->click(u"stepButton"_s)); // "Send again"
        QTRY_COMPARE(page.run()->state(), State::Complete);
        QCOMPARE(page.warnings, QStringList());
    }

    void sendAgainIsOffWhileNothingCanBeSent_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QString>("button");
        QTest::newRow("in the steps") << u"sim/fails-502"_s << u"stepButton"_s;
        QTest::newRow("below the answer") << u"sim/cuts-mid-stream"_s << u"sendFromAnswer"_s;
    }
    void sendAgainIsOffWhileNothingCanBeSent()
    {
        QFETCH(QString, model);
        QFETCH(QString, button);
        PlaygroundPage page(m_world);
        QVERIFY(page.chooseModel(model));
        QVERIFY(page.write(u"Where is it?"_s));
        QVERIFY(page.send());
        QTRY_VERIFY(page.driver->shows(button));
        QVERIFY(page.driver->find(button)->isEnabled());
        page.tab()->composer()->setModel({});
        QTRY_VERIFY(!page.driver->find(button)->isEnabled());
        page.tab()->composer()->setModel(model);
        QTRY_VERIFY(page.driver->find(button)->isEnabled());
        QCOMPARE(page.warnings, QStringList());
    }

    void theWaitIsToldInWords()
    {
        PlaygroundPage page(m_world);
        QVERIFY(page.chooseModel(u"sim/fails-429"_s));
        QVERIFY(page.write(u"Where is it?"_s));
        QVERIFY(page.send());
        const auto isTold = [&page] {
            const auto wait = page.run()->waitText();
            return !wait.isEmpty() && page.driver->texts().join(u'\n').contains(wait);
        };
        QTRY_VERIFY(isTold());
    }

    void f6GoesToTheResultAndBack()
    {
        PlaygroundPage page(m_world);
        QVERIFY(page.chooseModel(u"sim/answers"_s));
        QVERIFY(page.write(u"Where is it?"_s));
        const auto *text = page.window->activeFocusItem();
        page.driver->press(Qt::Key_F6); // there is none yet
        QVERIFY(isWithin(page, u"composerPane"_s));
        QVERIFY(page.driver->click(u"messageText"_s, 1));
        page.driver->press(Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(page.run()->state(), State::Complete);
        page.driver->press(Qt::Key_F6);
        QVERIFY(isWithin(page, u"resultTabs"_s));
        page.driver->press(Qt::Key_F6);
        QCOMPARE(page.window->activeFocusItem(), text);
        QCOMPARE(page.warnings, QStringList());
    }

    void theTraceIsScrolledByKeys()
    {
        PlaygroundPage page(m_world, Narrow);
        page.run()->begin(u"acme/alpha"_s, {});
        page.run()->end(longRoute());
        page.driver->press(Qt::Key_2, Qt::AltModifier);
        QTRY_VERIFY(page.driver->shows(u"traceView"_s));
        auto *trace = page.driver->find(u"traceView"_s);
        QTRY_VERIFY(trace->property("contentHeight").toReal() > trace->height());
        page.driver->find(u"resultTabs"_s)->forceActiveFocus(Qt::TabFocusReason);
        page.driver->press(Qt::Key_Tab);
        QCOMPARE(page.window->activeFocusItem(), trace);
        page.driver->press(Qt::Key_Down);
        const auto line = trace->property("contentY").toReal();
        QVERIFY(line > 0);
        page.driver->press(Qt::Key_PageDown);
        QVERIFY(trace->property("contentY").toReal() > line + 100);
        page.driver->press(Qt::Key_Home);
        QCOMPARE(trace->property("contentY").toReal(), 0.0);
        QCOMPARE(page.warnings, QStringList());
    }

    void anAnswerCanBeCopiedInTheSmallestWindowToo()
    {
        PlaygroundPage page(m_world, Narrow);
        page.run()->begin(u"acme/alpha"_s, {});
        page.run()->end(longRoute());
        QCOMPARE(page.run()->state(), State::Complete);
        QGuiApplication::clipboard()->clear();
        QVERIFY(page.driver->click(u"copyResult"_s));
        QCOMPARE(QGuiApplication::clipboard()->text(), u"Here"_s);
        QTRY_COMPARE(said(page), u"Copied"_s);
        QCOMPARE(page.warnings, QStringList());
    }

    void whatAKeyCopiesIsSeenAndSaid()
    {
        PlaygroundPage page(m_world);
        const auto copyId
            = [&page] { page.driver->press(Qt::Key_I, Qt::ControlModifier | Qt::ShiftModifier); };
        copyId();
        QCOMPARE(page.driver->text(u"toastText"_s), u"There is no request id to copy"_s);
        QVERIFY(page.chooseModel(u"sim/answers"_s));
        QVERIFY(page.write(u"Where is it?"_s));
        QVERIFY(page.send());
        copyId();
        QCOMPARE(page.driver->text(u"toastText"_s), u"Request id copied"_s);
        QCOMPARE(said(page), u"Request id copied"_s);
        QCOMPARE(page.warnings, QStringList());
    }

    void eachTabKeepsTheViewThatWasChosenInIt()
    {
        PlaygroundPage page(m_world);
        QVERIFY(page.chooseModel(u"sim/hangs-mid-stream"_s));
        QVERIFY(page.write(u"One"_s));
        QVERIFY(page.driver->click(u"send"_s));
        QTRY_COMPARE(page.run()->state(), State::Streaming);
        page.driver->press(Qt::Key_3, Qt::AltModifier);
        QTRY_VERIFY(page.driver->shows(u"headersView"_s));
        QVERIFY(page.driver->click(u"newRequest"_s));
        QVERIFY(page.chooseModel(u"sim/answers"_s));
        QVERIFY(page.write(u"Two"_s));
        QVERIFY(page.send());
        QTRY_VERIFY(page.driver->shows(u"responseView"_s));
        page.playground->setCurrentTab(0); // it is still under way, and nothing new was sent
        QTRY_VERIFY(page.driver->shows(u"headersView"_s));
        page.playground->setCurrentTab(1);
        QTRY_VERIFY(page.driver->shows(u"responseView"_s));
        page.playground->tabAt(0)->cancel();
        QTRY_VERIFY(!page.playground->tabAt(0)->isRunning());
        QCOMPARE(page.warnings, QStringList());
    }

    void whatIsStillToComeIsNotSaidToBeMissing()
    {
        PlaygroundPage page(m_world);
        QVERIFY(page.chooseModel(u"sim/hangs-mid-stream"_s));
        QVERIFY(page.write(u"Where is it?"_s));
        QVERIFY(page.driver->click(u"send"_s));
        QTRY_COMPARE(page.run()->state(), State::Streaming);
        for (const auto tab : {Qt::Key_3, Qt::Key_4, Qt::Key_5}) { // headers, raw, events
            page.driver->press(tab, Qt::AltModifier);
            QTRY_VERIFY(page.driver->texts().contains(u"Comes with the end of the answer."_s));
        }
        page.driver->press(Qt::Key_Escape);
        QTRY_COMPARE(page.run()->state(), State::Cancelled);
        QTRY_VERIFY(!page.driver->texts().contains(u"Comes with the end of the answer."_s));
        QCOMPARE(page.warnings, QStringList());
    }

    void aDecodedAnswerIsGoneOnceTheDialogIsClosed()
    {
        PlaygroundPage page(m_world);
        QVERIFY(page.driver->click(u"decodeButton"_s));
        QTRY_VERIFY(page.driver->shows(u"capture"_s));
        page.driver->find(u"capture"_s)->setProperty("text", u"HTTP/1.1 429 Too Many Requests\n\n{}"_s);
        QVERIFY(page.driver->click(u"decode"_s));
        QTRY_VERIFY(page.driver->shows(u"decodedResult"_s));
        QVERIFY(page.driver->click(u"closeDecode"_s));
        QTRY_VERIFY(!page.driver->shows(u"capture"_s));
        QVERIFY(page.driver->click(u"decodeButton"_s));
        QTRY_VERIFY(page.driver->shows(u"capture"_s));
        QCOMPARE(page.driver->text(u"capture"_s), QString());
        QVERIFY(!page.driver->shows(u"decodedResult"_s));
        QCOMPARE(page.warnings, QStringList());
    }

    void aLookUpIsGoneOnceTheDialogIsClosed()
    {
        PlaygroundPage page(m_world);
        QVERIFY(page.driver->click(u"lookUpButton"_s));
        QTRY_VERIFY(page.driver->shows(u"lookUpId"_s));
        page.driver->find(u"lookUpId"_s)->setProperty("text", u"gen-nobody-knows"_s);
        QVERIFY(page.driver->click(u"findRequest"_s));
        QTRY_VERIFY(page.driver->shows(u"lookUpProblem"_s));
        page.driver->press(Qt::Key_Escape);
        QTRY_VERIFY(!page.driver->shows(u"lookUpId"_s));
        QVERIFY(page.driver->click(u"lookUpButton"_s));
        QTRY_VERIFY(page.driver->shows(u"lookUpId"_s));
        QCOMPARE(page.driver->text(u"lookUpId"_s), QString());
        QVERIFY(!page.driver->shows(u"lookUpProblem"_s));
        QCOMPARE(page.warnings, QStringList());
    }

private:
    PlaygroundWorld m_world;
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv); // as the application
    loadFonts();
    PlaygroundResultTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_playground_result.moc"
