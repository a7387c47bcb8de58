// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fonts.h"
#include "playground_page.h"

#include <QApplication>
#include <QClipboard>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using State = RunViewModel::State;

//! What was sent before, read again.
class PlaygroundHistoryTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void init() { QVERIFY(await(m_world.history.removeAll())); }

    void aKeptRunIsReadAgain()
    {
        QVERIFY(await(m_world.history.setKeepsBodies(true)));
        PlaygroundPage page(m_world);
        QVERIFY(sendAndOpen(page));
        QVERIFY(page.driver->click(u"showRun"_s));
        QTRY_VERIFY(page.driver->shows(u"keptFacts"_s));
        QCOMPARE(page.driver->text(u"keptVerdict"_s), u"Answered"_s);
        QTRY_VERIFY(page.driver->shows(u"keptAnswer"_s));
        const auto text = page.run()->text()->whole().section(u'\n', 0, 0);
        QTRY_VERIFY(texts(page, u"keptAnswer"_s).contains(text));
        const auto facts = texts(page, u"keptFacts"_s);
        for (const auto &fact : {u"OpenRouter · main"_s, u"sim/answers"_s, page.run()->cost(),
                 page.run()->tokens(), page.run()->total(), page.run()->requestId()})
            QVERIFY2(facts.contains(fact), qPrintable(fact + u" in "_s + facts.join(u'|')));
        QGuiApplication::clipboard()->clear();
        QVERIFY(page.driver->click(u"copyId"_s, placeIn(page, u"copyId"_s, u"keptFacts"_s)));
        QCOMPARE(QGuiApplication::clipboard()->text(), page.run()->requestId());
        QVERIFY(pressButton(page, u"endDetails"_s));
        QTRY_VERIFY(page.driver->shows(u"runList"_s));
        QVERIFY(!page.driver->shows(u"keptFacts"_s));
        QCOMPARE(page.warnings, QStringList());
    }

    void escGoesBackToTheListAndThenCloses()
    {
        PlaygroundPage page(m_world);
        QVERIFY(sendAndOpen(page));
        page.driver->find(u"runs"_s)->forceActiveFocus();
        page.driver->press(Qt::Key_Return);
        QTRY_VERIFY(page.driver->shows(u"keptFacts"_s));
        page.driver->press(Qt::Key_Escape);
        QTRY_VERIFY(page.driver->shows(u"runList"_s));
        QTRY_VERIFY(page.driver->find(u"runs"_s)->hasActiveFocus());
        page.driver->press(Qt::Key_Escape);
        QTRY_VERIFY(!page.driver->shows(u"runList"_s));
        QCOMPARE(page.warnings, QStringList());
    }

    void itIsReadByKeyboardAndOpenedFromThere()
    {
        QVERIFY(await(m_world.history.setKeepsBodies(false)));
        PlaygroundPage page(m_world);
        QVERIFY(sendAndOpen(page));
        page.driver->find(u"runs"_s)->forceActiveFocus();
        page.driver->press(Qt::Key_Return);
        QTRY_VERIFY(page.driver->shows(u"keptFacts"_s));
        QVERIFY(page.driver->find(u"keptFacts"_s)->hasActiveFocus()); // Up and Down scroll it
        QVERIFY(!page.driver->shows(u"keptAnswer"_s));
        QVERIFY(!page.driver->text(u"keptAnswerNote"_s).isEmpty()); // it was not kept
        QVERIFY(pressButton(page, u"openShownRun"_s));
        QTRY_COMPARE(page.playground->tabs().size(), 2);
        QCOMPARE(page.tab()->composer()->model(), u"sim/answers"_s);
        QTRY_VERIFY(!page.driver->shows(u"keptFacts"_s));
        QCOMPARE(page.warnings, QStringList());
    }

    //! Texts of a server are shown as they are and fetch nothing.
    void serverTextIsNeverMarkup()
    {
        const auto evil = u"<b>bold</b><img src=\"http://127.0.0.1:9/x.png\">"_s;
        QVERIFY(await(m_world.history.setKeepsBodies(true)));
        SentRequest sent;
        sent.model = evil;
        sent.startedAt = QDateTime({2026, 6, 18}, {14, 32}, Qt::UTC);
        auto &answer = sent.answer;
        answer.httpStatus = 200;
        answer.requestedModel = answer.servedModel = answer.servedProvider = answer.code = answer.text = evil;
        answer.attempts = {{AttemptOrigin::Gateway, evil, evil, 200, AttemptOutcome::Served, evil, 5}};
        answer.ids = {{evil}, evil, evil, evil};
        PlaygroundRun run;
        run.sent = {sent};
        run.answer = answer;
        SendOrder order;
        order.account = m_world.account;
        order.model = evil;
        order.request.messages = {{ChatMessage::Role::User, evil}};
        QVERIFY(await(m_world.history.add(order, run)));
        PlaygroundPage page(m_world);
        QVERIFY(page.driver->click(u"historyButton"_s));
        QVERIFY(page.driver->click(u"showRun"_s));
        QTRY_VERIFY(texts(page, u"keptAnswer"_s).contains(evil));
        QVERIFY(texts(page, u"keptFacts"_s).join(u'\n').count(u"<img src=") >= 6);
        for (const auto *item : below(page.driver->find(u"keptFacts"_s)->parentItem())) {
            const auto format = item->property("textFormat");
            if (format.isValid() && item->property("text").toString().contains(u'<'))
                QCOMPARE(format.toInt(), int(Qt::PlainText));
        }
        QCOMPARE(page.network.created, 0);
        QCOMPARE(page.warnings, QStringList());
    }

private:
    [[nodiscard]] static bool sendAndOpen(PlaygroundPage &page)
    {
        if (!page.chooseModel(u"sim/answers"_s) || !page.write(u"Where is it?"_s) || !page.send()
            || page.run()->state() != State::Complete)
            return false;
        const auto isKept = [&page] { return await(page.world.history.lines({}, 9))->size() == 1; };
        return QTest::qWaitFor(isKept) && page.driver->click(u"historyButton"_s)
            && QTest::qWaitFor([&page] { return page.driver->shows(u"run0"_s); });
    }
    //! By keyboard, wherever the row of buttons will have put it.
    [[nodiscard]] static bool pressButton(const PlaygroundPage &page, const QString &name)
    {
        auto *button = page.driver->find(name);
        if (!button)
            return false;
        button->forceActiveFocus(Qt::TabFocusReason);
        page.driver->press(Qt::Key_Return);
        return true;
    }
    static QList<QQuickItem *> below(QQuickItem *item)
    {
        QList<QQuickItem *> items{item};
        for (qsizetype at = 0; at < items.size(); ++at)
            items += items.at(at)->childItems();
        return items;
    }
    static QStringList texts(const PlaygroundPage &page, const QString &name)
    {
        QStringList all;
        if (auto *around = page.driver->find(name)) {
            for (const auto *item : below(around))
                all.append(item->property("text").toString());
        }
        return all;
    }
    //! Of the first such item in the dialog; the page below it has others.
    static int placeIn(const PlaygroundPage &page, const QString &name, const QString &around)
    {
        const auto *outer = page.driver->find(around);
        for (int place = 0; const auto *item = page.driver->find(name, place); ++place) {
            if (outer->isAncestorOf(item))
                return place;
        }
        return -1;
    }

    PlaygroundWorld m_world;
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv); // as the application
    loadFonts();
    PlaygroundHistoryTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_playground_history.moc"
