// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/budget_editor_view_model.h"
#include "viewmodels/budget_scope_choices.h"

#include <QLocale>

// The fields of the editor: what can be typed or chosen.

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

using Kind = BudgetScope::Kind;

constexpr int ScopeKinds = 8;
constexpr int DaysOfWeek = 7;

} // namespace

void BudgetEditorViewModel::setName(const QString &name)
{
    edit([&](BudgetForm &form) { form.name = name; });
}

QStringList BudgetEditorViewModel::scopeKinds() const
{
    QStringList texts;
    for (int kind = 0; kind < ScopeKinds; ++kind)
        texts.append(scopeKindText(static_cast<Kind>(kind)));
    return texts;
}

void BudgetEditorViewModel::setScopeKind(int kind)
{
    if (kind < 0 || kind >= ScopeKinds || kind == scopeKind())
        return;
    edit([&](BudgetForm &form) {
        form.scope = {static_cast<Kind>(kind), {}};
        if (m_first.scope.kind == form.scope.kind)
            form.scope.value = m_first.scope.value;
    });
}

QList<QPair<QString, QString>> BudgetEditorViewModel::valueChoices() const
{
    return scopeChoices(m_choices, m_form.scope, m_preview.scopeName());
}

QStringList BudgetEditorViewModel::scopeValues() const
{
    QStringList names;
    for (const auto &choice : valueChoices())
        names.append(choice.second);
    return names;
}

int BudgetEditorViewModel::scopeValue() const
{
    const auto choices = valueChoices();
    for (int place = 0; place < choices.size(); ++place) {
        if (choices.at(place).first == m_form.scope.value)
            return place;
    }
    return -1;
}

void BudgetEditorViewModel::setScopeValue(int place)
{
    const auto choices = valueChoices();
    if (place < 0 || place >= choices.size())
        return;
    edit([&](BudgetForm &form) {
        form.scope.value = choices.at(place).first;
        const auto isId = form.scope.kind == Kind::Account || form.scope.kind == Kind::Key;
        if (isNew() && form.name.isEmpty())
            form.name = isId ? choices.at(place).second.section(u" · "_s, 0, 0) : form.scope.value;
    });
}

void BudgetEditorViewModel::setLimit(const QString &typed)
{
    edit([&](BudgetForm &form) { form.limit = typed; });
}

QStringList BudgetEditorViewModel::currencies() const
{
    QStringList codes;
    for (const auto &currency : m_choices.currencies)
        codes.append(currency.code());
    if (!codes.contains(m_form.currency.code()))
        codes.append(m_form.currency.code());
    return codes;
}

int BudgetEditorViewModel::currency() const
{
    return static_cast<int>(currencies().indexOf(m_form.currency.code()));
}

void BudgetEditorViewModel::setCurrency(int place)
{
    const auto currency = Currency::fromCode(currencies().value(place));
    if (currency)
        edit([&](BudgetForm &form) { form.currency = *currency; });
}

void BudgetEditorViewModel::setPeriod(int kind)
{
    if (kind < 0 || kind > static_cast<int>(BudgetPeriod::Kind::Custom))
        return;
    edit([&](BudgetForm &form) {
        form.period = static_cast<BudgetPeriod::Kind>(kind);
        if (form.period != BudgetPeriod::Kind::Custom || !form.firstDay.isEmpty() || !m_list)
            return;
        const auto month = monthOf(m_list->table().today);
        form.firstDay = month.first.toString(Qt::ISODate);
        form.lastDay = month.last.toString(Qt::ISODate);
    });
}

QStringList BudgetEditorViewModel::weekdays() const
{
    QStringList names;
    for (int day = 1; day <= DaysOfWeek; ++day)
        names.append(QLocale().standaloneDayName(day));
    return names;
}

void BudgetEditorViewModel::setWeekStart(int place)
{
    if (place >= 0 && place < DaysOfWeek)
        edit([&](BudgetForm &form) { form.weekStart = static_cast<Qt::DayOfWeek>(place + 1); });
}

void BudgetEditorViewModel::setFirstDay(const QString &typed)
{
    edit([&](BudgetForm &form) { form.firstDay = typed.trimmed(); });
}

void BudgetEditorViewModel::setLastDay(const QString &typed)
{
    edit([&](BudgetForm &form) { form.lastDay = typed.trimmed(); });
}

void BudgetEditorViewModel::setCountsByok(bool counts)
{
    edit([&](BudgetForm &form) { form.countsByok = counts; });
}

void BudgetEditorViewModel::toggleThreshold(int row)
{
    if (row >= 0 && row < m_form.thresholds.size())
        edit([&](BudgetForm &form) { form.thresholds[row].isOn = !form.thresholds.at(row).isOn; });
}

bool BudgetEditorViewModel::addThreshold(bool isForecast, const QString &percent)
{
    bool isNumber = false;
    const auto typed = percent.trimmed();
    const auto value = (typed.endsWith(u'%') ? typed.chopped(1) : typed).toInt(&isNumber);
    const bool isGood = isNumber && value >= BudgetForm::LeastPercent && value <= BudgetForm::MostPercent;
    m_thresholdProblem = isGood
        ? QString()
        //: %1 and %2 are numbers
        : tr("Type whole percent from %1 to %2.").arg(BudgetForm::LeastPercent).arg(BudgetForm::MostPercent);
    if (isGood)
        edit([&](BudgetForm &form) { form.addThreshold(isForecast, value); });
    Q_EMIT formChanged();
    return isGood;
}

void BudgetEditorViewModel::toggleChannel(const QString &id)
{
    edit([&](BudgetForm &form) { form.channels = toggled(form.channels, id); });
}

} // namespace tollkeeper
