// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/budget_scope_choices.h"

#include <QCoreApplication>

#include <algorithm>

namespace tollkeeper {
namespace {

using Kind = BudgetScope::Kind;
using Choices = QList<QPair<QString, QString>>;

Choices named(const QStringList &names)
{
    Choices choices;
    for (const auto &name : names)
        choices.append({name, name});
    return choices;
}

Choices allOf(const BudgetChoices &choices, Kind kind)
{
    switch (kind) {
    case Kind::Account:
        return choices.accounts;
    case Kind::Key:
        return choices.keys;
    case Kind::Team:
        return named(choices.teams);
    case Kind::Environment:
        return named(choices.environments);
    case Kind::Model:
        return named(choices.models);
    case Kind::Provider:
        return named(choices.providers);
    case Kind::Tag:
        return named(choices.tags);
    case Kind::Everything:
        break;
    }
    return {};
}

} // namespace

Choices scopeChoices(const BudgetChoices &choices, const BudgetScope &scope, const QString &knownName)
{
    auto all = allOf(choices, scope.kind);
    const auto isIt = [&scope](const QPair<QString, QString> &choice) { return choice.first == scope.value; };
    if (scope.kind == Kind::Everything || scope.value.isEmpty() || std::ranges::any_of(all, isIt))
        return all;
    const bool isId = scope.kind == Kind::Account || scope.kind == Kind::Key;
    const auto gone
        = knownName.isEmpty() ? QCoreApplication::translate("Budgets", "No longer there") : knownName;
    all.prepend({scope.value, isId ? gone : scope.value});
    return all;
}

} // namespace tollkeeper
