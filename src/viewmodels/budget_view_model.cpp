// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/budget_view_model.h"

#include "viewmodels/amount_input.h"
#include "words/explain.h"
#include "words/figures.h"

namespace tollkeeper {

void BudgetViewModel::setBudgets(BudgetService *budgets)
{
    if (m_budgets == budgets)
        return;
    m_budgets = budgets;
    Q_EMIT budgetsChanged();
}

void BudgetViewModel::setCurrency(const QString &code)
{
    const auto currency = Currency::fromCode(code);
    if (!currency || *currency == m_currency)
        return;
    m_currency = *currency;
    Q_EMIT currencyChanged();
}

QString BudgetViewModel::readBack(const QString &typed) const
{
    const auto amount = amountFromInput(typed, m_currency);
    return amount ? moneyText(*amount) : QString();
}

void BudgetViewModel::save(const QString &typed, bool includesByok)
{
    const auto amount = amountFromInput(typed, m_currency);
    if (!amount)
        return moveTo(State::Failed, tr("Type an amount of more than 0, such as 4,800 or 4.8k."));
    const auto asked = ++m_asked;
    moveTo(State::Saving);
    QCoro::connect(
        m_budgets->setMonthlyBudget(*amount, includesByok), this, [this, asked](const auto &outcome) {
            if (asked != m_asked)
                return;
            if (!outcome)
                return moveTo(State::Failed, explain(outcome.error()).sentence);
            moveTo(State::Saved);
        });
}

void BudgetViewModel::reset()
{
    ++m_asked;
    moveTo(State::Editing);
}

void BudgetViewModel::moveTo(State state, const QString &problem)
{
    m_state = state;
    m_problem = problem;
    Q_EMIT stateChanged();
}

} // namespace tollkeeper
