// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/scripted_playground.h"
#include "viewmodels/playground/comparison_view_model.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

struct World {
    ScriptedPlayground sender;
    ScriptedSendChoices choices;
    ScriptedRunHistory history;
    ComposerViewModel composer;
    ComparisonViewModel view;

    World()
    {
        composer.setChoices(&choices);
        const auto order = scripted::shipmentOrder();
        composer.show(order.request, order.model, order.policy.fallbacks, order.account, order.key);
        [this] { QTRY_VERIFY(!composer.models().isEmpty()); }();
        view.setSender(&sender);
        view.setHistory(&history);
        view.setComposer(&composer);
    }
    //! The drawing's request says how much a million tokens may cost, which bounds models without a price.
    void allowAnyPrice()
    {
        composer.routing()->setMaxInputPrice({});
        composer.routing()->setMaxOutputPrice({});
    }
    void neverAsk()
    {
        choices.asksAbove = {std::nullopt, 0};
        Q_EMIT choices.changed();
        [this] { QTRY_COMPARE(composer.guardNote(), u"Never asks before it sends"_s); }();
    }
    [[nodiscard]] ComparisonRow row(int place) const { return view.rows().at(place).value<ComparisonRow>(); }
};

} // namespace

class ComparisonViewModelTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void eachModelIsAskedAsOftenAsWantedAndWithoutFallbacks()
    {
        World world;
        world.view.setModels({u"anthropic/claude-sonnet-4.5"_s, u" openai/gpt-5 "_s, u"openai/gpt-5"_s, {}});
        QCOMPARE(world.view.models().size(), 2);
        world.view.setRepeats(3);
        QVERIFY(world.view.estimate().startsWith(u"6 requests, at most"));
        world.view.start();
        QVERIFY(world.view.isRunning());
        world.view.start(); // one round at a time
        QTRY_VERIFY(!world.view.isRunning());
        QCOMPARE(world.sender.orders.size(), 6);
        for (const auto &order : world.sender.orders)
            QVERIFY(order.policy.fallbacks.isEmpty());
        QCOMPARE(world.row(0).succeeded, u"3 of 3"_s);
        QTRY_COMPARE(world.history.kept.size(), 6);
    }

    void theCostIsSharedByTheAnswersThatCameWhole()
    {
        World world;
        const auto model = u"anthropic/claude-sonnet-4.5"_s;
        world.view.setModels({model, u"openai/gpt-5"_s});
        world.sender.byModel.insert(u"openai/gpt-5"_s, scripted::quotaRun());
        world.view.start();
        QTRY_VERIFY(!world.view.isRunning());
        QCOMPARE(world.row(0).costPerSuccess, u"$0.01556"_s);
        QCOMPARE(world.row(0).tone, u"ok"_s);
        QCOMPARE(world.row(1).succeeded, u"0 of 1"_s);
        QCOMPARE(world.row(1).costPerSuccess, QString()); // there is nothing to share it by
        QCOMPARE(world.row(1).tone, u"danger"_s);
    }

    void aCostThatIsNotToldIsWorkedOutFromListPrices()
    {
        World world;
        auto run = scripted::shipmentRun();
        run.answer.cost.amount.reset();
        run.answer.servedModel = u"openai/gpt-5"_s;
        world.sender.result = run;
        world.view.setModels({u"openai/gpt-5"_s});
        world.view.start();
        QTRY_VERIFY(!world.view.isRunning());
        QVERIFY2(world.row(0).cost.startsWith(u"≈ $"), qPrintable(world.row(0).cost));
        QVERIFY(world.row(0).costPerSuccess.startsWith(u"≈ $"));
    }

    void whatTheProviderBillsIsPartOfTheCost()
    {
        World world;
        auto run = scripted::shipmentRun();
        run.answer.cost = {Money(), Money::fromNanos(20'000'000), true};
        world.sender.result = run;
        world.view.setModels({u"openai/gpt-5"_s});
        world.view.start();
        QTRY_VERIFY(!world.view.isRunning());
        QCOMPARE(world.row(0).cost, u"$0.02000"_s);
        QCOMPARE(world.row(0).costPerSuccess, u"$0.02000"_s);
    }

    void whatWasNotSentSaysWhy()
    {
        World world;
        world.view.setModels({u"openai/gpt-5"_s});
        world.sender.result = fail(Error::Kind::SecretMissing);
        world.view.start();
        QTRY_VERIFY(!world.view.isRunning());
        QCOMPARE(world.row(0).tone, u"danger"_s);
        QVERIFY(!world.row(0).state.isEmpty());
    }

    void withoutModelsNothingStarts()
    {
        World world;
        QVERIFY(!world.view.obstacle().isEmpty());
        world.view.start();
        QCOMPARE(world.sender.orders.size(), 0);
        world.view.setRepeats(1000);
        QCOMPARE(world.view.repeats(), ComparisonViewModel::MostRepeats);
    }

    void onlySomeAreUnderWayAtOnce()
    {
        World world;
        world.neverAsk(); // nobody knows the price of these
        world.sender.isHeld = true;
        world.view.setModels({u"a"_s, u"b"_s, u"c"_s});
        world.view.setRepeats(3);
        world.view.start();
        QTRY_COMPARE(world.sender.orders.size(), ComparisonViewModel::MostAtOnce);
        QCOMPARE(world.sender.orders.at(0).model, u"a"_s); // each once, before any comes again
        QCOMPARE(world.sender.orders.at(2).model, u"c"_s);
        QCOMPARE(world.sender.orders.at(3).model, u"a"_s);
        world.view.cancel();
        QTRY_VERIFY(!world.view.isRunning());
        QCOMPARE(world.sender.orders.size(), ComparisonViewModel::MostAtOnce); // the rest was not sent
        QVERIFY(!world.row(1).state.isEmpty());
    }

    void aDearRoundIsAskedAboutFirst()
    {
        World world;
        world.view.setModels({u"anthropic/claude-opus-4.7"_s});
        world.composer.setMaxTokens(u"20000"_s); // half a dollar each
        world.view.setRepeats(10);
        world.view.start();
        QCOMPARE(world.sender.orders.size(), 0);
        QVERIFY2(world.view.question().contains(u"more than $1"), qPrintable(world.view.question()));
        world.view.dropQuestion();
        world.view.startAnyway(); // nothing was asked
        QCOMPARE(world.sender.orders.size(), 0);
        world.view.start();
        world.view.startAnyway();
        QVERIFY(world.view.question().isEmpty());
        QTRY_VERIFY(!world.view.isRunning());
        QCOMPARE(world.sender.orders.size(), 10);
    }

    void aModelWithoutAPriceIsAskedAbout_data()
    {
        QTest::addColumn<QStringList>("models");
        QTest::addColumn<int>("repeats");
        QTest::addColumn<QString>("says");
        QTest::addColumn<QString>("estimate");
        const auto opus = u"anthropic/claude-opus-4.7"_s;
        QTest::newRow("it comes last")
            << QStringList{opus, u"new/one"_s} << 10 << u"This may cost at least $5.00"_s
            << u"20 requests, at least ≈ $5.0"_s;
        QTest::newRow("it comes first")
            << QStringList{u"new/one"_s, opus} << 10 << u"This may cost at least $5.00"_s
            << u"20 requests, at least ≈ $5.0"_s;
        QTest::newRow("beside a cheap one")
            << QStringList{u"new/one"_s, opus} << 1
            << u"No price is known for new/one: what it may cost cannot be told."_s
            << u"2 requests, at least ≈ $0.50"_s;
        QTest::newRow("none has one")
            << QStringList{u"new/one"_s, u"new/two"_s} << 1 << u"No price is known for new/one, new/two"_s
            << u"2 requests; no price is known."_s;
    }
    void aModelWithoutAPriceIsAskedAbout()
    {
        QFETCH(const QStringList, models);
        QFETCH(const int, repeats);
        QFETCH(const QString, says);
        QFETCH(const QString, estimate);
        World world;
        world.allowAnyPrice();
        world.composer.setMaxTokens(u"20000"_s); // half a dollar of opus
        world.view.setModels(models);
        world.view.setRepeats(repeats);
        QVERIFY2(world.view.estimate().startsWith(estimate), qPrintable(world.view.estimate()));
        world.view.start();
        QVERIFY2(world.view.question().startsWith(says), qPrintable(world.view.question()));
        QVERIFY(world.view.question().contains(u"new/one"));
        QCOMPARE(world.sender.orders.size(), 0);
    }

    void whatWasAgreedToForWantOfPricesIsNotAskedAgain()
    {
        World world;
        world.allowAnyPrice();
        world.view.setModels({u"new/one"_s});
        world.view.start();
        QVERIFY(!world.view.question().isEmpty());
        world.view.startAnyway();
        QTRY_VERIFY(!world.view.isRunning());
        world.view.start();
        QVERIFY(world.view.question().isEmpty());
        QTRY_COMPARE(world.sender.orders.size(), 2);
        QTRY_VERIFY(!world.view.isRunning());
    }

    void itWaitsForThePricesThatAreBeingRead()
    {
        World world;
        world.view.setModels({u"qwen3-max"_s});
        world.composer.setMaxTokens(u"400000"_s);
        world.composer.setAccount(3); // ToRouter, whose catalogue is read now
        QVERIFY(world.composer.awaitsPrices());
        world.view.start();
        QVERIFY(world.view.question().isEmpty());
        QCOMPARE(world.sender.orders.size(), 0);
        QTRY_VERIFY(world.view.question().contains(u"more than ¥1"));
        QCOMPARE(world.sender.orders.size(), 0);
    }

    void whoClosesItMeanwhileSendsNothing()
    {
        World world;
        world.view.setModels({u"qwen3-max"_s});
        world.composer.setAccount(3);
        world.view.start();
        world.view.dropQuestion();
        QTRY_VERIFY(!world.composer.awaitsPrices());
        QCOMPARE(world.sender.orders.size(), 0);
    }

    void whatIsChangedMeanwhileIsNotStarted_data()
    {
        QTest::addColumn<QString>("changed");
        for (const auto *changed : {"models", "repeats", "request"})
            QTest::newRow(changed) << QString::fromLatin1(changed);
    }
    void whatIsChangedMeanwhileIsNotStarted()
    {
        QFETCH(const QString, changed);
        World world;
        world.view.setModels({u"qwen3-max"_s});
        world.composer.setAccount(3);
        world.view.start();
        if (changed == u"models")
            world.view.setModels({u"deepseek-v3.2"_s});
        else if (changed == u"repeats")
            world.view.setRepeats(2);
        else
            world.composer.setMaxTokens(u"99"_s);
        QTRY_VERIFY(!world.composer.awaitsPrices());
        QCOMPARE(world.view.question(), QString());
        QVERIFY(!world.view.isRunning());
        QCOMPARE(world.sender.orders.size(), 0);
    }

    //! The tab whose request is compared can be closed at any time.
    void aComposerThatIsGoneIsNotAsked()
    {
        World world;
        world.view.setModels({u"openai/gpt-5"_s});
        auto gone = std::make_unique<ComposerViewModel>();
        world.view.setComposer(gone.get());
        QSignalSpy changed(&world.view, &ComparisonViewModel::modelsChanged);
        gone.reset();
        QCOMPARE(changed.size(), 1); // what shows the obstacle hears of it
        QVERIFY(!world.view.composer());
        QCOMPARE(world.view.obstacle(), u"There is no request to send."_s);
        QCOMPARE(world.view.estimate(), QString());
        world.view.start();
        QCOMPARE(world.sender.orders.size(), 0);
        world.view.setComposer(&world.composer);
        QCOMPARE(world.view.obstacle(), QString());
        QVERIFY(!world.view.estimate().isEmpty());
    }

    void aQuestionAboutAnotherRequestIsGoneWithIt()
    {
        World world;
        world.view.setModels({u"anthropic/claude-opus-4.7"_s});
        world.composer.setMaxTokens(u"100000"_s);
        world.view.start();
        QVERIFY(!world.view.question().isEmpty());
        ComposerViewModel other;
        world.view.setComposer(&other);
        QVERIFY(world.view.question().isEmpty());
        world.view.startAnyway();
        QCOMPARE(world.sender.orders.size(), 0);
        world.view.setComposer(nullptr);
    }

    void cancellingStopsAllOfThem()
    {
        World world;
        world.neverAsk();
        world.sender.isHeld = true;
        world.view.setModels({u"a"_s, u"b"_s});
        world.view.start();
        QTRY_COMPARE(world.sender.orders.size(), 2);
        world.view.cancel();
        QTRY_VERIFY(!world.view.isRunning());
        QCOMPARE(world.sender.stopped, 2);
    }

    //! What was sent may be charged.
    void whatIsStoppedByClosingItIsInTheHistory()
    {
        World world;
        world.neverAsk();
        world.sender.isHeld = true;
        auto view = std::make_unique<ComparisonViewModel>();
        view->setSender(&world.sender);
        view->setHistory(&world.history);
        view->setComposer(&world.composer);
        view->setModels({u"a"_s, u"b"_s});
        view->setRepeats(3);
        view->start();
        QTRY_COMPARE(world.sender.orders.size(), ComparisonViewModel::MostAtOnce);
        view.reset();
        QTRY_COMPARE(world.history.kept.size(), ComparisonViewModel::MostAtOnce);
        QCOMPARE(world.sender.stopped, ComparisonViewModel::MostAtOnce);
        QCOMPARE(world.sender.orders.size(), ComparisonViewModel::MostAtOnce); // the rest was not sent
    }
};

QTEST_GUILESS_MAIN(ComparisonViewModelTest)
#include "tst_comparison_view_model.moc"
