// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/budget_editor_view_model.h"

#include "viewmodels/partner.h"
#include "words/explain.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

using Kind = BudgetScope::Kind;

} // namespace

BudgetEditorViewModel::BudgetEditorViewModel(QObject *parent) : QObject(parent), m_preview(this)
{
    connect(&m_preview, &BudgetPreview::changed, this, &BudgetEditorViewModel::formChanged);
}

void BudgetEditorViewModel::setList(BudgetsViewModel *list)
{
    if (!exchangePartner(this, m_list, list))
        return;
    Q_EMIT partnersChanged();
    if (!m_list)
        return;
    connect(m_list, &BudgetsViewModel::currentChanged, this, &BudgetEditorViewModel::follow);
    connect(m_list, &BudgetsViewModel::tableChanged, this, &BudgetEditorViewModel::followTable);
    followTable();
}

void BudgetEditorViewModel::setBudgets(BudgetService *budgets)
{
    if (m_budgets == budgets)
        return;
    m_budgets = budgets;
    Q_EMIT partnersChanged();
}

void BudgetEditorViewModel::setChannels(ChannelService *channels)
{
    if (!exchangePartner(this, m_channels, channels))
        return;
    Q_EMIT partnersChanged();
    if (!m_channels)
        return;
    connect(m_channels, &ChannelService::channelsChanged, this, &BudgetEditorViewModel::askChannels);
    askChannels();
}

void BudgetEditorViewModel::askChannels()
{
    QCoro::connect(m_channels->channels(), this, [this](const Result<QList<Channel>> &answer) {
        if (!answer)
            return;
        m_known = *answer;
        Q_EMIT formChanged();
    });
}

void BudgetEditorViewModel::askChoices()
{
    if (!m_list || !m_list->reports())
        return;
    QCoro::connect(m_list->reports()->choices(), this, [this](const Result<BudgetChoices> &answer) {
        if (!answer)
            return;
        m_choices = *answer;
        Q_EMIT formChanged();
    });
}

void BudgetEditorViewModel::followTable()
{
    if (m_list->line(m_stored.id))
        m_isAwaited = false;
    askChoices();
    follow();
    const bool isGone = m_list->state() != BudgetsViewModel::State::Failed && !m_list->line(m_stored.id);
    if (isOpen() && !isNew() && isGone && !m_isAwaited)
        close();
}

//! While something is edited, or a new one is begun, the list's news stay outside.
void BudgetEditorViewModel::follow()
{
    if (isOpen() && m_isAwaited && m_list->selected() == m_stored.id)
        return;
    const auto *line = m_list->line(m_list->selected());
    if (!line) {
        if (isOpen() && !isNew() && m_list->selected() != m_stored.id)
            close();
        return;
    }
    const bool isSame = isOpen() && line->budget.id == m_stored.id;
    if (isOpen() && isChanged() && (isSame || isNew()))
        return;
    if (!isSame || m_state != State::Saving)
        open(line->budget);
}

void BudgetEditorViewModel::open(const Budget &budget)
{
    m_isAwaited = false;
    m_stored = budget;
    m_first = m_form = BudgetForm::of(budget);
    m_state = State::Editing;
    m_failure.clear();
    m_thresholdProblem.clear();
    const auto table = m_list ? m_list->table() : BudgetTable();
    m_preview.setReports(m_list ? m_list->reports() : nullptr);
    m_preview.begin(budget, m_form, table.asOf, table.zone);
    Q_EMIT formChanged();
}

void BudgetEditorViewModel::close()
{
    ++m_saves;
    m_isAwaited = false;
    m_state = State::Closed;
    m_stored = {};
    m_first = m_form = {};
    m_preview.clear();
    Q_EMIT formChanged();
}

void BudgetEditorViewModel::beginNew()
{
    Budget budget;
    budget.scope.kind = Kind::Team;
    if (!m_choices.currencies.isEmpty())
        budget.limit = Money::fromNanos(0, m_choices.currencies.constFirst());
    if (m_list)
        m_list->setCurrent(-1);
    ++m_saves;
    open(budget);
}

