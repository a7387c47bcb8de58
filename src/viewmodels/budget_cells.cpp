// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/budget_cells.h"

#include "base/translation_contexts.h"
#include "words/figures.h"
#include "words/key_figures.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

using Kind = BudgetScope::Kind;

constexpr int WholePercent = 100;

double shareOf(Money part, Money whole)
{
    return whole.nanos() > 0 ? part.approximate() / whole.approximate() : 0;
}

QString keysText(int keys)
{
    return keys == 1 ? texts::Budgets::tr("1 key") : texts::Budgets::tr("%n keys", nullptr, keys);
}

QString accountsText(int accounts)
{
    return accounts == 1 ? texts::Budgets::tr("1 account")
                         : texts::Budgets::tr("%n accounts", nullptr, accounts);
}

//! "Team, 4 keys"; the value stands there where it is not the name already.
QString scopeText(const BudgetLine &line, const BudgetTable &table)
{
    const auto kind = line.budget.scope.kind;
    if (kind == Kind::Everything)
        return accountsText(table.accounts) + u", "_s + keysText(table.keys);
    const auto value = line.scopeName.isEmpty() ? texts::Budgets::tr("no longer there") : line.scopeName;
    const auto what
        = line.scopeName == line.budget.name ? scopeKindText(kind) : scopeKindText(kind) + u' ' + value;
    if (kind == Kind::Key)
        return line.accountName.isEmpty() ? what : what + u", "_s + line.accountName;
    if (kind == Kind::Model || kind == Kind::Provider)
        return what + u", "_s + texts::Budgets::tr("any key");
    return what + u", "_s + keysText(int(line.keys.size()));
}

void addForecast(BudgetCells &cells, const BudgetLine &line)
{
    if (!line.forecast)
        return;
    const auto expected = line.forecast->expected;
    cells.forecastShare = shareOf(expected, line.budget.limit);
    cells.forecast = percentText(expected, line.budget.limit);
    cells.isForecastOver = expected > line.budget.limit;
}

void setOutlook(BudgetCells &cells, const QString &text, const QString &tone, const QString &icon)
{
    cells.outlook = text;
    cells.outlookTone = tone;
    cells.outlookIcon = icon;
}

void addOutlook(BudgetCells &cells, const BudgetLine &line)
{
    const auto limit = line.budget.limit;
    if (line.budget.isPaused)
        return setOutlook(cells, texts::Budgets::tr("paused", "a budget"), {}, u"minus"_s);
    if (!line.period)
        return setOutlook(cells, texts::Budgets::tr("not now", "the days of a budget"), {}, u"cal"_s);
    if (line.counted >= limit)
        //: %1 is money spent beyond the limit
        return setOutlook(cells,
            line.counted == limit
                ? texts::Budgets::tr("used up")
                : texts::Budgets::tr("passed by %1").arg(wholeMoneyText(line.counted - limit)),
            u"danger"_s, u"error"_s);
    if (cells.isForecastOver)
        //: %1 is money that the forecast lies beyond the limit
        return setOutlook(cells,
            texts::Budgets::tr("over by %1").arg(wholeMoneyText(line.forecast->expected - limit)),
            u"danger"_s, u"warn"_s);
    if (!line.forecast)
        return setOutlook(cells, texts::Budgets::tr("unknown, too few days"), {}, {});
    setOutlook(cells, texts::Budgets::tr("on track"), u"ok"_s, u"check"_s);
}

void addSpoken(BudgetCells &cells, const BudgetLine &line)
{
    const auto spent = line.isAtLeast ? texts::Budgets::tr("at least %1").arg(cells.spent) : cells.spent;
    const auto forecast = cells.forecast.isEmpty() ? texts::Budgets::tr("no forecast")
                                                   //: %1 is a share: "103.8%"
                                                   : texts::Budgets::tr("forecast %1").arg(cells.forecast);
    //: %1 is money, %2 "of $12,000", %3 a share, %4 what the forecast says
    cells.barText
        = texts::Budgets::tr("%1 spent %2, %3 used, %4").arg(spent, cells.limit, cells.used, forecast);
    QStringList parts{cells.name, cells.scope, cells.period, cells.periodNote, cells.barText, cells.outlook};
    parts.removeAll(QString());
    cells.spoken = parts.join(u", "_s);
}

} // namespace

