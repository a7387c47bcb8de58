// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/rule_service.h"

#include <QTimeZone>
#include <QVariantList>
#include <qqmlregistration.h>

namespace tollkeeper {

//! A part of a rule's sentence: words, or a value that can be changed.
struct RulePiece {
    Q_GADGET
    QML_VALUE_TYPE(rulePiece)
    Q_PROPERTY(QString text MEMBER text)
    Q_PROPERTY(bool isValue MEMBER isValue)
    Q_PROPERTY(int place MEMBER place)
    Q_PROPERTY(QStringList options MEMBER options)
    Q_PROPERTY(QString bounds MEMBER bounds)
    Q_PROPERTY(bool isWrong MEMBER isWrong)

public:
    QString text;
    bool isValue = false;
    int place = 0; //!< of the parameter, counted from 0
    QStringList options; //!< of a value that is chosen, such as a weekday; empty: it is typed
    QString bounds; //!< "5 min to 1440 min"
    bool isWrong = false; //!< what is typed is no value, or out of bounds
};

//! One row of the list of rules as finished texts. Names may hold what a server sent: plain text only.
struct RuleCells {
    Q_GADGET
    QML_VALUE_TYPE(ruleCells)
    Q_PROPERTY(QString icon MEMBER icon)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QVariantList pieces MEMBER pieces)
    Q_PROPERTY(QString severity MEMBER severity)
    Q_PROPERTY(QString tone MEMBER tone)
    Q_PROPERTY(QString tellBy MEMBER tellBy)
    Q_PROPERTY(QString lastRaised MEMBER lastRaised)
    Q_PROPERTY(bool isOn MEMBER isOn)
    Q_PROPERTY(QString spoken MEMBER spoken)

public:
    QString icon;
    QString name; //!< "Spend spike"
    QVariantList pieces; //!< of RulePiece
    QString severity; //!< "Warning"
    QString tone; //!< "info", "warn", "danger"
    QString tellBy; //!< "Desktop, Tray"
    QString lastRaised; //!< "Today 14:20, apac-sandbox-dev", "never"
    bool isOn = true;
    QString spoken; //!< the whole row
};

//! The sentence of a kind of rule, cut at its values; `texts` are those of the parameters.
[[nodiscard]] QList<RulePiece> rulePieces(AlertKind kind, const QStringList &texts);
[[nodiscard]] QString ruleIcon(AlertKind kind);
[[nodiscard]] QStringList parameterTexts(const AlertRule &rule);
[[nodiscard]] QString severityTone(AlertSeverity severity);
//! `today` is of the zone.
[[nodiscard]] RuleCells ruleCells(
    const RuleLine &line, const QList<Channel> &channels, QDate today, const QTimeZone &zone);

} // namespace tollkeeper
