// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/spend_lines.h"

#include "base/translation_contexts.h"
#include "words/figures.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

const auto Dash = u"\u2014"_s;

QString countOrDash(std::optional<qint64> count)
{
    return count ? countText(*count) : Dash;
}

void addShare(SpendLine &line, Money part, Money whole)
{
    line.shareText = Dash;
    if (whole.nanos() <= 0)
        return;
    line.share = part.approximate() / whole.approximate();
    line.shareText = percentText(part, whole);
}

SpendLine lineOf(const SpendRow &row, const SpendTable &table)
{
    SpendLine line;
    line.name = row.name;
    line.firstDay = table.query.range.first.toString(Qt::ISODate);
    line.lastDay = table.query.range.last.toString(Qt::ISODate);
    switch (table.query.by) {
    case SpendBy::Day:
        line.name = dayText(QDate::fromString(row.name, Qt::ISODate));
        line.firstDay = line.lastDay = row.name;
        break;
    case SpendBy::Key:
        line.key = row.id > 0 ? QString::number(row.id) : QString();
        break;
    case SpendBy::Model:
        line.model = row.name;
        break;
    default:
        break;
    }
    line.spend = moneyText(row.amount.billed);
    line.byok = row.amount.byok.isZero() ? Dash : moneyText(row.amount.byok);
    line.requests = countOrDash(row.requests);
    line.input = countOrDash(row.inputTokens);
    line.output = countOrDash(row.outputTokens);
    addShare(line, row.amount.billed, table.total.billed);
    return line;
}

} // namespace

QList<SpendLine> spendLines(const SpendTable &table)
{
    QList<SpendLine> lines;
    for (const auto &row : table.rows)
        lines.append(lineOf(row, table));
    if (table.query.by == SpendBy::Day)
        std::ranges::reverse(lines);
    if (!table.notItemised.isZero()) {
        SpendLine rest;
        rest.isRest = true;
        rest.name = texts::Usage::tr("not itemised");
        rest.spend = moneyText(table.notItemised);
        rest.byok = rest.requests = rest.input = rest.output = Dash;
        addShare(rest, table.notItemised, table.total.billed);
        lines.append(rest);
    }
    return lines;
}

SpendLine totalLine(const SpendTable &table)
{
    SpendLine line;
    line.name = table.isAtLeast ? texts::Usage::tr("Total, at least") : texts::Usage::tr("Total");
    line.spend = moneyText(table.total.billed);
    line.byok = table.total.byok.isZero() ? Dash : moneyText(table.total.byok);
    line.firstDay = table.query.range.first.toString(Qt::ISODate);
    line.lastDay = table.query.range.last.toString(Qt::ISODate);
    return line;
}

QString leftOutText(const SpendTable &table)
{
    QStringList sentences;
    if (table.isAtLeast)
        sentences.append(
            texts::Usage::tr("Some accounts cannot tell, or have not told lately, all of their spend"));
    QStringList others;
    for (const auto &other : table.otherCurrencies)
        others.append(moneyText(other));
    if (!others.isEmpty())
        //: %1 is a list of amounts in other currencies
        sentences.append(texts::Usage::tr("%1 not in this total").arg(others.join(u", "_s)));
    return sentences.join(u" · "_s);
}

} // namespace tollkeeper
