// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "sync/gateway_service.h"

#include <QStringList>
#include <QVariantList>
#include <qqmlregistration.h>

namespace tollkeeper {

//! A kind of gateway to choose from.
struct ChoiceRow {
    Q_GADGET
    QML_VALUE_TYPE(choiceRow)
    Q_PROPERTY(QString kind MEMBER kind)
    Q_PROPERTY(QString name MEMBER name)
    Q_PROPERTY(QString address MEMBER address)
    Q_PROPERTY(QString canTell MEMBER canTell)
    Q_PROPERTY(QString cannotTell MEMBER cannotTell)

public:
    QString kind;
    QString name;
    QString address; //!< the gateway's own; empty: must be typed
    QString canTell; //!< one line
    QString cannotTell;
};

//! One line of what a tested key can read.
struct FindingRow {
    Q_GADGET
    QML_VALUE_TYPE(findingRow)
    Q_PROPERTY(bool isThere MEMBER isThere)
    Q_PROPERTY(QString title MEMBER title)
    Q_PROPERTY(QString detail MEMBER detail)
    Q_PROPERTY(QString value MEMBER value)

public:
    bool isThere = true;
    QString title;
    QString detail;
    QString value;
};

[[nodiscard]] QVariantList choiceRows(const QList<GatewayChoice> &choices); //!< of ChoiceRow
[[nodiscard]] QVariantList findingRows(const ConnectionReport &report); //!< of FindingRow
//! One sentence about what kind of key it is.
[[nodiscard]] QString roleSentence(KeyRole role);

} // namespace tollkeeper
