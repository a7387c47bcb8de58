// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/alert_message.h"

#include <QList>
#include <QString>
#include <QTimeZone>

namespace tollkeeper {

//! Where a step of "What to do" leads.
enum class AlertAction : std::uint8_t {
    None, //!< nothing to press
    OpenBudget,
    OpenForecast,
    OpenKey,
    OpenAccount,
    OpenUsage,
    OpenRequests,
    OpenHealth,
    OpenRule,
    StartRotation,
    LabelKey,
    OpenInbox,
};

struct AlertStep {
    QString title;
    QString note;
    AlertAction action = AlertAction::None;
    QString button; //!< its label; empty where there is nothing to press
};

struct AlertFigure {
    QString label;
    QString value;
};

//! An alert in words. Plain text; server text in it (names, causes) is not markup.
struct AlertWords {
    QString title; //!< what and where, with the number
    QString line; //!< one line for the list
    QString body; //!< the consequence and the date: used and left, in words
    QString whatHappened;
    QString whyItMatters;
    QList<AlertStep> steps; //!< two or three
    QList<AlertFigure> figures; //!< at most four
};
//! `zone`: the reporting zone, for dates and times.
[[nodiscard]] AlertWords wordsFor(const Alert &alert, const QTimeZone &zone);
//! The notice that it is over: "Chuizi.AI · lab answers again".
[[nodiscard]] AlertWords wordsForResolved(const Alert &alert, const QTimeZone &zone);
//! The one notice of several: "3 more alerts", or "3 alerts are over", and their names.
[[nodiscard]] AlertWords wordsForBundle(const QList<Alert> &alerts, NoticeReason reason);

//! What channels say of an alert, and of several together.
[[nodiscard]] AlertMessage messageFor(const Alert &alert, NoticeReason reason, const QTimeZone &zone);
[[nodiscard]] AlertMessage bundleMessageFor(const QList<Alert> &alerts, NoticeReason reason);

//! What an entry of an alert's history says: "acknowledged", "snoozed until Mon 22 June".
[[nodiscard]] QString wordsFor(const AlertEvent &event, const QTimeZone &zone);
//! What became of a notice: "sent", "waiting, tried 3 times: the server did not answer".
[[nodiscard]] QString wordsFor(const Delivery &delivery, const QTimeZone &zone);
[[nodiscard]] QString severityText(AlertSeverity severity);
[[nodiscard]] QString kindText(AlertKind kind); //!< name of the rule: "Spend spike"
[[nodiscard]] QString channelKindText(ChannelKind kind); //!< "Slack", "E-mail"

//! Labels of a notification's buttons.
[[nodiscard]] QString openLabel();
[[nodiscard]] QString acknowledgeLabel();
[[nodiscard]] QString snoozeLabel(); //!< "Snooze 1 day"

} // namespace tollkeeper
