// SPDX-License-Identifier: GPL-3.0-or-later
#include "composed.h"
#include "support/scripted_budgets.h"

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;

namespace {

//! Through the account that tells neither prices nor models.
void composeOnPremises(Composer &composer)
{
    composer.view.show(scripted::shipmentOrder().request, u"llama-4"_s, {}, AccountId(4), {});
    [&composer] { QTRY_VERIFY(!composer.view.awaitsPrices()); }();
}

//! The drawing's request says how much a million tokens may cost, which bounds models without a price.
void allowAnyPrice(Composer &composer)
{
    composer.view.routing()->setMaxInputPrice({});
    composer.view.routing()->setMaxOutputPrice({});
}

} // namespace

//! What is asked about before it is sent.
class ComposerGuardTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void dearRequestsAreAskedAbout_data()
    {
        QTest::addColumn<QString>("maxTokens");
        QTest::addColumn<bool>("asks");
        QTest::newRow("cheap") << u"600"_s << false;
        QTest::newRow("over a dollar") << u"100000"_s << true;
    }
    void dearRequestsAreAskedAbout()
    {
        QFETCH(QString, maxTokens);
        QFETCH(bool, asks);
        Composer composer;
        composer.compose();
        composer.view.setMaxTokens(maxTokens);
        QCOMPARE(!composer.view.doubt().isEmpty(), asks);
    }

    void aFifthOfWhatIsLeftOfTheCapIsAskedAbout()
    {
        Composer composer;
        composer.compose();
        composer.view.setMaxTokens(u"20000"_s); // half a dollar of opus
        QVERIFY(composer.view.doubt().isEmpty());
        auto &cap = *composer.choices.key(scripted::StagingKey).cap;
        cap.used = cap.limit - Money::fromNanos(1'000'000'000);
        Q_EMIT composer.choices.changed();
        QTRY_VERIFY(composer.view.doubt().contains(u"support-chat-staging"));
    }

    void whenItAsksCanBeChanged()
    {
        Composer composer;
        composer.compose();
        QVERIFY(composer.view.doubt().isEmpty());
        QCOMPARE(composer.view.guardNote(), u"Asks above $1 or 20% of what is left"_s);
        composer.choices.asksAbove = {10'000'000, 0}; // a cent
        Q_EMIT composer.choices.changed();
        QTRY_VERIFY(composer.view.doubt().contains(u"more than $0.01"));
        QCOMPARE(composer.view.guardNote(), u"Asks above $0.01"_s);
    }

    void theQuestionNamesTheBudgetThatHasLeastLeft()
    {
        Composer composer;
        ScriptedBudgetReports budgets;
        auto &rows = budgets.table->rows;
        rows = {rows.first()};
        rows.first().counted = rows.first().budget.limit - Money::fromNanos(4'000'000'000);
        composer.view.setBudgets(&budgets);
        composer.compose();
        composer.view.setMaxTokens(u"20000"_s); // half a dollar of opus
        QVERIFY(composer.view.doubt().isEmpty());
        composer.view.setMaxTokens(u"100000"_s);
        QTRY_VERIFY(composer.view.doubt().contains(u"of what is left of the budget All accounts"));
        rows.first().counted = rows.first().budget.limit;
        Q_EMIT budgets.changed();
        QTRY_VERIFY(composer.view.doubt().contains(u"the budget All accounts is used up"));
    }

    void aModelWithoutAPriceIsAskedAbout_data()
    {
        QTest::addColumn<QString>("model");
        QTest::addColumn<QStringList>("fallbacks");
        QTest::addColumn<QString>("says");
        const auto auto_ = u"openrouter/auto"_s;
        const auto priced = u"openai/gpt-5"_s;
        QTest::newRow("the model")
            << auto_ << QStringList{}
            << u"No price is known for openrouter/auto: what it may cost cannot be told."_s;
        QTest::newRow("a fallback")
            << priced << QStringList{auto_}
            << u"No price is known for openrouter/auto: what it may cost cannot be told."_s;
        QTest::newRow("two fallbacks")
            << priced << QStringList{auto_, u"new/one"_s}
            << u"No price is known for openrouter/auto, new/one: what they may cost cannot be told."_s;
        QTest::newRow("none") << priced << QStringList{} << QString();
    }
    void aModelWithoutAPriceIsAskedAbout()
    {
        QFETCH(const QString, model);
        QFETCH(const QStringList, fallbacks);
        QFETCH(const QString, says);
        Composer composer;
        composer.compose();
        const auto order = scripted::shipmentOrder();
        composer.view.show(order.request, model, fallbacks, order.account, order.key);
        allowAnyPrice(composer);
        QCOMPARE(composer.view.doubt(), says);
    }

    void anUnpricedFallbackIsAskedAboutEachTime()
    {
        Composer composer;
        composer.compose();
        allowAnyPrice(composer);
        composer.view.addFallback(u"openrouter/auto"_s);
        QVERIFY(!composer.view.doubt().isEmpty());
        composer.view.agree();
        QVERIFY(!composer.view.doubt().isEmpty());
    }

    void theHighestPriceThatIsAllowedIsABound()
    {
        Composer composer;
        composer.compose();
        allowAnyPrice(composer);
        composer.view.setModel(u"openrouter/auto"_s);
        composer.view.removeFallback(0);
        composer.view.removeFallback(0);
        QVERIFY(!composer.view.doubt().isEmpty());
        composer.view.routing()->setMaxInputPrice(u"6"_s);
        QVERIFY(!composer.view.doubt().isEmpty()); // the answer may still cost anything
        composer.view.routing()->setMaxOutputPrice(u"30"_s);
        QVERIFY(composer.view.doubt().isEmpty());
        QVERIFY2(
            composer.view.estimate().startsWith(u"at most ≈ $0.0"), qPrintable(composer.view.estimate()));
        QVERIFY(composer.view.estimateNote().contains(u"highest price"));
        composer.view.setMaxTokens(u"100000"_s);
        QVERIFY(composer.view.doubt().contains(u"more than $1"));
    }

    void aGatewayWithoutPricesIsAskedAboutOnce()
    {
        Composer composer;
        composeOnPremises(composer);
        QCOMPARE(composer.view.doubt(),
            u"No prices are known at LiteLLM · on-prem: what a request may cost there cannot be told."_s);
        QVERIFY(!composer.view.doubt().isEmpty()); // nobody has said yes yet
        composer.view.agree();
        QVERIFY(composer.view.doubt().isEmpty());
        composer.view.setModel(u"qwen-4"_s);
        QVERIFY(composer.view.doubt().isEmpty());
    }

    void ofAnotherAccountItIsAskedAgain()
    {
        Composer composer;
        composeOnPremises(composer);
        composer.view.agree();
        composer.choices.catalogues.insert(AccountId(3), {}); // this one tells none either now
        composer.view.show(scripted::shipmentOrder().request, u"gpt-5-mini"_s, {}, AccountId(3), {});
        QTRY_VERIFY(!composer.view.awaitsPrices());
        QVERIFY2(composer.view.doubt().contains(u"Chuizi.AI · lab"), qPrintable(composer.view.doubt()));
    }

    void whatWasAgreedToHoldsInEveryTabThatSharesIt()
    {
        const auto agreed = std::make_shared<QSet<QString>>();
        Composer one;
        Composer other;
        one.view.shareAgreements(agreed);
        other.view.shareAgreements(agreed);
        composeOnPremises(one);
        composeOnPremises(other);
        one.view.agree();
        QVERIFY(other.view.doubt().isEmpty());
    }

    void whoeverIsNeverAskedIsNotAskedForWantOfPrices()
    {
        Composer composer;
        composer.choices.asksAbove = {std::nullopt, 0};
        Q_EMIT composer.choices.changed();
        composeOnPremises(composer);
        QTRY_COMPARE(composer.view.guardNote(), u"Never asks before it sends"_s);
        QVERIFY(composer.view.doubt().isEmpty());
        composer.view.agree(); // to nothing
        composer.choices.asksAbove = {};
        Q_EMIT composer.choices.changed();
        QTRY_VERIFY(!composer.view.doubt().isEmpty());
    }
};

QTEST_GUILESS_MAIN(ComposerGuardTest)
#include "tst_composer_guard.moc"
