// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/overview_texts.h"

#include "base/decimal.h"
#include "base/translation_contexts.h"
#include "viewmodels/inbox_rows.h"
#include "words/alert_words.h"
#include "words/figures.h"
#include "words/model_words.h"

#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString listText(const QStringList &names)
{
    return names.join(u", "_s);
}

//! "11:28" today, else "16 Jun".
QString whenText(const QDateTime &moment, const Overview &overview)
{
    const auto day = localDay(moment, overview.zone);
    return day == overview.today ? timeText(moment, overview.zone) : shortDayText(day);
}

void addBudget(HeaderFigures &figures, const Overview &overview)
{
    if (!overview.budget || overview.budget->limit.nanos() <= 0)
        return;
    const auto &limit = overview.budget->limit;
    figures.budget = moneyText(limit);
    figures.isOver = overview.counted > limit;
    figures.distance = moneyText(figures.isOver ? overview.counted - limit : limit - overview.counted);
    figures.countsByok = overview.budget->includesByok && !overview.byok.isZero();
    figures.used = percentText(overview.counted, limit);
    figures.usedShare = overview.counted.approximate() / limit.approximate();
}

//! A budget that counts BYOK is not forecast: the forecast is of what gateways bill.
bool hasBudgetForecast(const Overview &overview)
{
    return overview.forecast && overview.budget && overview.budget->limit.nanos() > 0
        && !overview.budget->includesByok;
}

void addForecast(HeaderFigures &figures, const Overview &overview)
{
    if (!hasBudgetForecast(overview))
        return;
    const auto &limit = overview.budget->limit;
    const auto &forecast = *overview.forecast;
    const auto whole = [&limit](Money part) {
        return QLocale().toString(scaledHalfEven(part.nanos(), 100, limit.nanos()));
    };
    //: %1 is a percentage with its sign, %2 and %3 are whole percentages: "103.8% (101 to 111%)"
    figures.forecast
        = texts::Overview::tr("%1 (%2 to %3%)")
              .arg(percentText(forecast.expected, limit), whole(forecast.low), whole(forecast.high));
    figures.forecastShare = forecast.expected.approximate() / limit.approximate();
    figures.forecastLowShare = forecast.low.approximate() / limit.approximate();
    figures.forecastHighShare = forecast.high.approximate() / limit.approximate();
}

//! The first day left at whose end a sum is over the limit; invalid: none.
QDate dayOver(const Overview &overview, Money Forecast::*sum)
{
    const auto first = overview.month.last.addDays(1 - overview.forecastDays.size());
    for (qsizetype i = 0; i < overview.forecastDays.size(); ++i) {
        if (overview.forecastDays.at(i).*sum > overview.budget->limit)
            return first.addDays(i);
    }
    return {};
}

QString forecastNote(const Overview &overview)
{
    QStringList parts;
    //: %1 is the name of a key or model
    if (overview.forecast && overview.forecastDriver && !overview.forecastDriver->name.isEmpty())
        parts.append(texts::Overview::tr("%1 drives it").arg(overview.forecastDriver->name));
    if (overview.forecast && overview.forecastMiss)
        //: %1 is money, %2 a month: by so much forecasts of that month were wrong, on average
        parts.append(texts::Overview::tr("off by %1 in %2")
                         .arg(wholeMoneyText(overview.forecastMiss->miss),
                             monthNameText(overview.forecastMiss->month.first)));
    return parts.join(u"; "_s);
}

//! Told before the budget is passed, while something can be done.
void addForecastWarning(WarningLine &line, const Overview &overview)
{
    const auto day = hasBudgetForecast(overview) ? dayOver(overview, &Forecast::expected) : QDate();
    if (!day.isValid())
        return;
    //: %1 is a day, such as "Tue 30 June"
    line.lead = texts::Overview::tr("On track to pass the budget on %1.").arg(dayText(day));
    const auto earliest = dayOver(overview, &Forecast::high);
    if (earliest.isValid() && earliest < day)
        //: %1 is a day, such as "Sun 28 June"
        line.text = texts::Overview::tr("At the fastest recent pace, on %1.").arg(dayText(earliest));
}

struct Missing {
    QStringList stale;
    QStringList silent; //!< accounts that cannot tell spend
    QString note;
};

Missing missingIn(const Overview &overview)
{
    Missing missing;
    for (const auto &line : overview.accounts) {
        if (!line.account.tellsSpend)
            missing.silent.append(line.account.name);
        if (!line.isStale)
            continue;
        missing.stale.append(line.account.name);
        if (missing.stale.size() == 1 && line.health.fetchedAt)
            //: %1 is money, %2 the name of an account, %3 a time
            missing.note = texts::Overview::tr("Includes %1 from %2 as of %3")
                               .arg(moneyText(line.spentThisMonth), line.account.name,
                                   whenText(*line.health.fetchedAt, overview));
    }
    if (missing.stale.size() > 1)
        missing.note.clear();
    return missing;
}

