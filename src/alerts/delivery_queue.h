// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/channel_sender.h"
#include "base/clock.h"
#include "storage/storage.h"

#include <QObject>
#include <QSet>

#include <functional>

namespace tollkeeper {

//! How alerts read; handed in, because words lie above this layer.
struct AlertWording {
    std::function<AlertMessage(const Alert &, NoticeReason, const QTimeZone &)> message;
    //! Several alerts in one notice; `reason` is Resolved where all of them are over.
    std::function<AlertMessage(const QList<Alert> &, NoticeReason)> bundle;
};

//! Sends what is queued, each notice once: the intention is committed before sending, the outcome after.
//! Killed in between, it is sent again at the next start and marked repeated. What failed is tried again
//! later and later; the queue lies in the profile, so it survives a restart. One channel that hangs holds up
//! no other. UI thread.
class DeliveryQueue : public QObject {
    Q_OBJECT

public:
    //! Without a sender everything stays queued. All must outlive the queue.
    DeliveryQueue(Storage &storage, const Clock &clock, ChannelSender *sender, AlertWording wording,
        QObject *parent = nullptr);

    //! Sends what is due; ends when each channel has had its turn. While one run lasts, another one only
    //! makes sure that what was queued meanwhile is sent too.
    [[nodiscard]] Async<Done> sendDue();

    //! More notices at once than these are told as one on the desktop.
    static constexpr int MostSingleNotices = 3;

Q_SIGNALS:
    void delivered(); //!< a receipt was written

private:
    struct Parcel {
        Delivery delivery;
        Alert alert;
        Channel channel;
        quint32 replaces = 0;
    };
    struct Due {
        QList<Parcel> parcels;
        QTimeZone zone;
    };
    [[nodiscard]] Async<Done> sendOnce();
    [[nodiscard]] Result<Due> readDue(Database &database, const QDateTime &now) const;
    [[nodiscard]] Async<Done> sendOver(QList<Parcel> parcels, QTimeZone zone);
    [[nodiscard]] Async<Done> sendGroup(QList<Parcel> parcels, QTimeZone zone);
    [[nodiscard]] Async<Done> sendTogether(QList<Parcel> parcels, AlertMessage message);
    [[nodiscard]] Async<Done> intend(QList<Parcel> parcels);
    [[nodiscard]] Async<Done> record(QList<Parcel> parcels, Receipt receipt);

    Storage &m_storage;
    const Clock &m_clock;
    ChannelSender *m_sender;
    AlertWording m_wording;
    bool m_isSending = false;
    bool m_isAskedAgain = false;
};

} // namespace tollkeeper
