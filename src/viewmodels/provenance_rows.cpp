// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/provenance_rows.h"

#include "base/translation_contexts.h"
#include "words/figures.h"

#include <QLocale>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr qsizetype NamedKeys = 6;

const QTimeZone &utcZone()
{
    static const auto utc = QTimeZone::utc();
    return utc;
}

QString momentText(const QDateTime &moment, const QTimeZone &zone)
{
    return shortDayText(localDay(moment, zone)) + u' ' + timeText(moment, zone);
}

QString windowText(const QDateTime &start, const QDateTime &end, const QTimeZone &zone)
{
    //: %1 and %2 are moments, %3 a time zone
    return texts::Provenance::tr("%1 to %2, %3")
        .arg(momentText(start, zone), momentText(end, zone), zoneText(zone));
}

QString daysText(const DayRange &days)
{
    if (days.first == days.last)
        return dayText(days.first);
    //: %1 and %2 are days, both included
    return texts::Provenance::tr("%1 to %2").arg(shortDayText(days.first), shortDayText(days.last));
}

QString keysText(const QStringList &names)
{
    if (names.isEmpty())
        return texts::Provenance::tr("not told");
    const auto text = names.first(std::min(names.size(), NamedKeys)).join(u", "_s);
    const auto more = static_cast<int>(names.size() - NamedKeys);
    //: %1 is a list of keys, %2 how many more there are
    return more > 0 ? texts::Provenance::tr("%1 and %2 more").arg(text).arg(more) : text;
}

QString certaintyText(ProvenanceLine::Certainty certainty)
{
    switch (certainty) {
    case ProvenanceLine::Certainty::Billed:
        return texts::Provenance::tr("billed");
    case ProvenanceLine::Certainty::Derived:
        return texts::Provenance::tr("worked out from counters");
    case ProvenanceLine::Certainty::Estimated:
        break;
    }
    return texts::Provenance::tr("estimated, cut at midnight");
}

QString labelOf(const ProvenanceLine &line)
{
    QStringList labels;
    if (line.isUtcDays)
        labels.append(texts::Provenance::tr("UTC day, cannot be split"));
    if (!line.onMiddleDay.isZero())
        //: %1 is money
        labels.append(
            texts::Provenance::tr("%1 of it lies across midnight and stands on the day of its middle")
                .arg(moneyText(line.onMiddleDay)));
    if (!line.byok.isZero())
        //: %1 is money
        labels.append(texts::Provenance::tr("%1 BYOK beside it").arg(moneyText(line.byok)));
    return labels.join(u". "_s);
}

QString restatementText(const RestatementLine &line, const QTimeZone &zone)
{
    //: %1 is an account, %2 a day, %3 and %4 money, %5 a moment, %6 a time zone
    return texts::Provenance::tr("%1 changed %2 (UTC) from %3 to %4; noticed %5 %6")
        .arg(line.accountName, shortDayText(line.utcDay), moneyText(line.before), moneyText(line.after),
            momentText(line.noticedAt, zone), zoneText(zone));
}

} // namespace

ProvenanceCard provenanceCard(const Provenance &provenance)
{
    ProvenanceCard card;
    const auto zone = provenance.zone.isValid() ? provenance.zone : utcZone();
    card.total = moneyText(provenance.total);
    card.isAtLeast = !provenance.silentAccounts.isEmpty();
    card.days = daysText(provenance.query.days);
    card.utcWindow = windowText(provenance.windowStart, provenance.windowEnd, utcZone());
    if (zoneText(zone) != zoneText(utcZone()))
        card.localWindow = windowText(provenance.windowStart, provenance.windowEnd, zone);
    card.zone = zoneText(zone);
    card.keys = keysText(provenance.keyNames);
    // Never rounded up to a whole that it is not.
    const auto percent = std::floor(provenance.covered * 1000) / 10;
    //: %1 is a percentage
    card.covered
        = texts::Provenance::tr("%1% of this time, up to now").arg(QLocale().toString(percent, 'f', 1));
    if (card.isAtLeast)
        //: %1 is a list of accounts
        card.silent = texts::Provenance::tr("%1 cannot tell all of its spend")
                          .arg(provenance.silentAccounts.join(u", "_s));
    card.asOf = momentText(provenance.asOf, zone) + u' ' + zoneText(zone);
    for (const auto &line : provenance.restatements)
        card.restatements.append(restatementText(line, zone));
    return card;
}

QList<SourceLine> sourceLines(const Provenance &provenance)
{
    const auto zone = provenance.zone.isValid() ? provenance.zone : utcZone();
    QList<SourceLine> lines;
    for (const auto &source : provenance.lines) {
        SourceLine line;
        line.account = source.accountName + u", "_s + source.gatewayName;
        line.endpoint = source.endpoint;
        line.isBilled = source.certainty == ProvenanceLine::Certainty::Billed;
        line.certainty = certaintyText(source.certainty);
        line.amount = (line.isBilled ? QString() : u"≈ "_s) + moneyText(source.amount);
        line.window = windowText(source.firstStart, source.lastEnd, source.isUtcDays ? utcZone() : zone);
        //: %1 is a moment, %2 a time zone
        line.fetched
            = texts::Provenance::tr("fetched %1 %2").arg(momentText(source.fetchedAt, zone), zoneText(zone));
        line.label = labelOf(source);
        lines.append(line);
    }
    return lines;
}

} // namespace tollkeeper
