// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/budget_reports.h"
#include "playground/cost_estimate.h"
#include "playground/send_choices.h"

namespace tollkeeper {

//! What is left of a budget in its running period.
struct BudgetRoom {
    QString name;
    Money left; //!< never less than nothing
};

//! The running budgets that such a request is a matter of.
struct BudgetRooms {
    std::optional<BudgetRoom> tightest; //!< of those of its currency the one with least left; nullopt: none
    //! Names of those of another currency: they count nothing of it (ledger rule 2), and say nothing about
    //! it.
    QStringList inOtherCurrencies;
};

//! A provider's budget is not among them: who will answer is not known before. `key` may be null. Pure.
[[nodiscard]] BudgetRooms roomsFor(const QList<BudgetLine> &budgets, AccountId account, const SendKey *key,
    const QStringList &models, Currency currency);

//! What is about to be sent, as far as it can be dear.
struct SendPlan {
    CostEstimate cost; //!< of all its requests together
    QString accountName;
    const SendKey *key = nullptr; //!< nullptr: none
    BudgetRooms budgets;
    bool hasCatalogue = true; //!< the account's gateway tells the price of at least one model
};

//! Why to ask before sending.
struct SendDoubt {
    QString text; //!< sentences; empty: no reason
    //! It will be the same the next time, since prices are missing: to be asked once in a session.
    bool isOnce = false;
};

//! With the share of what is left on the cap and of the budget. Where no limit is set for the answer, or no
//! price is known, no amount is known to hold. Pure.
[[nodiscard]] SendDoubt doubtAbout(const SendPlan &plan, const SendGuard &guard);

//! "Asks above $1.00 or 20% of what is left."
[[nodiscard]] QString guardText(const SendGuard &guard, Currency currency);

} // namespace tollkeeper
