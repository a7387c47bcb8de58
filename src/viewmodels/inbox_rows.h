// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/alert_reports.h"

#include <QString>
#include <qqmlregistration.h>

namespace tollkeeper {

//! One alert in the list of the inbox, as finished texts; names in it may be a server's: plain text only.
struct InboxRow {
    Q_GADGET
    QML_VALUE_TYPE(inboxRow)
    Q_PROPERTY(QString id MEMBER id)
    Q_PROPERTY(QString day MEMBER day)
    Q_PROPERTY(bool isFirstOfDay MEMBER isFirstOfDay)
    Q_PROPERTY(QString mark MEMBER mark)
    Q_PROPERTY(QString severity MEMBER severity)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString line MEMBER line)
    Q_PROPERTY(QString time MEMBER time)
    Q_PROPERTY(QString state MEMBER state)
    Q_PROPERTY(QString stateIcon MEMBER stateIcon)
    Q_PROPERTY(bool isOpen MEMBER isOpen)

public:
    QString id;
    QString day; //!< of the reporting zone: "Thu 18 June"
    bool isFirstOfDay = false; //!< the day stands above it
    QString mark; //!< kind of Mark: "critical", "warn", "info"
    QString severity; //!< the same in a word
    QString title;
    QString line;
    QString time; //!< "14:20"
    QString state; //!< "snoozed until Mon 22 June"; empty: firing
    QString stateIcon;
    bool isOpen = false; //!< firing: nobody has taken note
    friend bool operator==(const InboxRow &, const InboxRow &) = default;
};

//! The rows of the list, in the order of the inbox. Pure.
[[nodiscard]] QList<InboxRow> inboxRows(const Inbox &inbox);
//! "snoozed until Mon 22 June 08:00", "acknowledged 15 June 08:02", "over since …"; empty: firing.
[[nodiscard]] QString stateText(const Alert &alert, const QTimeZone &zone);
//! "15 June 08:02" of the zone.
[[nodiscard]] QString dayAndTimeText(const QDateTime &moment, const QTimeZone &zone);
//! Kind of the Mark that stands for a severity.
[[nodiscard]] QString markOf(AlertSeverity severity);

} // namespace tollkeeper
