// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_budgets.h"
#include "support/scripted_playground.h"
#include "viewmodels/playground/playground_lines.h"
#include "viewmodels/playground/playground_tab.h"

#include <QSignalSpy>
#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using State = RunViewModel::State;

namespace {

struct World {
    ScriptedPlayground sender;
    ScriptedSendChoices choices;
    ScriptedRunHistory history;
    ScriptedRequestLookUp lookUps;
    ScriptedSupportBundles bundles;
    ScriptedBudgetReports budgets;

    [[nodiscard]] PlaygroundServices services()
    {
        return {&sender, &choices, &history, &lookUps, &bundles, &budgets};
    }
    [[nodiscard]] std::unique_ptr<PlaygroundTab> composed(const SendOrder &order = scripted::shipmentOrder())
    {
        auto tab = std::make_unique<PlaygroundTab>(services(), nullptr);
        tab->composer()->show(order.request, order.model, order.policy.fallbacks, order.account, order.key);
        [&tab] { QTRY_VERIFY(!tab->composer()->models().isEmpty()); }();
        return tab;
    }
};

bool offers(PlaygroundTab &tab, const QString &action)
{
    const auto steps = tab.run()->steps();
    return std::any_of(steps.cbegin(), steps.cend(),
        [&action](const QVariant &step) { return step.value<StepRow>().action == action; });
}

} // namespace

class PlaygroundTabTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void sendingShowsTheAnswerAndKeepsIt()
    {
        World world;
        const auto tab = world.composed();
        tab->send();
        QVERIFY(tab->isRunning());
        QTRY_COMPARE(tab->run()->state(), State::Complete);
        QCOMPARE(world.sender.orders.size(), 1);
        QCOMPARE(world.sender.orders.constFirst().model, u"anthropic/claude-sonnet-4.5"_s);
        QCOMPARE(tab->run()->text()->whole(), scripted::shipmentRun().answer.text);
        QTRY_COMPARE(world.history.kept.size(), 1);
        QVERIFY(tab->problem().isEmpty());
    }

    void theGatewaysOwnRecordIsJoined()
    {
        World world;
        world.lookUps.found->facts.detail.upstreamId = u"vrtx-of-the-bill"_s;
        const auto tab = world.composed();
        tab->send();
        QTRY_COMPARE(world.lookUps.asked.size(), 1);
        QCOMPARE(world.lookUps.asked.constFirst().second, scripted::shipmentRun().answer.ids.generation);
        QTRY_COMPARE(tab->run()->run()->answer.ids.upstream, world.lookUps.found->facts.detail.upstreamId);
        QCOMPARE(tab->run()->state(), State::Complete);
    }

    void aBillThatIsLateIsJoinedWhenFiguresComeIn()
    {
        World world;
        auto bill = *world.lookUps.found;
        bill.facts.cost = Amounts{Money::fromNanos(99'000'000), Money()};
        world.lookUps.found = fail(Error::Kind::NotFound);
        const auto tab = world.composed();
        tab->send();
        QTRY_COMPARE(world.lookUps.asked.size(), 1);
        QTRY_COMPARE(tab->run()->state(), State::Complete);
        Q_EMIT world.choices.changed();
        QTRY_COMPARE(world.lookUps.asked.size(), 2);
        world.lookUps.found = bill;
        Q_EMIT world.choices.changed();
        QTRY_COMPARE(tab->run()->run()->answer.cost.amount, std::optional(bill.facts.cost->billed));
        const auto asked = world.lookUps.asked.size();
        Q_EMIT world.choices.changed(); // it is here: nobody asks any more
        QTRY_VERIFY(world.choices.asked >= 4);
        QCOMPARE(world.lookUps.asked.size(), asked);
    }

    //! A failed one may have its price too. What is no row of the ledger is the provider's id: nobody bills
    //! it.
    void eachPostGetsItsOwnBill()
    {
        World world;
        auto run = scripted::shipmentRun();
        const auto last = run.answer.ids.generation;
        auto failed = run.sent.constFirst();
        failed.answer.isError = true;
        failed.answer.cost = {};
        failed.answer.ids.generation = u"gen-failed"_s;
        auto other = failed;
        other.answer.ids.generation = u"chatcmpl-1"_s;
        run.sent = {failed, other, run.sent.constFirst()};
        run.recordedIds = {u"gen-failed"_s, last};
        world.sender.result = run;
        const auto tab = world.composed();
        tab->send();
        QTRY_COMPARE(tab->run()->state(), State::Complete);
        const auto amount = world.lookUps.found->facts.cost->billed;
        QTRY_COMPARE(tab->run()->run()->sent.at(0).answer.cost.amount, std::optional(amount));
        QTRY_COMPARE(world.lookUps.asked.size(), 2);
        QStringList asked;
        for (const auto &[account, id] : std::as_const(world.lookUps.asked))
            asked.append(id);
        asked.sort();
        QCOMPARE(asked, (QStringList{last, u"gen-failed"_s}));
        QVERIFY(!tab->run()->run()->sent.at(1).answer.cost.amount);
        Q_EMIT world.choices.changed(); // all are here: nobody asks any more
        QTRY_VERIFY(world.choices.asked >= 2);
        QCOMPARE(world.lookUps.asked.size(), 2);
    }

    void nothingIsSentTwiceWhileOneIsUnderWay()
    {
        World world;
        world.sender.isHeld = true;
        const auto tab = world.composed();
        tab->send();
        tab->send();
        tab->sendAnyway();
        QTRY_COMPARE(tab->run()->state(), State::Streaming);
        tab->send();
        QCOMPARE(world.sender.orders.size(), 1);
        tab->cancel();
        QTRY_COMPARE(tab->run()->state(), State::Cancelled);
        QCOMPARE(world.sender.stopped, 1);
    }

    void itIsAskedAboutAlsoBeforeItsPricesHaveCome()
    {
        World world;
        const auto tab = world.composed();
        tab->composer()->setMaxTokens(u"400000"_s);
        tab->composer()->setModel(u"qwen3-max"_s);
        tab->composer()->setAccount(3); // ToRouter, whose catalogue is read now
        QVERIFY(tab->composer()->awaitsPrices());
        tab->send();
        QVERIFY(!tab->isRunning());
        QTRY_VERIFY(!tab->question().isEmpty());
        QVERIFY(tab->question().contains(u"more than ¥1"));
        QCOMPARE(world.sender.orders.size(), 0);
    }

    void whatIsChangedWhileItWaitsForPricesIsNotSent_data()
    {
        QTest::addColumn<QString>("changed");
        for (const auto *changed : {"account", "model", "tokens"})
            QTest::newRow(changed) << QString::fromLatin1(changed);
    }
    void whatIsChangedWhileItWaitsForPricesIsNotSent()
    {
        QFETCH(const QString, changed);
        World world;
        const auto tab = world.composed();
        auto *composer = tab->composer();
        composer->setModel(u"qwen3-max"_s);
        composer->setAccount(3);
        QVERIFY(composer->awaitsPrices());
        tab->send();
        if (changed == u"account")
            composer->setAccount(0);
        else if (changed == u"model")
            composer->setModel(u"deepseek-v3.2"_s);
        else
            composer->setMaxTokens(u"99"_s);
        QTRY_VERIFY(!composer->awaitsPrices());
        QVERIFY(!tab->isRunning());
        QCOMPARE(tab->question(), QString());
        QCOMPARE(world.sender.orders.size(), 0);
        tab->send(); // who means it says so
        QVERIFY(tab->isRunning() || !tab->question().isEmpty());
        QTRY_VERIFY(!tab->isRunning());
    }

    void aDearRequestIsAskedAboutFirst()
    {
        World world;
        const auto tab = world.composed();
        tab->composer()->setMaxTokens(u"100000"_s);
        tab->send();
        QVERIFY(!tab->question().isEmpty());
        QVERIFY(!tab->isRunning());
        QCOMPARE(world.sender.orders.size(), 0);
        tab->dropQuestion();
        tab->sendAnyway(); // the question is gone
        QCOMPARE(world.sender.orders.size(), 0);
        tab->send();
        tab->sendAnyway();
        QCOMPARE(world.sender.orders.size(), 1);
        QTRY_COMPARE(tab->run()->state(), State::Complete);
    }

    void tabsDoNotHearEachOther()
    {
        World world;
        world.sender.isHeld = true;
        const auto one = world.composed();
        const auto other = world.composed();
        one->send();
        QTRY_COMPARE(one->run()->state(), State::Streaming);
        QCOMPARE(other->run()->state(), State::Idle);
        QVERIFY(!other->run()->hasText());
        one->cancel();
        QTRY_VERIFY(!one->isRunning());
    }

    void aTabThatIsClosedStopsItsRun()
    {
        World world;
        world.sender.isHeld = true;
        auto tab = world.composed();
        tab->send();
        QTRY_COMPARE(tab->run()->state(), State::Streaming);
        tab.reset();
        QTRY_COMPARE(world.sender.stopped, 1);
        QTRY_COMPARE(world.history.kept.size(), 1); // it may be charged: it is in the history nevertheless
        QCOMPARE(world.history.kept.constFirst().line.requestedModel, scripted::shipmentOrder().model);
    }

    void anotherKeyIsOfferedOnlyWhereOneHasSomethingLeft()
    {
        World world;
        world.sender.result = scripted::quotaRun();
        world.choices.key(scripted::ApacChatKey).isDisabled = true;
        auto &third = world.choices.key(3);
        third.cap->used = third.cap->limit;
        const auto tab = world.composed(scripted::quotaOrder());
        tab->send();
        QTRY_COMPARE(tab->run()->state(), State::Failed);
        QVERIFY(!offers(*tab, u"switchKey"_s));
        world.choices.key(scripted::ApacChatKey).isDisabled = false;
        Q_EMIT world.choices.changed();
        QTRY_VERIFY(offers(*tab, u"switchKey"_s)); // what was shown already follows
        QVERIFY(tab->run()->steps().constLast().value<StepRow>().note.contains(u"apac-chat-prod"));
        tab->composer()->nextKey();
        QCOMPARE(tab->composer()->chosenKey()->id, std::optional(KeyId(scripted::ApacChatKey)));
        QVERIFY(!offers(*tab, u"switchKey"_s)); // the one before has nothing left
    }

    void whatWasNotSentSaysSo()
    {
        World world;
        world.sender.result = fail(Error::Kind::KeychainLocked);
        const auto tab = world.composed();
        tab->send();
        QTRY_COMPARE(tab->run()->state(), State::Failed);
        QVERIFY(tab->run()->explanation().contains(u"Nothing was sent"));
        QVERIFY(!tab->run()->wasSent());
        QVERIFY(offers(*tab, u"sendAgain"_s));
        tab->makeBundle(false);
        QVERIFY(!tab->bundleProblem().isEmpty()); // and does not wait for one
        QCOMPARE(world.bundles.asked.size(), 0);
        QCOMPARE(world.history.kept.size(), 0);
        tab->send(); // and can be tried again
        QCOMPARE(world.sender.orders.size(), 2);
        QTRY_VERIFY(!tab->isRunning());
    }

    void anAnswerThatBrokeOffCanBeGoneOnWith()
    {
        World world;
        world.sender.result = scripted::brokenOffRun();
        const auto tab = world.composed();
        tab->send();
        QTRY_COMPARE(tab->run()->state(), State::Incomplete);
        QVERIFY(tab->canContinue());
        world.sender.result = scripted::shipmentRun();
        tab->continueFromHere();
        QTRY_COMPARE(tab->run()->state(), State::Complete);
        const auto messages = world.sender.orders.constLast().request.messages;
        QVERIFY(messages.constLast().role == ChatMessage::Role::Assistant);
        QCOMPARE(messages.constLast().text, scripted::brokenOffRun().answer.text.trimmed());
    }

    void theBundleIsMadeOnRequestAndALeakIsTold()
    {
        World world;
        const auto tab = world.composed();
        tab->makeBundle(false); // there is no run yet
        QCOMPARE(world.bundles.asked.size(), 0);
        tab->send();
        QTRY_COMPARE(tab->run()->state(), State::Complete);
        tab->makeBundle(true);
        QTRY_COMPARE(tab->bundle(), u"Tollkeeper support bundle\n"_s);
        QCOMPARE(world.bundles.asked, QList<bool>{true});
        world.bundles.text = fail(Error{.kind = Error::Kind::Leak, .detail = u"a key"_s});
        tab->makeBundle(false);
        QTRY_VERIFY(!tab->bundleProblem().isEmpty());
        QVERIFY(tab->bundle().isEmpty());
    }

    //! What was made with the prompt must not be there to be copied once it is asked for without.
    void anOlderBundleIsGoneAtOnce()
    {
        World world;
        const auto tab = world.composed();
        tab->send();
        QTRY_COMPARE(tab->run()->state(), State::Complete);
        tab->makeBundle(true);
        QTRY_VERIFY(!tab->bundle().isEmpty());
        QSignalSpy changed(tab.get(), &PlaygroundTab::bundleChanged);
        tab->makeBundle(false);
        QVERIFY(tab->bundle().isEmpty());
        QCOMPARE(changed.size(), 1);
        QTRY_VERIFY(!tab->bundle().isEmpty());
        world.bundles.text = fail(Error::Kind::Leak);
        tab->makeBundle(true);
        QTRY_VERIFY(!tab->bundleProblem().isEmpty());
        world.bundles.isSilent = true;
        tab->makeBundle(false);
        QVERIFY(tab->bundleProblem().isEmpty());
    }

    void aBundleThatComesTooLateIsForgotten()
    {
        World world;
        const auto tab = world.composed();
        tab->send();
        QTRY_COMPARE(tab->run()->state(), State::Complete);
        QStringList shown;
        connect(tab.get(), &PlaygroundTab::bundleChanged, this, [&] { shown.append(tab->bundle()); });
        world.bundles.text = u"with the prompt"_s;
        tab->makeBundle(true);
        world.bundles.text = u"without"_s;
        tab->makeBundle(false);
        QTRY_COMPARE(tab->bundle(), u"without"_s);
        tab->makeBundle(true);
        world.sender.isHeld = true;
        tab->send(); // of the run before: nobody asks for it any more
        QTRY_COMPARE(tab->run()->state(), State::Streaming);
        QVERIFY(tab->bundle().isEmpty());
        QCOMPARE(shown, (QStringList{{}, {}, u"without"_s, {}, {}}));
        tab->cancel();
        QTRY_VERIFY(!tab->isRunning());
    }

    void aHistoryThatCannotBeWrittenIsTold()
    {
        World world;
        const auto tab = world.composed();
        world.history.error = Error{.kind = Error::Kind::StorageFull};
        tab->send();
        QTRY_VERIFY(!tab->problem().isEmpty());
        QCOMPARE(tab->run()->state(), State::Complete); // the answer is as true as before
    }
};

QTEST_GUILESS_MAIN(PlaygroundTabTest)
#include "tst_playground_tab.moc"
