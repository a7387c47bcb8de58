// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fonts.h"
#include "playground_page.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QScopeGuard>
#include <QTranslator>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using State = RunViewModel::State;

namespace {

//! A language that has one word.
class OneWord : public QTranslator {
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *context, const char *source, const char *, int) const override
    {
        const bool isKnown = qstrcmp(context, "MessageRow") == 0 && qstrcmp(source, "user") == 0;
        return isKnown ? u"Frager"_s : QString();
    }
};

void duplicate(const PlaygroundPage &page)
{
    page.driver->press(Qt::Key_D, Qt::ControlModifier | Qt::ShiftModifier);
}

} // namespace

//! Several requests side by side, and what leaves the page with them.
class PlaygroundTabsTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void aRequestIsDuplicatedByButtonAndByKey()
    {
        PlaygroundPage page(m_world);
        QVERIFY(page.chooseModel(u"sim/answers"_s));
        QVERIFY(page.write(u"Where is it?"_s));
        QVERIFY(page.driver->click(u"duplicateRequest"_s));
        QTRY_COMPARE(page.playground->tabs().size(), 2);
        QCOMPARE(page.playground->currentTab(), 1);
        QTRY_VERIFY(page.tab()->composer()->chosenKey());
        duplicate(page);
        QCOMPARE(page.playground->tabs().size(), 3);
        const auto first = page.playground->tabAt(0)->composer()->order();
        for (int place : {1, 2}) {
            auto *copy = page.playground->tabAt(place)->composer();
            QTRY_VERIFY(copy->chosenKey());
            QVERIFY(copy->order().request == first.request);
            QCOMPARE(copy->order().model, first.model);
            QCOMPARE(copy->order().account, first.account);
        }
        auto *button = page.driver->find(u"duplicateRequest"_s);
        QVERIFY(button->property("tip").toString().contains(u"Ctrl+Shift+D"));
        auto *spoken = QAccessible::queryAccessibleInterface(button);
        QVERIFY(spoken && !spoken->text(QAccessible::Name).isEmpty());
        QCOMPARE(page.warnings, QStringList());
    }

    void aDialogKeepsTheKeyFromTheTabs()
    {
        PlaygroundPage page(m_world);
        QVERIFY(page.driver->click(u"historyButton"_s));
        QTRY_VERIFY(page.driver->shows(u"runList"_s));
        duplicate(page);
        QCOMPARE(page.playground->tabs().size(), 1);
    }

    void whereAllAreOpenItSaysWhatToDo()
    {
        PlaygroundPage page(m_world);
        QVERIFY(page.chooseModel(u"sim/answers"_s));
        for (int more = 1; more < PlaygroundViewModel::MostTabs; ++more)
            duplicate(page);
        QCOMPARE(page.playground->tabs().size(), PlaygroundViewModel::MostTabs);
        QVERIFY(!page.driver->shows(u"playgroundProblem"_s));
        duplicate(page);
        QCOMPARE(page.playground->tabs().size(), PlaygroundViewModel::MostTabs);
        QTRY_COMPARE(page.driver->text(u"playgroundProblem"_s), u"12 requests are open: close one first."_s);
        QCOMPARE(page.warnings, QStringList());
    }

    void aRunningRequestThatIsClosedIsInTheHistory()
    {
        const auto kept = [this] { return await(m_world.history.lines({}, 100))->size(); };
        PlaygroundPage page(m_world);
        const auto before = kept();
        QVERIFY(page.chooseModel(u"sim/hangs-mid-stream"_s));
        QVERIFY(page.write(u"Where is it?"_s));
        QVERIFY(page.driver->click(u"send"_s));
        QTRY_COMPARE(page.run()->state(), State::Streaming);
        duplicate(page);
        QTRY_VERIFY(page.driver->shows(u"request0"_s));
        page.driver->find(u"request0"_s)->forceActiveFocus(Qt::TabFocusReason);
        page.driver->press(Qt::Key_Delete);
        QTRY_COMPARE(page.playground->tabs().size(), 1);
        QTRY_COMPARE(kept(), before + 1);
        QCOMPARE(page.warnings, QStringList());
    }

    void rolesAreSaidInThePersonsLanguageAndSentInTheProtocols()
    {
        OneWord language;
        QCoreApplication::installTranslator(&language);
        const auto back = qScopeGuard([&language] { QCoreApplication::removeTranslator(&language); });
        PlaygroundPage page(m_world);
        QVERIFY(page.write(u"Where is it?"_s));
        QTRY_COMPARE(page.driver->text(u"messageRole"_s), u"Frager"_s);
        page.tab()->composer()->setShowsJson(true);
        QVERIFY(page.tab()->composer()->json().contains(u"\"user\""));
        QVERIFY(!page.tab()->composer()->json().contains(u"Frager"));
    }

    //! The tick is off again: what was made with it on must not be there to be copied.
    void aBundleIsNeverCopiedForAnotherTick()
    {
        PlaygroundPage page(m_world);
        QVERIFY(page.chooseModel(u"sim/answers"_s));
        QVERIFY(page.write(u"Where is the parcel of Mrs Example?"_s));
        QVERIFY(page.send());
        page.driver->press(Qt::Key_B, Qt::ControlModifier | Qt::ShiftModifier);
        QTRY_VERIFY(page.tab()->bundle().contains(u"HTTP status"));
        QVERIFY(page.driver->click(u"bundleMessages"_s));
        QTRY_VERIFY(page.tab()->bundle().contains(u"Mrs Example"));
        QVERIFY(page.driver->click(u"bundleMessages"_s));
        QVERIFY(page.driver->click(u"copyBundleText"_s)); // once it is there
        const auto copied = QGuiApplication::clipboard()->text();
        QVERIFY(copied.contains(u"HTTP status"));
        QVERIFY(!copied.contains(u"Mrs Example"));
        QCOMPARE(page.warnings, QStringList());
    }

private:
    PlaygroundWorld m_world;
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv); // as the application
    loadFonts();
    PlaygroundTabsTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_playground_tabs.moc"
