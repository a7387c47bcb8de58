// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/key_detail_lines.h"

#include "base/translation_contexts.h"
#include "viewmodels/key_cells.h"
#include "words/figures.h"
#include "words/hygiene_words.h"
#include "words/key_event_words.h"
#include "words/key_figures.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int RotationSteps = 6;

KeyBanner banner(
    const QString &tone, const QString &icon, const QString &lead, const QString &text, const QString &action)
{
    KeyBanner banner;
    banner.tone = tone;
    banner.icon = icon;
    banner.lead = lead;
    banner.text = text;
    banner.action = action;
    return banner;
}

//! The time of day, and the day where it is not that of the answer.
QString shortMoment(const QDateTime &moment, const KeyView &view)
{
    const bool isToday = localDay(moment, view.zone) == localDay(view.asOf, view.zone);
    return isToday ? timeText(moment, view.zone) : momentText(moment, view.asOf, view.zone);
}

KeyBanner rotationBanner(const KeyView &view)
{
    const auto &rotation = *view.row.rotation;
    //: %1 is the number of a step, %2 how many there are
    const auto lead = texts::Keys::tr("Rotation in progress, step %1 of %2.")
                          .arg(stepNumber(rotation.step))
                          .arg(RotationSteps);
    auto text = texts::Keys::tr("Both keys work until you disable the old one.");
    if (rotation.waitUntil && *rotation.waitUntil > view.asOf)
        //: %1 is a moment
        text
            = texts::Keys::tr("Put off until %1.").arg(momentText(*rotation.waitUntil, view.asOf, view.zone));
    else if (rotation.step == RotationStep::Delete)
        text = texts::Keys::tr("The old key is disabled and can be enabled again.");
    return banner(u"info"_s, u"rotate"_s, lead, text, u"continue"_s);
}

KeyBanner expiryBanner(const KeyView &view, bool isExpired)
{
    const auto local = view.row.key.expiresAt->toTimeZone(view.zone);
    const auto moment = QLocale().toString(local.date(), u"ddd d MMM"_s) + u' ' + timeText(local, view.zone)
        + u' ' + zoneText(view.zone);
    const auto lead = isExpired
        //: %1 is a moment
        ? texts::Keys::tr("Expired %1.").arg(moment)
        //: %1 is a moment, %2 a duration: "in 33 hours"
        : texts::Keys::tr("Expires %1, %2.").arg(moment, remainingText(*view.row.key.expiresAt, view.asOf));
    const bool canExtend = view.row.controls.expiry == ControlOffer::Editable;
    const auto text = isExpired ? texts::Keys::tr("Requests with it are refused.")
        : canExtend             ? texts::Keys::tr("Rotate it, or give it more time below.")
                    //: %1 is a gateway
                    : texts::Keys::tr("%1 cannot extend an expiry.").arg(view.row.gatewayName);
    return banner(isExpired ? u"danger"_s : u"warn"_s, u"hour"_s, lead, text, u"rotate"_s);
}

KeyBanner overdueBanner(const KeyView &view)
{
    //: %1 is an age: "97 days"
    const auto lead = texts::Keys::tr("%1 old, rotation %2.")
                          .arg(daysText(view.row.key.bornAt().daysTo(view.asOf)),
                              dueText(*view.row.rotationDue, view.asOf));
    //: %1 is a policy: "90 days, as the workspace"
    const auto text = texts::Keys::tr("Its policy: %1.").arg(policyOf(view.row.key, view.rotationDays));
    return banner(u"warn"_s, u"rotate"_s, lead, text, u"rotate"_s);
}

QString actionFor(HygieneRule rule, const KeyControls &controls)
{
    if (rule == HygieneRule::NoOwner)
        return u"labels"_s;
    const bool isOfCap = rule == HygieneRule::Uncapped || rule == HygieneRule::AtCap;
    return isOfCap && controls.cap == ControlOffer::Editable ? u"cap"_s : QString();
}

void addDays(KeySpend &spend, const KeyView &view, const QList<Money> &days)
{
    qint64 highest = 1;
    for (const auto &day : days)
        highest = std::max(highest, day.nanos());
    for (const auto &day : days)
        spend.points.append(double(std::max<qint64>(0, day.nanos())) / double(highest));
    spend.firstDay = shortDayText(view.month.first);
    spend.lastDay = shortDayText(view.asOf.toTimeZone(view.zone).date());
    //: %1 and %2 are days, %3 is money
    spend.spoken = texts::Keys::tr("Spend by day from %1 to %2, %3 in all")
                       .arg(spend.firstDay, spend.lastDay, moneyText(view.row.month));
}

