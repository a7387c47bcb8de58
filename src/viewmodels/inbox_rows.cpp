// SPDX-License-Identifier: GPL-3.0-or-later
#include "viewmodels/inbox_rows.h"

#include "base/translation_contexts.h"
#include "domain/zone_days.h"
#include "words/alert_words.h"
#include "words/figures.h"

#include <QLocale>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

QString snoozeText(const Alert &alert, const QTimeZone &zone)
{
    if (!alert.snoozedUntil)
        return texts::Inbox::tr("snoozed until it changes");
    const auto local = alert.snoozedUntil->toTimeZone(zone);
    const auto day = dayText(local.date());
    //: %1 is a day: "Mon 22 June"
    return local.time() == QTime(0, 0)
        ? texts::Inbox::tr("snoozed until %1").arg(day)
        //: %1 is a day, %2 a time
        : texts::Inbox::tr("snoozed until %1 %2").arg(day, timeText(*alert.snoozedUntil, zone));
}

QString iconOf(AlertState state)
{
    switch (state) {
    case AlertState::Snoozed:
        return u"snooze"_s;
    case AlertState::Acknowledged:
        return u"check"_s;
    case AlertState::Resolved:
        return u"okc"_s;
    case AlertState::Firing:
        break;
    }
    return {};
}

} // namespace

QString dayAndTimeText(const QDateTime &moment, const QTimeZone &zone)
{
    return QLocale().toString(localDay(moment, zone), u"d MMMM"_s) + u' ' + timeText(moment, zone);
}

QString markOf(AlertSeverity severity)
{
    switch (severity) {
    case AlertSeverity::Critical:
        return u"critical"_s;
    case AlertSeverity::Warning:
        return u"warn"_s;
    case AlertSeverity::Info:
        break;
    }
    return u"info"_s;
}

QString stateText(const Alert &alert, const QTimeZone &zone)
{
    switch (alert.state) {
    case AlertState::Snoozed:
        return snoozeText(alert, zone);
    case AlertState::Acknowledged:
        //: %1 is a day and a time
        return alert.acknowledgedAt
            ? texts::Inbox::tr("acknowledged %1").arg(dayAndTimeText(*alert.acknowledgedAt, zone))
            : texts::Inbox::tr("acknowledged");
    case AlertState::Resolved:
        //: %1 is a day and a time
        return alert.resolvedAt
            ? texts::Inbox::tr("over since %1").arg(dayAndTimeText(*alert.resolvedAt, zone))
            : texts::Inbox::tr("over");
    case AlertState::Firing:
        break;
    }
    return {};
}

QList<InboxRow> inboxRows(const Inbox &inbox)
{
    QList<InboxRow> rows;
    QDate day;
    for (const auto &alert : inbox.alerts) {
        const auto words = wordsFor(alert, inbox.zone);
        const auto raisedOn = localDay(alert.raisedAt, inbox.zone);
        InboxRow row;
        row.id = QString::number(alert.id.value());
        row.day = dayText(raisedOn);
        row.isFirstOfDay = raisedOn != day;
        row.mark = markOf(alert.severity);
        row.severity = severityText(alert.severity);
        row.title = words.title;
        row.line = words.line;
        row.time = timeText(alert.raisedAt, inbox.zone);
        row.state = stateText(alert, inbox.zone);
        row.stateIcon = iconOf(alert.state);
        row.isOpen = alert.state == AlertState::Firing;
        rows.append(row);
        day = raisedOn;
    }
    return rows;
}

} // namespace tollkeeper
