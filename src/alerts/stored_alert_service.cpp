// SPDX-License-Identifier: GPL-3.0-or-later
#include "alerts/stored_alert_service.h"

#include "alerts/evaluation.h"
#include "base/crash_point.h"
#include "base/log.h"
#include "storage/alert_repository.h"
#include "storage/delivery_repository.h"
#include "storage/workspace_repository.h"

#include <QCoroFuture>

using namespace Qt::Literals::StringLiterals;

namespace tollkeeper {
namespace {

constexpr int QueueLookMs = 10'000;
constexpr int RuleLookSeconds = 60;

} // namespace

StoredAlertService::StoredAlertService(
    Storage &storage, const Clock &clock, DeliveryQueue *queue, QObject *parent)
    : AlertService(parent), m_storage(storage), m_clock(clock), m_queue(queue)
{
    m_looking.setInterval(QueueLookMs);
    connect(&m_looking, &QTimer::timeout, this, &StoredAlertService::look);
    if (m_queue)
        connect(m_queue, &DeliveryQueue::delivered, this, &AlertService::alertsChanged);
}

void StoredAlertService::startLooking()
{
    m_looking.start();
}

void StoredAlertService::stopLooking()
{
    m_looking.stop();
}

void StoredAlertService::look()
{
    const auto now = m_clock.now();
    const bool isDue = !m_lookedAt.isValid() || std::abs(m_lookedAt.secsTo(now)) >= RuleLookSeconds;
    if (isDue)
        QCoro::connect(evaluate(), this, [](const Result<QList<Alert>> &) {});
    else if (m_queue)
        QCoro::connect(m_queue->sendDue(), this, [](const Outcome &) {});
}

Async<QList<Alert>> StoredAlertService::evaluate()
{
    m_lookedAt = m_clock.now();
    auto recording
        = m_storage.write([now = m_lookedAt](Database &database) { return lookAtAlerts(database, now); });
    auto look = co_await recording;
    if (!look)
        co_return fail(look.error());
    crashPoint("after_record_before_notify");
    if (look->hasChanged)
        Q_EMIT alertsChanged();
    if (m_queue) {
        auto sending = m_queue->sendDue();
        if (const auto sent = co_await sending; !sent)
            co_return fail(sent.error());
    }
    auto raised = std::move(look->raised);
    co_return raised;
}

Async<Done> StoredAlertService::change(QList<AlertId> alerts, Change change)
{
    auto storing = m_storage.write([alerts, change, now = m_clock.now()](Database &database) {
        return database.inTransaction([&]() -> Outcome {
            AlertRepository repository(database);
            for (const auto id : alerts) {
                auto alert = repository.byId(id);
                if (!alert)
                    return fail(alert.error());
                const auto event = *alert ? change(**alert, now) : std::nullopt;
                if (!event)
                    continue;
                if (auto updated = repository.update(**alert); !updated)
                    return updated;
                if (auto noted = repository.addEvent(id, *event); !noted)
                    return noted;
                if (auto dropped = (*alert)->state == AlertState::Firing
                        ? Outcome(Done{})
                        : DeliveryRepository(database).dropWaiting(id, DesktopChannel);
                    !dropped)
                    return dropped;
            }
            return Done{};
        });
    });
    const auto stored = co_await storing;
    Q_EMIT alertsChanged();
    co_return stored;
}

Async<Done> StoredAlertService::acknowledge(QList<AlertId> alerts)
{
    auto changing
        = change(std::move(alerts), [](Alert &alert, const QDateTime &now) -> std::optional<AlertEvent> {
              if (alert.acknowledgedAt || alert.state == AlertState::Resolved)
                  return std::nullopt;
              alert.state = AlertState::Acknowledged;
              alert.acknowledgedAt = now;
              alert.snoozedUntil = std::nullopt;
              return AlertEvent{now, AlertEvent::What::Acknowledged, {}};
          });
    const auto changed = co_await changing;
    co_return changed;
}

Async<Done> StoredAlertService::snooze(QList<AlertId> alerts, std::optional<QDateTime> until)
{
    auto changing
        = change(std::move(alerts), [until](Alert &alert, const QDateTime &now) -> std::optional<AlertEvent> {
              if (alert.state == AlertState::Resolved || (until && *until <= now))
                  return std::nullopt;
              alert.state = AlertState::Snoozed;
              alert.acknowledgedAt = std::nullopt;
              alert.snoozedUntil = until;
              return AlertEvent{now, AlertEvent::What::Snoozed, until ? utcText(*until) : QString()};
          });
    const auto changed = co_await changing;
    co_return changed;
}

Async<Done> StoredAlertService::assign(AlertId alert, QString owner)
{
    auto changing
        = change({alert}, [owner](Alert &changed, const QDateTime &now) -> std::optional<AlertEvent> {
              if (changed.owner == owner)
                  return std::nullopt;
              changed.owner = owner;
              return AlertEvent{now, AlertEvent::What::Assigned, owner};
          });
    const auto changed = co_await changing;
    co_return changed;
}

Async<Done> StoredAlertService::setNote(AlertId alert, QString note)
{
    auto changing
        = change({alert}, [note](Alert &changed, const QDateTime &now) -> std::optional<AlertEvent> {
              if (changed.note == note)
                  return std::nullopt;
              changed.note = note;
              return AlertEvent{now, AlertEvent::What::Noted, note};
          });
    const auto changed = co_await changing;
    co_return changed;
}

Async<AlertSettings> StoredAlertService::settings()
{
    auto reading
        = m_storage.read([](Database &database) { return WorkspaceRepository(database).alertSettings(); });
    auto settings = co_await reading;
    co_return settings;
}

Async<Done> StoredAlertService::setSettings(AlertSettings settings)
{
    auto storing = m_storage.write([settings](Database &database) {
        return database.inTransaction(
            [&] { return WorkspaceRepository(database).setAlertSettings(settings); });
    });
    const auto stored = co_await storing;
    Q_EMIT alertsChanged();
    co_return stored;
}

} // namespace tollkeeper
