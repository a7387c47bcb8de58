// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/alert_reports.h"
#include "words/alert_words.h"

#include <QString>
#include <qqmlregistration.h>

namespace tollkeeper {

//! What the details of one alert show, as finished texts; names in them may be a server's: plain text only.

struct AlertFigureLine {
    Q_GADGET
    QML_VALUE_TYPE(alertFigureLine)
    Q_PROPERTY(QString label MEMBER label)
    Q_PROPERTY(QString value MEMBER value)

public:
    QString label;
    QString value;
};

//! One of the things to do, with a button where there is a place to go.
struct AlertStepLine {
    Q_GADGET
    QML_VALUE_TYPE(alertStepLine)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString note MEMBER note)
    Q_PROPERTY(QString button MEMBER button)
    Q_PROPERTY(QString icon MEMBER icon)
    Q_PROPERTY(int action MEMBER action)

public:
    QString title;
    QString note;
    QString button; //!< empty: nothing to press
    QString icon;
    int action = 0; //!< for AlertDetailsViewModel::follow()
};

//! A moment of an alert's history.
struct AlertEventLine {
    Q_GADGET
    QML_VALUE_TYPE(alertEventLine)
    Q_PROPERTY(QString when MEMBER when)
    Q_PROPERTY(QString text MEMBER text)

public:
    QString when; //!< "16 June 02:40"
    QString text;
};

[[nodiscard]] QList<AlertFigureLine> figureLines(const AlertWords &words);
[[nodiscard]] QList<AlertStepLine> stepLines(const AlertWords &words);
//! What happened to it and whom it was told, newest first.
[[nodiscard]] QList<AlertEventLine> eventLines(const AlertDetails &details, const QTimeZone &zone);
//! "Fallback rate rule, raised Tue 16 June 02:40 UTC, still true".
[[nodiscard]] QString alertLead(const Alert &alert, const QTimeZone &zone);
//! "Desktop notification sent 16 June 02:40. True at the last poll, 14:30."
[[nodiscard]] QString noticeText(const AlertDetails &details, const QTimeZone &zone);
//! Links at the foot: the requests that are meant, the budget or rule that raised it.
[[nodiscard]] QList<AlertStepLine> footLinks(const Alert &alert);

} // namespace tollkeeper
