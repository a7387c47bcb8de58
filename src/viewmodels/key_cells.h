// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "analytics/key_reports.h"

#include <QVariantList>
#include <qqmlregistration.h>

namespace tollkeeper {

//! One protection of a key as a mark.
struct HygieneCell {
    Q_GADGET
    QML_VALUE_TYPE(hygieneCell)
    Q_PROPERTY(QString icon MEMBER icon)
    Q_PROPERTY(QString state MEMBER state)
    Q_PROPERTY(QString label MEMBER label)

public:
    QString icon; //!< "cap", "net", "cube", "hour"
    QString state; //!< "set", "missing", "not_offered", "unknown"
    QString label; //!< "IP allowlist: missing"
};

//! One row of the Keys table as finished texts. Plain values; every text may hold what a server sent and is
//! shown as plain text only. Tones are "", "ok", "warn", "danger".
struct KeyCells {
    Q_GADGET
    QML_VALUE_TYPE(keyCells)
    Q_PROPERTY(QString id MEMBER id)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString place MEMBER place)
    Q_PROPERTY(QString tail MEMBER tail)
    Q_PROPERTY(QString account MEMBER account)
    Q_PROPERTY(QString belongsTo MEMBER belongsTo)
    Q_PROPERTY(QString environment MEMBER environment)
    Q_PROPERTY(bool isProduction MEMBER isProduction)
    Q_PROPERTY(QString team MEMBER team)
    Q_PROPERTY(QString owner MEMBER owner)
    Q_PROPERTY(bool isUnowned MEMBER isUnowned)
    Q_PROPERTY(QString tags MEMBER tags)
    Q_PROPERTY(QString today MEMBER today)
    Q_PROPERTY(QString sevenDays MEMBER sevenDays)
    Q_PROPERTY(QString month MEMBER month)
    Q_PROPERTY(bool isStale MEMBER isStale)
    Q_PROPERTY(QString spent MEMBER spent)
    Q_PROPERTY(bool hasCap MEMBER hasCap)
    Q_PROPERTY(double capShare MEMBER capShare)
    Q_PROPERTY(QString capPercent MEMBER capPercent)
    Q_PROPERTY(QString capOf MEMBER capOf)
    Q_PROPERTY(QString capNote MEMBER capNote)
    Q_PROPERTY(QString capTone MEMBER capTone)
    Q_PROPERTY(QString resets MEMBER resets)
    Q_PROPERTY(QString lastUsed MEMBER lastUsed)
    Q_PROPERTY(QString lastUsedTone MEMBER lastUsedTone)
    Q_PROPERTY(QString age MEMBER age)
    Q_PROPERTY(QString rotation MEMBER rotation)
    Q_PROPERTY(QString rotationTone MEMBER rotationTone)
    Q_PROPERTY(QString expires MEMBER expires)
    Q_PROPERTY(QString expiresTone MEMBER expiresTone)
    Q_PROPERTY(QString hygiene MEMBER hygiene)
    Q_PROPERTY(QString hygieneTone MEMBER hygieneTone)
    Q_PROPERTY(QVariantList marks MEMBER marks)
    Q_PROPERTY(bool isDisabled MEMBER isDisabled)
    Q_PROPERTY(bool holdsSecret MEMBER holdsSecret)
    Q_PROPERTY(bool isPicked MEMBER isPicked)
    Q_PROPERTY(QString spoken MEMBER spoken)

public:
    QString id; //!< of the key, as text
    QString name;
    QString place; //!< "prod, OpenRouter · main"
    QString tail; //!< "…4f1c, OpenRouter · main"
    QString account;
    QString belongsTo; //!< "OpenRouter · main / Finance ops / Finance lead"
    QString environment; //!< empty: none
    bool isProduction = false;
    QString team;
    QString owner;
    bool isUnowned = false;
    QString tags; //!< joined
    QString today;
    QString sevenDays;
    QString month;
    bool isStale = false; //!< the figures are old
    QString spent; //!< in the cap's period: "$111.63 this week"
    bool hasCap = false;
    double capShare = 0;
    QString capPercent;
    QString capOf; //!< "of $200"
    QString capNote; //!< "No cap"; empty where there is one
    QString capTone;
    QString resets;
    QString lastUsed;
    QString lastUsedTone;
    QString age; //!< "49 days"
    QString rotation; //!< "in 41 days", "Rotating, step 4"
    QString rotationTone;
    QString expires;
    QString expiresTone;
    QString hygiene; //!< "3/4"
    QString hygieneTone;
    QVariantList marks; //!< of HygieneCell
    bool isDisabled = false;
    bool holdsSecret = false;
    bool isPicked = false; //!< for a change of several keys at once
    QString spoken; //!< the row as a sentence
};

//! The columns of the Keys table.
namespace KeyColumn {
Q_NAMESPACE
QML_ELEMENT
enum Column { Key, Environment, Team, Today, SevenDays, Month, Cap, Resets, LastUsed, Age, Expires, Hygiene };
Q_ENUM_NS(Column)
constexpr int Count = Hygiene + 1;
} // namespace KeyColumn

//! `asOf` and `zone` are those of the answer the row came with.
[[nodiscard]] KeyCells keyCells(const KeyRow &row, const QDateTime &asOf, const QTimeZone &zone);
//! Every column of a row with tabs between them; for the clipboard.
[[nodiscard]] QString copiedText(const KeyCells &cells);

//! Whether a cap is as good as used up: "warn" from 80 %, "danger" at the cap.
[[nodiscard]] QString capTone(const std::optional<Cap> &cap);
//! The number of a rotation's step on the drawing, from 1.
[[nodiscard]] int stepNumber(RotationStep step);

} // namespace tollkeeper
