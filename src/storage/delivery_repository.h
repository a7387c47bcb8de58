// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/channel.h"
#include "storage/database.h"

#include <QList>

namespace tollkeeper {

//! The queue of notices and their receipts. Synchronous: call it on a storage thread.
class DeliveryRepository {
public:
    explicit DeliveryRepository(Database &database) : m_database(database) { }

    //! Queues a notice unless this alert, channel, round and reason have one already.
    [[nodiscard]] Outcome queueOnce(const Delivery &delivery);
    [[nodiscard]] Outcome update(const Delivery &delivery);
    //! The oldest first: queued and cut off ones, whatever hour they wait for, since hours are changed and
    //! clocks set back; and failed ones whose next try has come, or lies further away than any wait is long.
    [[nodiscard]] Result<QList<Delivery>> waiting(const QDateTime &now);
    //! What of an alert still waits to be sent over a channel is no longer wanted.
    [[nodiscard]] Outcome dropWaiting(AlertId alert, ChannelId channel);
    [[nodiscard]] Result<QList<Delivery>> of(AlertId alert); //!< newest first
    //! Notice id of the last notice of an alert on a channel; 0: none.
    [[nodiscard]] Result<quint32> lastNoticeId(AlertId alert, ChannelId channel);
    //! The alert whose last notice has that id; invalid: none.
    [[nodiscard]] Result<AlertId> alertOfNotice(ChannelId channel, quint32 noticeId);

private:
    [[nodiscard]] Result<QList<Delivery>> select(
        const QString &tail, std::initializer_list<Database::Binding> bindings);

    Database &m_database;
};

} // namespace tollkeeper
