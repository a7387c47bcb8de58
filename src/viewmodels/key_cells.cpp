// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/key_cells.h"

#include "base/translation_contexts.h"
#include "words/figures.h"
#include "words/key_figures.h"

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int RotationNoticeDays = 14;
constexpr int ExpiryNoticeDays = 7;
constexpr int LongUnusedDays = 30;
constexpr qint64 WarnPercent = 80;

const auto Dash = u"\u2014"_s;

QString joined(const QStringList &parts)
{
    auto filled = parts;
    filled.removeAll(QString());
    return filled.join(u", "_s);
}

QString orDash(const QString &text)
{
    return text.isEmpty() ? Dash : text;
}

void addWho(KeyCells &cells, const KeyRow &row)
{
    const auto &key = row.key;
    cells.id = QString::number(key.id.value());
    cells.name = key.name;
    cells.account = row.accountName;
    cells.place = joined({key.labels.environment, row.accountName});
    cells.tail = joined({keyTail(key.masked), row.accountName});
    QStringList holders{row.accountName, key.labels.team, key.labels.owner};
    holders.removeAll(QString());
    cells.belongsTo = holders.join(u"  /  "_s);
    cells.environment = key.labels.environment;
    cells.isProduction = isProduction(key.labels.environment);
    cells.team = key.labels.team;
    cells.owner = key.labels.owner;
    cells.isUnowned = key.labels.owner.isEmpty();
    cells.tags = key.labels.tags.join(u", "_s);
    cells.isDisabled = key.isDisabled;
    cells.holdsSecret = key.holdsSecret();
    cells.isStale = row.isStale;
}

//! The figure beside the cap is what counts against it: that of its own period.
void addCap(KeyCells &cells, const KeyRow &row)
{
    const auto &cap = row.key.cap;
    cells.spent = moneyText(row.month);
    if (!cap) {
        const bool isMissing = row.marks.cap == HygieneMark::Missing;
        cells.capNote = isMissing ? texts::Keys::tr("No cap")
                                  : texts::Keys::tr("Cap: %1").arg(markWords(row.marks.cap));
        cells.capTone = isMissing ? u"danger"_s : QString();
        cells.resets = Dash;
        return;
    }
    cells.hasCap = true;
    cells.resets = resetText(cap->reset);
    //: %1 is money
    cells.capOf = texts::Keys::tr("of %1").arg(limitText(cap->limit));
    cells.capTone = capTone(cap);
    if (!cap->used) {
        cells.spent = texts::Keys::tr("unknown");
        return;
    }
    cells.spent = moneyText(*cap->used);
    if (cap->reset == u"daily" || cap->reset == u"weekly")
        //: %1 is money, %2 a period: "$111.63 this week"
        cells.spent = texts::Keys::tr("%1 %2").arg(cells.spent, capPeriodText(cap->reset));
    if (const auto percent = sharePercentText(*cap->used, cap->limit)) {
        cells.capPercent = *percent;
        cells.capShare = cap->used->approximate() / cap->limit.approximate();
    }
}

void addSpend(KeyCells &cells, const KeyRow &row)
{
    cells.today = moneyText(row.today);
    cells.sevenDays = moneyText(row.sevenDays);
    cells.month = moneyText(row.month);
}

void addTimes(KeyCells &cells, const KeyRow &row, const QDateTime &asOf, const QTimeZone &zone)
{
    cells.lastUsed = row.lastUsedAt ? lastUsedText(*row.lastUsedAt, asOf)
                                    : texts::Keys::tr("never seen", "a key in use");
    if (row.lastUsedAt && row.lastUsedAt->daysTo(asOf) >= LongUnusedDays)
        cells.lastUsedTone = u"warn"_s;
    const auto born = row.key.bornAt();
    cells.age = born.isValid() ? daysText(born.daysTo(asOf)) : texts::Keys::tr("unknown");
    if (row.rotation) {
        //: %1 is the number of a step
        cells.rotation = texts::Keys::tr("Rotating, step %1").arg(stepNumber(row.rotation->step));
    } else if (row.rotationDue) {
        cells.rotation = dueText(*row.rotationDue, asOf);
        const auto days = asOf.daysTo(*row.rotationDue);
        cells.rotationTone = days < 0 ? u"danger"_s : days <= RotationNoticeDays ? u"warn"_s : QString();
    } else {
        cells.rotation = Dash;
    }
    cells.expires = row.key.expiresAt ? shortDayText(row.key.expiresAt->toTimeZone(zone).date())
        : row.marks.expiry == HygieneMark::NotOffered ? Dash
                                                      : texts::Keys::tr("None", "a key has no expiry");
    if (row.key.expiresAt) {
        const auto days = asOf.daysTo(*row.key.expiresAt);
        cells.expiresTone = *row.key.expiresAt <= asOf ? u"danger"_s
            : days <= ExpiryNoticeDays                 ? u"warn"_s
                                                       : QString();
    }
}

