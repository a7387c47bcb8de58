// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/budget_alert_words.h"

#include "base/translation_contexts.h"
#include "domain/zone_days.h"
#include "words/figures.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int WholePercent = 100;

Money positive(Money money)
{
    return money.isNegative() ? Money::fromNanos(-money.nanos(), money.currency()) : money;
}

//! The facts of a budget's alert, with nothing missing.
struct Figures {
    explicit Figures(const AlertFacts &facts)
        : limit(facts.limit.value_or(Money()))
        , spent(facts.spent.value_or(Money::fromNanos(0, limit.currency())))
        , expected(facts.expected.value_or(spent))
        , left(limit - spent)
        , spentWords(facts.isAtLeast ? texts::BudgetAlertWords::tr("at least %1").arg(moneyText(spent))
                                     : moneyText(spent))
    {
    }

    Money limit;
    Money spent;
    Money expected;
    Money left;
    QString spentWords;
};

bool isWholeMonth(const AlertFacts &facts)
{
    return facts.periodFirst.isValid()
        && monthOf(facts.periodFirst) == DayRange{facts.periodFirst, facts.periodLast};
}

//! The budget of everything needs no name: its month says enough.
bool isNamedByMonth(const AlertFacts &facts)
{
    return facts.name == "Everything"_L1 && isWholeMonth(facts);
}

QString endText(const AlertFacts &facts)
{
    if (isWholeMonth(facts))
        return texts::BudgetAlertWords::tr("the end of %1").arg(monthNameText(facts.periodFirst));
    if (facts.periodFirst == facts.periodLast)
        return texts::BudgetAlertWords::tr("the end of the day");
    return dayText(facts.periodLast);
}

QString capitalised(QString sentence)
{
    if (!sentence.isEmpty())
        sentence[0] = sentence.at(0).toUpper();
    return sentence;
}

QString spentTitle(const Alert &alert)
{
    const auto &facts = alert.facts;
    if (isNamedByMonth(facts)) {
        const auto month = monthNameText(facts.periodFirst);
        //: %1 is a month, %2 a whole number of percent
        return alert.step == WholePercent
            ? texts::BudgetAlertWords::tr("%1 budget is used up").arg(month)
            : texts::BudgetAlertWords::tr("%1 budget passed %2%").arg(month).arg(alert.step);
    }
    //: %1 is the name of a budget, %2 a whole number of percent
    return alert.step == WholePercent
        ? texts::BudgetAlertWords::tr("%1 has used up its budget").arg(facts.name)
        : texts::BudgetAlertWords::tr("%1 passed %2% of its budget").arg(facts.name).arg(alert.step);
}

QString forecastTitle(const Alert &alert, const Figures &figures)
{
    const auto &facts = alert.facts;
    const auto subject = isNamedByMonth(facts) ? monthNameText(facts.periodFirst) : facts.name;
    const auto over = figures.expected - figures.limit;
    if (over.isNegative() || over.isZero())
        //: %1 is a month or the name of a budget, %2 money, %3 percent: "June forecast: $11,000.00, 91.7% of
        //: its budget"
        return texts::BudgetAlertWords::tr("%1 forecast: %2, %3 of its budget")
            .arg(subject, moneyText(figures.expected), percentText(figures.expected, figures.limit));
    return texts::BudgetAlertWords::tr("%1 forecast: %2, over budget by %3")
        .arg(subject, moneyText(figures.expected), moneyText(over));
}

//! Used and left, in words.
QString usedAndLeft(const AlertFacts &facts, const Figures &figures)
{
    const auto sentence = figures.left.isNegative()
        ? texts::BudgetAlertWords::tr("%1 of %2 used, %3 over. A budget warns, it does not stop anything.")
              .arg(figures.spentWords, moneyText(figures.limit), moneyText(positive(figures.left)))
        : texts::BudgetAlertWords::tr("%1 of %2 used, %3 left until %4.")
              .arg(figures.spentWords, moneyText(figures.limit), moneyText(figures.left), endText(facts));
    return capitalised(sentence);
}