QString incompleteText(const Missing &missing, const Overview &overview)
{
    if (!missing.stale.isEmpty()) {
        const auto first
            = std::ranges::find_if(overview.accounts, [](const auto &line) { return line.isStale; });
        if (missing.stale.size() == 1 && first->health.fetchedAt)
            //: %1 is the name of an account, %2 a time
            return texts::Overview::tr("No new figures from %1 since %2.")
                .arg(missing.stale.constFirst(), whenText(*first->health.fetchedAt, overview));
        //: %1 is a list of account names
        return texts::Overview::tr("No new figures from %1.").arg(listText(missing.stale));
    }
    if (!missing.silent.isEmpty())
        //: %1 is a list of account names
        return texts::Overview::tr("%1 cannot tell all of its spend.").arg(listText(missing.silent));
    return {};
}

//! A model that is about to go is told where nothing more urgent takes its place.
void addExpiry(WarningLine &line, const Overview &overview)
{
    const auto sentence = expirySentence(overview.expiringModels);
    if (sentence.isEmpty())
        return;
    if (line.lead.isEmpty()) {
        line.lead = texts::Overview::tr("A model in use is about to go.");
        line.text = sentence;
    } else if (line.note.isEmpty()) {
        line.note = sentence;
    }
}

} // namespace

HeaderFigures headerFigures(const Overview &overview)
{
    HeaderFigures figures;
    figures.asOf = dayText(overview.today) + u", "_s + timeText(overview.asOf, overview.zone) + u' '
        + zoneText(overview.zone);
    figures.month = monthNameText(overview.today);
    figures.spent = moneyText(overview.spent);
    figures.isAtLeast = overview.isAtLeast;
    figures.goneShare = overview.monthGone;
    figures.gone = QLocale().toString(overview.monthGone * 100, 'f', 1) + u'%';
    figures.today = moneyText(overview.todaySoFar);
    if (overview.usualDay)
        figures.usualDay = wholeMoneyText(*overview.usualDay);
    figures.lastSevenDays = moneyText(overview.lastSevenDays);
    if (!overview.lastMonth.isEmpty()) {
        figures.lastMonth = monthNameText(monthBefore(overview.today).first);
        figures.lastMonthSpent = moneyText(overview.lastMonth.constLast());
    }
    if (!overview.byok.isZero())
        figures.byok = moneyText(overview.byok);
    QStringList others;
    for (const auto &other : overview.otherCurrencies)
        others.append(moneyText(other));
    figures.otherCurrencies = listText(others);
    addBudget(figures, overview);
    addForecast(figures, overview);
    figures.forecastNote = forecastNote(overview);
    return figures;
}

WarningLine warningLine(const Overview &overview)
{
    WarningLine line;
    const auto missing = missingIn(overview);
    const auto header = headerFigures(overview);
    line.note = missing.note;
    if (header.isOver) {
        line.isCritical = true;
        //: %1 is a month, %2 money
        line.lead = texts::Overview::tr("%1 is over its budget by %2.").arg(header.month, header.distance);
        line.text = texts::Overview::tr("A budget warns; only a cap at the gateway stops.");
        if (line.note.isEmpty() && overview.isAtLeast)
            line.note = incompleteText(missing, overview);
    } else if (addForecastWarning(line, overview); !line.lead.isEmpty()) {
        if (line.note.isEmpty() && overview.isAtLeast)
            line.note = incompleteText(missing, overview);
    } else if (overview.isAtLeast || !missing.stale.isEmpty()) {
        line.lead = texts::Overview::tr("The total is at least this much.");
        line.text = incompleteText(missing, overview);
    }
    addExpiry(line, overview);
    return line;
}

QList<AlertRow> alertRows(const Overview &overview)
{
    QList<AlertRow> rows;
    for (const auto &alert : overview.alerts) {
        const auto words = wordsFor(alert, overview.zone);
        AlertRow row;
        row.id = QString::number(alert.id.value());
        row.mark = markOf(alert.severity);
        row.severity = severityText(alert.severity);
        row.isCritical = alert.severity == AlertSeverity::Critical;
        row.isOpen = alert.isOpen();
        row.title = words.title;
        row.detail = words.line;
        row.time = whenText(alert.raisedAt, overview);
        rows.append(row);
    }
    return rows;
}

QList<TopKeyRow> keyRows(const Overview &overview)
{
    QList<TopKeyRow> rows;
    for (const auto &line : overview.keys) {
        TopKeyRow row;
        row.id = QString::number(line.key.id.value());
        row.name = line.key.name.isEmpty() ? line.key.masked : line.key.name;
        row.account = line.accountName;
        row.today = moneyText(line.today);
        row.month = moneyText(line.month);
        const auto &cap = line.key.cap;
        if (!cap) {
            row.cap = texts::Overview::tr("no cap");
        } else if (!cap->used || cap->limit.nanos() <= 0) {
            row.cap = texts::Overview::tr("unknown");
        } else {
            row.hasCapShare = true;
            row.capShare = cap->used->approximate() / cap->limit.approximate();
            row.cap = QLocale().toString(scaledHalfEven(cap->used->nanos(), 100, cap->limit.nanos())) + u'%';
        }
        rows.append(row);
    }
    return rows;
}

} // namespace tollkeeper
