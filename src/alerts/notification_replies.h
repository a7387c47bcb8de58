// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "alerts/alert_service.h"
#include "alerts/notification_sink.h"
#include "base/clock.h"
#include "storage/storage.h"

#include <functional>

namespace tollkeeper {

//! What the person presses on a notification reaches its alert: it is opened, acknowledged, or snoozed for a
//! day. A notification that tells of several alerts together opens the inbox. UI thread.
class NotificationReplies : public QObject {
    Q_OBJECT

public:
    //! All must outlive it.
    NotificationReplies(NotificationSink &sink, Storage &storage, const Clock &clock, AlertService &alerts,
        QObject *parent = nullptr);

private:
    //! The alert behind a notification's id; invalid where it is none of ours, or of several.
    void withAlertOf(quint32 id, std::function<void(AlertId)> then);

    Storage &m_storage;
    AlertService &m_alerts;
};

} // namespace tollkeeper
