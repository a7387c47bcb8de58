// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/key_sums.h"

#include "base/translation_contexts.h"
#include "words/figures.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString countText(int shown, int all)
{
    if (shown != all)
        //: %1 is how many keys are shown, %n how many there are
        return texts::Keys::tr("%1 of %n keys", nullptr, all).arg(shown);
    return shown == 1 ? texts::Keys::tr("1 key") : texts::Keys::tr("%n keys", nullptr, shown);
}

void addTo(QList<Money> &sums, Money amount)
{
    const auto known = std::ranges::find_if(
        sums, [amount](const Money &sum) { return sum.currency() == amount.currency(); });
    if (known == sums.end())
        sums.append(amount);
    else
        *known += amount;
}

} // namespace

KeySums keySums(const KeyTable &table, const QList<qsizetype> &shown)
{
    const auto nothing = Money::fromNanos(0, table.currency);
    auto today = nothing;
    auto sevenDays = nothing;
    auto month = nothing;
    QList<Money> others;
    for (const auto place : shown) {
        const auto &row = table.rows.at(place);
        if (row.currency == table.currency) {
            today += row.today;
            sevenDays += row.sevenDays;
            month += row.month;
        } else if (!row.month.isZero()) {
            addTo(others, row.month);
        }
    }
    QStringList leftOut;
    for (const auto &other : std::as_const(others))
        leftOut.append(moneyText(other));
    KeySums sums;
    sums.keys = countText(static_cast<int>(shown.size()), static_cast<int>(table.rows.size()));
    sums.today = moneyText(today);
    sums.sevenDays = moneyText(sevenDays);
    sums.month = moneyText(month);
    if (!leftOut.isEmpty())
        //: %1 is one amount or several in other currencies
        sums.leftOut = texts::Keys::tr("Not in the sums: %1").arg(leftOut.join(u", "_s));
    return sums;
}

QStringList labelValues(const QList<KeyRow> &rows, QString KeyLabels::*label)
{
    QStringList values;
    for (const auto &row : rows) {
        const auto &value = row.key.labels.*label;
        if (!value.isEmpty() && !values.contains(value))
            values.append(value);
    }
    values.sort(Qt::CaseInsensitive);
    return values;
}

} // namespace tollkeeper
