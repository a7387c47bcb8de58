// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/budgets_view_model.h"

#include "viewmodels/partner.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr auto idOf = [](const BudgetLine &line) { return line.budget.id; };

} // namespace

void BudgetsViewModel::setReports(BudgetReports *reports)
{
    if (!exchangePartner(this, m_reports, reports))
        return;
    Q_EMIT reportsChanged();
    if (!m_reports)
        return;
    connect(m_reports, &BudgetReports::changed, this, &BudgetsViewModel::reload);
    reload();
}

void BudgetsViewModel::reload()
{
    if (!m_reports)
        return;
    const auto asked = m_asking.ask();
    Q_EMIT updatingChanged();
    QCoro::connect(m_reports->budgets(), this, [this, asked](const auto &answer) {
        if (m_asking.takesAnswerTo(asked)) // else a later question has overtaken this one
            show(answer);
    });
}

void BudgetsViewModel::show(const Result<BudgetTable> &answer)
{
    if (answer) {
        const auto before = m_table.rows;
        m_table = *answer;
        if (m_holdsOrder)
            keepOrder(before);
        m_asking.succeed(m_table.rows.isEmpty() ? State::Empty : State::Ready);
        rebuild();
    } else {
        m_asking.fail(answer.error());
    }
    Q_EMIT tableChanged();
    Q_EMIT updatingChanged();
}

//! Rows that were there stay where they were; new ones come below.
void BudgetsViewModel::keepOrder(const QList<BudgetLine> &before)
{
    const auto placeOf = [&before](const BudgetLine &line) {
        return std::ranges::find(before, line.budget.id, idOf) - before.begin();
    };
    std::ranges::stable_sort(m_table.rows, {}, placeOf);
}

void BudgetsViewModel::rebuild()
{
    m_rows.clear();
    for (const auto &line : std::as_const(m_table.rows))
        m_rows.append(QVariant::fromValue(budgetCells(line, m_table)));
    Q_EMIT rowsChanged();
    Q_EMIT currentChanged();
}

void BudgetsViewModel::setHoldsOrder(bool holds)
{
    if (m_holdsOrder == holds)
        return;
    m_holdsOrder = holds;
    Q_EMIT holdsOrderChanged();
    if (!holds)
        reload();
}

QString BudgetsViewModel::summary() const
{
    if (m_table.rows.isEmpty())
        return {};
    const auto active = static_cast<int>(
        std::ranges::count_if(m_table.rows, [](const auto &line) { return !line.budget.isPaused; }));
    //: how many budgets are not paused
    return (active == 1 ? tr("1 active") : tr("%n active", nullptr, active)) + u", "_s + tr("period to date");
}

const BudgetLine *BudgetsViewModel::line(BudgetId budget) const
{
    const auto found = std::ranges::find(m_table.rows, budget, idOf);
    return found == m_table.rows.end() ? nullptr : &*found;
}

int BudgetsViewModel::current() const
{
    const auto found = std::ranges::find(m_table.rows, m_selected, idOf);
    return found == m_table.rows.end() ? -1 : static_cast<int>(found - m_table.rows.begin());
}

QString BudgetsViewModel::currentId() const
{
    return line(m_selected) ? QString::number(m_selected.value()) : QString();
}

void BudgetsViewModel::setCurrent(int row)
{
    const auto selected = row >= 0 && row < m_table.rows.size() ? m_table.rows.at(row).budget.id : BudgetId();
    if (selected == m_selected)
        return;
    m_selected = selected;
    Q_EMIT currentChanged();
}

void BudgetsViewModel::selectBudget(const QString &id)
{
    m_selected = BudgetId(id.toLongLong());
    Q_EMIT currentChanged();
}

QString BudgetsViewModel::copied(int row) const
{
    if (row < 0 || row >= m_rows.size())
        return {};
    const auto cells = m_rows.at(row).value<BudgetCells>();
    return QStringList{cells.name, cells.scope, cells.period, cells.spent, cells.limit, cells.used,
        cells.forecast, cells.outlook}
        .join(u'\t');
}

} // namespace tollkeeper
