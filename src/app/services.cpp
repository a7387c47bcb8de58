// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/services.h"

#include "base/log.h"
#include "gateways/traits.h"
#include "secrets/keychain_secret_store.h"
#include "secrets/memory_secret_store.h"
#include "sync/bill_wait.h"
#include "sync/keychain_notes.h"
#include "words/alert_words.h"
#include "words/channel_words.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

std::unique_ptr<SecretStore> keysFor(RunKind kind, const Profile &profile)
{
    if (kind == RunKind::Demo)
        return std::make_unique<MemorySecretStore>();
    return std::make_unique<KeychainSecretStore>(profile.keychainService());
}

std::unique_ptr<DesktopNotifications> notificationsFor(RunKind kind)
{
    if (kind == RunKind::Demo)
        return nullptr;
    return std::make_unique<DesktopNotifications>(
        NotificationButtons{openLabel(), acknowledgeLabel(), snoozeLabel()});
}

std::unique_ptr<NotificationReplies> repliesTo(
    NotificationSink *sink, Storage &storage, const Clock &clock, AlertService &alerts)
{
    return sink ? std::make_unique<NotificationReplies>(*sink, storage, clock, alerts) : nullptr;
}

//! The demo's gateways lie on this machine: nobody is spared by waiting.
RepeatPolicy policyFor(RunKind kind)
{
    using namespace std::chrono_literals;
    return kind == RunKind::Demo ? RepeatPolicy{2, 1ms, 5ms} : RepeatPolicy{};
}

//! The invented company reckons in UTC; a person in the zone of their system, until they say otherwise.
QTimeZone zoneFor(RunKind kind)
{
    return kind == RunKind::Demo ? QTimeZone::utc() : QTimeZone::systemTimeZone();
}

std::unique_ptr<ConnectionWatch> watchFor(RunKind kind, const Clock &clock)
{
    return kind == RunKind::Demo ? nullptr : std::make_unique<ConnectionWatch>(clock);
}

} // namespace

Services::Services(const Profile &profile, const Clock &clock, RunKind kind)
    : m_storage(profile, Storage::Access::ReadWrite, zoneFor(kind))
    , m_keys(keysFor(kind, profile))
    , m_watchedKeys(*m_keys, keychainNotesIn(profile))
    , m_sessionKeys(m_watchedKeys)
    , m_secrets(m_sessionKeys)
    , m_notifications(notificationsFor(kind))
    , m_reports(m_storage, clock, traitsOfAllGateways())
    , m_usage(m_storage, clock, traitsOfAllGateways())
    , m_keyReports(m_storage, clock, traitsOfAllGateways())
    , m_budgetReports(m_storage, clock, traitsOfAllGateways())
    , m_alertReports(m_storage, clock)
    , m_senders({m_http, m_mail, m_secrets, clock, m_notifications.get()})
    , m_channels(m_storage, m_secrets, m_senders, clock, messageForTest)
    , m_deliveries(m_storage, clock, kind == RunKind::Demo ? nullptr : &m_senders,
          AlertWording{messageFor, bundleMessageFor})
    , m_alerts(m_storage, clock, &m_deliveries)
    , m_budgets(m_storage, clock, m_alerts)
    , m_rules(m_storage, clock)
    , m_replies(repliesTo(m_notifications.get(), m_storage, clock, m_alerts))
    , m_gateways(m_http, m_secrets, m_storage, clock, policyFor(kind))
    , m_sync(m_http, m_secrets, m_storage, clock, policyFor(kind))
    , m_history(m_http, m_secrets, m_storage, clock, m_sync.turns(), m_sync.panels(), policyFor(kind))
    , m_keyService(
          {m_http, m_secrets, m_storage, clock, m_sync.turns(), m_sync.panels(), m_sync, policyFor(kind)})
    , m_rotations(
          {m_http, m_secrets, m_storage, clock, m_sync.turns(), m_sync.panels(), m_sync, policyFor(kind)},
          m_keyService)
    , m_lookUps(m_http, m_secrets, m_storage, clock, m_sync.turns(), policyFor(kind))
    , m_catchUp(m_sync)
    , m_connections(watchFor(kind, clock))
    , m_imports(m_storage, clock)
    , m_exports(m_storage, clock)
    , m_playground({m_playgroundHttp, m_secrets, m_storage, clock})
    , m_sendChoices(m_storage, traitsOfAllGateways())
    , m_runs(m_storage)
    , m_requestLookUp(m_storage,
          [this](AccountId account, const QString &id) {
              return waitForBills(m_lookUps, account, QStringList{id});
          })
    , m_bundles(m_storage, m_secrets, u"Tollkeeper %1"_s.arg(QCoreApplication::applicationVersion()))
    , m_custody(profile, clock)
    , m_kind(kind)
{
}

