// SPDX-License-Identifier: GPL-3.0-or-later
#include "composed_page.h"

#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

class PlaygroundViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void thereIsATabAsSoonAsTheServicesAreKnown()
    {
        PlaygroundViewModel view;
        QVERIFY(!view.tab());
        Page page;
        QCOMPARE(page.view.tabs(), QStringList{u"claude-sonnet-4.5"_s});
    }

    void aDuplicateHasTheSameRequestAndItsOwnRun()
    {
        Page page;
        page.view.duplicateTab();
        QCOMPARE(page.view.tabs().size(), 2);
        QCOMPARE(page.view.currentTab(), 1);
        QTRY_VERIFY(page.view.tab()->composer()->chosenKey());
        const auto one = page.view.tabAt(0)->composer()->order();
        const auto other = page.view.tabAt(1)->composer()->order();
        QVERIFY(one.request == other.request);
        QCOMPARE(other.policy.fallbacks, one.policy.fallbacks);
        QCOMPARE(other.account, one.account);
        QCOMPARE(other.key, one.key);
        page.view.tab()->composer()->setModel(u"other"_s);
        QCOMPARE(page.view.tabs(), (QStringList{u"claude-sonnet-4.5"_s, u"other"_s}));
    }

    void aNewTabBeginsWithTheSameAccountAndKey()
    {
        Page page;
        page.view.newTab();
        QTRY_VERIFY(page.view.tab()->composer()->chosenKey());
        QCOMPARE(page.view.tab()->composer()->chosenKey()->id, std::optional(KeyId(scripted::StagingKey)));
        QVERIFY(page.view.tab()->composer()->messages()->messages().constFirst().text.isEmpty());
        QVERIFY(page.view.tab()->composer()->streams());
    }

    void theLastTabIsEmptiedRatherThanClosed()
    {
        Page page;
        page.view.newTab();
        page.view.closeTab(0);
        QCOMPARE(page.view.tabs().size(), 1);
        page.view.closeTab(0);
        QCOMPARE(page.view.tabs().size(), 1);
        QVERIFY(page.view.tab()->composer()->messages()->messages().constFirst().text.isEmpty());
        page.view.closeTab(7);
        QCOMPARE(page.view.currentTab(), 0);
    }

    void tabsAreNotWithoutEnd()
    {
        Page page;
        for (int more = 0; more < 50; ++more)
            page.view.newTab();
        QCOMPARE(page.view.tabs().size(), PlaygroundViewModel::MostTabs);
    }

    void whereAllTabsAreOpenNoneIsClosedUnasked_data()
    {
        QTest::addColumn<QString>("opens");
        for (const auto *way : {"new", "duplicate", "kept run", "request"})
            QTest::newRow(way) << QString::fromLatin1(way);
    }
    void whereAllTabsAreOpenNoneIsClosedUnasked()
    {
        QFETCH(QString, opens);
        Page page;
        page.sender.isHeld = true;
        page.history.kept.append(scripted::keptRun(4, scripted::quotaOrder(), scripted::quotaRun(), true));
        auto *first = page.view.tab();
        first->send();
        QTRY_COMPARE(first->run()->state(), RunViewModel::State::Streaming);
        page.fill();
        QSignalSpy problems(&page.view, &PlaygroundViewModel::problemHappened);
        if (opens == u"new")
            page.view.newTab();
        else if (opens == u"duplicate")
            page.view.duplicateTab();
        else if (opens == u"kept run")
            page.view.openRun(u"4"_s);
        else
            page.view.openRequest(u"1"_s, {}, u"gpt-5"_s);
        QTRY_COMPARE(problems.size(), 1);
        QCOMPARE(problems.constFirst().constFirst().toString(), u"12 requests are open: close one first."_s);
        QCOMPARE(page.view.tabs().size(), PlaygroundViewModel::MostTabs);
        QCOMPARE(page.view.tabAt(0), first);
        QVERIFY(first->isRunning());
        page.view.closeTab(0); // as it says
        page.view.openRequest(u"1"_s, {}, u"gpt-5"_s);
        QCOMPARE(page.view.tabs().constLast(), u"gpt-5"_s);
        QCOMPARE(problems.size(), 1);
        QTRY_COMPARE(page.history.kept.size(), 2);
    }

    //! It is stopped, and may be charged for what had come.
    void aRunWhoseTabIsClosedIsInTheHistory()
    {
        Page page;
        page.sender.isHeld = true;
        page.view.tab()->send();
        QTRY_COMPARE(page.view.tab()->run()->state(), RunViewModel::State::Streaming);
        page.view.closeTab(0);
        QVERIFY(!page.view.tab()->isRunning());
        QTRY_COMPARE(page.history.kept.size(), 1);
        QCOMPARE(page.sender.stopped, 1);
    }

    void aKeptRunOpensInATabOfItsOwn()
    {
        Page page;
        page.history.keeps = true;
        page.history.kept.append(scripted::keptRun(4, scripted::quotaOrder(), scripted::quotaRun(), true));
        page.view.openRun(u"4"_s);
        QTRY_COMPARE(page.view.tabs().size(), 2);
        QTRY_VERIFY(page.view.tab()->composer()->chosenKey());
        QCOMPARE(page.view.tab()->composer()->model(), scripted::quotaOrder().model);
        QCOMPARE(page.view.tab()->composer()->chosenKey()->name, u"apac-sandbox-dev"_s);
        QSignalSpy problems(&page.view, &PlaygroundViewModel::problemHappened);
        page.view.openRun(u"99"_s);
        QTRY_COMPARE(problems.size(), 1);
    }

    //! Each tab asks for itself, and none of them a second time.
    void whatHasNoPricesIsAskedAboutOnceForAllTabs()
    {
        Page page;
        page.view.openRequest(u"4"_s, {}, u"llama-4"_s);
        const auto send = [&page] {
            auto *tab = page.view.tab();
            QTRY_VERIFY(!tab->composer()->accounts().isEmpty());
            tab->composer()->messages()->setText(1, u"Hi"_s);
            QTRY_COMPARE(tab->composer()->obstacle(), QString());
            QTRY_VERIFY(!tab->composer()->awaitsPrices());
            tab->send();
        };
        send();
        QVERIFY(page.view.tab()->question().contains(u"No prices are known at LiteLLM"));
        page.view.tab()->dropQuestion();
        send();
        QVERIFY(!page.view.tab()->question().isEmpty()); // nobody has said yes
        page.view.tab()->sendAnyway();
        QTRY_VERIFY(!page.view.tab()->isRunning());
        QCOMPARE(page.sender.orders.size(), 1);
        page.view.openRequest(u"4"_s, {}, u"qwen-4"_s);
        send();
        QCOMPARE(page.view.tab()->question(), QString());
        QCOMPARE(page.sender.orders.size(), 2);
        QTRY_VERIFY(!page.view.tab()->isRunning());
    }
};

QTEST_GUILESS_MAIN(PlaygroundViewModelTest)
#include "tst_playground_view_model.moc"
