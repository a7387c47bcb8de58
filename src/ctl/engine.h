// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/channels/channel_senders.h"
#include "alerts/delivery_queue.h"
#include "alerts/desktop_notifications.h"
#include "alerts/stored_alert_service.h"
#include "alerts/stored_budget_service.h"
#include "alerts/stored_channel_service.h"
#include "alerts/stored_rule_service.h"
#include "analytics/stored_key_reports.h"
#include "analytics/stored_spend_reports.h"
#include "analytics/stored_usage_reports.h"
#include "base/clock.h"
#include "net/curl_mail_client.h"
#include "net/network_http_client.h"
#include "secrets/environment_secret_store.h"
#include "secrets/keychain_secret_store.h"
#include "secrets/watched_secret_store.h"
#include "storage/storage.h"
#include "sync/generation_look_up_service.h"
#include "sync/network_gateway_service.h"
#include "sync/network_history_service.h"
#include "sync/network_key_service.h"
#include "sync/network_rotation_service.h"
#include "sync/network_sync_service.h"

#include <QEventLoop>

#include <memory>
#include <optional>

namespace tollkeeper {
class NetworkPlaygroundService;
}

namespace tollkeeper::ctl {

//! What a command may do to the profile.
enum class Needs : std::uint8_t { Reading, Writing };

//! The same engine as the window's, without one: everything is built here and lives as long as the command.
class Engine {
public:
    struct Setup {
        QString profileDirectory; //!< empty: the default profile
        QString clockStart; //!< empty: the system's clock
        bool notifies = false;
    };

    //! Error::Kind::ProfileLocked when the command writes and another process does already.
    [[nodiscard]] static Result<std::unique_ptr<Engine>> start(const Setup &setup, Needs needs);
    Q_DISABLE_COPY_MOVE(Engine)
    ~Engine();

    [[nodiscard]] const Clock &clock() const { return *m_clock; }
    [[nodiscard]] Storage &storage() { return *m_storage; }
    [[nodiscard]] SecretStore &secrets() { return *m_secrets; }
    [[nodiscard]] NetworkGatewayService &gateways() { return *m_gateways; }
    [[nodiscard]] NetworkSyncService &sync() { return *m_sync; }
    [[nodiscard]] NetworkHistoryService &history() { return *m_history; }
    [[nodiscard]] NetworkKeyService &keys() { return *m_keys; }
    [[nodiscard]] NetworkRotationService &rotations() { return *m_rotations; }
    [[nodiscard]] StoredSpendReports &reports() { return *m_reports; }
    [[nodiscard]] StoredUsageReports &usage() { return *m_usage; }
    [[nodiscard]] StoredKeyReports &keyReports() { return *m_keyReports; }
    [[nodiscard]] GenerationLookUpService &lookUps() { return *m_lookUps; }
    [[nodiscard]] StoredAlertService &alerts() { return *m_alerts; }
    [[nodiscard]] StoredBudgetService &budgets() { return *m_budgets; }
    [[nodiscard]] StoredRuleService &rules() { return *m_rules; }
    //! Made when first asked for: most commands send nothing.
    [[nodiscard]] StoredChannelService &channels();
    //! The same.
    [[nodiscard]] NetworkPlaygroundService &playground();

private:
    explicit Engine(Profile profile);
    void build(const Setup &setup, Storage::Access access);
    ChannelSender &senders();

    Profile m_profile;
    std::optional<WriterLock> m_lock;
    std::unique_ptr<Clock> m_clock;
    std::unique_ptr<Storage> m_storage;
    std::unique_ptr<NetworkHttpClient> m_http;
    std::unique_ptr<KeychainSecretStore> m_keychain;
    std::unique_ptr<WatchedSecretStore> m_watched;
    std::unique_ptr<EnvironmentSecretStore> m_secrets;
    std::unique_ptr<NetworkGatewayService> m_gateways;
    std::unique_ptr<NetworkSyncService> m_sync;
    std::unique_ptr<NetworkHistoryService> m_history;
    std::unique_ptr<NetworkKeyService> m_keys;
    std::unique_ptr<NetworkRotationService> m_rotations;
    std::unique_ptr<GenerationLookUpService> m_lookUps;
    std::unique_ptr<StoredSpendReports> m_reports;
    std::unique_ptr<StoredUsageReports> m_usage;
    std::unique_ptr<StoredKeyReports> m_keyReports;
    std::unique_ptr<CurlMailClient> m_mail;
    std::unique_ptr<DesktopNotifications> m_notifications;
    std::unique_ptr<ChannelSenders> m_senders; //!< null where nothing is sent
    std::unique_ptr<StoredChannelService> m_channels;
    std::unique_ptr<DeliveryQueue> m_deliveries;
    std::unique_ptr<StoredAlertService> m_alerts;
    std::unique_ptr<StoredBudgetService> m_budgets;
    std::unique_ptr<StoredRuleService> m_rules;
    std::unique_ptr<NetworkPlaygroundService> m_playground;
};

//! Runs the event loop until the task has its answer. Commands are read from top to bottom; only the engine
//! is asynchronous.
template<typename T>
[[nodiscard]] T wait(QCoro::Task<T> task)
{
    std::optional<T> answer;
    QEventLoop loop;
    QCoro::connect(std::move(task), &loop, [&](const T &value) {
        answer.emplace(value);
        loop.quit();
    });
    if (!answer)
        loop.exec();
    return *std::move(answer);
}

//! The same for a job on a storage thread.
template<typename T>
[[nodiscard]] T wait(QFuture<T> future)
{
    return future.result();
}

} // namespace tollkeeper::ctl
