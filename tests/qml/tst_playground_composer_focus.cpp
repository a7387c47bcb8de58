// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/fonts.h"
#include "tst_playground_composer.h"

#include <QApplication>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

//! Where the keyboard is in the composer, and what is in sight.
class PlaygroundComposerFocusTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theKeyboardStaysInTheFallbacksWhenOneIsRemoved()
    {
        PlaygroundPage page(m_world);
        compose(page);
        page.driver->find(u"fallback1"_s)->forceActiveFocus(Qt::TabFocusReason);
        const auto *row = page.driver->find(u"fallback1"_s);
        poll(page); // brings nothing new
        QCOMPARE(page.driver->find(u"fallback1"_s), row);
        QVERIFY(row->hasActiveFocus());
        page.driver->press(Qt::Key_Delete);
        QTRY_VERIFY(hasKeyboard(page, u"fallback1"_s));
        QCOMPARE(fallbacks(page), (QStringList{u"sim/a"_s, u"sim/c"_s}));
        page.driver->press(Qt::Key_Delete);
        QTRY_VERIFY(hasKeyboard(page, u"fallback0"_s)); // there is none below
        page.driver->press(Qt::Key_Delete);
        QTRY_VERIFY(hasKeyboard(page, u"addFallback"_s));
        QCOMPARE(page.warnings, QStringList());
    }

    void theKeyboardStaysInTheMessagesWhenOneIsRemoved_data()
    {
        QTest::addColumn<int>("removed"); // of the rows that can be
        QTest::addColumn<QString>("next");
        QTest::newRow("one in between") << 0 << u"message1"_s;
        QTest::newRow("the last one") << 2 << u"message2"_s;
    }
    void theKeyboardStaysInTheMessagesWhenOneIsRemoved()
    {
        QFETCH(const int, removed);
        QFETCH(const QString, next);
        PlaygroundPage page(m_world);
        auto *messages = page.tab()->composer()->messages();
        messages->addMessage();
        messages->addMessage();
        QTRY_VERIFY(page.driver->find(u"removeMessage"_s, removed));
        page.driver->find(u"removeMessage"_s, removed)->forceActiveFocus(Qt::TabFocusReason);
        page.driver->press(Qt::Key_Return);
        QTRY_COMPARE(messages->rowCount(), 3);
        QTRY_VERIFY(hasKeyboard(page, next));
        QCOMPARE(page.warnings, QStringList());
    }

    void anOpenListOfModelsStaysWhereItIs()
    {
        QStringList models;
        for (int at = 10; at < 50; ++at)
            models.append(u"sim/%1"_s.arg(at));
        know(m_world, models);
        PlaygroundPage page(m_world);
        QTRY_COMPARE(page.tab()->composer()->models().size(), 40);
        QVERIFY(page.driver->click(u"modelPicker"_s));
        QTRY_VERIFY(page.driver->shows(u"modelList"_s));
        auto *list = page.driver->find(u"modelList"_s);
        QTRY_VERIFY(list->property("contentHeight").toReal() > 600);
        list->setProperty("contentY", 200.0);
        know(m_world, models, u"4.00"_s);
        poll(page);
        const auto price = page.tab()->composer()->models().constFirst().value<ModelRow>().price;
        QVERIFY(price.startsWith(u"$4"));
        QCOMPARE(list->property("contentY").toDouble(), 200.0);
        page.driver->press(Qt::Key_Escape);
        QTRY_VERIFY(!page.driver->shows(u"modelList"_s));
        QVERIFY(page.driver->click(u"modelPicker"_s)); // and tells what is new the next time
        QTRY_VERIFY(page.driver->texts().contains(price));
        QCOMPARE(page.warnings, QStringList());
    }

    void theComposerScrollsToWhatHasTheKeyboard()
    {
        PlaygroundPage page(m_world, {968, 700});
        QVERIFY(page.chooseModel(u"sim/answers"_s));
        for (const auto name : QStringView(u"abcdefgh"))
            page.tab()->composer()->addFallback(u"sim/"_s + name);
        QTRY_VERIFY(page.driver->shows(u"fallback7"_s));
        QTRY_VERIFY(!isInSight(page, u"messageEditor"_s)); // it has not room for everything
        page.driver->find(u"addMessage"_s)->forceActiveFocus(Qt::TabFocusReason);
        QTRY_VERIFY(isInSight(page, u"messageEditor"_s));
        page.driver->find(u"modelPicker"_s)->forceActiveFocus(Qt::BacktabFocusReason);
        QTRY_VERIFY(isInSight(page, u"modelPicker"_s));
        page.driver->find(u"fallback7"_s)->forceActiveFocus(Qt::TabFocusReason);
        QTRY_VERIFY(isInSight(page, u"fallback7"_s));
        QCOMPARE(page.warnings, QStringList());
    }

private:
    static bool hasKeyboard(const PlaygroundPage &page, const QString &name)
    {
        const auto *item = page.driver->find(name);
        return item && item->hasActiveFocus();
    }
    //! Between the head and the foot of the composer, as far as it fits there.
    static bool isInSight(const PlaygroundPage &page, const QString &name)
    {
        const auto top = page.driver->find(u"historyButton"_s)->mapToScene({0, 24}).y();
        const auto bottom = page.driver->find(u"send"_s)->mapToScene({0, 0}).y();
        const auto *item = page.driver->find(name);
        const auto y = item->mapToScene({0, 0}).y();
        return y >= top && y + item->height() <= bottom;
    }

    PlaygroundWorld m_world;
};

int main(int argc, char **argv)
{
    QApplication app(argc, argv); // as the application
    loadFonts();
    PlaygroundComposerFocusTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "tst_playground_composer_focus.moc"
