// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "base/async.h"
#include "domain/alert.h"
#include "domain/channel.h"

#include <QObject>
#include <QTimeZone>

namespace tollkeeper {

enum class InboxView : std::uint8_t {
    All,
    Open, //!< firing
    Snoozed,
    Done, //!< acknowledged or resolved
};

struct Inbox {
    QDateTime asOf; //!< UTC, of the injected clock
    QTimeZone zone; //!< reporting zone
    QList<Alert> alerts; //!< newest first, at most 500
    int open = 0; //!< of all there are
    int snoozed = 0;
    int done = 0;
    int criticalOpen = 0;
};

//! One point of the chart that shows why an alert was raised.
struct EvidencePoint {
    QDateTime at; //!< UTC
    double value = 0; //!< in the unit of the evidence
};
//! The series behind an alert. Empty points: the figures of the alert are all there is.
struct AlertEvidence {
    enum class Unit : std::uint8_t { Amount, Percent };
    Unit unit = Unit::Amount;
    Currency currency; //!< of amounts
    QList<EvidencePoint> points; //!< oldest first
    std::optional<double> line; //!< the level of the rule or budget
};

struct DeliveryLine {
    Delivery delivery;
    QString channelName;
    ChannelKind channelKind = ChannelKind::Desktop;
};

struct AlertDetails {
    Alert alert;
    QList<AlertEvent> events; //!< oldest first
    QList<DeliveryLine> deliveries; //!< newest first
    AlertEvidence evidence;
};

//! Questions about alerts. UI thread; answers come without blocking it.
class AlertReports : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual Async<Inbox> inbox(InboxView view) = 0;
    [[nodiscard]] virtual Async<AlertDetails> details(AlertId alert) = 0;

Q_SIGNALS:
    void changed(); //!< alerts, deliveries or figures changed: ask again
};

} // namespace tollkeeper
