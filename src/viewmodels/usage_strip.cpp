// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/usage_strip.h"

#include "base/translation_contexts.h"
#include "words/figures.h"

#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

const auto Dash = u"\u2014"_s;
constexpr qint64 Cent = 10'000'000; // nanos

void addItemised(UsageStrip &strip, const UsageSummary &summary)
{
    strip.itemised = Dash;
    if (!summary.ledgerTotal)
        return;
    if (summary.ledgerTotal->nanos() > 0)
        strip.itemised = percentText(summary.spend, *summary.ledgerTotal);
    //: %1 is money
    strip.itemisedSpend = texts::Usage::tr("%1 of spend").arg(moneyText(summary.spend));
}

QString missingText(const UsageSummary &summary)
{
    QStringList sentences;
    if (summary.ledgerTotal) {
        const auto missing = *summary.ledgerTotal - summary.spend;
        if (missing.nanos() >= Cent)
            //: %1 is money
            sentences.append(texts::Usage::tr("%1 arrives only as totals and is not in these rows")
                                 .arg(moneyText(missing)));
        else if (missing.nanos() <= -Cent)
            //: %1 is money
            sentences.append(texts::Usage::tr("These rows cost %1 more than the gateways' own totals")
                                 .arg(moneyText(summary.spend - *summary.ledgerTotal)));
    }
    if (summary.unpriced == 1)
        sentences.append(texts::Usage::tr("1 row has no known cost"));
    else if (summary.unpriced > 1)
        //: %1 is a count of rows
        sentences.append(texts::Usage::tr("%1 rows have no known cost").arg(countText(summary.unpriced)));
    if (!summary.byok.isZero())
        //: %1 is money
        sentences.append(
            texts::Usage::tr("%1 BYOK, billed by providers, is apart").arg(moneyText(summary.byok)));
    QStringList others;
    for (const auto &other : summary.otherCurrencies)
        others.append(moneyText(other));
    if (!others.isEmpty())
        //: %1 is a list of amounts in other currencies
        sentences.append(texts::Usage::tr("%1 not in this total").arg(others.join(u", "_s)));
    return sentences.join(u" · "_s);
}

QString shareOrDash(qint64 part, qint64 whole)
{
    return whole > 0 ? percentText(part, whole) : Dash;
}

} // namespace

UsageStrip usageStrip(const UsageSummary &summary, const std::optional<UsageTimes> &times)
{
    UsageStrip strip;
    strip.spend = moneyText(summary.ledgerTotal.value_or(summary.spend));
    strip.isAtLeast = !summary.ledgerTotal && summary.unpriced > 0;
    strip.requests = countText(summary.requests);
    strip.perSuccess = summary.costPerSuccess ? requestMoneyText(*summary.costPerSuccess) : Dash;
    strip.fellBack = shareOrDash(summary.fellBack, summary.requests);
    strip.failed = shareOrDash(summary.failed, summary.requests);
    if (summary.requests > 0) {
        strip.fellBackCount = countText(summary.fellBack);
        strip.failedCount = countText(summary.failed);
    }
    strip.incomplete = countText(summary.incomplete);
    strip.median = times && times->medianMs ? durationText(*times->medianMs, 1) : Dash;
    if (times && times->p95Ms)
        //: %1 is a duration that 95 of 100 requests stay under
        strip.slowest = texts::Usage::tr("p95 %1").arg(durationText(*times->p95Ms, 1));
    addItemised(strip, summary);
    strip.missing = missingText(summary);
    return strip;
}

} // namespace tollkeeper
