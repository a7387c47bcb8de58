// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/budget_preview.h"

#include "words/explain.h"

namespace tollkeeper {
namespace {

using Kind = BudgetScope::Kind;
using namespace std::chrono_literals;

constexpr auto TypingPause = 150ms;

} // namespace

BudgetPreview::BudgetPreview(QObject *parent) : QObject(parent)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(TypingPause);
    connect(&m_pause, &QTimer::timeout, this, &BudgetPreview::ask);
}

void BudgetPreview::begin(
    const Budget &budget, const BudgetForm &form, const QDateTime &asOf, const QTimeZone &zone)
{
    if (budget.id != m_budget.id || !budget.id.isValid()) {
        m_details = BudgetDetails();
        m_isKnown = false;
    }
    m_budget = budget;
    m_form = form;
    m_asOf = asOf;
    m_zone = zone;
    ask();
}

void BudgetPreview::follow(const Budget &budget, const BudgetForm &form)
{
    m_budget = budget;
    m_form = form;
    m_pause.start();
    Q_EMIT changed();
}

void BudgetPreview::clear()
{
    m_pause.stop();
    m_answered = ++m_asked;
    m_budget = Budget();
    m_form = BudgetForm();
    m_details = BudgetDetails();
    m_isKnown = false;
    Q_EMIT changed();
}

void BudgetPreview::ask()
{
    m_pause.stop();
    const auto asked = ++m_asked;
    const bool hasValue = m_budget.scope.kind == Kind::Everything || !m_budget.scope.value.isEmpty();
    m_problem.clear();
    if (!m_reports || !hasValue || m_budget.limit.isZero()) {
        m_answered = m_asked;
        m_details = BudgetDetails();
        m_isKnown = false;
        Q_EMIT changed();
        return;
    }
    Q_EMIT changed();
    QCoro::connect(m_reports->details(m_budget), this, [this, asked](const Result<BudgetDetails> &answer) {
        if (asked != m_asked) // a later question has overtaken this one
            return;
        m_answered = m_asked;
        m_isKnown = answer.has_value();
        m_details = answer ? *answer : BudgetDetails();
        m_problem = answer ? QString() : explain(answer.error()).sentence;
        Q_EMIT changed();
    });
}

QVariantList BudgetPreview::thresholds() const
{
    auto line = m_details.line;
    line.budget = m_budget;
    return thresholdRows(m_form.thresholds, line);
}

QString BudgetPreview::keysTitle() const
{
    if (m_budget.scope.kind == Kind::Model || m_budget.scope.kind == Kind::Provider)
        return tr("Counts any key");
    const auto keys = static_cast<int>(m_details.keyLines.size());
    return keys == 1 ? tr("Counts 1 key") : tr("Counts %n keys", nullptr, keys);
}

} // namespace tollkeeper