QString forecastBody(const AlertFacts &facts, const Figures &figures)
{
    auto body = usedAndLeft(facts, figures);
    if (!facts.driver.isEmpty())
        body = texts::BudgetAlertWords::tr("%1 is driving it.").arg(facts.driver) + u' ' + body;
    return body;
}

QList<AlertFigure> figuresOf(const AlertFacts &facts, const Figures &figures)
{
    QList<AlertFigure> list{{texts::BudgetAlertWords::tr("Spent"), figures.spentWords},
        {texts::BudgetAlertWords::tr("Budget"), moneyText(figures.limit)},
        {figures.left.isNegative() ? texts::BudgetAlertWords::tr("Over")
                                   : texts::BudgetAlertWords::tr("Left"),
            moneyText(positive(figures.left))}};
    if (facts.expected)
        list.append({texts::BudgetAlertWords::tr("Forecast"), moneyText(figures.expected)});
    return list;
}

QList<AlertStep> stepsOf(const Alert &alert)
{
    return {
        {texts::BudgetAlertWords::tr("See what it is spent on"),
            texts::BudgetAlertWords::tr("Keys and models of the period, the largest first."),
            AlertAction::OpenUsage, texts::BudgetAlertWords::tr("Open usage")},
        {texts::BudgetAlertWords::tr("Cap the key that spends most"),
            texts::BudgetAlertWords::tr("A budget warns; only a cap at the gateway stops."),
            AlertAction::OpenKey, texts::BudgetAlertWords::tr("Open keys")},
        {alert.kind == AlertKind::BudgetForecast ? texts::BudgetAlertWords::tr("Accept it for now")
                                                 : texts::BudgetAlertWords::tr("Raise the budget"),
            texts::BudgetAlertWords::tr("The alert goes when the figures no longer say so."),
            AlertAction::OpenBudget, texts::BudgetAlertWords::tr("Edit budget")},
    };
}

} // namespace

AlertWords budgetAlertWords(const Alert &alert, const QTimeZone &)
{
    const auto &facts = alert.facts;
    const Figures figures(facts);
    const bool isForecast = alert.kind == AlertKind::BudgetForecast;
    AlertWords words;
    words.title = isForecast ? forecastTitle(alert, figures) : spentTitle(alert);
    words.line = isForecast
        ? texts::BudgetAlertWords::tr("%1 expected, %2 of %3")
              .arg(moneyText(figures.expected),
                  figures.limit.isZero() ? QString() : percentText(figures.expected, figures.limit),
                  moneyText(figures.limit))
        : capitalised(
            texts::BudgetAlertWords::tr("%1 of %2 spent").arg(figures.spentWords, moneyText(figures.limit)));
    words.body = isForecast ? forecastBody(facts, figures) : usedAndLeft(facts, figures);
    words.whatHappened = words.body;
    words.whyItMatters = isForecast
        ? texts::BudgetAlertWords::tr(
            "If the days that are left cost what such days usually cost, the period ends above this "
            "threshold.")
        : texts::BudgetAlertWords::tr(
            "The figures count what gateways have billed so far; late bills can still add to them.");
    words.steps = stepsOf(alert);
    words.figures = figuresOf(facts, figures);
    return words;
}

AlertWords resolvedBudgetWords(const Alert &alert, const QTimeZone &zone)
{
    auto words = budgetAlertWords(alert, zone);
    //: %1 is a month or the name of a budget, %2 a whole number of percent
    words.title
        = texts::BudgetAlertWords::tr("%1 is below %2% of its budget again")
              .arg(isNamedByMonth(alert.facts) ? monthNameText(alert.facts.periodFirst) : alert.facts.name)
              .arg(alert.step);
    words.steps.clear();
    return words;
}

} // namespace tollkeeper