Services::~Services()
{
    m_catchUp.stop();
    m_lookUps.stop();
    m_history.stop();
    m_sync.stopSchedule();
    m_alerts.stopLooking();
}

void Services::tellThatFiguresChanged()
{
    QCoro::connect(m_alerts.evaluate(), &m_alerts, [](const Result<QList<Alert>> &raised) {
        if (!raised)
            qCWarning(logAlerts) << "budgets could not be compared:" << toText(raised.error().kind);
    });
    Q_EMIT m_reports.changed();
    Q_EMIT m_usage.changed();
    Q_EMIT m_keyReports.changed();
    Q_EMIT m_budgetReports.changed();
    Q_EMIT m_alertReports.changed();
    m_sendChoices.tellChanged();
    Q_EMIT m_runs.changed(); // a bill may have come
}

//! Whatever brings figures in, the pages and the budgets follow.
void Services::wireFigures()
{
    const auto tell = [this] { tellThatFiguresChanged(); };
    QObject::connect(&m_sync, &SyncService::usageChanged, &m_reports, tell);
    QObject::connect(&m_history, &HistoryService::stopped, &m_reports, tell);
    QObject::connect(&m_lookUps, &GenerationLookUpService::found, &m_reports, tell);
    QObject::connect(&m_imports, &ImportService::imported, &m_reports, tell);
    QObject::connect(&m_gateways, &GatewayService::accountsChanged, &m_reports, tell);
    QObject::connect(&m_keyService, &KeyService::keysChanged, &m_keyReports, &KeyReports::changed);
    QObject::connect(&m_keyReports, &KeyReports::changed, &m_sendChoices, &StoredSendChoices::tellChanged);
    // What was sent from here is spend like any other.
    QObject::connect(&m_playground, &NetworkPlaygroundService::recorded, &m_reports, tell);
    QObject::connect(&m_rotations, &RotationService::rotationsChanged, &m_keyReports, &KeyReports::changed);
}

//! While the app is locked nothing uses a secret at a person's wish. Polls go on.
void Services::wireLock()
{
    const auto follow = [this] {
        const auto isLocked = m_custody.lock().isLocked();
        m_keyService.setLocked(isLocked);
        m_rotations.setLocked(isLocked);
        m_playground.setLocked(isLocked);
    };
    QObject::connect(&m_custody.lock(), &SecretGate::lockChanged, &m_keyService, follow);
    follow();
}

void Services::wire()
{
    wireFigures();
    wireLock();
    // Their bills may be wanted by nobody else: their page can be closed by now.
    QObject::connect(
        &m_playground, &NetworkPlaygroundService::recorded, &m_lookUps, &GenerationLookUpService::start);
    QObject::connect(&m_alerts, &AlertService::alertsChanged, &m_reports, &SpendReports::changed);
    QObject::connect(&m_alerts, &AlertService::alertsChanged, &m_budgetReports, &BudgetReports::changed);
    QObject::connect(&m_budgets, &BudgetService::budgetsChanged, &m_budgetReports, &BudgetReports::changed);
    QObject::connect(&m_keyReports, &KeyReports::changed, &m_budgetReports, &BudgetReports::changed);
    QObject::connect(&m_alerts, &AlertService::alertsChanged, &m_alertReports, &AlertReports::changed);
    QObject::connect(&m_rules, &RuleService::rulesChanged, &m_alerts,
        [this] { QCoro::connect(m_alerts.evaluate(), &m_alerts, [](const Result<QList<Alert>> &) {}); });
    QObject::connect(&m_gateways, &GatewayService::accountsChanged, &m_sync, [this] {
        m_sync.startSchedule();
        m_history.start();
    });
    QObject::connect(&m_sync, &NetworkSyncService::gapFound, &m_history, [this] { m_history.start(); });
    if (m_connections)
        QObject::connect(m_connections.get(), &ConnectionWatch::renewed, &m_sync, [this] { startAfresh(); });
}

//! The connections from before are dead and nobody says so.
void Services::startAfresh()
{
    m_http.renewConnections();
    m_playgroundHttp.renewConnections();
    m_catchUp.start();
    m_history.tryAgain();
    m_lookUps.start();
}

void Services::startWorking()
{
    wire();
    QCoro::connect(m_alerts.evaluate(), &m_alerts, [](const Result<QList<Alert>> &) {});
    m_alerts.startLooking();
    m_sync.startSchedule();
    m_history.start();
    m_lookUps.start();
    if (m_kind == RunKind::Person)
        m_custody.begin();
}

} // namespace tollkeeper
