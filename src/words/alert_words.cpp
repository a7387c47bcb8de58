// SPDX-License-Identifier: GPL-3.0-or-later
#include "words/alert_words.h"

#include "words/figures.h"

#include <QCoreApplication>

namespace tollkeeper {
namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("AlertWords", text);
}

} // namespace

AlertWords wordsFor(const BudgetAlert &alert)
{
    AlertWords words;
    const auto month = monthNameText(alert.period.first);
    //: %1 is a month, %2 a percentage: "June budget passed 80%"
    words.title = tr("%1 budget passed %2%").arg(month).arg(alert.threshold);

    const auto left = alert.limit - alert.spent;
    const auto used
        = alert.isAtLeast ? tr("at least %1").arg(moneyText(alert.spent)) : moneyText(alert.spent);
    //: %1 spent, %2 the limit, %3 what is left or over, all with currency
    const auto sentence = left.isNegative()
        ? tr("%1 of %2 used, %3 over. A budget warns, it does not stop anything.")
        : tr("%1 of %2 used, %3 left until the end of the month.");
    words.body = sentence.arg(used, moneyText(alert.limit),
        moneyText(left.isNegative() ? Money::fromNanos(-left.nanos(), left.currency()) : left));
    if (!words.body.isEmpty())
        words.body[0] = words.body.at(0).toUpper();
    if (alert.isRepeated)
        words.body
            += QChar(u' ') + tr("(repeated: the last run ended before it could note that this was shown)");
    return words;
}

QString openBudgetLabel()
{
    return tr("Open Overview");
}

QString acknowledgeLabel()
{
    return tr("Acknowledge");
}

} // namespace tollkeeper