QString scopeKindText(Kind kind)
{
    switch (kind) {
    case Kind::Everything:
        return texts::Budgets::tr("Everything");
    case Kind::Account:
        return texts::Budgets::tr("Account");
    case Kind::Key:
        return texts::Budgets::tr("Key");
    case Kind::Team:
        return texts::Budgets::tr("Team");
    case Kind::Environment:
        return texts::Budgets::tr("Environment");
    case Kind::Model:
        return texts::Budgets::tr("Model");
    case Kind::Provider:
        return texts::Budgets::tr("Provider");
    case Kind::Tag:
        break;
    }
    return texts::Budgets::tr("Tag");
}

QString scopeTagText(Kind kind)
{
    switch (kind) {
    case Kind::Everything:
        return texts::Budgets::tr("budget for everything");
    case Kind::Account:
        return texts::Budgets::tr("account budget");
    case Kind::Key:
        return texts::Budgets::tr("key budget");
    case Kind::Team:
        return texts::Budgets::tr("team budget");
    case Kind::Environment:
        return texts::Budgets::tr("environment budget");
    case Kind::Model:
        return texts::Budgets::tr("model budget");
    case Kind::Provider:
        return texts::Budgets::tr("provider budget");
    case Kind::Tag:
        break;
    }
    return texts::Budgets::tr("tag budget");
}

QString periodText(const BudgetPeriod &period)
{
    switch (period.kind) {
    case BudgetPeriod::Kind::Daily:
        return texts::Budgets::tr("Daily");
    case BudgetPeriod::Kind::Weekly:
        return texts::Budgets::tr("Weekly");
    case BudgetPeriod::Kind::Monthly:
        return texts::Budgets::tr("Monthly");
    case BudgetPeriod::Kind::Custom:
        break;
    }
    //: %1 and %2 are days: "1 Jun to 15 Jul"
    return texts::Budgets::tr("%1 to %2")
        .arg(shortDayText(period.custom.first), shortDayText(period.custom.last));
}

QString thresholdsTitle(const QList<BudgetLine> &lines)
{
    const auto differs = [&lines](const BudgetLine &line) {
        return line.budget.thresholds != lines.constFirst().budget.thresholds;
    };
    if (lines.isEmpty() || lines.constFirst().budget.thresholds.isEmpty()
        || std::ranges::any_of(lines, differs))
        return texts::Budgets::tr("Thresholds");
    QStringList percents;
    for (const auto percent : lines.constFirst().budget.thresholds)
        percents.append(QString::number(percent));
    //: %1 is a list of numbers: "At 50, 80, 100%"
    return texts::Budgets::tr("At %1%").arg(percents.join(u", "_s));
}

BudgetCells budgetCells(const BudgetLine &line, const BudgetTable &table)
{
    const auto &budget = line.budget;
    BudgetCells cells;
    cells.id = QString::number(budget.id.value());
    cells.name = budget.name;
    cells.scope = scopeText(line, table);
    cells.period = periodText(budget.period);
    if (!line.byok.isZero())
        cells.periodNote
            = budget.includesByok ? texts::Budgets::tr("with BYOK") : texts::Budgets::tr("without BYOK");
    cells.spent = moneyText(line.counted);
    //: %1 is money
    cells.limit = texts::Budgets::tr("of %1").arg(limitText(budget.limit));
    cells.share = shareOf(line.counted, budget.limit);
    for (const auto percent : budget.thresholds) {
        if (percent < WholePercent)
            cells.gaps.append(double(percent) / WholePercent);
    }
    if (budget.limit.nanos() > 0) {
        cells.used = percentText(line.counted, budget.limit);
        addForecast(cells, line);
    }
    if (line.isAtLeast)
        cells.usedNote = texts::Budgets::tr("at least");
    addOutlook(cells, line);
    addSpoken(cells, line);
    return cells;
}

} // namespace tollkeeper
