// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/playground/send_doubt.h"

#include <QTest>

using namespace tollkeeper;
using namespace Qt::Literals::StringLiterals;
using Kind = BudgetScope::Kind;

namespace {

Money cents(qint64 amount, Currency currency = {})
{
    return Money::fromNanos(amount * 10'000'000, currency);
}

BudgetLine budget(const QString &name, Kind kind, const QString &value, qint64 left, QList<KeyId> keys = {})
{
    BudgetLine line;
    line.budget.name = name;
    line.budget.scope = {kind, value};
    line.budget.limit = cents(100'000);
    line.counted = cents(100'000 - left);
    line.period = DayRange{QDate(2026, 6, 1), QDate(2026, 6, 30)};
    line.keys = std::move(keys);
    return line;
}

SendKey key(int id)
{
    SendKey one;
    one.id = KeyId(id);
    one.name = u"staging"_s;
    return one;
}

CostEstimate costing(qint64 amount, Currency currency = {})
{
    CostEstimate estimate;
    estimate.outputTokens = 600;
    estimate.most = cents(amount, currency);
    return estimate;
}

SendPlan planned(const CostEstimate &cost)
{
    SendPlan plan;
    plan.cost = cost;
    plan.accountName = u"Lab"_s;
    return plan;
}

} // namespace

class SendDoubtTest : public QObject {
    Q_OBJECT

private Q_SLOTS:
    void theTightestBudgetThatCountsTheRequest_data()
    {
        QTest::addColumn<Kind>("kind");
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("counts");
        QTest::newRow("everything") << Kind::Everything << QString() << true;
        QTest::newRow("the account") << Kind::Account << u"7"_s << true;
        QTest::newRow("another account") << Kind::Account << u"8"_s << false;
        QTest::newRow("the key's team") << Kind::Team << u"Support"_s << true;
        QTest::newRow("the model") << Kind::Model << u"a/first"_s << true;
        QTest::newRow("a fallback") << Kind::Model << u"a/second"_s << true;
        QTest::newRow("another model") << Kind::Model << u"a/third"_s << false;
        QTest::newRow("a provider") << Kind::Provider << u"Acme"_s << false;
    }
    void theTightestBudgetThatCountsTheRequest()
    {
        QFETCH(const Kind, kind);
        QFETCH(const QString, value);
        QFETCH(const bool, counts);
        const auto own = key(3);
        const auto room = roomsFor({budget(u"Wide"_s, Kind::Everything, {}, 900),
                                       budget(u"Asked"_s, kind, value, 200, {KeyId(2), KeyId(3)})},
            AccountId(7), &own, {u"a/first"_s, u"a/second"_s}, {})
                              .tightest;
        QCOMPARE(room->name, counts ? u"Asked"_s : u"Wide"_s);
        QCOMPARE(room->left, cents(counts ? 200 : 900));
    }

    void aBudgetOfOtherKeysDoesNotCount()
    {
        const auto other = key(4);
        const QList lines{budget(u"Team"_s, Kind::Team, u"Support"_s, 200, {KeyId(3)})};
        QVERIFY(!roomsFor(lines, AccountId(7), &other, {}, {}).tightest);
        QVERIFY(!roomsFor(lines, AccountId(7), nullptr, {}, {}).tightest);
    }

    void budgetsThatDoNotHoldNowAreLeftOut()
    {
        auto paused = budget(u"Paused"_s, Kind::Everything, {}, 1);
        paused.budget.isPaused = true;
        auto over = budget(u"Over"_s, Kind::Everything, {}, 2);
        over.period.reset();
        auto yuan = budget(u"Yuan"_s, Kind::Everything, {}, 3);
        yuan.budget.limit = cents(100'000, *Currency::fromCode(u"CNY"));
        yuan.counted = cents(0, *Currency::fromCode(u"CNY"));
        const auto rooms = roomsFor({paused, over, yuan}, AccountId(7), nullptr, {}, {});
        QVERIFY(!rooms.tightest);
        QCOMPARE(rooms.inOtherCurrencies, QStringList{u"Yuan"_s}); // it counts nothing of this, and is named
    }

    void asksWithTheReasonAndTheShare_data()
    {
        QTest::addColumn<qint64>("cost"); // cents
        QTest::addColumn<qint64>("capLeft"); // -1: no cap
        QTest::addColumn<qint64>("budgetLeft"); // -1: no budget
        QTest::addColumn<SendGuard>("guard");
        QTest::addColumn<QString>("says");
        const SendGuard usual;
        const SendGuard never{std::nullopt, 0};
        QTest::newRow("cheap") << qint64(50) << qint64(-1) << qint64(-1) << usual << QString();
        QTest::newRow("at the amount") << qint64(100) << qint64(-1) << qint64(-1) << usual << QString();
        QTest::newRow("above it") << qint64(150) << qint64(-1) << qint64(-1) << usual
                                  << u"This may cost $1.50, more than $1."_s;
        QTest::newRow("above it, with a budget")
            << qint64(150) << qint64(-1) << qint64(3000) << usual
            << u"This may cost $1.50, more than $1; 5.0% of what is left of the budget Support."_s;
        QTest::newRow("above it, with a cap and a budget")
            << qint64(150) << qint64(5000) << qint64(3000) << usual
            << u"This may cost $1.50, more than $1; 3.0% of what is left on the cap of staging; 5.0% of what is left of the budget Support."_s;
        QTest::newRow("a fifth of the cap") << qint64(20) << qint64(100) << qint64(-1) << usual << QString();
        QTest::newRow("more of the cap")
            << qint64(50) << qint64(100) << qint64(-1) << usual
            << u"This may cost $0.5000; 50.0% of what is left on the cap of staging."_s;
        QTest::newRow("a cap that is used up") << qint64(50) << qint64(0) << qint64(-1) << usual << QString();
        QTest::newRow("more of the budget")
            << qint64(50) << qint64(-1) << qint64(200) << usual
            << u"This may cost $0.5000; 25.0% of what is left of the budget Support."_s;
        QTest::newRow("a budget that is used up")
            << qint64(50) << qint64(-1) << qint64(0) << usual
            << u"This may cost $0.5000; the budget Support is used up."_s;
        QTest::newRow("another amount") << qint64(50) << qint64(-1) << qint64(-1) << SendGuard{250'000'000, 0}
                                        << u"This may cost $0.5000, more than $0.25."_s;
        QTest::newRow("another share")
            << qint64(50) << qint64(1000) << qint64(-1) << SendGuard{std::nullopt, 4}
            << u"This may cost $0.5000; 5.0% of what is left on the cap of staging."_s;
        QTest::newRow("never") << qint64(5000) << qint64(100) << qint64(0) << never << QString();
    }
    void asksWithTheReasonAndTheShare()
    {
        QFETCH(const qint64, cost);
        QFETCH(const qint64, capLeft);
        QFETCH(const qint64, budgetLeft);
        QFETCH(const SendGuard, guard);
        QFETCH(const QString, says);
        auto own = key(3);
        if (capLeft >= 0)
            own.cap = Cap{cents(5000), cents(5000 - capLeft), u"monthly"_s};
        auto plan = planned(costing(cost));
        plan.key = &own;
        if (budgetLeft >= 0)
            plan.budgets.tightest = BudgetRoom{u"Support"_s, cents(budgetLeft)};
        const auto doubt = doubtAbout(plan, guard);
        QCOMPARE(doubt.text, says);
        QVERIFY(!doubt.isOnce);
    }

    void budgetsOfAnotherCurrencyAreNamedWhereItAsks_data()
    {
        QTest::addColumn<qint64>("cost"); // cents
        QTest::addColumn<QStringList>("others");
        QTest::addColumn<QString>("says");
        QTest::newRow("cheap") << qint64(50) << QStringList{u"Europe"_s} << QString();
        QTest::newRow("one")
            << qint64(150) << QStringList{u"Europe"_s}
            << u"This may cost $1.50, more than $1. The budget Europe is of another currency and is not compared with it."_s;
        QTest::newRow("two")
            << qint64(150) << QStringList{u"Europe"_s, u"Asia"_s}
            << u"This may cost $1.50, more than $1. The budgets Europe, Asia are of another currency and are not compared with it."_s;
    }
    void budgetsOfAnotherCurrencyAreNamedWhereItAsks()
    {
        QFETCH(const qint64, cost);
        QFETCH(const QStringList, others);
        QFETCH(const QString, says);
        auto plan = planned(costing(cost));
        plan.budgets.inOtherCurrencies = others;
        QCOMPARE(doubtAbout(plan, {}).text, says);
    }

    void theAmountHoldsInEveryCurrency()
    {
        const auto yuan = *Currency::fromCode(u"CNY");
        QCOMPARE(doubtAbout(planned(costing(150, yuan)), {}).text, u"This may cost ¥1.50, more than ¥1."_s);
    }

    void withoutAPriceItIsAsked_data()
    {
        QTest::addColumn<std::optional<qint64>>("known"); // cents
        QTest::addColumn<QStringList>("unpriced");
        QTest::addColumn<bool>("hasCatalogue");
        QTest::addColumn<QString>("says");
        QTest::addColumn<bool>("isOnce");
        using Known = std::optional<qint64>;
        const auto ofX = u"No price is known for x: what it may cost cannot be told."_s;
        QTest::newRow("some of several") << Known(50) << QStringList{u"x"_s} << true << ofX << false;
        QTest::newRow("several of several")
            << Known(50) << QStringList{u"x"_s, u"y"_s} << true
            << u"No price is known for x, y: what they may cost cannot be told."_s << false;
        QTest::newRow("what is known is dear already")
            << Known(150) << QStringList{u"x"_s} << true
            << u"This may cost at least $1.50, more than $1. "_s + ofX << false;
        QTest::newRow("all of them") << Known() << QStringList{u"x"_s} << true << ofX << true;
        QTest::newRow("of all that there are")
            << Known() << QStringList{u"x"_s} << false
            << u"No prices are known at Lab: what a request may cost there cannot be told."_s << true;
    }
    void withoutAPriceItIsAsked()
    {
        QFETCH(const std::optional<qint64>, known);
        QFETCH(const QStringList, unpriced);
        QFETCH(const bool, hasCatalogue);
        QFETCH(const QString, says);
        QFETCH(const bool, isOnce);
        auto plan = planned(known ? costing(*known) : CostEstimate());
        plan.cost.outputTokens = 600;
        plan.cost.unpriced = unpriced;
        plan.hasCatalogue = hasCatalogue;
        const auto doubt = doubtAbout(plan, {});
        QCOMPARE(doubt.text, says);
        QCOMPARE(doubt.isOnce, isOnce);
        QVERIFY(
            doubtAbout(plan, {std::nullopt, 0}).text.isEmpty()); // who is never asked is not asked for this
    }

    void withoutALimitItIsAsked()
    {
        QVERIFY(doubtAbout(planned({}), {}).text.contains(u"no limit"));
        QVERIFY(doubtAbout(planned({}), {std::nullopt, 0}).text.isEmpty());
    }

    void saysWhenItAsks_data()
    {
        QTest::addColumn<SendGuard>("guard");
        QTest::addColumn<QString>("says");
        QTest::newRow("both") << SendGuard() << u"Asks above $1 or 20% of what is left"_s;
        QTest::newRow("amount") << SendGuard{2'500'000'000, 0} << u"Asks above $2.50"_s;
        QTest::newRow("share") << SendGuard{std::nullopt, 5} << u"Asks above 5% of what is left"_s;
        QTest::newRow("neither") << SendGuard{std::nullopt, 0} << u"Never asks before it sends"_s;
    }
    void saysWhenItAsks()
    {
        QFETCH(const SendGuard, guard);
        QFETCH(const QString, says);
        QCOMPARE(guardText(guard, {}), says);
    }
};

QTEST_GUILESS_MAIN(SendDoubtTest)
#include "tst_send_doubt.moc"
