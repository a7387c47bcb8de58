// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariantList>
#include <qqmlregistration.h>

namespace tollkeeper {

//! What the Overview's panels show, as finished texts plus shares (0 to 1 and above) for lengths. Plain
//! values; every text may hold what a server sent and is shown as plain text only.

//! The header: spent, budget, pace. An empty text means: not known, leave it out.
struct HeaderFigures {
    Q_GADGET
    QML_VALUE_TYPE(headerFigures)
    Q_PROPERTY(QString asOf MEMBER asOf)
    Q_PROPERTY(QString month MEMBER month)
    Q_PROPERTY(QString spent MEMBER spent)
    Q_PROPERTY(bool isAtLeast MEMBER isAtLeast)
    Q_PROPERTY(QString budget MEMBER budget)
    Q_PROPERTY(bool isOver MEMBER isOver)
    Q_PROPERTY(QString distance MEMBER distance)
    Q_PROPERTY(bool countsByok MEMBER countsByok)
    Q_PROPERTY(QString used MEMBER used)
    Q_PROPERTY(double usedShare MEMBER usedShare)
    Q_PROPERTY(QString forecast MEMBER forecast)
    Q_PROPERTY(double forecastShare MEMBER forecastShare)
    Q_PROPERTY(double forecastLowShare MEMBER forecastLowShare)
    Q_PROPERTY(double forecastHighShare MEMBER forecastHighShare)
    Q_PROPERTY(QString forecastNote MEMBER forecastNote)
    Q_PROPERTY(QString gone MEMBER gone)
    Q_PROPERTY(double goneShare MEMBER goneShare)
    Q_PROPERTY(QString today MEMBER today)
    Q_PROPERTY(QString usualDay MEMBER usualDay)
    Q_PROPERTY(QString lastSevenDays MEMBER lastSevenDays)
    Q_PROPERTY(QString lastMonth MEMBER lastMonth)
    Q_PROPERTY(QString lastMonthSpent MEMBER lastMonthSpent)
    Q_PROPERTY(QString byok MEMBER byok)
    Q_PROPERTY(QString otherCurrencies MEMBER otherCurrencies)

public:
    QString asOf; //!< "Thu 18 June, 14:32 UTC"
    QString month; //!< "June"
    QString spent;
    bool isAtLeast = false;
    QString budget;
    bool isOver = false;
    QString distance; //!< what is left, or by how much it is over
    bool countsByok = false; //!< the budget counts more than `spent`
    QString used; //!< "62.4%"
    double usedShare = 0;
    QString forecast; //!< "103.8% (101 to 111%)" of the budget; empty: no forecast or no budget
    double forecastShare = 0;
    double forecastLowShare = 0;
    double forecastHighShare = 0;
    QString forecastNote; //!< what moves it most, and how far off forecasts of last month were
    QString gone; //!< "58.7%" of the month
    double goneShare = 0;
    QString today;
    QString usualDay; //!< a whole day
    QString lastSevenDays;
    QString lastMonth; //!< "May"
    QString lastMonthSpent;
    QString byok;
    QString otherCurrencies; //!< "¥1,774.00, €3.10"
};

//! The line under the header; shown while `lead` is not empty.
struct WarningLine {
    Q_GADGET
    QML_VALUE_TYPE(warningLine)
    Q_PROPERTY(bool isCritical MEMBER isCritical)
    Q_PROPERTY(QString lead MEMBER lead)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(QString note MEMBER note)

public:
    bool isCritical = false;
    QString lead;
    QString text;
    QString note;
};

//! One account, in the sidebar and in Balances.
struct AccountRow {
    Q_GADGET
    QML_VALUE_TYPE(accountRow)
    Q_PROPERTY(QString id MEMBER id)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString mark MEMBER mark)
    Q_PROPERTY(QString state MEMBER state)
    Q_PROPERTY(QString problem MEMBER problem)
    Q_PROPERTY(QString age MEMBER age)
    Q_PROPERTY(bool isStale MEMBER isStale)
    Q_PROPERTY(QString detail MEMBER detail)
    Q_PROPERTY(QString balance MEMBER balance)
    Q_PROPERTY(bool hasBalance MEMBER hasBalance)
    Q_PROPERTY(QString asOf MEMBER asOf)

public:
    QString id;
    QString name;
    QString mark; //!< name of the mark: "ok", "stale", "warn", "failed", "off"
    QString state; //!< the same in words
    QString problem; //!< sentence about the last poll; empty: none
    QString age; //!< of its figures: "2 min"
    bool isStale = false;
    QString detail; //!< "OpenRouter, $5,405 in June"
    QString balance; //!< amount, "unknown" or "not offered"
    bool hasBalance = false;
    QString asOf; //!< "14:30"; empty: never
};

//! One API key in Top keys.
struct TopKeyRow {
    Q_GADGET
    QML_VALUE_TYPE(topKeyRow)
    Q_PROPERTY(QString id MEMBER id)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString account MEMBER account)
    Q_PROPERTY(QString today MEMBER today)
    Q_PROPERTY(QString month MEMBER month)
    Q_PROPERTY(QString cap MEMBER cap)
    Q_PROPERTY(bool hasCapShare MEMBER hasCapShare)
    Q_PROPERTY(double capShare MEMBER capShare)

public:
    QString id;
    QString name;
    QString account;
    QString today;
    QString month;
    QString cap; //!< "65%", "no cap" or "unknown"
    bool hasCapShare = false;
    double capShare = 0;
};

//! One alert in Alerts.
struct AlertRow {
    Q_GADGET
    QML_VALUE_TYPE(alertRow)
    Q_PROPERTY(QString id MEMBER id)
    Q_PROPERTY(QString mark MEMBER mark)
    Q_PROPERTY(QString severity MEMBER severity)
    Q_PROPERTY(bool isCritical MEMBER isCritical)
    Q_PROPERTY(bool isOpen MEMBER isOpen)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString detail MEMBER detail)
    Q_PROPERTY(QString time MEMBER time)

public:
    QString id;
    QString mark; //!< kind of Mark: "critical", "warn", "info"
    QString severity; //!< the same in a word
    bool isCritical = false;
    bool isOpen = true;
    QString title;
    QString detail;
    QString time; //!< "14:20" today, else "16 Jun"
};

} // namespace tollkeeper
