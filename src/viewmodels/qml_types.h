// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert_service.h"
#include "analytics/spend_reports.h"
#include "analytics/usage_reports.h"
#include "sync/gateway_service.h"
#include "sync/sync_service.h"

#include <QQmlEngine>

namespace tollkeeper {

// Services that QML may hold and hand on, but not create. Made known from here so that the layers below know
// nothing of QML.

struct SpendReportsForQml {
    Q_GADGET
    QML_FOREIGN(tollkeeper::SpendReports)
    QML_NAMED_ELEMENT(SpendReports)
    QML_UNCREATABLE("handed in by the application")
};

struct UsageReportsForQml {
    Q_GADGET
    QML_FOREIGN(tollkeeper::UsageReports)
    QML_NAMED_ELEMENT(UsageReports)
    QML_UNCREATABLE("handed in by the application")
};

struct SyncServiceForQml {
    Q_GADGET
    QML_FOREIGN(tollkeeper::SyncService)
    QML_NAMED_ELEMENT(SyncService)
    QML_UNCREATABLE("handed in by the application")
};

struct GatewayServiceForQml {
    Q_GADGET
    QML_FOREIGN(tollkeeper::GatewayService)
    QML_NAMED_ELEMENT(GatewayService)
    QML_UNCREATABLE("handed in by the application")
};

struct AlertServiceForQml {
    Q_GADGET
    QML_FOREIGN(tollkeeper::AlertService)
    QML_NAMED_ELEMENT(AlertService)
    QML_UNCREATABLE("handed in by the application")
};

} // namespace tollkeeper
