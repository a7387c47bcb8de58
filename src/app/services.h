// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/channels/channel_senders.h"
#include "alerts/delivery_queue.h"
#include "alerts/desktop_notifications.h"
#include "alerts/notification_replies.h"
#include "alerts/stored_alert_service.h"
#include "alerts/stored_budget_service.h"
#include "alerts/stored_channel_service.h"
#include "alerts/stored_rule_service.h"
#include "analytics/stored_alert_reports.h"
#include "analytics/stored_budget_reports.h"
#include "analytics/stored_key_reports.h"
#include "analytics/stored_spend_reports.h"
#include "analytics/stored_usage_reports.h"
#include "app/secret_custody.h"
#include "net/curl_mail_client.h"
#include "net/network_http_client.h"
#include "platform/connection_watch.h"
#include "playground/guarded_support_bundles.h"
#include "playground/network_playground_service.h"
#include "playground/stored_request_look_up.h"
#include "playground/stored_run_history.h"
#include "playground/stored_send_choices.h"
#include "reports/stored_usage_export.h"
#include "secrets/environment_secret_store.h"
#include "secrets/secret_store.h"
#include "secrets/session_secret_store.h"
#include "secrets/watched_secret_store.h"
#include "storage/storage.h"
#include "sync/catch_up_service.h"
#include "sync/file_import_service.h"
#include "sync/generation_look_up_service.h"
#include "sync/network_gateway_service.h"
#include "sync/network_history_service.h"
#include "sync/network_key_service.h"
#include "sync/network_rotation_service.h"
#include "sync/network_sync_service.h"

#include <memory>

namespace tollkeeper {

//! Which keys the run uses and whether it shows notifications.
enum class RunKind : std::uint8_t {
    Person, //!< keychain, notifications
    Demo, //!< keys in memory, no notifications
};

//! Everything the window talks to, built once and wired together. Lives as long as the application; takes
//! itself down in the order that leaves nobody with a dead partner.
class Services {
public:
    //! `clock` must outlive the services. The caller holds the profile's writer lock.
    Services(const Profile &profile, const Clock &clock, RunKind kind);
    ~Services();
    Q_DISABLE_COPY_MOVE(Services)

    [[nodiscard]] Storage &storage() { return m_storage; }
    [[nodiscard]] HttpClient &http() { return m_http; }
    [[nodiscard]] NetworkGatewayService &gateways() { return m_gateways; }
    [[nodiscard]] NetworkSyncService &sync() { return m_sync; }
    [[nodiscard]] NetworkHistoryService &history() { return m_history; }
    [[nodiscard]] NetworkKeyService &keys() { return m_keyService; }
    [[nodiscard]] NetworkRotationService &rotations() { return m_rotations; }
    [[nodiscard]] GenerationLookUpService &lookUps() { return m_lookUps; }
    [[nodiscard]] StoredSpendReports &reports() { return m_reports; }
    [[nodiscard]] StoredUsageReports &usage() { return m_usage; }
    [[nodiscard]] StoredKeyReports &keyReports() { return m_keyReports; }
    [[nodiscard]] StoredAlertReports &alertReports() { return m_alertReports; }
    [[nodiscard]] StoredAlertService &alerts() { return m_alerts; }
    [[nodiscard]] StoredBudgetService &budgets() { return m_budgets; }
    [[nodiscard]] StoredRuleService &rules() { return m_rules; }
    [[nodiscard]] StoredChannelService &channels() { return m_channels; }
    [[nodiscard]] StoredBudgetReports &budgetReports() { return m_budgetReports; }
    [[nodiscard]] FileImportService &imports() { return m_imports; }
    [[nodiscard]] StoredUsageExportService &exports() { return m_exports; }
    [[nodiscard]] NetworkPlaygroundService &playground() { return m_playground; }
    [[nodiscard]] StoredSendChoices &sendChoices() { return m_sendChoices; }
    [[nodiscard]] StoredRunHistory &runs() { return m_runs; }
    [[nodiscard]] StoredRequestLookUp &requestLookUp() { return m_requestLookUp; }
    [[nodiscard]] GuardedSupportBundles &bundles() { return m_bundles; }
    [[nodiscard]] SecretCustody &custody() { return m_custody; }

    //! From now on: what is due is polled, histories and missing bills are read, budgets follow each poll,
    //! and what an earlier run still owes is shown.
    void startWorking();

private:
    void wire();
    void wireFigures();
    void wireLock();
    void tellThatFiguresChanged();
    void startAfresh();

    Storage m_storage;
    NetworkHttpClient m_http;
    NetworkHttpClient m_playgroundHttp; //!< apart: its answers take minutes and polls do not wait for them
    CurlMailClient m_mail;
    std::unique_ptr<SecretStore> m_keys;
    WatchedSecretStore m_watchedKeys;
    SessionSecretStore m_sessionKeys;
    EnvironmentSecretStore m_secrets;
    std::unique_ptr<DesktopNotifications> m_notifications;
    StoredSpendReports m_reports;
    StoredUsageReports m_usage;
    StoredKeyReports m_keyReports;
    StoredBudgetReports m_budgetReports;
    StoredAlertReports m_alertReports;
    ChannelSenders m_senders;
    StoredChannelService m_channels;
    DeliveryQueue m_deliveries; //!< sends nothing in the demo
    StoredAlertService m_alerts;
    StoredBudgetService m_budgets;
    StoredRuleService m_rules;
    std::unique_ptr<NotificationReplies> m_replies; //!< null in the demo
    NetworkGatewayService m_gateways;
    NetworkSyncService m_sync;
    NetworkHistoryService m_history; //!< takes turns with m_sync
    NetworkKeyService m_keyService;
    NetworkRotationService m_rotations;
    GenerationLookUpService m_lookUps;
    CatchUpService m_catchUp;
    std::unique_ptr<ConnectionWatch> m_connections; //!< null in the demo, whose clock jumps
    FileImportService m_imports;
    StoredUsageExportService m_exports;
    NetworkPlaygroundService m_playground;
    StoredSendChoices m_sendChoices;
    StoredRunHistory m_runs;
    StoredRequestLookUp m_requestLookUp;
    GuardedSupportBundles m_bundles;
    SecretCustody m_custody;
    RunKind m_kind;
};

} // namespace tollkeeper
