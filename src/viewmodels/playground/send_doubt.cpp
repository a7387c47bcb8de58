// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/playground/send_doubt.h"

#include "base/translation_contexts.h"
#include "viewmodels/playground/composer_words.h"
#include "words/figures.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

bool counts(const BudgetLine &line, AccountId account, const SendKey *key, const QStringList &models)
{
    const auto &scope = line.budget.scope;
    switch (scope.kind) {
    case BudgetScope::Kind::Everything:
        return true;
    case BudgetScope::Kind::Account:
        return scope.value == QString::number(account.value());
    case BudgetScope::Kind::Model:
        return models.contains(scope.value);
    case BudgetScope::Kind::Provider:
        return false;
    case BudgetScope::Kind::Key:
    case BudgetScope::Kind::Team:
    case BudgetScope::Kind::Environment:
    case BudgetScope::Kind::Tag:
        break;
    }
    return key && key->id && line.keys.contains(*key->id);
}

Money leftOf(const BudgetLine &line)
{
    const auto left = line.budget.limit - line.counted;
    return left.isNegative() ? Money::fromNanos(0, left.currency()) : left;
}

//! Whether the most it may cost is more than that share of what is left.
bool isMoreThan(int percent, const Money &cost, const Money &left)
{
    return percent > 0 && double(cost.nanos()) * 100 > double(left.nanos()) * percent;
}

QString budgetShareText(const Money &cost, const BudgetRoom &budget)
{
    if (budget.left.nanos() <= 0)
        //: %1 is the name of a budget
        return texts::Playground::tr("the budget %1 is used up").arg(budget.name);
    //: %1 is a share such as "32.1%", %2 the name of a budget
    return texts::Playground::tr("%1 of what is left of the budget %2")
        .arg(percentText(cost, budget.left), budget.name);
}

QString capShareText(const Money &cost, const Money &left, const QString &key)
{
    //: %1 is a share such as "32.1%", %2 the name of a key
    return texts::Playground::tr("%1 of what is left on the cap of %2").arg(percentText(cost, left), key);
}

//! Sentences about models whose price nobody has told.
QString unpricedText(const QStringList &models)
{
    return models.size() == 1
        //: %1 is the name of a model
        ? texts::Playground::tr("No price is known for %1: what it may cost cannot be told.")
              .arg(models.constFirst())
        //: %1 is the names of several models
        : texts::Playground::tr("No price is known for %1: what they may cost cannot be told.")
              .arg(models.join(u", "_s));
}

QString notComparedText(const QStringList &budgets)
{
    return budgets.size() == 1
        //: %1 is the name of a budget
        ? texts::Playground::tr("The budget %1 is of another currency and is not compared with it.")
              .arg(budgets.constFirst())
        //: %1 is the names of several budgets
        : texts::Playground::tr("The budgets %1 are of another currency and are not compared with it.")
              .arg(budgets.join(u", "_s));
}

//! It is the same for every request of the account, or of these models, and says nothing new a second time.
SendDoubt doubtWithoutPrices(const SendPlan &plan)
{
    if (plan.hasCatalogue)
        return {unpricedText(plan.cost.unpriced), true};
    //: %1 is the name of an account
    return {texts::Playground::tr("No prices are known at %1: what a request may cost there cannot be told.")
                .arg(plan.accountName),
        true};
}

//! That it may cost more than the guard lets pass, and what share of what is left that is; empty: it does
//! not.
QString dearText(const SendPlan &plan, const SendGuard &guard)
{
    const auto &most = *plan.cost.most;
    const bool isAtLeast = !plan.cost.unpriced.isEmpty();
    // A key with nothing left is refused by the gateway and costs nothing.
    const auto known = plan.key ? leftOnCap(*plan.key) : std::nullopt;
    const auto cap
        = known && known->currency() == most.currency() && known->nanos() > 0 ? known : std::nullopt;
    const auto &budget = plan.budgets.tightest;
    const bool isAbove = guard.askAboveNanos && most.nanos() > *guard.askAboveNanos;
    const bool isMuch = (cap && isMoreThan(guard.percent, most, *cap))
        || (budget && isMoreThan(guard.percent, most, budget->left));
    if (!isAbove && !isMuch)
        return {};
    QStringList parts;
    if (isAbove)
        //: %1 and %2 are amounts
        parts.append((isAtLeast ? texts::Playground::tr("This may cost at least %1, more than %2")
                                : texts::Playground::tr("This may cost %1, more than %2"))
                         .arg(shortMoneyText(most),
                             roundMoneyText(Money::fromNanos(*guard.askAboveNanos, most.currency()))));
    else
        //: %1 is an amount
        parts.append((isAtLeast ? texts::Playground::tr("This may cost at least %1")
                                : texts::Playground::tr("This may cost %1"))
                         .arg(shortMoneyText(most)));
    if (cap)
        parts.append(capShareText(most, *cap, keyName(*plan.key)));
    if (budget)
        parts.append(budgetShareText(most, *budget));
    return parts.join(u"; "_s) + u'.';
}

} // namespace

BudgetRooms roomsFor(const QList<BudgetLine> &budgets, AccountId account, const SendKey *key,
    const QStringList &models, Currency currency)
{
    BudgetRooms rooms;
    for (const auto &line : budgets) {
        if (line.budget.isPaused || !line.period || !counts(line, account, key, models))
            continue;
        if (line.budget.limit.currency() != currency) {
            rooms.inOtherCurrencies.append(line.budget.name);
            continue;
        }
        const auto left = leftOf(line);
        if (!rooms.tightest || left < rooms.tightest->left)
            rooms.tightest = BudgetRoom{line.budget.name, left};
    }
    return rooms;
}

SendDoubt doubtAbout(const SendPlan &plan, const SendGuard &guard)
{
    if (!guard.askAboveNanos && guard.percent == 0)
        return {};
    if (!plan.cost.outputTokens)
        return {texts::Playground::tr(
            "The request sets no limit for its answer: what it may cost cannot be told.")};
    if (!plan.cost.most)
        return doubtWithoutPrices(plan);
    QStringList sentences;
    if (auto dear = dearText(plan, guard); !dear.isEmpty())
        sentences.append(dear);
    if (!plan.cost.unpriced.isEmpty())
        sentences.append(unpricedText(plan.cost.unpriced));
    if (!sentences.isEmpty() && !plan.budgets.inOtherCurrencies.isEmpty())
        sentences.append(notComparedText(plan.budgets.inOtherCurrencies));
    return {sentences.join(u' ')};
}

QString guardText(const SendGuard &guard, Currency currency)
{
    const auto amount
        = guard.askAboveNanos ? roundMoneyText(Money::fromNanos(*guard.askAboveNanos, currency)) : QString();
    if (guard.askAboveNanos && guard.percent > 0)
        //: %1 is an amount, %2 a percentage
        return texts::Playground::tr("Asks above %1 or %2% of what is left").arg(amount).arg(guard.percent);
    if (guard.askAboveNanos)
        //: %1 is an amount
        return texts::Playground::tr("Asks above %1").arg(amount);
    //: %1 is a percentage
    return guard.percent > 0 ? texts::Playground::tr("Asks above %1% of what is left").arg(guard.percent)
                             : texts::Playground::tr("Never asks before it sends");
}

} // namespace tollkeeper