void BudgetEditorViewModel::edit(const std::function<void(BudgetForm &)> &change)
{
    if (isBusy())
        return;
    auto form = m_form;
    change(form);
    if (form == m_form)
        return;
    m_form = form;
    m_state = State::Editing;
    m_failure.clear();
    m_preview.follow(m_form.budget(m_stored), m_form);
    Q_EMIT formChanged();
}

QStringList BudgetEditorViewModel::takenNames() const
{
    QStringList names;
    for (const auto &line : m_list ? m_list->table().rows : QList<BudgetLine>()) {
        if (line.budget.id != m_stored.id)
            names.append(line.budget.name);
    }
    return names;
}

bool BudgetEditorViewModel::canSave() const
{
    return m_budgets && isChanged() && !isBusy() && m_form.problem(takenNames()).isEmpty();
}

QString BudgetEditorViewModel::problem() const
{
    if (!m_failure.isEmpty())
        return m_failure;
    return isOpen() && isChanged() ? m_form.problem(takenNames()) : QString();
}

QString BudgetEditorViewModel::title() const
{
    return isNew() ? tr("New budget") : m_stored.name;
}

QString BudgetEditorViewModel::tag() const
{
    return scopeTagText(m_form.scope.kind);
}

void BudgetEditorViewModel::save()
{
    if (!canSave())
        return;
    const auto asked = ++m_saves;
    m_state = State::Saving;
    m_failure.clear();
    Q_EMIT formChanged();
    QCoro::connect(m_budgets->save(m_form.budget(m_stored)), this, [this, asked](const auto &answer) {
        if (asked == m_saves)
            finish(answer);
    });
}

void BudgetEditorViewModel::finish(const Result<BudgetId> &answer)
{
    if (!answer)
        return fail(answer.error());
    m_stored = m_form.budget(m_stored);
    m_stored.id = *answer;
    m_first = m_form = BudgetForm::of(m_stored); // a threshold taken off is gone now
    m_state = State::Editing;
    m_isAwaited = true;
    m_preview.begin(m_stored, m_form, m_list ? m_list->table().asOf : QDateTime(),
        m_list ? m_list->table().zone : QTimeZone::utc());
    const auto id = QString::number(answer->value());
    Q_EMIT formChanged();
    Q_EMIT saved(id);
    if (m_list) {
        m_list->selectBudget(id);
        m_list->reload();
    }
}

//! What the service says of what was typed is a sentence for people already.
void BudgetEditorViewModel::fail(const Error &error)
{
    const bool isSentence = error.kind == Error::Kind::InvalidInput && !error.detail.isEmpty();
    m_failure = isSentence ? error.detail : explain(error).sentence;
    m_state = State::Failed;
    Q_EMIT formChanged();
}

void BudgetEditorViewModel::discard()
{
    if (isBusy())
        return;
    if (isNew())
        return close();
    open(m_stored);
}

void BudgetEditorViewModel::togglePaused()
{
    if (!m_budgets || isNew() || isBusy())
        return;
    auto budget = m_stored;
    budget.isPaused = !budget.isPaused;
    const auto asked = ++m_saves;
    QCoro::connect(m_budgets->save(budget), this, [this, asked, budget](const auto &answer) {
        if (asked != m_saves)
            return;
        if (!answer)
            return fail(answer.error());
        m_stored.isPaused = m_first.isPaused = m_form.isPaused = budget.isPaused;
        Q_EMIT formChanged();
        if (m_list)
            m_list->reload();
    });
}

void BudgetEditorViewModel::remove()
{
    if (!m_budgets || isNew() || isBusy())
        return;
    const auto asked = ++m_saves;
    m_state = State::Saving;
    Q_EMIT formChanged();
    QCoro::connect(m_budgets->remove(m_stored.id), this, [this, asked](const auto &answer) {
        if (asked != m_saves)
            return;
        if (!answer)
            return fail(answer.error());
        close();
        if (m_list) {
            m_list->setCurrent(-1);
            m_list->reload();
        }
        Q_EMIT removed();
    });
}

} // namespace tollkeeper
