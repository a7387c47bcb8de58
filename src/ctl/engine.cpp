// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/engine.h"

#include "gateways/traits.h"
#include "playground/network_playground_service.h"
#include "sync/keychain_notes.h"
#include "words/alert_words.h"
#include "words/channel_words.h"

#include <QFile>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper::ctl {

Engine::Engine(Profile profile) : m_profile(std::move(profile)) { }

Engine::~Engine() = default;

Result<std::unique_ptr<Engine>> Engine::start(const Setup &setup, Needs needs)
{
    auto profile = Profile::open(setup.profileDirectory);
    if (!profile)
        return fail(profile.error());
    std::unique_ptr<Engine> engine(new Engine(*std::move(profile)));
    if (setup.clockStart.isEmpty()) {
        engine->m_clock = std::make_unique<SystemClock>();
    } else {
        const auto start = parseUtc(setup.clockStart);
        if (!start)
            return fail(Error::Kind::InvalidInput, u"--clock needs a time such as 2026-06-18T14:32:00Z"_s);
        engine->m_clock = std::make_unique<StartedClock>(*start);
    }
    // A reading command keeps no writer out; only the very first one has to make the file.
    if (needs == Needs::Reading && QFile::exists(engine->m_profile.databasePath())) {
        engine->build(setup, Storage::Access::ReadOnly);
        return engine;
    }
    auto lock = WriterLock::take(engine->m_profile);
    if (!lock)
        return fail(lock.error());
    engine->m_lock.emplace(*std::move(lock));
    engine->build(setup, Storage::Access::ReadWrite);
    return engine;
}

void Engine::build(const Setup &setup, Storage::Access access)
{
    m_storage = std::make_unique<Storage>(m_profile, access);
    m_http = std::make_unique<NetworkHttpClient>();
    m_keychain = std::make_unique<KeychainSecretStore>(m_profile.keychainService());
    m_watched = std::make_unique<WatchedSecretStore>(*m_keychain, keychainNotesIn(m_profile));
    m_secrets = std::make_unique<EnvironmentSecretStore>(*m_watched);
    m_gateways = std::make_unique<NetworkGatewayService>(*m_http, *m_secrets, *m_storage, *m_clock);
    m_sync = std::make_unique<NetworkSyncService>(*m_http, *m_secrets, *m_storage, *m_clock);
    m_history = std::make_unique<NetworkHistoryService>(
        *m_http, *m_secrets, *m_storage, *m_clock, m_sync->turns(), m_sync->panels());
    const KeyPartners partners{
        *m_http, *m_secrets, *m_storage, *m_clock, m_sync->turns(), m_sync->panels(), *m_sync};
    m_keys = std::make_unique<NetworkKeyService>(partners);
    m_rotations = std::make_unique<NetworkRotationService>(partners, *m_keys);
    m_lookUps = std::make_unique<GenerationLookUpService>(
        *m_http, *m_secrets, *m_storage, *m_clock, m_sync->turns());
    m_reports = std::make_unique<StoredSpendReports>(*m_storage, *m_clock, traitsOfAllGateways());
    m_usage = std::make_unique<StoredUsageReports>(*m_storage, *m_clock, traitsOfAllGateways());
    m_keyReports = std::make_unique<StoredKeyReports>(*m_storage, *m_clock, traitsOfAllGateways());
    if (setup.notifies)
        m_deliveries = std::make_unique<DeliveryQueue>(
            *m_storage, *m_clock, &senders(), AlertWording{messageFor, bundleMessageFor});
    m_alerts = std::make_unique<StoredAlertService>(*m_storage, *m_clock, m_deliveries.get());
    m_budgets = std::make_unique<StoredBudgetService>(*m_storage, *m_clock, *m_alerts);
    m_rules = std::make_unique<StoredRuleService>(*m_storage, *m_clock);
}

ChannelSender &Engine::senders()
{
    if (!m_senders) {
        m_mail = std::make_unique<CurlMailClient>();
        m_notifications = std::make_unique<DesktopNotifications>(
            NotificationButtons{openLabel(), acknowledgeLabel(), snoozeLabel()});
        m_senders = std::make_unique<ChannelSenders>(
            ChannelSenders::Partners{*m_http, *m_mail, *m_secrets, *m_clock, m_notifications.get()});
    }
    return *m_senders;
}

StoredChannelService &Engine::channels()
{
    if (!m_channels)
        m_channels = std::make_unique<StoredChannelService>(
            *m_storage, *m_secrets, senders(), *m_clock, messageForTest);
    return *m_channels;
}

NetworkPlaygroundService &Engine::playground()
{
    if (!m_playground)
        m_playground = std::make_unique<NetworkPlaygroundService>(
            PlaygroundPartners{*m_http, *m_secrets, *m_storage, *m_clock});
    return *m_playground;
}

} // namespace tollkeeper::ctl