HygieneCell markCell(const QString &icon, const QString &name, HygieneMark mark)
{
    HygieneCell cell;
    cell.icon = icon;
    cell.state = toText(mark);
    //: %1 is a protection of a key, %2 whether it is in place
    cell.label = texts::Keys::tr("%1: %2").arg(name, markWords(mark));
    return cell;
}

void addHygiene(KeyCells &cells, const HygieneMarks &marks)
{
    const auto missing = marks.offered() - marks.set();
    cells.hygiene = marks.offered() == 0 ? Dash : u"%1/%2"_s.arg(marks.set()).arg(marks.offered());
    cells.hygieneTone = marks.offered() == 0 ? QString()
        : missing == 0                       ? u"ok"_s
        : missing == 1                       ? u"warn"_s
                                             : u"danger"_s;
    for (const auto &cell : {markCell(u"cap"_s, texts::Keys::tr("Spending cap"), marks.cap),
             markCell(u"net"_s, texts::Keys::tr("IP allowlist"), marks.addresses),
             markCell(u"cube"_s, texts::Keys::tr("Model allowlist"), marks.models),
             markCell(u"hour"_s, texts::Keys::tr("Expiry"), marks.expiry)})
        cells.marks.append(QVariant::fromValue(cell));
}

QString spokenText(const KeyCells &cells)
{
    QStringList parts{cells.name, cells.place, cells.month};
    if (!cells.capPercent.isEmpty())
        //: %1 is a percentage
        parts.append(texts::Keys::tr("%1 of cap").arg(cells.capPercent));
    else if (!cells.capNote.isEmpty())
        parts.append(cells.capNote);
    if (cells.rotation != Dash)
        //: %1 is when a rotation is due: "in 41 days"
        parts.append(texts::Keys::tr("rotation %1").arg(cells.rotation));
    //: %1 is a count such as "3/4"
    parts.append(texts::Keys::tr("hygiene %1").arg(cells.hygiene));
    if (cells.isDisabled)
        parts.append(texts::Keys::tr("disabled"));
    return joined(parts);
}

} // namespace

QString capTone(const std::optional<Cap> &cap)
{
    if (!cap || !cap->used || cap->limit.nanos() <= 0)
        return {};
    if (cap->used->nanos() >= cap->limit.nanos())
        return u"danger"_s;
    return cap->used->nanos() / WarnPercent >= cap->limit.nanos() / 100 ? u"warn"_s : QString();
}

int stepNumber(RotationStep step)
{
    return std::min(static_cast<int>(step), static_cast<int>(RotationStep::Delete)) + 1;
}

KeyCells keyCells(const KeyRow &row, const QDateTime &asOf, const QTimeZone &zone)
{
    KeyCells cells;
    addWho(cells, row);
    addSpend(cells, row);
    addCap(cells, row);
    addTimes(cells, row, asOf, zone);
    addHygiene(cells, row.marks);
    cells.spoken = spokenText(cells);
    return cells;
}

QString copiedText(const KeyCells &cells)
{
    QStringList texts{cells.name, cells.account, cells.tail.section(u", "_s, 0, 0), cells.environment,
        cells.team, cells.owner, cells.tags, cells.today, cells.sevenDays, cells.month,
        cells.hasCap ? joined({cells.spent, cells.capOf}) : cells.capNote, cells.resets, cells.lastUsed,
        cells.age, cells.rotation, cells.expires, cells.hygiene};
    for (auto &text : texts)
        text = orDash(text.simplified()); // a tab inside a name would shift the columns
    return texts.join(u'\t');
}

} // namespace tollkeeper
