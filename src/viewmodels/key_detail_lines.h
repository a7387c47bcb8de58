// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/key_reports.h"

#include <QVariantList>
#include <qqmlregistration.h>

namespace tollkeeper {

//! What the drawer of one key shows, as finished texts. Plain values; every text may hold what a server sent
//! and is shown as plain text only.

//! What is most pressing; shown while `lead` is not empty.
struct KeyBanner {
    Q_GADGET
    QML_VALUE_TYPE(keyBanner)
    Q_PROPERTY(QString tone MEMBER tone)
    Q_PROPERTY(QString icon MEMBER icon)
    Q_PROPERTY(QString lead MEMBER lead)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(QString action MEMBER action)

public:
    QString tone; //!< "info", "warn", "danger"
    QString icon;
    QString lead;
    QString text;
    QString action; //!< "rotate", "continue", "cap", "labels"; empty: none
};

//! Spend against the cap, or of the month where there is none.
struct KeySpend {
    Q_GADGET
    QML_VALUE_TYPE(keySpend)
    Q_PROPERTY(QString asOf MEMBER asOf)
    Q_PROPERTY(QString spent MEMBER spent)
    Q_PROPERTY(QString of MEMBER of)
    Q_PROPERTY(bool hasShare MEMBER hasShare)
    Q_PROPERTY(double share MEMBER share)
    Q_PROPERTY(double gone MEMBER gone)
    Q_PROPERTY(QVariantList points MEMBER points)
    Q_PROPERTY(QString firstDay MEMBER firstDay)
    Q_PROPERTY(QString lastDay MEMBER lastDay)
    Q_PROPERTY(QString today MEMBER today)
    Q_PROPERTY(QString sevenDays MEMBER sevenDays)
    Q_PROPERTY(QString byok MEMBER byok)
    Q_PROPERTY(QString spoken MEMBER spoken)

public:
    QString asOf; //!< "as of 14:30 UTC"; empty: never polled
    QString spent;
    QString of; //!< "of $1,500.00 this month, 47% of the cap"
    bool hasShare = false;
    double share = 0;
    double gone = -1; //!< share of the cap's month that has gone by; negative: not of a month
    QVariantList points; //!< of double, 0 to 1 of the dearest day; empty: not known yet
    QString firstDay; //!< "1 Jun"
    QString lastDay;
    QString today;
    QString sevenDays;
    QString byok; //!< empty: none
    QString spoken; //!< the chart as a sentence
};

//! One limit or control with what can be done about it.
struct ControlLine {
    Q_GADGET
    QML_VALUE_TYPE(controlLine)
    Q_PROPERTY(QString control MEMBER control)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString value MEMBER value)
    Q_PROPERTY(QString ending MEMBER ending)
    Q_PROPERTY(QString endingText MEMBER endingText)
    Q_PROPERTY(bool isOn MEMBER isOn)

public:
    QString control; //!< "cap", "byok", "enabled", "models", "addresses", "expiry", "windows", "rotation"
    QString name;
    QString value;
    QString ending; //!< "edit", "switch", "site", "creation", "none"
    QString endingText;
    bool isOn = false; //!< of a switch
};

//! One line of the history.
struct EventLine {
    Q_GADGET
    QML_VALUE_TYPE(eventLine)
    Q_PROPERTY(QString time MEMBER time)
    Q_PROPERTY(QString text MEMBER text)

public:
    QString time;
    QString text;
};

//! One finding of the hygiene report.
struct FindingLine {
    Q_GADGET
    QML_VALUE_TYPE(findingLine)
    Q_PROPERTY(QString rule MEMBER rule)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString why MEMBER why)
    Q_PROPERTY(QString toDo MEMBER toDo)
    Q_PROPERTY(QString tone MEMBER tone)

public:
    QString rule; //!< as in `tollkeeperctl key check --json`
    QString title;
    QString why;
    QString toDo;
    QString tone; //!< "danger", "warn", ""
};

//! What of the table a key's details need: `days` may not be known yet.
struct KeyView {
    const KeyRow &row;
    QDateTime asOf; //!< UTC
    QTimeZone zone;
    DayRange month;
    int rotationDays = 0;
    bool hasKeysPage = false;
};

[[nodiscard]] KeyBanner keyBanner(const KeyView &view);
[[nodiscard]] KeySpend keySpend(const KeyView &view, const QList<Money> &days);
[[nodiscard]] QList<ControlLine> controlLines(const KeyView &view);
[[nodiscard]] QList<EventLine> eventLines(const KeyView &view, const QList<KeyEvent> &events);
//! Without what the banner says already.
[[nodiscard]] QList<FindingLine> findingLines(const KeyRow &row);
//! The age at which a key is to be rotated: "90 days, as the workspace", "Never".
[[nodiscard]] QString policyOf(const ApiKey &key, int workspaceDays);

} // namespace tollkeeper