void addCap(KeySpend &spend, const KeyView &view)
{
    const auto &cap = view.row.key.cap;
    if (!cap || !cap->used) {
        spend.spent = moneyText(view.row.month);
        spend.of = cap
            //: %1 is money
            ? texts::Keys::tr("this month; cap %1, not told how much of it is used")
                  .arg(moneyText(cap->limit))
            : texts::Keys::tr("this month, no cap");
        return;
    }
    spend.spent = moneyText(*cap->used);
    const auto percent = sharePercentText(*cap->used, cap->limit).value_or(u"100%"_s);
    const auto period = capPeriodText(cap->reset);
    spend.of = period.isEmpty()
        //: %1 is money, %2 a percentage
        ? texts::Keys::tr("of %1, %2 of the cap").arg(moneyText(cap->limit), percent)
        //: %1 is money, %2 a period such as "this month", %3 a percentage
        : texts::Keys::tr("of %1 %2, %3 of the cap").arg(moneyText(cap->limit), period, percent);
    spend.hasShare = cap->limit.nanos() > 0;
    spend.share = spend.hasShare ? cap->used->approximate() / cap->limit.approximate() : 0;
    if (cap->reset == u"monthly") {
        const auto start = startOfDay(view.month.first, view.zone);
        const auto end = startOfDay(view.month.last.addDays(1), view.zone);
        spend.gone = double(start.msecsTo(view.asOf)) / double(start.msecsTo(end));
    }
}

} // namespace

QString policyOf(const ApiKey &key, int workspaceDays)
{
    const auto days = key.rotationDays.value_or(workspaceDays);
    const auto text = days > 0 ? daysText(days) : texts::Keys::tr("Never");
    //: %1 is a policy: "90 days", "Never"
    return key.rotationDays ? text : texts::Keys::tr("%1, as the workspace").arg(text);
}

KeyBanner keyBanner(const KeyView &view)
{
    if (view.row.rotation)
        return rotationBanner(view);
    if (view.row.findings.isEmpty())
        return {};
    const auto worst = view.row.findings.constFirst();
    if (worst.rule == HygieneRule::Expired || worst.rule == HygieneRule::ExpiresSoon)
        return expiryBanner(view, worst.rule == HygieneRule::Expired);
    if (worst.rule == HygieneRule::PastRotation)
        return overdueBanner(view);
    if (worst.rule > HygieneRule::Dormant)
        return {};
    const auto words = hygieneWords(worst);
    const bool isAtCap = worst.rule == HygieneRule::AtCap && capTone(view.row.key.cap) == u"danger";
    return banner(isAtCap ? u"danger"_s : u"warn"_s, u"warn"_s, words.title + u'.', words.toDo,
        actionFor(worst.rule, view.row.controls));
}

KeySpend keySpend(const KeyView &view, const QList<Money> &days)
{
    KeySpend spend;
    if (view.row.figuresAt)
        //: %1 is a moment, %2 a time zone
        spend.asOf
            = texts::Keys::tr("as of %1 %2").arg(shortMoment(*view.row.figuresAt, view), zoneText(view.zone));
    addCap(spend, view);
    addDays(spend, view, days);
    spend.today = moneyText(view.row.today);
    spend.sevenDays = moneyText(view.row.sevenDays);
    if (!view.row.monthByok.isZero())
        spend.byok = moneyText(view.row.monthByok);
    return spend;
}

QList<EventLine> eventLines(const KeyView &view, const QList<KeyEvent> &events)
{
    QList<EventLine> lines;
    for (const auto &event : events) {
        EventLine line;
        line.time = momentText(event.at, view.asOf, view.zone);
        line.text = keyEventText(event);
        lines.append(line);
    }
    return lines;
}

QList<FindingLine> findingLines(const KeyRow &row)
{
    QList<FindingLine> lines;
    for (const auto &finding : row.findings) {
        const bool isInBanner
            = !row.rotation && finding == row.findings.constFirst() && finding.rule <= HygieneRule::Dormant;
        if (isInBanner)
            continue;
        const auto words = hygieneWords(finding);
        FindingLine line;
        line.rule = toText(finding.rule);
        line.title = words.title;
        line.why = words.why;
        line.toDo = words.toDo;
        line.tone = finding.rule == HygieneRule::Expired ? u"danger"_s
            : finding.rule <= HygieneRule::Dormant       ? u"warn"_s
                                                         : QString();
        lines.append(line);
    }
    return lines;
}

} // namespace tollkeeper
