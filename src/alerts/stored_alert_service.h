// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert_service.h"
#include "alerts/delivery_queue.h"
#include "base/clock.h"
#include "storage/storage.h"

#include <QTimer>

#include <functional>

namespace tollkeeper {

class AlertRepository;

//! Records alerts in the ledger's file and has their notices sent.
class StoredAlertService final : public AlertService {
    Q_OBJECT

public:
    //! Without a queue alerts are recorded, their notices wait (tollkeeperctl poll without --notify). All
    //! must outlive the service.
    StoredAlertService(Storage &storage, const Clock &clock, DeliveryQueue *queue, QObject *parent = nullptr);

    [[nodiscard]] Async<QList<Alert>> evaluate() override;
    [[nodiscard]] Async<Done> acknowledge(QList<AlertId> alerts) override;
    [[nodiscard]] Async<Done> snooze(QList<AlertId> alerts, std::optional<QDateTime> until) override;
    [[nodiscard]] Async<Done> assign(AlertId alert, QString owner) override;
    [[nodiscard]] Async<Done> setNote(AlertId alert, QString note) override;
    [[nodiscard]] Async<AlertSettings> settings() override;
    [[nodiscard]] Async<Done> setSettings(AlertSettings settings) override;

    //! From now on it looks by itself as well: what only time makes true (an account that stays silent, the
    //! end of a snooze or of quiet hours, a repeated try) comes about without a poll.
    void startLooking();
    void stopLooking();

private:
    using Change = std::function<std::optional<AlertEvent>(Alert &, const QDateTime &)>;
    //! Changes alerts and writes into their history; those for which it answers nullopt stay as they are.
    [[nodiscard]] Async<Done> change(QList<AlertId> alerts, Change change);
    void look();

    Storage &m_storage;
    const Clock &m_clock;
    DeliveryQueue *m_queue;
    QTimer m_looking;
    QDateTime m_lookedAt; //!< UTC
};

} // namespace tollkeeper
