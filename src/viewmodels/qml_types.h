// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert_service.h"
#include "alerts/budget_service.h"
#include "alerts/channel_service.h"
#include "alerts/rule_service.h"
#include "analytics/alert_reports.h"
#include "analytics/budget_reports.h"
#include "analytics/key_reports.h"
#include "analytics/spend_reports.h"
#include "analytics/usage_reports.h"
#include "platform/secret_clipboard.h"
#include "platform/secret_lock.h"
#include "playground/playground_service.h"
#include "playground/request_look_up.h"
#include "playground/run_history.h"
#include "playground/send_choices.h"
#include "playground/support_bundles.h"
#include "reports/usage_export_service.h"
#include "secrets/secret_gate.h"
#include "sync/gateway_service.h"
#include "sync/history_service.h"
#include "sync/import_service.h"
#include "sync/key_service.h"
#include "sync/rotation_service.h"
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

struct AlertReportsForQml {
    Q_GADGET
    QML_FOREIGN(tollkeeper::AlertReports)
    QML_NAMED_ELEMENT(AlertReports)
    QML_UNCREATABLE("handed in by the application")
};

struct BudgetReportsForQml {
    Q_GADGET
    QML_FOREIGN(tollkeeper::BudgetReports)
    QML_NAMED_ELEMENT(BudgetReports)
    QML_UNCREATABLE("handed in by the application")
};

struct BudgetServiceForQml {
    Q_GADGET
    QML_FOREIGN(tollkeeper::BudgetService)
    QML_NAMED_ELEMENT(BudgetService)
    QML_UNCREATABLE("handed in by the application")
};

struct RuleServiceForQml {
    Q_GADGET
    QML_FOREIGN(tollkeeper::RuleService)
    QML_NAMED_ELEMENT(RuleService)
    QML_UNCREATABLE("handed in by the application")
};

struct ChannelServiceForQml {
    Q_GADGET
    QML_FOREIGN(tollkeeper::ChannelService)
    QML_NAMED_ELEMENT(ChannelService)
    QML_UNCREATABLE("handed in by the application")
};

struct HistoryServiceForQml {
    Q_GADGET
    QML_FOREIGN(tollkeeper::HistoryService)
    QML_NAMED_ELEMENT(HistoryService)
    QML_UNCREATABLE("handed in by the application")
};

struct ImportServiceForQml {
    Q_GADGET
    QML_FOREIGN(tollkeeper::ImportService)
    QML_NAMED_ELEMENT(ImportService)
    QML_UNCREATABLE("handed in by the application")
};

struct UsageExportServiceForQml {
    Q_GADGET
    QML_FOREIGN(tollkeeper::UsageExportService)
    QML_NAMED_ELEMENT(UsageExportService)
    QML_UNCREATABLE("handed in by the application")
};

struct KeyReportsForQml {
    Q_GADGET
    QML_FOREIGN(tollkeeper::KeyReports)
    QML_NAMED_ELEMENT(KeyReports)
    QML_UNCREATABLE("handed in by the application")
};

struct KeyServiceForQml {
    Q_GADGET
    QML_FOREIGN(tollkeeper::KeyService)
    QML_NAMED_ELEMENT(KeyService)
    QML_UNCREATABLE("handed in by the application")
};

struct SecretGateForQml {
    Q_GADGET
    QML_FOREIGN(tollkeeper::SecretGate)
    QML_NAMED_ELEMENT(SecretGate)
    QML_UNCREATABLE("handed in by the application")
};

struct SecretClipboardForQml {
    Q_GADGET
    QML_FOREIGN(tollkeeper::SecretClipboard)
    QML_NAMED_ELEMENT(SecretClipboard)
    QML_UNCREATABLE("handed in by the application")
};

struct SecretLockForQml {
    Q_GADGET
    QML_FOREIGN(tollkeeper::SecretLock)
    QML_NAMED_ELEMENT(SecretLock)
    QML_UNCREATABLE("handed in by the application")
};

struct RotationServiceForQml {
    Q_GADGET
    QML_FOREIGN(tollkeeper::RotationService)
    QML_NAMED_ELEMENT(RotationService)
    QML_UNCREATABLE("handed in by the application")
};

struct PlaygroundServiceForQml {
    Q_GADGET
    QML_FOREIGN(tollkeeper::PlaygroundService)
    QML_NAMED_ELEMENT(PlaygroundService)
    QML_UNCREATABLE("handed in by the application")
};

struct SendChoicesForQml {
    Q_GADGET
    QML_FOREIGN(tollkeeper::SendChoices)
    QML_NAMED_ELEMENT(SendChoices)
    QML_UNCREATABLE("handed in by the application")
};

struct RunHistoryForQml {
    Q_GADGET
    QML_FOREIGN(tollkeeper::RunHistory)
    QML_NAMED_ELEMENT(RunHistory)
    QML_UNCREATABLE("handed in by the application")
};

struct RequestLookUpForQml {
    Q_GADGET
    QML_FOREIGN(tollkeeper::RequestLookUp)
    QML_NAMED_ELEMENT(RequestLookUp)
    QML_UNCREATABLE("handed in by the application")
};

struct SupportBundlesForQml {
    Q_GADGET
    QML_FOREIGN(tollkeeper::SupportBundles)
    QML_NAMED_ELEMENT(SupportBundles)
    QML_UNCREATABLE("handed in by the application")
};

} // namespace tollkeeper
